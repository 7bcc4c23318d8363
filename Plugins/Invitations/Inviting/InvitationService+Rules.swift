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

    /// Throws ``InvitationError/teamArchived`` for a team's role whose teams are all archived.
    func requireTeam(for role: RoleID, _ teams: [TeamID], in work: UnitOfWork) throws {
        if teams.isEmpty, try work.role(role).reach == .team { throw InvitationError.teamArchived }
    }

    /// Whether an invitation with a role, by the unit's principal, brings back the active member who has an address: the account
    /// was lost, the member does not rank higher, and the member's roles and the new one do not exclude each other.
    func canComeBack(_ address: EmailAddress, _ role: RoleID, in work: UnitOfWork) throws -> Bool {
        guard let member = try work.memberOfLostAccount(address) else { return false }
        do {
            try work.requireRank(over: member.id)
            try work.requireCompatible([Assignment(role)], with: member.id)
            return true
        } catch MemberError.outranked {
            return false
        } catch is RoleError {
            return false
        }
    }

    /// Throws `MemberError.outranked` for who comes back to roles that rank higher than the inviter: only one whose account was
    /// lost does.
    func requireRank(overReturning address: EmailAddress, by inviter: Principal?, in work: UnitOfWork) throws {
        guard let member = try work.memberOfLostAccount(address) else { return }
        try work.requireRank(over: member.id, by: inviter)
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
