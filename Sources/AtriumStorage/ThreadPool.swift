internal import Dispatch

internal import class Foundation.Thread

/// Work that a pool's threads do, one turn after another.
protocol Lane: AnyObject, Sendable {
    /// Returns how soon another turn is wanted, if one is.
    func takeTurn() -> NextTurn?
}

/// How soon a lane has its next turn: after all that wait, or before them.
enum NextTurn { case inOrder, urgent }

/// A few threads of our own for what blocks: fsync and long scans never hold a thread of Swift's cooperative pool.
///
/// Lanes take turns in the order in which they asked, so one with much to do delays the others by one turn only.
package final class ThreadPool: Sendable {
    private struct State {
        var lanes: [any Lane] = []
        var running: Int

        mutating func add(_ lane: any Lane, urgently: Bool) {
            if urgently { lanes.insert(lane, at: 0) } else { lanes.append(lane) }
        }
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

    /// Gives the lane a turn; `urgently` before all that wait.
    func schedule(_ lane: any Lane, urgently: Bool = false) {
        state.withLock { $0.add(lane, urgently: urgently) }
        wake.signal()
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
            while let next = lane.takeTurn() {
                lane = state.withLock { state in
                    state.add(lane, urgently: next == .urgent)
                    return state.lanes.removeFirst()
                }
            }
        }
    }
}
