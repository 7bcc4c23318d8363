/// Grants and revokes the roles of one organization's members.
public struct Roles: Sendable {
    let store: Store

    /// The roles that members can hold here, the lowest first. Every member may read them. A role that only modules grant is
    /// left out.
    public func list(as principal: Principal) async throws -> [any Role] {
        let roles = try await store.read(as: principal, .viewOrganization) { work in
            try work.unit.tenant.registry.withLock { $0.roles }
        }
        return roles.values.filter { !$0.isReserved }.sorted { ($0.rank, $0.id.rawValue) < ($1.rank, $1.id.rawValue) }
    }

    /// Grants a role to an active member: for a team if it is a team's role, otherwise for the organization. If the member
    /// already holds the role, or the role is `member`, nothing changes.
    public func grant(_ assignment: Assignment, to member: MemberID, as principal: Principal) async throws {
        try await assign(assignment, member, isRevoked: false, as: principal) { work in
            guard try work.requireMember(member).state == .active else { throw MemberError.notActive }
            try work.assign(assignment, to: member)
        }
    }

    /// Revokes a role. Throws `MemberError.lastAdministrator` if no active administrator would be left, and `RoleError.notHeld`
    /// if the member does not hold the role. A role whose module does not work here can be revoked by an administrator.
    public func revoke(_ assignment: Assignment, from member: MemberID, as principal: Principal) async throws {
        try await assign(assignment, member, isRevoked: true, as: principal) { work in
            let count = try work.runNamingRole(
                """
                DELETE FROM kernel_assignment
                WHERE member_id = \(member) AND role = \(assignment.role) AND team_id = \(assignment.teamKey)
                """, assignment.role)
            guard count == 1 else { throw RoleError.notHeld(assignment.role) }
            try work.publish(RoleRevoked(member: member, assignment: assignment))
        }
    }

    private func assign(
        _ assignment: Assignment, _ member: MemberID, isRevoked: Bool, as principal: Principal,
        _ act: @escaping @Sendable (UnitOfWork) throws -> Void
    ) async throws {
        try await store.write(as: principal, .grantRoles, in: assignment.scope) { work in
            try work.access.requireGrant(of: assignment, isRevoked: isRevoked)
            if let team = assignment.team { _ = try work.requireTeam(team) }
            try work.act(on: member, act)
        }
    }
}
