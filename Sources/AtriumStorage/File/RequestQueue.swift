internal import AtriumSystem

/// The requests of one connection. They run on a pool's threads, one turn after another.
final class RequestQueue: PooledWork {
    private struct State {
        var requests: [UnitRequest] = []
        var isScheduled = false
    }

    private let state = Locked(State())
    private let pool: ThreadPool
    private let turnSize: Int
    private let turn:
        @Sendable (_ requests: [UnitRequest], _ more: @escaping (_ limit: Int, RequestKind) -> [UnitRequest]) -> Void

    /// `turn` gets up to `turnSize` requests of one kind. With `more`, it takes more requests of a kind, as long as they are the next
    /// in the queue.
    init(
        pool: ThreadPool, turnSize: Int,
        turn:
            @escaping @Sendable (
                _ requests: [UnitRequest], _ more: @escaping (_ limit: Int, RequestKind) -> [UnitRequest]
            )
            -> Void
    ) {
        self.pool = pool
        self.turnSize = turnSize
        self.turn = turn
    }

    /// Adds a request and waits until it has run. A caller that is cancelled while its request waits returns at once.
    func run(_ request: UnitRequest) async throws {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                if request.wait(continuation) { submit(request) }
            }
        } onCancel: {
            request.cancel()
        }
    }

    /// The number of requests that wait for their turn.
    var waiting: Int { state.withLock(\.requests.count) }

    private func submit(_ request: UnitRequest) {
        let needsTurn = state.withLock { state in
            state.requests.append(request)
            defer { state.isScheduled = true }
            return !state.isScheduled
        }
        if needsTurn, !pool.schedule(self) { refuse() }
    }

    /// Fails all waiting requests: the threads have ended, and no turn will come.
    private func refuse() {
        let requests = state.withLock { state in
            defer { state = State() }
            return state.requests
        }
        for request in requests where request.begin() {
            request.fail(DatabaseError.closed)
            request.answer()
        }
    }

    func takeTurn() -> Bool {
        turn(take(turnSize)) { [self] in take($0, of: $1) }
        return state.withLock { state in
            state.isScheduled = !state.requests.isEmpty
            return state.isScheduled
        }
    }

    /// Takes the next waiting requests that are of one kind, to run them now. Leaves out cancelled ones.
    func take(_ limit: Int, of kind: RequestKind? = nil) -> [UnitRequest] {
        state.withLock { state in
            let kind = kind ?? state.requests.first?.kind
            let requests = Array(state.requests.prefix(limit).prefix { $0.kind == kind })
            state.requests.removeFirst(requests.count)
            return requests
        }
        .filter { $0.begin() }
    }
}
