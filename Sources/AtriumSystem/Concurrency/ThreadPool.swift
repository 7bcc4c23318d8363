internal import Dispatch

internal import class Foundation.Thread

/// Work that a pool's threads do, one turn at a time.
package protocol PooledWork: AnyObject, Sendable {
    /// Returns whether another turn is wanted.
    func takeTurn() -> Bool
}

/// A few separate threads for work that blocks, so that fsync and long scans never hold a thread of Swift's cooperative pool.
///
/// Work takes turns in the order in which it was scheduled. Work with many turns therefore delays other work by only one turn.
package final class ThreadPool: Sendable {
    private struct State {
        var waiting: [any PooledWork] = []
        var running: Int
    }

    private let state: Locked<State>
    private let wake = DispatchSemaphore(value: 0)

    package init(name: String, threads: Int) {
        state = Locked(State(running: threads))
        for index in 0..<threads {
            let thread = Thread { [self] in
                // On Linux, a name that is set from outside, before or after the start, may not reach the thread.
                Thread.current.name = "\(name) \(index + 1)"
                runTurns()
            }
            thread.stackSize = 4 << 20
            thread.start()
        }
    }

    /// Gives the work a turn. Returns false when the threads have ended.
    package func schedule(_ work: any PooledWork) -> Bool {
        let isRunning = state.withLock { state in
            if state.running > 0 { state.waiting.append(work) }
            return state.running > 0
        }
        if isRunning { wake.signal() }
        return isRunning
    }

    /// Ends the threads after all waiting work has had its turn.
    package func stop() {
        let threads = state.withLock { state in
            defer { state.running = 0 }
            return state.running
        }
        for _ in 0..<threads { wake.signal() }
    }

    private func runTurns() {
        while true {
            wake.wait()
            // A signal without work is the signal to stop.
            guard var work = state.withLock({ $0.waiting.isEmpty ? nil : $0.waiting.removeFirst() }) else { return }
            // A thread that is awake continues with the next work. So a single piece of work wakes no other thread.
            while work.takeTurn() {
                work = state.withLock { state in
                    state.waiting.append(work)
                    return state.waiting.removeFirst()
                }
            }
        }
    }
}
