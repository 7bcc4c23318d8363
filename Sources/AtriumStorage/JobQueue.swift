/// The jobs of one connection, which run one turn after another on a pool's threads.
final class JobQueue: Lane {
    private struct State {
        var jobs: [Job] = []
        var isScheduled = false
        var isClosed = false
    }

    private let state = Locked(State())
    private let pool: ThreadPool
    private let turnSize: Int
    private let turn: @Sendable ([Job]) -> Void

    /// `turn` gets up to `turnSize` jobs of one kind.
    init(pool: ThreadPool, turnSize: Int, turn: @escaping @Sendable ([Job]) -> Void) {
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

    /// Refuses further jobs, except those that close; what waits still runs.
    func close() { state.withLock { $0.isClosed = true } }

    /// How many jobs wait for their turn.
    var waiting: Int { state.withLock(\.jobs.count) }

    func submit(_ job: Job) {
        let (isAccepted, needsTurn) = state.withLock { state in
            guard !state.isClosed || job.kind.isUrgent else { return (false, false) }
            state.jobs.append(job)
            defer { state.isScheduled = true }
            return (true, !state.isScheduled)
        }
        if !isAccepted, job.begin() {
            job.fail(DatabaseError.closed)
            job.answer()
        }
        if needsTurn { pool.schedule(self, urgently: job.kind.isUrgent) }
    }

    func takeTurn() -> NextTurn? {
        turn(take(turnSize))
        let next = state.withLock { state in
            state.isScheduled = !state.jobs.isEmpty
            return state.jobs.first?.kind
        }
        return next.map { $0.isUrgent ? .urgent : .inOrder }
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
