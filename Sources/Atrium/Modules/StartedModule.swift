internal import AtriumJournal

/// A module as it works in one organization: its service, and what it registered during its start.
struct StartedModule: Sendable {
    struct Recurrence: Sendable {
        let work: RecurringWork
        let body: @Sendable () async throws -> Void
    }

    let life: ModuleLife
    let permissions: [Permission]
    var service: (any Sendable)?
    /// Each takes an array of events of the type for which it is registered.
    var reactions: [ObjectIdentifier: [@Sendable (Any, UnitOfWork) throws -> Void]] = [:]
    /// What handles events after the commit. The keys are the names of the types of events in the log.
    var handlers: [String: [@Sendable ([UInt8], UnitOfWork) throws -> Void]] = [:]
    var recurrences: [Recurrence] = []
    var contributions: [String: [any Sendable]] = [:]
    var catchUps: [@Sendable (UnitOfWork) throws -> Void] = []
    var closers: [@Sendable () async -> Void] = []

    init(_ module: any Module.Type) {
        (life, permissions) = (ModuleLife(of: module.id), module.permissions)
    }

    var id: ModuleID { life.module }

    var owner: Owner { life.owner }

    func contributed<Value>(to point: ExtensionPoint<Value>) -> [Value] {
        (contributions[point.name] ?? []).compactMap { $0 as? Value }
    }

    var registrations: ModuleRegistrations {
        let roles: [any Role] = contributed(to: .roles)
        return ModuleRegistrations(
            module: id, recurringWork: recurrences.map(\.work), events: handlers.keys.sorted(),
            roles: Set(roles.map(\.id)))
    }

    /// Runs what the module registered for its end, the last body first.
    func close() async { for closer in closers.reversed() { await closer() } }
}
