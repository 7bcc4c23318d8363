public import Atrium
internal import AtriumCourses
internal import AtriumMail

/// The coaching sessions of one organization.
///
/// Planning and reading them is here. What follows from other acts is in extensions.
public struct CoachingService: Sendable {
    let store: Store
    let courses: CourseService
    let mail: MailService

    // MARK: - Reading

    /// The sessions that the principal may see, the newest first: those of the teams that they look after, and their own. With a
    /// member, only those of this member.
    public func list(
        of member: MemberID? = nil, endedToo: Bool = false, as principal: Principal
    ) async throws -> [CoachingSession] {
        try await store.read(as: principal, .viewSessions, in: .anywhere) { work in
            let reach = try work.reach(of: .viewSessions)
            return try work.rows(
                """
                SELECT \(CoachingSession.columns) FROM coaching_session s
                WHERE (\(reach.everyone) OR member_id = \(reach.oneself)
                        OR team_id IN (SELECT value FROM json_each(\(json: reach.teams))))
                    AND (\(member) IS NULL OR member_id = \(member))
                    AND (\(endedToo) OR state IN ('proposed', 'planned'))
                ORDER BY since DESC, id DESC
                """, make: CoachingSession.init
            ).map { try named($0, in: work) }
        }
    }

    /// How many active members there are, and all sessions.
    func summary(as principal: Principal) async throws -> (members: Int, sessions: [CoachingSession]) {
        try await store.read(as: principal, .viewSessions) { work in
            let sessions = try work.rows(
                "SELECT \(CoachingSession.columns) FROM coaching_session s ORDER BY id", make: CoachingSession.init)
            return (try work.activeMemberCount(), try sessions.map { try named($0, in: work) })
        }
    }

    /// The active coaches of the teams in which the principal plans sessions.
    func coaches(as principal: Principal) async throws -> [StoredMember] {
        try await store.read(as: principal, .planSessions, in: .anyTeam) { work in
            let reach = try work.reach(of: .planSessions)
            return try work.rows(
                """
                SELECT DISTINCT member_id FROM coaching_coach
                WHERE \(reach.everyone) OR team_id IN (SELECT value FROM json_each(\(json: reach.teams)))
                """, as: MemberID.self
            ).compactMap { try work.member($0) }.filter { $0.state == .active }
        }
    }

    // MARK: - Changing

    /// Plans a session, and returns its id. The same `id` is planned once only. If the two have a planned session on this day,
    /// returns that one. Throws ``CoachingError``.
    @discardableResult
    public func plan(
        of member: MemberID, with coach: MemberID, on day: Day, id: ID<CoachingSession>? = nil, as principal: Principal
    ) async throws -> ID<CoachingSession> {
        try await store.write(as: principal, .planSessions, in: .member(member)) { work in
            guard coach != member else { throw CoachingError.oneself }
            guard try work.member(member)?.state == .active else { throw MemberError.unknown }
            try requireFuture(day, in: work)
            let team = try commonTeam(of: member, coach, in: work)
            if let planned = try plannedSession(of: member, with: coach, on: day, in: work) { return planned }
            let id = try id ?? work.newID()
            try work.run(
                """
                INSERT INTO coaching_session (id, member_id, team_id, coach_id, state, day, since)
                VALUES (\(id), \(member), \(team), \(coach), 'planned', \(day), \(work.now)) ON CONFLICT (id) DO NOTHING
                """)
            try work.setSubject("session", id)
            // A session of tomorrow is reminded of at once, not in an hour.
            try work.wake(Coaching.reminding)
            return id
        }
    }

    /// Chooses the day of a proposed session, or another day of a planned one. Throws ``CoachingError``.
    public func move(_ id: ID<CoachingSession>, to day: Day, as principal: Principal) async throws {
        try await store.write(as: principal, .planSessions, in: .anyTeam) { work in
            _ = try openSession(id, .planSessions, in: work)
            try requireFuture(day, in: work)
            try work.run("UPDATE coaching_session SET state = 'planned', day = \(day) WHERE id = \(id)")
            try work.wake(Coaching.reminding)
        }
    }

    /// Cancels a session. Throws ``CoachingError``.
    public func cancel(_ id: ID<CoachingSession>, as principal: Principal) async throws {
        try await store.write(as: principal, .planSessions, in: .anyTeam) { work in
            _ = try openSession(id, .planSessions, in: work)
            try work.run("UPDATE coaching_session SET state = 'cancelled' WHERE id = \(id)")
        }
    }

    /// Records that a session was held, and publishes ``SessionHeld``. Throws ``CoachingError``.
    public func record(
        _ id: ID<CoachingSession>, minutes: Int, note: String = "", as principal: Principal
    ) async throws {
        try await store.write(as: principal, .recordSessions, in: .anyTeam) { work in
            let session = try openSession(id, .recordSessions, in: work)
            guard note.isEmpty || TextRule.isLine(note, upTo: 500) else { throw CoachingError.invalidNote }
            guard let day = session.day, try day <= today(in: work) else { throw CoachingError.early }
            try work.run(
                """
                UPDATE coaching_session SET state = 'held', minutes = \(minutes), note = \(note),
                    noted_by = \(note.isEmpty ? nil : work.principal.member)
                WHERE id = \(id)
                """)
            try work.publish(SessionHeld(session: id, member: session.member, coach: session.coach))
        }
    }
}
