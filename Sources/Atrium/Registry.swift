private import Synchronization

/// What the modules of one tenant registered while they started.
final class Registry: Sendable {
    struct Reaction: Sendable {
        let module: ModuleID
        let handle: @Sendable (any Event, UnitOfWork) throws -> Void
    }

    struct Recurrence: Sendable {
        let module: ModuleID
        let name: String
        let interval: Duration
        let body: @Sendable () async throws -> Void
    }

    private struct State {
        var reactions: [ObjectIdentifier: [Reaction]] = [:]
        var recurrences: [Recurrence] = []
        var contributions: [String: [any Sendable]] = [:]
        var closers: [@Sendable () async -> Void] = []
        var services: [ModuleID: any Sendable] = [:]
        var access = AccessRules()
    }

    private let state = Mutex(State())

    func add(_ reaction: Reaction, to event: any Event.Type) {
        state.withLock { $0.reactions[ObjectIdentifier(event), default: []].append(reaction) }
    }

    /// In the order in which the modules started.
    func reactions(to event: any Event.Type) -> [Reaction] {
        state.withLock { $0.reactions[ObjectIdentifier(event)] ?? [] }
    }

    func add(_ recurrence: Recurrence) { state.withLock { $0.recurrences.append(recurrence) } }

    var recurrences: [Recurrence] { state.withLock(\.recurrences) }

    func contribute(_ value: some Sendable, to point: String) {
        state.withLock { $0.contributions[point, default: []].append(value) }
    }

    func contributions(to point: String) -> [any Sendable] { state.withLock { $0.contributions[point] ?? [] } }

    func onClose(_ body: @escaping @Sendable () async -> Void) { state.withLock { $0.closers.append(body) } }

    func setService(_ service: any Sendable, of module: ModuleID) { state.withLock { $0.services[module] = service } }

    func service(of module: ModuleID) -> (any Sendable)? { state.withLock { $0.services[module] } }

    var access: AccessRules {
        get { state.withLock(\.access) }
        set { state.withLock { $0.access = newValue } }
    }

    /// Forgets everything and returns what is to run on closing, the last registered first.
    func clear() -> [@Sendable () async -> Void] {
        state.withLock { state in
            defer { state = State() }
            return state.closers.reversed()
        }
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
