/// Roles, as every module may read them in its unit of work.
extension UnitOfWork {
    /// The roles that a member holds, without `member`, which every member has.
    public func assignments(of member: MemberID) throws -> [Assignment] {
        try kernel.rows(
            "SELECT role, team_id FROM kernel_assignment WHERE member_id = \(member) ORDER BY role, team_id",
            as: RoleID.self, String.self
        ).map { role, team in Assignment(role, team: TeamID(team)) }
    }

    /// A role of this organization. Throws `RoleError.unknown`.
    public func role(_ id: RoleID) throws -> any Role {
        let role = try unit.tenant.registry.withLock { $0.roles[id] }
        if let role { return role } else { throw RoleError.unknown(id) }
    }

    /// Whether a role grants a permission in this organization, for the role's scope.
    public func grants(_ permission: Permission, role: RoleID) throws -> Bool {
        try unit.tenant.registry.withLock(\.access).rule(of: permission.id).roles.contains { $0.id == role }
    }

    /// Throws `RoleError` unless the principal may grant the role in its scope now. The principal is `other`, or by default the
    /// unit's principal. For a team's role, also throws `TeamError` unless the team is open.
    public func requireGrant(of assignment: Assignment, by other: Principal? = nil) throws {
        try Access(unit: unit, principal: other ?? principal).requireGrant(of: assignment, isRevoked: false)
        if let team = assignment.team { _ = try requireTeam(team) }
    }

    /// Throws `RoleError.excluded` for a role that excludes an earlier role of the list, or a role that the member holds. A
    /// trigger of the schema refuses the same roles, but only when they are written.
    public func requireCompatible(_ assignments: [Assignment], with member: MemberID) throws {
        let kernel = try kernel
        let roles = assignments.map(\.role).filter { $0 != .member }
        if roles.isEmpty { return }
        let pairs = try kernel.rows(
            "SELECT role, other FROM kernel_exclusion WHERE role IN (SELECT value FROM json_each(\(json: roles)))",
            as: RoleID.self, RoleID.self)
        if pairs.isEmpty { return }
        var held = Set(try self.assignments(of: member).map(\.role))
        for role in roles {
            if pairs.contains(where: { $0 == role && held.contains($1) }) { throw RoleError.excluded(role) }
            held.insert(role)
        }
    }

    func assign(_ assignment: Assignment, to member: MemberID) throws {
        guard assignment.role != .member else { return }
        let count = try runNamingRole(
            "INSERT INTO kernel_assignment VALUES (\(member), \(assignment.role), \(assignment.teamKey)) ON CONFLICT DO NOTHING",
            assignment.role)
        if count == 1 { try publish(RoleGranted(member: member, assignment: assignment)) }
    }

    /// Ends the roles that a condition selects. Returns their events, ordered by member, for the caller to publish.
    package func endAssignments(where condition: SQL) throws -> [RoleRevoked] {
        let sql: SQL = "DELETE FROM kernel_assignment WHERE \(condition) RETURNING member_id, role, team_id"
        let ended = try kernel.rows(sql, as: MemberID.self, RoleID.self, String.self)
        let order = ended.sorted { ($0.0, $0.1.rawValue, $0.2) < ($1.0, $1.1.rawValue, $1.2) }
        return order.map { id, role, team in RoleRevoked(member: id, assignment: .init(role, team: TeamID(team))) }
    }
}
