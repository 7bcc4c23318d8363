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

    /// Whether an invitation with a role, by the unit's principal, brings an active member back: their account was lost, they
    /// do not rank higher, and their roles and the new one do not exclude each other.
    func canComeBack(_ member: StoredMember, _ role: RoleID, in work: UnitOfWork) throws -> Bool {
        guard try work.isLost(account: member.account), try !isExcluded(role, for: member.id, in: work) else {
            return false
        }
        do {
            try work.requireRank(over: member.id)
            return true
        } catch MemberError.outranked {
            return false
        }
    }

    /// Whether a member holds a role that the role excludes, or that excludes it.
    func isExcluded(_ role: RoleID, for member: MemberID, in work: UnitOfWork) throws -> Bool {
        let exclusions = try work.role(role).exclusions
        return try work.assignments(of: member).contains {
            try exclusions.contains($0.role) || work.role($0.role).exclusions.contains(role)
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
