/// What the modules of one tenant registered while they started.
struct Registry {
    struct Reaction: Sendable {
        let module: ModuleID
        /// Takes an array of the events' own type.
        let handle: @Sendable (Any, UnitOfWork) throws -> Void
    }

    struct Recurrence: Sendable {
        let module: ModuleID
        let name: String
        let interval: Duration
        let body: @Sendable () async throws -> Void
    }

    /// In the order in which the modules started.
    var reactions: [ObjectIdentifier: [Reaction]] = [:]
    var recurrences: [Recurrence] = []
    var contributions: [String: [any Sendable]] = [:]
    var services: [ModuleID: any Sendable] = [:]
    var closers: [@Sendable () async -> Void] = []
    var access = AccessRules()
}

/// A place where modules offer values of a type to each other.
public struct ExtensionPoint<Value: Sendable>: Sendable {
    let name: String

    /// `name` is unique in the platform: `<module>.<words>`.
    public init(_ name: StaticString) { self.name = name.description }
}

extension ExtensionPoint where Value == any Role {
    /// Roles that modules add to a tenant.
    public static var roles: ExtensionPoint<any Role> { ExtensionPoint("kernel.roles") }
}
