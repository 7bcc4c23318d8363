/// Lets many tasks use something at once, or one task change it. Tasks get their turn in the order in which they came, so a
/// task that waits to change it also holds back those that come after it. A cancelled task waits too.
package final class SharedExclusiveLock: Sendable {
    private struct State {
        var users = 0
        var isChanging = false
        var waiting: [(changes: Bool, continuation: CheckedContinuation<Void, Never>)] = []

        func isFree(to change: Bool) -> Bool { !isChanging && (!change || users == 0) }

        mutating func enter(to change: Bool) { if change { isChanging = true } else { users += 1 } }

        /// Gives their turn to those who wait and can have it now.
        mutating func admit() -> [CheckedContinuation<Void, Never>] {
            if waiting.isEmpty { return [] }
            var admitted: [CheckedContinuation<Void, Never>] = []
            for (changes, continuation) in waiting {
                guard isFree(to: changes) else { break }
                enter(to: changes)
                admitted.append(continuation)
            }
            waiting.removeFirst(admitted.count)
            return admitted
        }
    }

    private let state = Locked(State())

    package init() {}

    /// Begins to use what the lock protects, until ``leave()``. It does not suspend if nobody changes it or waits to.
    package func enter() async { if !enterAtOnce(changes: false) { await wait(changes: false) } }

    package func leave() { leave(changes: false) }

    /// Runs a body that changes what the lock protects. Nobody else uses it meanwhile.
    package func exclusive<Value>(_ body: () async throws -> Value) async rethrows -> Value {
        if !enterAtOnce(changes: true) { await wait(changes: true) }
        defer { leave(changes: true) }
        return try await body()
    }

    /// How many tasks wait for their turn.
    package var waitingCount: Int { state.withLock(\.waiting.count) }

    private func enterAtOnce(changes: Bool) -> Bool {
        state.withLock { state in
            guard state.waiting.isEmpty, state.isFree(to: changes) else { return false }
            state.enter(to: changes)
            return true
        }
    }

    private func wait(changes: Bool) async {
        await withCheckedContinuation { continuation in
            let admitted = state.withLock { state in
                state.waiting.append((changes, continuation))
                return state.admit()
            }
            for continuation in admitted { continuation.resume() }
        }
    }

    private func leave(changes: Bool) {
        let admitted = state.withLock { state in
            if changes { state.isChanging = false } else { state.users -= 1 }
            return state.admit()
        }
        for continuation in admitted { continuation.resume() }
    }
}
