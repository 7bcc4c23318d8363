internal import AtriumJournal

/// What the modules of one tenant registered while they started.
struct Registry {
    struct Reaction: Sendable {
        let module: ModuleID
        let owner: Owner
        /// Takes an array of the events' own type.
        let handle: @Sendable (Any, UnitOfWork) throws -> Void
    }

    struct Recurrence: Sendable {
        let work: RecurringWork
        let body: @Sendable () async throws -> Void
    }

    /// A module that handles events after the commit, by the names under which the log keeps them.
    struct Subscriber: Sendable {
        let module: ModuleID
        let owner: Owner
        var handlers: [String: [@Sendable ([UInt8], UnitOfWork) throws -> Void]] = [:]
    }

    /// The module whose `start` is under way: nobody else registers anything.
    var starting: ModuleID?
    /// In the order in which the modules started.
    var reactions: [ObjectIdentifier: [Reaction]] = [:]
    /// In the order in which the modules started.
    var subscribers: [Subscriber] = []
    /// Events with a subscription, also those of modules that are not installed now.
    var subscribedEvents: Set<String> = []
    /// Whether all subscribers are known. Events wait until then.
    var isComplete = false
    var recurrences: [Recurrence] = []
    /// Recurring work that runs, or was left behind at its deadline and has not ended.
    var running: Set<RecurringWork> = []
    var contributions: [String: [any Sendable]] = [:]
    var services: [ModuleID: any Sendable] = [:]
    var closers: [@Sendable () async -> Void] = []
    var access = AccessRules()

    mutating func subscribe(
        _ event: String, by module: ModuleID, owner: Owner,
        handler: @escaping @Sendable ([UInt8], UnitOfWork) throws -> Void
    ) {
        if subscribers.last?.module != module { subscribers.append(Subscriber(module: module, owner: owner)) }
        subscribers[subscribers.count - 1].handlers[event, default: []].append(handler)
    }
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
