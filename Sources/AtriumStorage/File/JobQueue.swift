internal import AtriumSystem

/// The jobs of one connection, which run one turn after another on a pool's threads.
final class JobQueue: PooledWork {
    private struct State {
        var jobs: [Job] = []
        var isScheduled = false
    }

    private let state = Locked(State())
    private let pool: ThreadPool
    private let turnSize: Int
    private let turn: @Sendable (_ jobs: [Job], _ more: @escaping (_ limit: Int, JobKind) -> [Job]) -> Void

    /// `turn` gets up to `turnSize` jobs of one kind, and takes more of a kind, while they are the next that wait, by `more`.
    init(
        pool: ThreadPool, turnSize: Int,
        turn: @escaping @Sendable (_ jobs: [Job], _ more: @escaping (_ limit: Int, JobKind) -> [Job]) -> Void
    ) {
        self.pool = pool
        self.turnSize = turnSize
        self.turn = turn
    }

    /// Waits until a job has run in its turn; a caller that is cancelled while it waits leaves at once.
    func run(_ job: Job) async throws {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                if job.wait(continuation) { submit(job) }
            }
        } onCancel: {
            job.cancel()
        }
    }

    /// How many jobs wait for their turn.
    var waiting: Int { state.withLock(\.jobs.count) }

    private func submit(_ job: Job) {
        let needsTurn = state.withLock { state in
            state.jobs.append(job)
            defer { state.isScheduled = true }
            return !state.isScheduled
        }
        if needsTurn, !pool.schedule(self) { refuse() }
    }

    /// The threads have ended: nobody takes a turn any more.
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

    /// Takes those that wait first and are of one kind, to run now.
    func take(_ limit: Int, of kind: JobKind? = nil) -> [Job] {
        state.withLock { state in
            let kind = kind ?? state.jobs.first?.kind
            let jobs = Array(state.jobs.prefix(limit).prefix { $0.kind == kind })
            state.jobs.removeFirst(jobs.count)
            return jobs
        }
        .filter { $0.begin() }
    }
}
