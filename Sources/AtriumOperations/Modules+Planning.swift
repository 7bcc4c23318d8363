public import Atrium
internal import AtriumJournal
internal import AtriumStorage

extension Modules {
    /// What would happen if modules were switched on or off, or if the organization got another feature set. Changes nothing.
    ///
    /// A module that is switched on takes with it the modules that it needs. Modules that need a module that is switched off
    /// wait for it, and work again together with it. Another feature set undoes all earlier choices. Throws `AccessError` if
    /// the principal may not do this, and `ModuleError` for a module that the program does not have.
    public func plan(
        _ choices: [ModuleID: Bool], featureSet: String? = nil, as principal: Principal
    ) async throws -> ModulePlan { try await forecast(choices, featureSet, as: principal).plan }

    /// The plan, and the permission that it needs.
    func forecast(
        _ requested: [ModuleID: Bool], _ featureSet: String?, as principal: Principal
    ) async throws -> (plan: ModulePlan, permission: Permission) {
        let (modules, states) = (tenant.moduleSet.types, tenant.moduleStates)
        let known = Set(modules.map { $0.id })
        if let unknown = requested.keys.filter({ !known.contains($0) }).min() { throw ModuleError(unknown, .missing) }
        let set = try featureSet.map { try tenant.moduleSet.featureSet($0) }
        var choices = requested
        func isWanted(_ module: any Module.Type) -> Bool {
            choices[module.id] ?? set.map { $0.includes(module.id) } ?? (states[module.id] != .off)
        }
        // Each module comes after those that it needs.
        for module in modules.reversed() where choices[module.id] == true {
            for needed in module.dependencies where !isWanted(needed) {
                if choices[needed.id] == nil { choices[needed.id] = true }
            }
        }
        var working: Set<ModuleID> = []
        for module in modules where isWanted(module) && module.dependencies.allSatisfy({ working.contains($0.id) }) {
            working.insert(module.id)
        }
        let ending = modules.filter { states[$0.id] == .on && !working.contains($0.id) }
        let permission = try await permission(
            for: Set(choices.keys).union(ending.map { $0.id }), isSet: featureSet != nil, of: principal)
        let registered = Dictionary(uniqueKeysWithValues: tenant.registrations.map { ($0.module, $0) })
        let plan = try await tenant.store.read(as: principal, permission) { [choices, working] work in
            ModulePlan(
                choices: choices, featureSet: featureSet,
                starts: modules.map { $0.id }.filter { states[$0] != .on && working.contains($0) },
                ends: try ending.map { try ModuleEffect(of: $0, registered[$0.id], in: work.tables) })
        }
        return (plan, permission)
    }

    /// The permission for a change of these modules. An administrator needs the set to leave each of them to the organization.
    private func permission(
        for modules: Set<ModuleID>, isSet: Bool, of principal: Principal
    ) async throws -> Permission {
        let mayAlways = try await mayAlwaysSwitch(principal)
        if isSet || mayAlways { return .switchModules }
        let own = try await stored(as: .kernel("plan"), .system).1?.switchable.map { $0.id } ?? []
        return modules.isSubset(of: own) ? .switchOwnModules : .switchModules
    }
}
