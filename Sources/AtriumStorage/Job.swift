/// How a job uses its connection.
enum JobKind {
    /// In a transaction that it shares with others.
    case unit
    /// By itself and outside of any transaction.
    case alone
    /// Closes the connections; the second only if no unit is under way.
    case close, closeIfIdle
}

/// A unit that waits for its turn on a connection; its caller is answered once.
protocol Job: Sendable {
    var kind: JobKind { get }
    /// Claims the job for running; false when it was cancelled while it waited.
    func begin() -> Bool
    /// Runs the body and keeps its result; returns the error, if it failed. A job may run again.
    func run(on connection: Connection) -> (any Error)?
    /// Replaces the result by an error.
    func fail(_ error: any Error)
    /// Gives the caller the result.
    func answer()
}

final class TypedJob<Value: Sendable>: Job {
    private enum State {
        case new
        case waiting(CheckedContinuation<Value, any Error>)
        case running(CheckedContinuation<Value, any Error>, Result<Value, any Error>)
        case answered
    }

    let kind: JobKind
    private let body: @Sendable (Connection) throws -> Value
    private let state = Locked(State.new)

    init(kind: JobKind, body: @escaping @Sendable (Connection) throws -> Value) {
        self.kind = kind
        self.body = body
    }

    /// Keeps the caller; false when the caller was cancelled before, who is answered then.
    func wait(_ continuation: CheckedContinuation<Value, any Error>) -> Bool {
        let isNew = state.withLock { state in
            guard case .new = state else { return false }
            state = .waiting(continuation)
            return true
        }
        if !isNew { continuation.resume(throwing: CancellationError()) }
        return isNew
    }

    func cancel() {
        let waiting = state.withLock { state -> CheckedContinuation<Value, any Error>? in
            switch state {
            case .new:
                state = .answered
                return nil
            case .waiting(let continuation):
                state = .answered
                return continuation
            // What runs may commit together with others: its caller gets the true answer.
            case .running, .answered: return nil
            }
        }
        waiting?.resume(throwing: CancellationError())
    }

    func begin() -> Bool {
        state.withLock { state in
            guard case .waiting(let continuation) = state else { return false }
            state = .running(continuation, .failure(CancellationError()))
            return true
        }
    }

    func run(on connection: Connection) -> (any Error)? {
        let result = Result { try body(connection) }
        keep(result)
        if case .failure(let error) = result { return error }
        return nil
    }

    func fail(_ error: any Error) { keep(.failure(error)) }

    func answer() {
        let (continuation, result) = state.withLock { state in
            guard case .running(let continuation, let result) = state else {
                return (CheckedContinuation<Value, any Error>?.none, Result<Value, any Error>?.none)
            }
            state = .answered
            return (continuation, result)
        }
        if let result { continuation?.resume(with: result) }
    }

    private func keep(_ result: Result<Value, any Error>) {
        state.withLock { state in
            if case .running(let continuation, _) = state { state = .running(continuation, result) }
        }
    }
}
