public import Atrium
internal import AtriumJournal

extension Tenant {
    /// The modules of the organization: which work here, and how to switch them.
    public var modules: Modules { Modules(tenant: self) }
}

/// Lists and switches the modules of one organization.
///
/// An operator may switch every module. An administrator may switch those that the feature set leaves to the organization.
/// A module that is off does nothing here: its service throws `ModuleError`, its reactions and recurring work do not run, and
/// nobody has its permissions. Its tables stay, and migrations reach them. When it is switched on again, it catches up on what
/// it missed.
public struct Modules: Sendable {
    let tenant: Tenant

    /// The modules of the platform in the order in which they start, and then those that stored something here and are missing
    /// from the program.
    public func list(as principal: Principal) async throws -> [ModuleStatus] {
        let (stored, featureSet) = try await stored(as: principal, .viewOrganization)
        let states = tenant.moduleStates
        let own =
            try await mayAlwaysSwitch(principal) ? Set(states.keys) : Set(featureSet?.switchable.map { $0.id } ?? [])
        let missing = states.filter { $0.value == .missing && !stored.leftOut.contains($0.key) }.keys.sorted()
        return tenant.moduleSet.types.map { module in
            ModuleStatus(
                id: module.id, title: module.title, state: states[module.id] ?? .off,
                needs: module.dependencies.map { $0.title }, isSwitchable: own.contains(module.id),
                hasTables: !stored.leftOut.contains(module.id))
        }
            + missing.map {
                ModuleStatus(
                    id: $0, title: Words(verbatim: $0.description), state: .missing, needs: [], isSwitchable: false,
                    hasTables: true)
            }
    }

    func mayAlwaysSwitch(_ principal: Principal) async throws -> Bool {
        try await tenant.rolesMissing(for: [(.switchModules, .organization)], of: principal).allSatisfy { $0 == nil }
    }

    /// What the file says, and the organization's feature set.
    func stored(as principal: Principal, _ permission: Permission) async throws -> (StoredModules, FeatureSet?) {
        let stored = try await tenant.store.read(as: principal, permission) { try StoredModules($0.tables) }
        return (stored, try tenant.moduleSet.featureSet(stored.featureSet ?? ""))
    }

    /// Switches modules on and off, or gives the organization another feature set, as the plan says.
    ///
    /// It is one act. Others go on working: units that have begun end as usual, and only writes wait, until the change is
    /// committed. If a module that is not optional does not start, throws `ModuleStartError`, and nothing changes. If an optional
    /// one does not start, throws `ModuleError`; it is on, and is started again later. Throws
    /// ``ModulePlanError`` if the plan is no longer what would happen, and `AccessError`.
    public func carryOut(_ plan: ModulePlan, as principal: Principal) async throws {
        try await tenant.switching.run {
            let (now, permission) = try await forecast(plan.choices, plan.featureSet, as: principal)
            guard now.starts == plan.starts, now.ends.map(\.module) == plan.ends.map(\.module) else {
                throw ModulePlanError.outdated
            }
            try await tenant.settleModules(
                ModuleChange(now.choices, featureSet: now.featureSet, permission: permission), as: principal,
                hasTurn: true)
            let states = tenant.moduleStates
            if let failed = now.starts.first(where: { states[$0] == .failed }) { throw ModuleError(failed, .failed) }
        }
    }
}
