internal import AtriumJournal
internal import Foundation

/// Rows that mirror the code: the modules, the exclusions of roles, which a trigger of the schema reads, the recurring work,
/// and the subscriptions to events.
struct Reconciliation {
    let modules: Set<String>
    let roles: [any Role]
    let recurrences: [RecurringWork]
    let subscribers: [Registry.Subscriber]
    let now: Date

    /// Statements that make the rows match the code; none if they match.
    func changes(_ executor: CachingExecutor) throws -> [SQL] {
        try moduleChanges(executor) + exclusionChanges(executor)
            + Jobs(executor).changes(for: recurrences, of: modules, at: now) + subscriptionChanges(executor)
    }

    static func storedModules(_ executor: CachingExecutor) throws -> Set<String> {
        Set(try executor.rows("SELECT id FROM kernel_module", as: String.self))
    }

    private func moduleChanges(_ executor: CachingExecutor) throws -> [SQL] {
        if try Self.storedModules(executor) == modules { return [] }
        return ["DELETE FROM kernel_module", "INSERT INTO kernel_module SELECT value FROM json_each(\(json: modules))"]
    }

    private func exclusionChanges(_ executor: CachingExecutor) throws -> [SQL] {
        let wanted = Set(roles.flatMap { role in role.exclusions.flatMap { [[role.id, $0], [$0, role.id]] } })
        let rows = try executor.rows("SELECT role, other FROM kernel_exclusion", as: RoleID.self, RoleID.self)
        let stored = Set(rows.map { [$0.0, $0.1] })
        return stored.subtracting(wanted).map {
            "DELETE FROM kernel_exclusion WHERE (role, other) = (\($0[0]), \($0[1]))"
        }
            + wanted.subtracting(stored).map { "INSERT INTO kernel_exclusion VALUES (\($0[0]), \($0[1]))" }
    }

    private func subscriptionChanges(_ executor: CachingExecutor) throws -> [SQL] {
        let wanted = subscribers.flatMap { subscriber in
            subscriber.handlers.keys.map { EventLog.Subscription(subscriber.module.description, of: $0) }
        }
        return try EventLog(executor).changes(to: Set(wanted), of: modules)
    }
}
