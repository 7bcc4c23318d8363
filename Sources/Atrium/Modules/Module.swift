internal import AtriumSystem

/// A feature of the platform: what it stores, which permissions it checks, and the service that it offers in each organization.
///
/// A module is a value that its `init` configures. It keeps no data of an organization; such data is in its `Service`.
public protocol Module: Sendable {
    /// The service that it offers. There is one instance for each organization. A service never exposes its store.
    associatedtype Service: Sendable

    /// The name of the module and of its schema: every table is `<id>_<noun>`.
    static var id: ModuleID { get }
    /// What people read of it, in English; without one, the words of the type's name.
    static var title: Words { get }
    /// The modules that start before this one. It can look up only their services.
    static var dependencies: [any Module.Type] { get }
    /// The permissions that it checks, with their default grants.
    static var permissions: [Permission] { get }
    /// Its texts in other languages than English. Without any, its texts are shown in English.
    static var phrases: [Phrases] { get }
    /// Its tables, as a list of named migrations. New migrations are added at the end; released ones never change.
    static var schema: Schema { get }
    /// What its tables hold of people: every column that may say something about a person is exported, erased or kept.
    static var personalData: [PersonalTable] { get }

    /// Makes the service of one organization, and registers reactions, recurring work and contributions. While a new organization is
    /// being created, its file is only in memory: what `start` writes becomes durable when the creation succeeds. If `start`
    /// throws, the caller who looks up the organization gets a `ModuleStartError` with this error as its cause, unless the
    /// platform's configuration says that the module is optional.
    func start(in tenant: TenantContext) async throws -> Service
}

extension Module {
    public static var title: Words { Words(ofType: self) }
    public static var phrases: [Phrases] { [] }
    public static var personalData: [PersonalTable] { [] }
}

/// The modules of a platform, checked as a whole and in the order in which they start.
package struct ModuleSet: Sendable, CustomStringConvertible {
    let modules: [any Module]
    let schemas: SchemaSet
    private let featureSets: [FeatureSet]

    /// Identifies the set: the names of its modules, and the checksum of their schemas.
    package var description: String {
        (types.map { $0.id.description }.sorted() + [schemas.checksum.hexadecimal]).joined(separator: " ")
    }

    /// Throws a `ConfigurationError` with the given faults and the faults that it finds, if there are any.
    /// Feature sets are about organizations, not about the modules of the platform.
    package init(
        _ modules: [any Module], for configuration: PlatformConfiguration, isOfPlatform: Bool = false
    ) throws {
        var faults = configuration.faults
        let declarations = modules.map { type(of: $0) }.map {
            ModuleDeclaration(
                id: $0.id, dependencies: $0.dependencies.map { $0.id }, permissions: $0.permissions,
                schemaFaults: $0.schema.faults)
        }
        faults += ModuleDeclaration.faults(of: declarations, beside: Permission.kernel)
        featureSets = isOfPlatform ? [] : configuration.featureSets
        faults += FeatureSetDeclaration.faults(of: featureSets.map(\.declaration), among: declarations.map(\.id))
        let (ordered, cycles) = DependencyOrder.of(
            modules, id: { type(of: $0).id }, dependencies: { type(of: $0).dependencies.map { $0.id } })
        for cycle in cycles {
            let names = cycle.map(\.description).joined(separator: " → ")
            faults.append("modules depend on each other in a cycle: \(names); break it with an event")
        }
        guard faults.isEmpty else { throw ConfigurationError(faults: faults) }
        self.modules = ordered
        schemas = SchemaSet(
            [(.kernel, KernelSchema.tenant)]
                + ordered.map { (Owner(name: type(of: $0).id.description), type(of: $0).schema) },
            optional: Set(configuration.optionalModules.map { $0.id.description }))
    }

    package var types: [any Module.Type] { modules.map { type(of: $0) } }

    /// A feature set by its name; `nil` for the empty name, which stands for every module.
    package func featureSet(_ name: String) throws -> FeatureSet? {
        if name.isEmpty { return nil }
        guard let found = featureSets.first(where: { $0.name == name }) else {
            throw ConfigurationError(faults: ["feature set '\(name)' is missing; add it to featureSets"])
        }
        return found
    }

    /// The schemas of a new file with a feature set. Those of other modules are left out.
    func schemas(of set: FeatureSet?) -> SchemaSet {
        SchemaSet(schemas.schemas, leavingOut: Set(types.map { $0.id }.filter { !set.includes($0) }.map(\.description)))
    }

    /// The modules in their order, as a feature set configures them.
    func modules(in set: FeatureSet?) -> [any Module] {
        modules.map { module in set?.modules.first { type(of: $0).id == type(of: module).id } ?? module }
    }
}
