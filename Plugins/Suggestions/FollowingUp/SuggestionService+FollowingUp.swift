public import Atrium
internal import AtriumCourses

/// Who needs attention before the next team meeting.
extension SuggestionService {
    /// The active members whom the principal may follow up for a reason, up to 500: those of the team, or without a team all
    /// whom the principal leads.
    ///
    /// `days` says how many days without activity make a member stuck, 1 to 365. Throws `AccessError`, `TeamError`, or
    /// ``SuggestionError/invalidRest``.
    public func followUps(
        for reason: FollowUpReason, of team: TeamID? = nil, restingFor days: Int = 14, as principal: Principal
    ) async throws -> [FollowUp] {
        try await followUps(of: team, as: principal) { reader in
            guard (1...365).contains(days) else { throw SuggestionError.invalidRest }
            return try reader.list(reason, restingFor: days)
        }
    }

    /// How many members each list has, at most 500, in one snapshot. A member is stuck after 14 days.
    public func followUpCounts(
        of team: TeamID? = nil, as principal: Principal
    ) async throws -> [FollowUpReason: Int] {
        try await followUps(of: team, as: principal) { reader in
            let counts = try FollowUpReason.allCases.map { ($0, try reader.list($0, restingFor: 14).count) }
            return Dictionary(uniqueKeysWithValues: counts)
        }
    }

    private func followUps<Value: Sendable>(
        of team: TeamID?, as principal: Principal, _ read: @escaping @Sendable (FollowUpReader) throws -> Value
    ) async throws -> Value {
        let scope = team.map(Scope.team) ?? .anyTeam
        return try await store.read(as: principal, .viewSuggestions, in: scope) { work in
            try work.require(.viewLearning, in: scope)
            try work.require(.viewMembers, in: scope)
            if let team, try work.team(team) == nil { throw TeamError.unknown }
            var teams: Set<TeamID>? = team.map { [$0] }
            if team == nil {
                for permission in [Permission.viewSuggestions, .viewLearning, .viewMembers] {
                    let reach = try work.reach(of: permission)
                    if !reach.everyone { teams = teams?.intersection(reach.teams) ?? reach.teams }
                }
            }
            return try read(FollowUpReader(service: self, work: work, teams: teams))
        }
    }
}
