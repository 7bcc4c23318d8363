public import Atrium
internal import AtriumJournal

extension Tenant {
    /// Who has which permission, as far as modules leave it to the organization.
    public var grants: Grants { Grants(tenant: self) }
}

/// A grant that the organization decides.
public struct AdjustableGrant: Sendable, Equatable, Identifiable {
    /// The module that checks the permission.
    public let module: ModuleID
    /// What people read of the module.
    public let title: Words
    /// The permission.
    public let permission: Permission
    /// To whom it is granted, or not: a role, or every member.
    public let grant: Permission.Grant
    /// Whether it is granted here.
    public let isGranted: Bool
    /// Whether it is granted by default.
    public let isDefault: Bool

    /// The permission and the grant, by which a row is found again.
    public var id: String { "\(permission.id) / \(grant.text)" }
}

/// Changes the default grants of permissions in one organization, within what each module allows (`Permission.adjustable`).
public struct Grants: Sendable {
    let tenant: Tenant

    /// The grants that the organization decides, of the modules that work here, in their order.
    public func list(as principal: Principal) async throws -> [AdjustableGrant] {
        let (types, states) = (tenant.moduleSet.types, tenant.moduleStates)
        return try await tenant.store.read(as: principal, .adjustGrants) { work in
            let stored = try StoredModules(work.tables)
            return types.filter { states[$0.id] == .on }.flatMap { module in
                module.permissions.flatMap { permission in
                    let present = stored.adjusted(permission, of: module.id)
                    return permission.adjustable.filter { !Self.isNamed(permission, by: $0, in: work) }.map { grant in
                        AdjustableGrant(
                            module: module.id, title: module.title, permission: permission, grant: grant,
                            isGranted: present.grants.contains(grant), isDefault: permission.grants.contains(grant))
                    }
                }
            }
        }
    }

    /// Whether the role itself names the permission. Then the organization cannot take it away.
    private static func isNamed(_ permission: Permission, by grant: Permission.Grant, in work: UnitOfWork) -> Bool {
        guard case .role(let id) = grant, let role = try? work.role(id) else { return false }
        return role.permissions.contains(permission)
    }

    /// Grants a permission, or takes it away, for everybody whom the grant names. It counts from the next unit of work on. If it
    /// is so already, nothing changes.
    ///
    /// Throws `AccessError` also for a principal whose key does not have the permission, and ``GrantError``.
    public func set(
        _ grant: Permission.Grant, of permission: Permission, to isGranted: Bool, as principal: Principal
    ) async throws {
        try await tenant.switching.run {
            let known = try await list(as: principal).first { $0.permission == permission && $0.grant == grant }
            guard let known else { throw GrantError.fixed(permission) }
            guard principal.hasKey(for: permission) else { throw AccessError(permission: permission.id) }
            if known.isGranted == isGranted { return }
            let change = ModuleChange(
                grant: (known.module, known.permission, grant, isGranted), permission: .adjustGrants)
            try await tenant.settleModules(change, as: principal, hasTurn: true)
        }
    }
}

/// Why a grant is not changed.
public enum GrantError: ExplainedError, Equatable {
    /// The permission does not exist here, or its module does not leave this grant to the organization.
    case fixed(Permission)

    public var words: Words {
        switch self {
        case .fixed(let permission):
            "the organization does not decide who has the permission '\(permission.id)'; choose one of the list"
        }
    }
}
