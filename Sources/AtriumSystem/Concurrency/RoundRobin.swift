/// Gives turns to keys that have work, one worker for each key at a time. A key with much work does not delay the others.
package final class RoundRobin<Key: Hashable & Sendable>: Sendable {
    private struct State {
        var waiting: [Key] = []
        /// The turns of this round that are left. It is negative when several workers took a turn at the end of the round.
        var left = 0
        /// Keys that wait or have a turn.
        var present: Set<Key> = []
        /// Keys that had no work, and the time when they had none. They get no turn within a second after it.
        var idle: [Key: ContinuousClock.Instant] = [:]
    }

    private let state = Locked(State())

    package init() {}

    /// Gives turns to the keys that are due, with several workers at once, and returns how much was done in all. It ends when
    /// no key has work. If `endless` is true, it ends only when its task is cancelled. A long turn occupies only one worker.
    package func run(
        workers: Int, endless: Bool, due: @escaping @Sendable () async throws -> [Key],
        turn: @escaping @Sendable (Key) async throws -> Int
    ) async throws -> Int {
        try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<workers {
                group.addTask {
                    var count = 0
                    while true {
                        try Task.checkCancellation()
                        if self.isRoundOver { self.startRound(with: try await due()) }
                        if let key = self.take() {
                            let done = try await turn(key)
                            count += done
                            self.end(key, hasMore: done > 0)
                        } else if endless {
                            try await Task.sleep(for: .seconds(1))
                        } else {
                            return count
                        }
                    }
                }
            }
            return try await group.reduce(0, +)
        }
    }

    package var isRoundOver: Bool { state.withLock { $0.left <= 0 } }

    /// Starts a round with the keys that wait, and after them those that are due.
    package func startRound(with due: [Key]) {
        let now = ContinuousClock.now
        state.withLock { state in
            state.idle = state.idle.filter { now - $0.value < .seconds(1) }
            let others = due.filter { state.idle[$0] == nil && !state.present.contains($0) }
            state.present.formUnion(others)
            state.waiting += others
            state.left = state.waiting.count
        }
    }

    package func take() -> Key? {
        state.withLock { state in
            guard !state.waiting.isEmpty else { return nil }
            state.left -= 1
            return state.waiting.removeFirst()
        }
    }

    /// Ends a turn. A key that has more work waits for its next turn.
    package func end(_ key: Key, hasMore: Bool) {
        state.withLock { state in
            if hasMore { return state.waiting.append(key) }
            state.present.remove(key)
            state.idle[key] = .now
        }
    }
}
