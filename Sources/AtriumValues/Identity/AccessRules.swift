/// The roles that grant each permission in an organization: by the roles' own permissions, and by the permissions' default
/// grants.
package struct AccessRules: Sendable {
    /// A role as a member holds it: for the organization or for one team.
    package struct HeldRole: Hashable, Sendable {
        package let id: RoleID
        package let isForTeam: Bool

        package init(id: RoleID, isForTeam: Bool) { (self.id, self.isForTeam) = (id, isForTeam) }
    }

    package struct Rule: Sendable {
        /// The grants that the module declared. Another `Permission` value with the same id may have other grants, which do not
        /// count.
        package let isForAnyone, isForAnyAccount, isForEveryMember, isForOneself, isForOperators: Bool
        /// The roles that grant the permission, each for the organization or for one team.
        package fileprivate(set) var roles: Set<HeldRole> = []
        package var isOfOperators: Bool { isForOperators && roles.isEmpty && !isForEveryMember }

        fileprivate init(_ grants: [Permission.Grant]) {
            (isForAnyone, isForAnyAccount) = (grants.contains(.anyone), grants.contains(.anyAccount))
            (isForEveryMember, isForOneself) = (grants.contains(.everyMember), grants.contains(.oneself))
            isForOperators = grants.contains(.operator)
        }
    }

    private var rules: [String: Rule] = [:]
    /// What is wrong with the rules, as sentences.
    package private(set) var faults: [String] = []

    package init() {}

    /// Takes roles with the permissions that they grant themselves. A permission that is granted to a role which is missing is
    /// a fault only if `isComplete` says that all roles are there.
    package init(roles: [(role: HeldRole, permissions: Set<Permission>)], permissions: [Permission], isComplete: Bool) {
        let named = Dictionary(grouping: roles.map(\.role), by: \.id)
        var granting: [Permission: [HeldRole]] = [:]
        for (role, own) in roles { for permission in own { granting[permission, default: []].append(role) } }
        for permission in permissions {
            var rule = Rule(permission.grants)
            rule.roles = Set(granting[permission] ?? [])
            for case .role(let id) in permission.grants { rule.roles.formUnion(named[id] ?? []) }
            rules[permission.id] = rule
            // What an organization may add has to exist too, so that no choice can keep it from opening.
            for case .role(let id) in permission.grants + permission.adjustable where isComplete && named[id] == nil {
                let fault = "permission '\(permission)' is granted to role '\(id)', which is missing; add the role"
                if !faults.contains(fault) { faults.append(fault) }
            }
        }
    }

    /// The permissions that a role grants, for the organization or for a team.
    package func permissions(of role: RoleID) -> [String] {
        rules.filter { $0.value.roles.contains { $0.id == role } }.map(\.key)
    }

    package func knows(_ permission: Permission) -> Bool { rules[permission.id] != nil }

    package func rule(of permission: String) throws -> Rule {
        guard let rule = rules[permission] else { throw UnitError.undeclared(permission) }
        return rule
    }

    /// What is wrong with single roles, and with all roles together, as sentences.
    package static func faults(of roles: [(id: RoleID, rank: Int)]) -> [String] {
        var known: Set<RoleID> = []
        return roles.flatMap { id, rank in
            (RoleID(id.rawValue) == nil ? ["role id '\(id)' is not [a-z][a-z0-9-]{0,99}; rename it"] : [])
                + (rank < 0 ? ["role '\(id)' ranks \(rank), below every member; choose 0 or more"] : [])
                + (known.insert(id).inserted ? [] : ["role '\(id)' is defined twice; rename one"])
        }
    }
}
