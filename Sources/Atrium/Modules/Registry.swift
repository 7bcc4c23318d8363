internal import AtriumJournal

/// What the modules of one organization registered during their start.
struct Registry {
    struct Reaction: Sendable {
        let module: ModuleID
        let owner: Owner
        /// Takes an array of events of the type for which the reaction is registered.
        let handle: @Sendable (Any, UnitOfWork) throws -> Void
    }

    struct Recurrence: Sendable {
        let work: RecurringWork
        let body: @Sendable () async throws -> Void
    }

    /// A module that handles events after the commit. The keys are the names of the types of events in the log.
    struct Subscriber: Sendable {
        let module: ModuleID
        let owner: Owner
        var handlers: [String: [@Sendable ([UInt8], UnitOfWork) throws -> Void]] = [:]
    }

    /// The module whose `start` is running. Only this module can register something.
    var starting: ModuleID?
    /// In the order in which the modules started.
    var reactions: [ObjectIdentifier: [Reaction]] = [:]
    /// In the order in which the modules started.
    var subscribers: [Subscriber] = []
    /// The types of events with a subscription, including those of modules that are not installed now.
    var subscribedEvents: Set<String> = []
    /// Whether all subscribers are known. Until then, no event is delivered.
    var isComplete = false
    var recurrences: [Recurrence] = []
    /// Recurring work that is running, including work that exceeded its deadline and has not returned yet.
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

/// A named place where modules offer values of one type to each other.
public struct ExtensionPoint<Value: Sendable>: Sendable {
    let name: String

    /// The name is unique in the platform: `<module>.<words>`.
    public init(_ name: StaticString) { self.name = name.description }
}

extension ExtensionPoint where Value == any Role {
    /// The roles that modules add to an organization.
    public static var roles: ExtensionPoint<any Role> { ExtensionPoint("kernel.roles") }
}
