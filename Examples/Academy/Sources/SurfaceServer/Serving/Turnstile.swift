import Foundation
import Synchronization

/// Lets a few pages be made at a time. The others wait, in the order in which they came.
///
/// More pages at a time are not made faster. A page waits for a thread several times, and each time the steps of all other pages
/// are in front of it. With many pages at a time, some take several times as long as others.
final class Turnstile: Sendable {
    private struct State {
        var free: Int
        /// Who waits. Those before `first` have gone through.
        var waiting: [CheckedContinuation<Void, Never>] = []
        var first = 0

        /// The next one that waits. Without one, the place is free.
        mutating func next() -> CheckedContinuation<Void, Never>? {
            guard first < waiting.count else {
                free += 1
                (waiting, first) = ([], 0)
                return nil
            }
            let next = waiting[first]
            first += 1
            if first == 1_000 {
                waiting.removeFirst(first)
                first = 0
            }
            return next
        }
    }

    private let state: Mutex<State>

    /// Lets `limit` through at a time.
    init(limit: Int = 4 * ProcessInfo.processInfo.activeProcessorCount) { state = Mutex(State(free: limit)) }

    /// How many wait.
    var waitingCount: Int { state.withLock { $0.waiting.count - $0.first } }

    /// Runs the body in its turn.
    func pass<Value>(_ body: () async throws -> Value) async rethrows -> Value {
        await enter()
        defer { state.withLock { $0.next() }?.resume() }
        return try await body()
    }

    private func enter() async {
        await withCheckedContinuation { continuation in
            let isFree = state.withLock { state in
                guard state.free > 0 else {
                    state.waiting.append(continuation)
                    return false
                }
                state.free -= 1
                return true
            }
            if isFree { continuation.resume() }
        }
    }
}
