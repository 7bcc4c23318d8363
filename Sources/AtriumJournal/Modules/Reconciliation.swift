public import AtriumStorage
public import AtriumValues

package import struct Foundation.Date

/// Rows that mirror the code: the modules, the exclusions of roles, which a trigger of the schema reads, the recurring work,
/// and the subscriptions to events.
package struct Reconciliation: Sendable {
    package let stored: StoredModules
    package let states: [ModuleID: ModuleState]
    /// The modules that work here.
    package let working: [ModuleRegistrations]
    /// For each role, those that a member cannot hold beside it.
    package let exclusions: [RoleID: Set<RoleID>]
    /// The kernel's own recurring work.
    package let kernelWork: [RecurringWork]
    package let now: Date

    package init(
        stored: StoredModules, states: [ModuleID: ModuleState], working: [ModuleRegistrations],
        exclusions: [RoleID: Set<RoleID>], kernelWork: [RecurringWork], now: Date
    ) {
        (self.stored, self.states, self.working) = (stored, states, working)
        (self.exclusions, self.kernelWork, self.now) = (exclusions, kernelWork, now)
    }

    /// Statements that make the rows match the code; none if they match.
    package func changes(_ executor: CachingExecutor) throws -> [SQL] {
        // What a module registered before is kept while it is missing, waits, or does not start.
        let decided = Set(states.filter { $0.value == .on || $0.value == .off }.map(\.key.description) + ["kernel"])
        let roles = Dictionary(uniqueKeysWithValues: working.map { ($0.module, $0.roles) })
        let subscriptions = working.flatMap { module in
            module.events.map { EventLog.Subscription(module.module.description, of: $0) }
        }
        return try stored.changes(on: roles, of: Set(states.keys), executor) + exclusionChanges(executor)
            + Jobs(executor).changes(for: kernelWork + working.flatMap(\.recurringWork), of: decided, at: now)
            + EventLog(executor).changes(to: Set(subscriptions), of: decided)
    }

    private func exclusionChanges(_ executor: CachingExecutor) throws -> [SQL] {
        let wanted = Set(exclusions.flatMap { role, others in others.flatMap { [[role, $0], [$0, role]] } })
        let rows = try executor.rows("SELECT role, other FROM kernel_exclusion", as: RoleID.self, RoleID.self)
        let stored = Set(rows.map { [$0.0, $0.1] })
        // The exclusions of a role stay while its module does not work.
        let former = stored.subtracting(wanted).filter { $0.allSatisfy { exclusions[$0] != nil } }
        return former.map { "DELETE FROM kernel_exclusion WHERE (role, other) = (\($0[0]), \($0[1]))" }
            + wanted.subtracting(stored).map { "INSERT INTO kernel_exclusion VALUES (\($0[0]), \($0[1]))" }
    }
}

extension RoleID: ColumnValue {}
