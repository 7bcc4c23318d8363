internal import Atrium

/// What several operations need, inside their units.
extension CoachingService {
    /// An open session in a team for which the principal holds the permission. A session of another team is as unknown as one of
    /// another organization.
    func openSession(
        _ id: ID<CoachingSession>, _ permission: Permission, in work: UnitOfWork
    ) throws -> CoachingSession {
        let reach = try work.reach(of: permission)
        let session = try work.first(
            "SELECT \(CoachingSession.columns) FROM coaching_session s WHERE id = \(id)", make: CoachingSession.init)
        guard let session, reach.everyone || reach.teams.contains(session.team) else { throw CoachingError.unknown }
        guard session.isOpen else { throw CoachingError.ended }
        try work.setSubject("session", id)
        return session
    }

    /// The first team of the member that the coach looks after and in which the principal plans sessions.
    func commonTeam(of member: MemberID, _ coach: MemberID, in work: UnitOfWork) throws -> TeamID {
        let reach = try work.reach(of: .planSessions)
        let isActive = try work.member(coach)?.state == .active
        let coached = Set(
            try work.rows("SELECT team_id FROM coaching_coach WHERE member_id = \(coach)", as: TeamID.self))
        let team = try work.teams(of: member).first {
            isActive && coached.contains($0.id) && (reach.everyone || reach.teams.contains($0.id))
        }
        guard let team else { throw CoachingError.notTheirCoach }
        return team.id
    }

    /// The planned session of two people on a day.
    func plannedSession(
        of member: MemberID, with coach: MemberID, on day: Day, in work: UnitOfWork
    ) throws -> ID<CoachingSession>? {
        try work.first(
            """
            SELECT id FROM coaching_session
            WHERE (member_id, coach_id, day) = (\(member), \(coach), \(day)) AND state = 'planned'
            """, as: ID<CoachingSession>.self)
    }

    /// The same session with the names of its two people.
    func named(_ session: CoachingSession, in work: UnitOfWork) throws -> CoachingSession {
        var session = session
        session.memberName = try work.member(session.member)?.name ?? ""
        session.coachName = try work.member(session.coach)?.name ?? ""
        return session
    }

    func requireFuture(_ day: Day, in work: UnitOfWork) throws {
        guard try day >= today(in: work) else { throw CoachingError.past }
    }

    func today(in work: UnitOfWork) throws -> Day { Day(work.now, in: try work.organization().timeZone) }
}
