internal import AtriumStorage

/// Who waits for a turn at work, each in one hand at a time; one with much to do does not keep another waiting.
package final class Turns<Key: Hashable & Sendable>: Sendable {
    private struct State {
        var waiting: [Key] = []
        /// Turns until everybody who waited had theirs, and others are let in.
        var left = 0
        /// Who waits or is in a hand.
        var present: Set<Key> = []
        /// Who had nothing to do, and when: within a second it is not looked into again.
        var idle: [Key: ContinuousClock.Instant] = [:]
    }

    private let state = Locked(State())

    package init() {}

    package var isRoundOver: Bool { state.withLock { $0.left == 0 } }

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
