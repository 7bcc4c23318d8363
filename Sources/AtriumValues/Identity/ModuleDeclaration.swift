/// What a module says about itself, so that the modules of a platform can be checked together.
package struct ModuleDeclaration {
    package let id: ModuleID
    private let dependencies: [ModuleID]
    private let permissions: [Permission]
    private let schemaFaults: [String]

    /// Takes what a module declares, and what is wrong with its schema.
    package init(id: ModuleID, dependencies: [ModuleID], permissions: [Permission], schemaFaults: [String]) {
        (self.id, self.dependencies) = (id, dependencies)
        (self.permissions, self.schemaFaults) = (permissions, schemaFaults)
    }

    /// What is wrong with modules, as sentences. `others` are permissions that exist beside theirs.
    package static func faults(of modules: [ModuleDeclaration], beside others: [Permission]) -> [String] {
        var known: Set<ModuleID> = []
        var faults: [String] = []
        for module in modules where !known.insert(module.id).inserted {
            faults.append("module '\(module.id)' is listed twice; remove one")
        }
        for module in modules { faults += module.faults(among: known) }
        let permissions = modules.flatMap { $0.permissions.map(\.id) } + others.map(\.id)
        let clashes = Dictionary(grouping: permissions) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
        return faults + clashes.map { "permission '\($0)' is declared twice; declare it in one module" }
    }

    private func faults(among known: Set<ModuleID>) -> [String] {
        var faults: [String] = []
        if let fault = id.fault { faults.append(fault) }
        for dependency in dependencies where !known.contains(dependency) {
            faults.append("module '\(id)' depends on '\(dependency)', which is missing; add it to the platform")
        }
        for permission in permissions where !permission.id.hasPrefix("\(id).") {
            faults.append("permission '\(permission)' of '\(id)' does not start with '\(id).'; rename it")
        }
        for permission in permissions where !permission.isWellNamed {
            faults.append(
                "permission '\(permission)' of '\(id)' must begin with '\(id).', followed by words; it may not have control "
                    + "characters, or a blank after the dot or at the end; rename it")
        }
        for permission in permissions where !permission.adjustable.allSatisfy(\.isOfOrganization) {
            faults.append(
                "permission '\(permission)' of '\(id)' is adjustable for others than roles and members; leave them out")
        }
        return faults + schemaFaults.map { "schema of '\(id)': \($0)" }
    }
}
