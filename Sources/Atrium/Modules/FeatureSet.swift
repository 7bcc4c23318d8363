/// A named selection of the platform's modules, such as "Starter" or "Business". An organization gets one when it is created.
public struct FeatureSet: Sendable {
    /// The name, which the organization's file stores. It never changes.
    public let name: String
    /// The modules that an organization has, as they are configured for this set. The modules that they need are among them.
    public let modules: [any Module]
    /// Modules of the platform that the organization's administrators may switch on and off. Those that are not among `modules`
    /// are off at first.
    public let switchable: [any Module.Type]

    /// Makes a set. `Platform.open` checks it.
    public init(_ name: String, modules: [any Module], switchable: [any Module.Type] = []) {
        (self.name, self.modules, self.switchable) = (name, modules, switchable)
    }

    var declaration: FeatureSetDeclaration {
        let own = modules.map { type(of: $0) }.map { ($0.id, $0.dependencies.map { $0.id }) }
        return FeatureSetDeclaration(name: name, modules: own, switchable: switchable.map { $0.id })
    }
}

extension FeatureSet? {
    /// Whether an organization with the set has the module, unless it was switched. Without a set, it has every module.
    package func includes(_ module: ModuleID) -> Bool {
        self.map { $0.modules.contains { type(of: $0).id == module } } ?? true
    }
}
