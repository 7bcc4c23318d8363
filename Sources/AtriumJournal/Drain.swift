internal import AtriumStorage

/// Sees to it that a body runs again while it finds something to do, and never twice at a time.
package final class Drain: Sendable {
    private struct State {
        var run: Task<Int, Never>?
        /// Whether a task runs the body again and again, and whether something came since it last looked.
        var isDraining = false
        var hasNews = false
    }

    private let state = Locked(State())

    package init() {}

    /// Says that there is something to do: the body, which returns how much it did, runs until it does nothing.
    package func start(_ body: @escaping @Sendable () async -> Int) {
        let isUnderWay = state.withLock { state in
            defer { (state.isDraining, state.hasNews) = (true, true) }
            return state.isDraining
        }
        if isUnderWay { return }
        Task { while takeNews() { while await run(body) > 0 {} } }
    }

    private func takeNews() -> Bool {
        state.withLock { state in
            defer { (state.isDraining, state.hasNews) = (state.hasNews, false) }
            return state.hasNews
        }
    }

    /// Runs the body once, behind the run under way, and returns how much it did.
    package func run(_ body: @escaping @Sendable () async -> Int) async -> Int {
        while true {
            let (run, isOwn) = state.withLock { state in
                if let run = state.run { return (run, false) }
                let run = Task {
                    defer { self.state.withLock { $0.run = nil } }
                    return await body()
                }
                state.run = run
                return (run, true)
            }
            let count = await run.value
            if isOwn { return count }
        }
    }

    /// Waits for the run under way.
    package func finishRun() async { _ = await state.withLock(\.run)?.value }
}
