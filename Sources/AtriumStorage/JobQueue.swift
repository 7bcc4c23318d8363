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

    /// `turn` gets up to `turnSize` units that run together, or one job of another kind.
    init(pool: ThreadPool, turnSize: Int, turn: @escaping @Sendable ([Job]) -> Void) {
        self.pool = pool
        self.turnSize = turnSize
        self.turn = turn
    }

    /// Runs a body in its turn and returns its result; a caller that is cancelled while it waits leaves at once.
    func run<Value: Sendable>(
        _ kind: JobKind, _ body: @escaping @Sendable (Connection) throws -> Value
    ) async throws -> Value {
        // Written by the job before its caller goes on, and read after that. All else is the same for every type of value:
        // generic code between libraries costs more than it does.
        nonisolated(unsafe) var value: Value?
        try await run(Job(kind) { value = try body($0) })
        guard let value else { throw CancellationError() }
        return value
    }

    /// Waits until a job has run in its turn.
    func run(_ job: Job) async throws {
        try await withTaskCancellationHandler {
            try await withUnsafeThrowingContinuation { continuation in
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
        let isClosing = job.kind == .close || job.kind == .closeIfIdle
        let (isAccepted, needsTurn) = state.withLock { state in
            guard !state.isClosed || isClosing else { return (false, false) }
            state.jobs.append(job)
            defer { state.isScheduled = true }
            return (true, !state.isScheduled)
        }
        if !isAccepted, job.begin() {
            job.fail(DatabaseError(kind: .unavailable, message: "the file is closed; open its platform again"))
            job.answer()
        }
        // What frees descriptors goes before what takes some.
        if needsTurn { pool.schedule(self, urgently: isClosing) }
    }

    func takeTurn() {
        let jobs = state.withLock { state in
            let units = state.jobs.prefix(turnSize).prefix { $0.kind == .unit }
            let jobs = units.isEmpty ? Array(state.jobs.prefix(1)) : Array(units)
            state.jobs.removeFirst(jobs.count)
            return jobs
        }
        turn(jobs.filter { $0.begin() })
        let hasMore = state.withLock { state in
            state.isScheduled = !state.jobs.isEmpty
            return state.isScheduled
        }
        if hasMore { pool.schedule(self) }
    }
}
