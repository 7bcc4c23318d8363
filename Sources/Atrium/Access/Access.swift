/// Decides what a principal may do, from the rows of the transaction that asks.
struct Access {
    let unit: UnitState
    let principal: Principal

    private var kernel: CachingExecutor { get throws { try unit.kernel } }
    private var rules: AccessRules { unit.tenant.registry.withLock(\.access) }
    private var known: [RoleID: any Role] { unit.tenant.registry.withLock(\.roles) }

    func require(_ permission: Permission, in scope: Scope) throws {
        if try allows(permission.id, in: scope) { return }
        unit.tenant.configuration.observer.observe(.refused(unit.tenant.id, permission: permission.id))
        throw AccessError(permission: permission.id, isOfOperators: try rules.rule(of: permission.id).isOfOperators)
    }

    func allows(_ permission: String, in scope: Scope) throws -> Bool {
        try allows(permission, in: scope) { try roles(of: $0, in: scope) }
    }

    private func allows(
        _ permission: String, in scope: Scope, roles: (MemberID) throws -> [AccessRules.HeldRole]?
    ) throws -> Bool {
        guard principal.allows(permission) else { return false }
        // A module may do work while others are still starting. At that time not all permissions are known.
        if principal.isSystem { return true }
        let rule = try rules.rule(of: permission)
        if rule.isForAnyone || principal.isOperator && rule.isForOperators { return true }
        guard let id = principal.member else { return principal.account != nil && rule.isForAnyAccount }
        guard let held = try roles(id) else { return false }
        if rule.isForAnyAccount || rule.isForEveryMember { return true }
        if rule.isForOneself, scope.person == id || scope == .anywhere { return true }
        return held.contains(where: rule.roles.contains)
    }

    /// For each question, the roles that grant the permission, the lowest first; `nil` if the principal has it. The roles that
    /// the principal holds are read once for each scope.
    func rolesMissing(for questions: [(permission: Permission, scope: Scope)]) throws -> [[RoleID]?] {
        var held: [Scope: [AccessRules.HeldRole]?] = [:]
        return try questions.map { permission, scope in
            // Nobody has a permission of a module that does not work here.
            guard rules.knows(permission) else { return [] }
            let isAllowed = try allows(permission.id, in: scope) { member in
                if held[scope] == nil { held[scope] = .some(try roles(of: member, in: scope)) }
                return held[scope] ?? nil
            }
            if isAllowed { return nil }
            func order(_ role: RoleID) -> (Int, String) { (known[role]?.rank ?? 0, role.rawValue) }
            return try rules.rule(of: permission.id).roles.map(\.id).sorted { order($0) < order($1) }
        }
    }

    func reach(of permission: Permission) throws -> Reach {
        let everyone = try allows(permission.id, in: .organization)
        guard !everyone, let id = principal.member, try allows(permission.id, in: .anywhere) else {
            return Reach(everyone: everyone, teams: [], oneself: everyone ? principal.member : nil)
        }
        let rule = try rules.rule(of: permission.id)
        let teams = try rule.roles.filter(\.isForTeam).flatMap { role in
            try kernel.rows(
                "SELECT team_id FROM kernel_assignment WHERE member_id = \(id) AND role = \(role.id)", as: TeamID.self)
        }
        return Reach(everyone: false, teams: Set(teams), oneself: rule.isForOneself ? id : nil)
    }

    // MARK: - Rank

    /// The highest rank among a member's roles; 0 if there is none.
    func rank(of member: MemberID) throws -> Int {
        let held = try kernel.rows(
            "SELECT DISTINCT role FROM kernel_assignment WHERE member_id = \(member)", as: RoleID.self)
        return held.compactMap { known[$0]?.rank }.max() ?? 0
    }

    /// Throws `MemberError.outranked` if the member ranks higher than the principal. It never throws for the principal itself,
    /// for an operator, or for a module.
    func requireRank(over member: MemberID) throws {
        guard !principal.isSystem, !principal.isOperator, principal.member != member else { return }
        guard try rank(of: member) <= principal.member.map(rank(of:)) ?? 0 else { throw MemberError.outranked }
    }

    /// Throws `RoleError` unless the principal may grant and revoke the role in its scope. The principal needs the permission
    /// to assign roles there, and the role must not be reserved. If this is so, an administrator may grant every role. Another
    /// principal may grant a role only if it does not rank higher than the principal and grants no permission that the
    /// principal does not have there.
    ///
    /// A role whose module does not work here can only be revoked, and only by an administrator.
    func requireGrant(of assignment: Assignment, isRevoked: Bool) throws {
        let (role, scope) = (known[assignment.role], assignment.scope)
        guard role != nil || isRevoked else { throw RoleError.unknown(assignment.role) }
        guard role == nil || (role?.level == .team) == (assignment.team != nil) else {
            throw RoleError.wrongLevel(assignment.role)
        }
        if principal.isSystem || role?.id == .member { return }
        guard role?.isReserved != true, let id = principal.member, try allows(Permission.grantRoles.id, in: scope)
        else {
            throw RoleError.mayNotGrant(assignment.role)
        }
        let isAdministrator = try roles(of: id, in: .organization)?.contains { $0.id == .administrator } == true
        if isAdministrator, principal.allowed == nil { return }
        guard let role, try role.rank <= rank(of: id),
            try rules.permissions(of: role.id).allSatisfy({ try allows($0, in: scope) })
        else { throw RoleError.mayNotGrant(assignment.role) }
    }

    // MARK: - Rows

    /// The roles that a member holds for the scope; `nil` if the member is not active.
    private func roles(of member: MemberID, in scope: Scope) throws -> [AccessRules.HeldRole]? {
        let sql: SQL =
            switch scope {
            case .organization: "SELECT \(Self.held) AND a.team_id = '' WHERE m.id = \(member)"
            case .team(let team), .member(_, of: let team?):
                "SELECT \(Self.held) AND a.team_id IN ('', \(team)) WHERE m.id = \(member)"
            case .member(let subject, of: nil):
                """
                SELECT DISTINCT \(Self.held) AND (a.team_id = '' OR a.team_id IN (
                    SELECT team_id FROM kernel_team_member WHERE member_id = \(subject) AND valid_until IS NULL))
                WHERE m.id = \(member)
                """
            case .anywhere, .anyTeam: "SELECT DISTINCT \(Self.held) WHERE m.id = \(member)"
            }
        let rows = try kernel.rows(sql) { (try $0[0] as Bool, try $0[1] as RoleID?, try $0[2] as Bool?) }
        guard let (isActive, _, _) = rows.first, isActive else { return nil }
        return rows.compactMap { _, role, isForTeam in role.map { .init(id: $0, isForTeam: isForTeam ?? false) } }
    }

    /// INDEXED BY is needed because SQLite has no statistics here, and would read all of a member's assignments:
    /// https://sqlite.org/lang_indexedby.html
    private static let held: SQL = """
        m.state = 'active', a.role, a.team_id <> '' FROM kernel_member m
        LEFT JOIN kernel_assignment a INDEXED BY kernel_assignment_team ON a.member_id = m.id
        """
}

extension Scope {
    /// The person that the scope is about, if it is about one.
    fileprivate var person: MemberID? { if case .member(let id, of: _) = self { id } else { nil } }
}
