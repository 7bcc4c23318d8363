package import AtriumStorage
internal import AtriumSystem

package import struct Foundation.Date

/// Keeps a tenant's `wake_at` in the directory true: *now* before its file is first written, so that a crash leaves it
/// due; the time of its next recurring work once it rests.
package final class WakeMarker: Sendable {
    private struct State {
        var isAwake: Bool
        /// Units that write or are about to.
        var writers = 0
        /// Counts the turns between awake and asleep, and the writes: what was decided before one is void after it.
        var generation = 0
    }

    /// Stores when the tenant is due, unless that is outdated in the writer's turn.
    package typealias Store =
        @Sendable (_ due: Date?, _ isOutdated: @escaping @Sendable () -> Bool) async throws -> Void

    private let now: @Sendable () throws -> Date
    private let store: Store
    private let state: Locked<State>

    /// `isAwake` says that the tenant is stored as due already.
    package init(now: @escaping @Sendable () throws -> Date, isAwake: Bool, store: @escaping Store) {
        (self.now, self.store) = (now, store)
        state = Locked(State(isAwake: isAwake))
    }

    /// Runs a write, awake.
    package func during<Value>(_ write: () async throws -> Value) async throws -> Value {
        let isAwake = state.withLock { state in
            state.writers += 1
            state.generation += 1
            return state.isAwake
        }
        defer { state.withLock { $0.writers -= 1 } }
        if !isAwake {
            try await store(now()) { false }
            state.withLock { $0.isAwake = true }
        }
        return try await write()
    }

    /// After the due work ran, and before the file closes for good: due again when its next work is. `isDue` says that the
    /// directory has it as due, asleep or not: what it says is not true any more then.
    package func rest(_ file: DatabaseFile, modules: Set<String>, isDue: Bool) async throws {
        let (generation, now) = (state.withLock(\.generation), try now())
        let due = try await file.read { try Jobs($0.kernel).nextDue(of: modules, at: now) }
        let isAsleep = state.withLock { state in
            guard state.writers == 0, state.isAwake || isDue, state.generation == generation else { return false }
            state.isAwake = false
            return true
        }
        guard isAsleep else { return }
        try await store(due) { self.state.withLock { $0.generation != generation } }
    }
}
