internal import Dispatch

internal import class Foundation.Thread

/// Work that a pool's threads do, one turn after another.
protocol Lane: AnyObject, Sendable {
    /// Returns whether another turn is wanted.
    func takeTurn() -> Bool
}

/// A few threads of our own for what blocks: fsync and long scans never hold a thread of Swift's cooperative pool.
///
/// Lanes take turns in the order in which they asked, so one with much to do delays the others by one turn only.
package final class ThreadPool: Sendable {
    private struct State {
        var lanes: [any Lane] = []
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
                work()
            }
            thread.stackSize = 4 << 20
            thread.start()
        }
    }

    /// Gives the lane a turn; false when the threads have ended.
    func schedule(_ lane: any Lane) -> Bool {
        let isRunning = state.withLock { state in
            if state.running > 0 { state.lanes.append(lane) }
            return state.running > 0
        }
        if isRunning { wake.signal() }
        return isRunning
    }

    /// Ends the threads once every lane that waits has had its turn.
    package func stop() {
        let threads = state.withLock { state in
            defer { state.running = 0 }
            return state.running
        }
        for _ in 0..<threads { wake.signal() }
    }

    private func work() {
        while true {
            wake.wait()
            // A signal without a lane is the one to stop.
            guard var lane = state.withLock({ $0.lanes.isEmpty ? nil : $0.lanes.removeFirst() }) else { return }
            // A thread that is awake goes on with whoever is next: a lane alone costs no other thread's waking.
            while lane.takeTurn() {
                lane = state.withLock { state in
                    state.lanes.append(lane)
                    return state.lanes.removeFirst()
                }
            }
        }
    }
}
