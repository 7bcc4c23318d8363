internal import Atrium
internal import AtriumFeeds

internal import struct Foundation.Date

/// How suggestions, goals and calendars end with a team or a membership.
extension SuggestionService {
    /// Withdraws the suggestions to an archived team.
    func forget(_ team: TeamID, in work: UnitOfWork) throws { try end("audience = \(Audience.team(team))", in: work) }

    /// Withdraws the suggestions to a removed member alone and the member's goals, and ends the address of their calendar. The
    /// member's answers and learning record stay.
    func forget(_ member: MemberID, in work: UnitOfWork) throws {
        try end("audience = \(Audience.member(member))", in: work)
        try endGoals("member_id = \(member)", in: work)
        try calendars.end(of: member, in: work)
    }

    /// Ends what should have ended while the platform ran without this module.
    func catchUp(in work: UnitOfWork) throws {
        let addressed = try work.rows(
            """
            SELECT audience, min(since) FROM (
                SELECT audience, suggested_at AS since FROM suggestions_suggestion WHERE withdrawn_at IS NULL
                UNION ALL SELECT 'member:' || member_id, set_at FROM suggestions_goal WHERE withdrawn_at IS NULL
                UNION ALL SELECT 'member:' || member_id, made_at FROM suggestions_calendar
            ) GROUP BY audience ORDER BY audience
            """, as: Audience.self, Date.self)
        for (audience, since) in addressed { try forgetEnded(audience, since, in: work) }
    }

    private func forgetEnded(_ audience: Audience, _ since: Date, in work: UnitOfWork) throws {
        switch audience {
        case .organization: break
        case .team(let id): if try work.team(id)?.archivedAt != nil { try forget(id, in: work) }
        case .member(let id):
            guard let member = try work.member(id), member.state == .removed || member.joinedAt > since else { return }
            try forget(id, in: work)
        }
    }
}
