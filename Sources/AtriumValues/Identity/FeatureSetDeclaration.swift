/// What a feature set says, so that the sets of a platform can be checked together.
package struct FeatureSetDeclaration {
    private let name: String
    private let modules: [(id: ModuleID, dependencies: [ModuleID])]
    private let switchable: [ModuleID]

    package init(name: String, modules: [(id: ModuleID, dependencies: [ModuleID])], switchable: [ModuleID]) {
        (self.name, self.modules, self.switchable) = (name, modules, switchable)
    }

    /// What is wrong with feature sets on a platform with these modules, as sentences.
    package static func faults(of sets: [FeatureSetDeclaration], among modules: [ModuleID]) -> [String] {
        var known: Set<String> = []
        return sets.flatMap { set in
            (set.name.isEmpty ? ["a feature set has no name; name it"] : [])
                + (known.insert(set.name).inserted ? [] : ["two feature sets are named '\(set.name)'; rename one"])
                + set.faults(among: Set(modules)).map { "feature set '\(set.name)': \($0)" }
        }
    }

    private func faults(among known: Set<ModuleID>) -> [String] {
        let own = Set(modules.map(\.id))
        let unknown = own.union(switchable).subtracting(known).sorted()
        var faults = unknown.map { "module '\($0)' is not part of the platform; add it to modules" }
        if own.count < modules.count { faults.append("a module is listed twice; remove one") }
        for (id, dependencies) in modules {
            faults += dependencies.filter { !own.contains($0) }.map {
                "module '\(id)' depends on '\($0)', which is missing; add it to the set"
            }
        }
        return faults
    }
}
