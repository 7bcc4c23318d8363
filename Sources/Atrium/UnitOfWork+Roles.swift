/// The roles of members.
extension UnitOfWork {
    /// The roles that a member holds; empty for who is a member and nothing else.
    public func assignments(of member: MemberID) throws -> [Assignment] {
        try kernel.rows(
            "SELECT role, team_id FROM kernel_assignment WHERE member_id = \(member) ORDER BY role, team_id",
            as: RoleID.self, String.self
        ).map { Assignment($0.0, team: TeamID($0.1)) }
    }

    /// A role of this tenant; throws ``RoleError/unknown(_:)``.
    public func role(_ id: RoleID) throws -> any Role {
        guard let role = transaction.tenant.registry.access.roles[id] else { throw RoleError.unknown(id) }
        return role
    }

    /// Throws ``RoleError`` unless a principal (the unit's own if none is named) may grant the role there now.
    public func requireGrant(of assignment: Assignment, by other: Principal? = nil) throws {
        try Access(transaction: transaction, principal: other ?? principal).requireGrant(of: assignment)
        if let team = assignment.team { _ = try requireTeam(team) }
    }

    /// Whether a role excludes another: nobody holds both.
    public func excludes(_ role: RoleID, _ other: RoleID) throws -> Bool {
        try kernel.one(
            "SELECT EXISTS (SELECT 1 FROM kernel_exclusion WHERE role = \(role) AND other = \(other))", as: Bool.self)
    }

    func assign(_ assignment: Assignment, to member: MemberID) throws {
        guard assignment.role != .member else { return }
        try ruled(assignment.role) {
            try kernel.run(
                """
                INSERT INTO kernel_assignment VALUES (\(member), \(assignment.role), \(assignment.teamKey))
                ON CONFLICT DO NOTHING
                """)
        }
        if changes == 1 { try publish(RoleGranted(member: member, assignment: assignment)) }
    }

    func revoke(_ assignment: Assignment, from member: MemberID) throws {
        var count = 0
        try ruled {
            count = try kernel.run(
                """
                DELETE FROM kernel_assignment
                WHERE member_id = \(member) AND role = \(assignment.role) AND team_id = \(assignment.teamKey)
                """)
        }
        guard count == 1 else { throw RoleError.notHeld(assignment.role) }
        try publish(RoleRevoked(member: member, assignment: assignment))
    }

    /// The statements that bring the table of exclusions, which the schema's trigger reads, in line with the roles.
    func exclusionChanges(_ roles: [any Role]) throws -> [SQL] {
        let pairs = roles.flatMap { role in
            role.exclusions.flatMap { [[role.id, $0], [$0, role.id]] }
        }
        let wanted = Set(pairs)
        let stored = Set(
            try kernel.rows("SELECT role, other FROM kernel_exclusion", as: RoleID.self, RoleID.self).map { [$0.0, $0.1] })
        return stored.subtracting(wanted).map { "DELETE FROM kernel_exclusion WHERE role = \($0[0]) AND other = \($0[1])" }
            + wanted.subtracting(stored).map { "INSERT INTO kernel_exclusion VALUES (\($0[0]), \($0[1]))" }
    }
}
