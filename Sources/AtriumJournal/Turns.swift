internal import AtriumStorage

/// Who waits for a turn at work, each in one hand at a time; one with much to do does not keep another waiting.
package final class Turns<Key: Hashable & Sendable>: Sendable {
    private struct State {
        var waiting: [Key] = []
        /// Turns until everybody who waited had theirs, and others are let in; less than none where several hands took one at
        /// its end.
        var left = 0
        /// Who waits or is in a hand.
        var present: Set<Key> = []
        /// Who had nothing to do, and when: within a second it is not looked into again.
        var idle: [Key: ContinuousClock.Instant] = [:]
    }

    private let state = Locked(State())

    package init() {}

    /// Gives turns to those who are due, a number of hands at once, and returns how much was done in all: until nobody has
    /// anything to do, or, where it is endless, until the task is cancelled. One who takes long has one hand, and no more.
    package func run(
        hands: Int, endless: Bool, due: @escaping @Sendable () async throws -> [Key],
        turn: @escaping @Sendable (Key) async throws -> Int
    ) async throws -> Int {
        try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<hands {
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

    /// Lets those in who are due, behind those who wait.
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

    /// Ends a turn: who has more to do waits for the next.
    package func end(_ key: Key, hasMore: Bool) {
        state.withLock { state in
            if hasMore { return state.waiting.append(key) }
            state.present.remove(key)
            state.idle[key] = .now
        }
    }
}
