/// Repeats a body as long as it finds something to do. It never runs twice at the same time. Callers that ask while a run waits
/// to begin share that run.
package final class CoalescingRunner: Sendable {
    private struct State {
        /// The current run, and the next one.
        var run: Task<Int, Never>?
        var next: Task<Int, Never>?
        /// Whether a task repeats the body, and whether ``start(_:)`` was called since that task last checked.
        var isRepeating = false
        var hasRequest = false
    }

    private let state = Locked(State())

    package init() {}

    /// Starts the body, because there is something to do. The body returns how much it did, and runs again until it does
    /// nothing.
    package func start(_ body: @escaping @Sendable () async -> Int) {
        let isUnderWay = state.withLock { state in
            defer { (state.isRepeating, state.hasRequest) = (true, true) }
            return state.isRepeating
        }
        if isUnderWay { return }
        Task { while clearRequest() { while await run(body) > 0 {} } }
    }

    private func clearRequest() -> Bool {
        state.withLock { state in
            defer { (state.isRepeating, state.hasRequest) = (state.hasRequest, false) }
            return state.hasRequest
        }
    }

    /// Runs the body once, after the current run, and returns how much it did. Callers that ask before it begins share it. It
    /// continues if a caller is cancelled.
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

    /// Waits for the current run and the next one.
    package func finish() async {
        while let run = state.withLock({ $0.next ?? $0.run }) {
            _ = await run.value
            state.withLock { if $0.run == run { $0.run = nil } }
        }
    }
}
