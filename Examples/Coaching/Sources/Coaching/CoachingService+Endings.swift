internal import Atrium
internal import AtriumCourses

internal import struct Foundation.Date

/// What follows when people leave, and what the module makes up for after an absence.
extension CoachingService {
    // MARK: - Coaches

    /// Somebody holds a role from now on. Only the role of a coach counts.
    func begin(_ assignment: Assignment, of member: MemberID, in work: UnitOfWork) throws {
        guard assignment.role == Coach.id, let team = assignment.team else { return }
        try work.run("INSERT INTO coaching_coach VALUES (\(team), \(member)) ON CONFLICT DO NOTHING")
    }

    /// Somebody no longer holds a role.
    func end(_ assignment: Assignment, of member: MemberID, in work: UnitOfWork) throws {
        guard assignment.role == Coach.id, let team = assignment.team else { return }
        try work.run("DELETE FROM coaching_coach WHERE (team_id, member_id) = (\(team), \(member))")
        try end("(team_id, coach_id) = (\(team), \(member))", in: work)
    }

    // MARK: - Members

    /// A member is no longer in a team.
    func end(of member: MemberID, in team: TeamID, work: UnitOfWork) throws {
        try end("(member_id, team_id) = (\(member), \(team))", in: work)
    }

    /// A member has no access any longer. Roles and teams stay, so no other event says it.
    func end(of member: MemberID, in work: UnitOfWork) throws {
        try end("\(member) IN (member_id, coach_id)", in: work)
    }

    /// Ends open sessions. A proposal that nobody took up leaves nothing behind.
    private func end(_ condition: SQL, in work: UnitOfWork) throws {
        try work.run("DELETE FROM coaching_session WHERE state = 'proposed' AND \(condition)")
        try work.run("UPDATE coaching_session SET state = 'cancelled' WHERE state = 'planned' AND \(condition)")
    }

    // MARK: - After an absence

    /// Makes up for what happened while this module was off: roles, people who left, completed courses.
    ///
    /// It cannot know that somebody was deactivated and came back, or lost the role of a coach and got it again: their sessions
    /// go on. A member who left a team and came back has another period in it, so that these sessions are cancelled.
    func catchUp(in work: UnitOfWork) throws {
        try work.run("DELETE FROM coaching_coach")
        try forEachMember(of: nil, in: work) { member in
            for assignment in try work.assignments(of: member.id) { try begin(assignment, of: member.id, in: work) }
        }
        let open = try work.rows(
            "SELECT \(CoachingSession.columns) FROM coaching_session s WHERE state IN ('proposed', 'planned')",
            make: CoachingSession.init)
        for session in open where try !lasts(session, in: work) { try end("id = \(session.id)", in: work) }
        try dropOldProposals(in: work)
        for session in open {
            guard let course = session.course else { continue }
            try followUp(session.member, course, in: work)
        }
        for team in try work.rows("SELECT DISTINCT team_id FROM coaching_coach", as: TeamID.self) {
            try forEachMember(of: team, in: work) { member in
                for participation in try courses.participations(of: member.id, in: work) {
                    guard let completed = participation.completedAt, isRecent(completed, in: work) else { continue }
                    try followUp(member.id, participation.course, in: work)
                }
            }
        }
    }

    /// Whether the two still meet: both are active, the coach looks after the team, and the member has been in it since then.
    private func lasts(_ session: CoachingSession, in work: UnitOfWork) throws -> Bool {
        let isCoach = try work.one(
            """
            SELECT EXISTS (SELECT 1 FROM coaching_coach
                WHERE (team_id, member_id) = (\(session.team), \(session.coach)))
            """, as: Bool.self)
        let areActive = try [session.member, session.coach].allSatisfy { try work.member($0)?.state == .active }
        return try isCoach && areActive
            && teams(of: session.member, since: session.since, in: work).contains(session.team)
    }

    /// The teams that a member has been in since a moment without a gap.
    func teams(of member: MemberID, since moment: Date, in work: UnitOfWork) throws -> [TeamID] {
        try work.teamPeriods(of: member).filter { $0.until == nil && $0.from <= moment }.map(\.team)
    }

    private func forEachMember(
        of team: TeamID?, in work: UnitOfWork, _ body: (StoredMember) throws -> Void
    ) throws {
        var page: [StoredMember] = []
        repeat {
            page = try work.members(after: page.last?.id, of: team, formerToo: false, limit: 500)
            try page.forEach(body)
        } while !page.isEmpty
    }
}
