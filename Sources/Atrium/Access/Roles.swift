/// Grants and revokes the roles of one organization's members.
public struct Roles: Sendable {
    let store: Store

    /// Grants a role to an active member: for a team if it is a team's role, else for the organization. Granting a role that
    /// the member holds, or `member`, changes nothing.
    public func grant(_ assignment: Assignment, to member: MemberID, as principal: Principal) async throws {
        try await assign(assignment, member, as: principal) { work in
            guard try work.requireMember(member).state == .active else { throw MemberError.notActive }
            try work.assign(assignment, to: member)
        }
    }

    /// Revokes a role. The last active administrator keeps that role: `MemberError.lastAdministrator`. A role that the member
    /// does not hold throws `RoleError.notHeld`.
    public func revoke(_ assignment: Assignment, from member: MemberID, as principal: Principal) async throws {
        try await assign(assignment, member, as: principal) { work in
            let count = try work.ruled(
                """
                DELETE FROM kernel_assignment
                WHERE member_id = \(member) AND role = \(assignment.role) AND team_id = \(assignment.teamKey)
                """, assignment.role)
            guard count == 1 else { throw RoleError.notHeld(assignment.role) }
            try work.publish(RoleRevoked(member: member, assignment: assignment))
        }
    }

    private func assign(
        _ assignment: Assignment, _ member: MemberID, as principal: Principal,
        _ act: @escaping @Sendable (UnitOfWork) throws -> Void
    ) async throws {
        try await store.write(as: principal, .assignRoles, in: assignment.scope) { work in
            try work.requireGrant(of: assignment)
            try work.act(on: member, act)
        }
    }
}
