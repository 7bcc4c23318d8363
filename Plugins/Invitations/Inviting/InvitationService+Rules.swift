internal import Atrium

/// The rules for who may invite whom, and with which role and teams.
extension InvitationService {
    /// Throws unless the inviter may grant the role; for a team role, in each team. Without a named inviter, the unit's
    /// principal is the inviter.
    func requireGrants(_ role: RoleID, _ teams: [TeamID], by inviter: Principal?, in work: UnitOfWork) throws {
        guard teams.count <= Self.teamLimit else { throw InvitationError.tooManyTeams }
        for team in teams { _ = try work.requireTeam(team) }
        for assignment in try assignments(role, teams, in: work) {
            try work.requireGrant(of: assignment, by: inviter)
        }
    }

    /// Throws ``InvitationError/teamArchived`` for a team role if all its teams are archived.
    func requireTeam(for role: RoleID, _ teams: [TeamID], in work: UnitOfWork) throws {
        if teams.isEmpty, try work.role(role).level == .team { throw InvitationError.teamArchived }
    }

    /// Whether an invitation by the unit's principal can bring back the active member with this address. That is so if the
    /// member's account was lost, the member does not rank higher, and the new role and the member's roles do not exclude each
    /// other.
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

    /// Throws `MemberError.outranked` if the address belongs to a member whose account was lost and who ranks higher than the
    /// inviter. Only a member whose account was lost comes back to earlier roles.
    func requireRank(overReturning address: EmailAddress, by inviter: Principal?, in work: UnitOfWork) throws {
        guard let member = try work.memberOfLostAccount(address) else { return }
        try work.requireRank(over: member.id, by: inviter)
    }

    /// The teams that the person joins. They are none for a team role, which is held for the teams instead.
    func teamsToJoin(_ role: RoleID, _ teams: [TeamID], in work: UnitOfWork) throws -> [TeamID] {
        try work.role(role).level == .team ? [] : teams
    }

    /// The assignments that an invitation leads to: one for each team if the role is a team role.
    func assignments(_ role: RoleID, _ teams: [TeamID], in work: UnitOfWork) throws -> [Assignment] {
        try work.role(role).level == .team && !teams.isEmpty
            ? teams.map { Assignment(role, team: $0) } : [Assignment(role)]
    }
}

extension [TeamID] {
    /// Each team once, in the same order.
    var distinct: [TeamID] {
        var seen: Set<TeamID> = []
        return filter { seen.insert($0).inserted }
    }
}
