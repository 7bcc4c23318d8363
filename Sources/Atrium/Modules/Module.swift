internal import AtriumSystem

/// A feature of the platform: what it stores, which permissions it checks, and the service that it offers in each organization.
///
/// A module is a value that its `init` configures. It keeps no data of an organization; such data is in its `Service`.
public protocol Module: Sendable {
    /// The service that it offers. There is one instance for each organization. A service never exposes its store.
    associatedtype Service: Sendable

    /// The name of the module and of its schema: every table is `<id>_<noun>`.
    static var id: ModuleID { get }
    /// The modules that start before this one. It can look up only their services.
    static var dependencies: [any Module.Type] { get }
    /// The permissions that it checks, with their default grants.
    static var permissions: [Permission] { get }
    /// Its tables, as a list of named migrations. New migrations are added at the end; released ones never change.
    static var schema: Schema { get }

    /// Makes the service of one organization, and registers reactions, recurring work and contributions. While a new organization is
    /// being created, its file is only in memory: what `start` writes becomes durable when the creation succeeds. If `start`
    /// throws, the caller who looks up the organization gets a `ModuleStartError` with this error as its cause.
    func start(in tenant: TenantContext) async throws -> Service
}

/// The modules of a platform, checked as a whole and in the order in which they start.
struct ModuleSet: Sendable {
    let modules: [any Module]
    let schemas: SchemaSet

    var names: Set<String> { Set(modules.map { type(of: $0).id.description }) }

    /// Identifies the set: the names of its modules, and the checksum of their schemas.
    var description: String { (names.sorted() + [schemas.checksum.hexadecimal]).joined(separator: " ") }

    /// Throws a `ConfigurationError` with the given faults and the faults that it finds, if there are any.
    init(_ modules: [any Module], faults others: [String]) throws {
        var faults = others
        var byID: [ModuleID: any Module] = [:]
        for module in modules {
            let id = type(of: module).id
            if byID.updateValue(module, forKey: id) != nil {
                faults.append("module '\(id)' is listed twice; remove one")
            }
        }
        for module in modules { faults += Self.faults(of: type(of: module), among: byID) }
        faults += Self.clashes(of: modules)
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
                + ordered.map { (Owner(name: type(of: $0).id.description), type(of: $0).schema) })
    }

    private static func faults(of type: any Module.Type, among known: [ModuleID: any Module]) -> [String] {
        var faults: [String] = []
        if let fault = type.id.fault { faults.append(fault) }
        for dependency in type.dependencies where known[dependency.id] == nil {
            faults.append("module '\(type.id)' depends on '\(dependency.id)', which is missing; add it to the platform")
        }
        for permission in type.permissions where !permission.id.hasPrefix("\(type.id).") {
            faults.append("permission '\(permission)' of '\(type.id)' does not start with '\(type.id).'; rename it")
        }
        for permission in type.permissions where !permission.isWellNamed {
            faults.append(
                "permission '\(permission)' of '\(type.id)' must begin with '\(type.id).', followed by words; it may not have control "
                    + "characters, or a blank after the dot or at the end; rename it")
        }
        return faults + type.schema.faults.map { "schema of '\(type.id)': \($0)" }
    }

    private static func clashes(of modules: [any Module]) -> [String] {
        let permissions = modules.flatMap { type(of: $0).permissions.map(\.id) } + Permission.kernel.map(\.id)
        return Dictionary(grouping: permissions) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
            .map { "permission '\($0)' is declared twice; declare it in one module" }
    }
}
