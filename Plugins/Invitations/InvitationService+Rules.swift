internal import Atrium

/// Who may invite whom to what.
extension InvitationService {
    /// Throws unless the inviter (the unit's principal if none is named) may grant the role, for each team if it is a
    /// team's. An invitation of nobody's is the founder's.
    func requireGrants(_ role: RoleID, _ teams: [TeamID], by inviter: Principal?, in work: UnitOfWork) throws {
        guard teams.count <= Self.teamLimit else { throw InvitationError.tooManyTeams }
        for team in teams { _ = try work.requireTeam(team) }
        for assignment in try assignments(role, teams, in: work) {
            try work.requireGrant(of: assignment, by: inviter)
        }
    }

    /// The teams of which an invitation makes a member: none for a team's role, which is held for them instead.
    func teamsToJoin(_ role: RoleID, _ teams: [TeamID], in work: UnitOfWork) throws -> [TeamID] {
        try work.role(role).reach == .team ? [] : teams
    }

    /// The assignments that an invitation leads to: one for each team if the role is a team's.
    func assignments(_ role: RoleID, _ teams: [TeamID], in work: UnitOfWork) throws -> [Assignment] {
        try work.role(role).reach == .team && !teams.isEmpty
            ? teams.map { Assignment(role, team: $0) } : [Assignment(role)]
    }
}

extension [TeamID] {
    /// Each once, in their order.
    var distinct: [TeamID] {
        var seen: Set<TeamID> = []
        return filter { seen.insert($0).inserted }
    }
}
