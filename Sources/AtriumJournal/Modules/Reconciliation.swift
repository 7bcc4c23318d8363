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
    /// Whether the organization opens, so that none of its work is running.
    package let isOpening: Bool

    package init(
        stored: StoredModules, states: [ModuleID: ModuleState], working: [ModuleRegistrations],
        exclusions: [RoleID: Set<RoleID>], kernelWork: [RecurringWork], now: Date, isOpening: Bool
    ) {
        (self.stored, self.states, self.working) = (stored, states, working)
        (self.exclusions, self.kernelWork, self.now, self.isOpening) = (exclusions, kernelWork, now, isOpening)
    }

    /// Statements that make the rows match the code; none if they match.
    package func changes(_ executor: CachingExecutor) throws -> [SQL] {
        let decided = Set(states.keys.filter(isDecided).map(\.description) + ["kernel"])
        let roles = Dictionary(uniqueKeysWithValues: working.map { ($0.module, $0.roles) })
        let subscriptions = working.flatMap { module in
            module.events.map { EventLog.Subscription(module.module.description, of: $0) }
        }
        return try stored.changes(on: roles, of: Set(states.keys), executor) + exclusionChanges(executor)
            + Jobs(executor).changes(
                for: kernelWork + working.flatMap(\.recurringWork), of: decided, at: now, isOpening: isOpening)
            + EventLog(executor).changes(to: Set(subscriptions), of: decided)
    }

    /// Whether the module is on or off. What it registered before is kept while it is missing or does not start, or while it
    /// waits for such a module.
    private func isDecided(_ id: ModuleID) -> Bool {
        switch states[id] {
        case .on, .off: true
        case .waiting(let others): others.allSatisfy(isDecided)
        case .failed, .missing, nil: false
        }
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
