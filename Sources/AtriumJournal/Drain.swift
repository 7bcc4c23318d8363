internal import AtriumStorage

/// Sees to it that a body runs again while it finds something to do, and never twice at a time.
package final class Drain: Sendable {
    private struct State {
        /// The run under way, and the one that begins after it.
        var run: Task<Int, Never>?
        var next: Task<Int, Never>?
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

    /// Runs the body once, behind the run under way, and returns how much it did. Those who ask before it begins share it; a
    /// caller that is cancelled does not end it.
    package func run(_ body: @escaping @Sendable () async -> Int) async -> Int {
        let run = state.withLock { state in
            if let next = state.next { return next }
            let former = state.run
            let run = Task {
                _ = await former?.value
                self.state.withLock { ($0.run, $0.next) = ($0.next, nil) }
                return await body()
            }
            state.next = run
            return run
        }
        return await run.value
    }

    /// Waits for the runs under way and to come.
    package func finishRun() async {
        while let run = state.withLock({ $0.next ?? $0.run }) {
            _ = await run.value
            state.withLock { if $0.run == run { $0.run = nil } }
        }
    }
}
