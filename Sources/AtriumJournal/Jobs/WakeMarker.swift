package import AtriumStorage
internal import AtriumSystem

package import struct Foundation.Date

/// Maintains an organization's `wake_at` in the directory. It is set to *now* before the file is first written, so that the
/// organization is due after a crash. It is set to the time of the next job when the organization rests.
package final class WakeMarker: Sendable {
    private struct State {
        var isAwake: Bool
        /// How many units are writing, or are about to write.
        var writers = 0
        /// Counts the writes. A decision to rest is valid only while this count is unchanged.
        var generation = 0
    }

    /// Stores when the organization is due; `nil` means never. Does nothing if `isOutdated` returns true in the directory's
    /// transaction.
    package typealias Store =
        @Sendable (_ due: Date?, _ isOutdated: @escaping @Sendable () -> Bool) async throws -> Void

    private let now: @Sendable () throws -> Date
    private let store: Store
    private let state: Locked<State>

    /// `isAwake` says that the directory already has the organization as due.
    package init(now: @escaping @Sendable () throws -> Date, isAwake: Bool, store: @escaping Store) {
        (self.now, self.store) = (now, store)
        state = Locked(State(isAwake: isAwake))
    }

    /// Runs a write. If the organization is asleep, the directory first records that it is due now.
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

    /// Records when the next job is due. Called after the due work has run, and before the file closes for good. Does nothing
    /// if a unit writes. `isDue` says that the directory has the organization as due, even if this marker does not know it. In
    /// this case the directory is corrected even if the organization is asleep.
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
