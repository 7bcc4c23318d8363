internal import Atrium
internal import AtriumCourses

internal import struct Foundation.Date

/// A completed course proposes a session.
extension CoachingService {
    /// How long a completion is worth a session, in seconds. After that, a proposal that nobody took up goes.
    static let proposalLifetime = 30.0 * 86_400

    /// Proposes a session about a course that a member has completed, once for each course. Takes the proposal back if the
    /// completion no longer counts.
    func followUp(_ member: MemberID, _ course: CourseID, in work: UnitOfWork) throws {
        guard let completion = try courses.lastCompletion(of: member, in: course, in: work),
            isRecent(completion.effectiveAt, in: work),
            try work.member(member)?.state == .active,
            let (team, coach) = try coach(of: member, since: completion.effectiveAt, in: work)
        else {
            try work.run(
                "DELETE FROM coaching_session WHERE (member_id, course_id, state) = (\(member), \(course), 'proposed')")
            return
        }
        let id: ID<CoachingSession> = try work.newID()
        try work.run(
            """
            INSERT INTO coaching_session (id, member_id, team_id, coach_id, state, course_id, since)
            VALUES (\(id), \(member), \(team), \(coach), 'proposed', \(course), \(completion.effectiveAt))
            ON CONFLICT (member_id, course_id) DO UPDATE SET since = excluded.since WHERE state = 'proposed'
            """)
    }

    /// Whether a completion is still worth a session.
    func isRecent(_ completion: Date, in work: UnitOfWork) -> Bool {
        completion > work.now.addingTimeInterval(-Self.proposalLifetime)
    }

    /// Drops proposals that nobody took up in time.
    func dropOldProposals(as system: SystemPrincipal) async throws {
        try await store.write(as: system) { try dropOldProposals(in: $0) }
    }

    func dropOldProposals(in work: UnitOfWork) throws {
        try work.run(
            "DELETE FROM coaching_session WHERE state = 'proposed' AND since <= \(work.now.addingTimeInterval(-Self.proposalLifetime))"
        )
    }

    /// A coach of a team that the member has been in since a moment: the one whom the member met last, or else the first.
    private func coach(
        of member: MemberID, since moment: Date, in work: UnitOfWork
    ) throws -> (team: TeamID, coach: MemberID)? {
        let coaches = try work.rows(
            """
            SELECT c.team_id, c.member_id FROM coaching_coach c
            WHERE c.member_id <> \(member)
                AND c.team_id IN (SELECT value FROM json_each(\(json: teams(of: member, since: moment, in: work))))
            ORDER BY (SELECT max(day) FROM coaching_session
                WHERE (member_id, coach_id, state) = (\(member), c.member_id, 'held')) DESC NULLS LAST,
                c.team_id, c.member_id
            """, as: TeamID.self, MemberID.self)
        return try coaches.first { try work.member($0.1)?.state == .active }.map { (team: $0.0, coach: $0.1) }
    }
}
