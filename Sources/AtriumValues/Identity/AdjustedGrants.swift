/// What an organization has changed in the default grants of a module's permissions.
package struct AdjustedGrants: Sendable, Equatable {
    /// By permission and grant, as text: whether it is granted. Defaults are left out.
    private var changes: [String: [String: Bool]]

    package init(_ changes: [String: [String: Bool]] = [:]) { self.changes = changes }

    /// The permission with the grants that it has in the organization. Changes that its module no longer allows do not count.
    package func applied(to permission: Permission) -> Permission {
        guard let changes = changes[permission.id] else { return permission }
        let added = permission.adjustable.filter { changes[$0.text] == true && !permission.grants.contains($0) }
        let kept = permission.grants.filter { !permission.adjustable.contains($0) || changes[$0.text] != false }
        return Permission(permission, grants: kept + added)
    }

    /// Grants a permission or takes it away.
    package mutating func set(_ grant: Permission.Grant, of permission: Permission, to isGranted: Bool) {
        let isDefault = permission.grants.contains(grant) == isGranted
        changes[permission.id, default: [:]][grant.text] = isDefault ? nil : isGranted
        if changes[permission.id]?.isEmpty == true { changes[permission.id] = nil }
    }

    /// The changes by permission and grant, for a column.
    package var values: [String: [String: Bool]] { changes }
}

extension Permission.Grant {
    /// The grant as files store it.
    package var text: String {
        switch self {
        case .role(let id): "role \(id)"
        case .everyMember: "every member"
        case .oneself: "oneself"
        case .anyAccount: "any account"
        case .anyone: "anyone"
        case .operator: "operator"
        }
    }

    /// Whether an organization can decide it. The others reach beyond its members, or are about a person's own affairs.
    package var isOfOrganization: Bool {
        switch self {
        case .role, .everyMember: true
        case .oneself, .anyAccount, .anyone, .operator: false
        }
    }
}
