internal import AtriumSystem

/// The jobs of one connection. They run on a pool's threads, one turn after another.
final class RequestQueue: PooledWork {
    private struct State {
        var jobs: [UnitRequest] = []
        var isScheduled = false
    }

    private let state = Locked(State())
    private let pool: ThreadPool
    private let turnSize: Int
    private let turn:
        @Sendable (_ jobs: [UnitRequest], _ more: @escaping (_ limit: Int, RequestKind) -> [UnitRequest]) -> Void

    /// `turn` gets up to `turnSize` jobs of one kind. With `more`, it takes more jobs of a kind, as long as they are the next
    /// in the queue.
    init(
        pool: ThreadPool, turnSize: Int,
        turn:
            @escaping @Sendable (_ jobs: [UnitRequest], _ more: @escaping (_ limit: Int, RequestKind) -> [UnitRequest])
            -> Void
    ) {
        self.pool = pool
        self.turnSize = turnSize
        self.turn = turn
    }

    /// Adds a job and waits until it has run. A caller that is cancelled while its job waits returns at once.
    func run(_ job: UnitRequest) async throws {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                if job.wait(continuation) { submit(job) }
            }
        } onCancel: {
            job.cancel()
        }
    }

    /// The number of jobs that wait for their turn.
    var waiting: Int { state.withLock(\.jobs.count) }

    private func submit(_ job: UnitRequest) {
        let needsTurn = state.withLock { state in
            state.jobs.append(job)
            defer { state.isScheduled = true }
            return !state.isScheduled
        }
        if needsTurn, !pool.schedule(self) { refuse() }
    }

    /// Fails all waiting jobs: the threads have ended, and no turn will come.
    private func refuse() {
        let jobs = state.withLock { state in
            defer { state = State() }
            return state.jobs
        }
        for job in jobs where job.begin() {
            job.fail(DatabaseError.closed)
            job.answer()
        }
    }

    func takeTurn() -> Bool {
        turn(take(turnSize)) { [self] in take($0, of: $1) }
        return state.withLock { state in
            state.isScheduled = !state.jobs.isEmpty
            return state.isScheduled
        }
    }

    /// Takes the next waiting jobs that are of one kind, to run them now. Leaves out cancelled ones.
    func take(_ limit: Int, of kind: RequestKind? = nil) -> [UnitRequest] {
        state.withLock { state in
            let kind = kind ?? state.jobs.first?.kind
            let jobs = Array(state.jobs.prefix(limit).prefix { $0.kind == kind })
            state.jobs.removeFirst(jobs.count)
            return jobs
        }
        .filter { $0.begin() }
    }
}
