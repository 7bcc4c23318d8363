internal import Synchronization

/// What a job is there for.
enum JobKind {
    /// Runs in a transaction that it shares with others.
    case unit
    /// Opens the connections.
    case open
    /// Makes a draft a file.
    case save
    /// Does nothing: what came before it has run.
    case barrier
    /// Closes the connections.
    case close
}

/// A unit that waits for its turn on a connection; its caller is answered once.
///
/// `@unchecked Sendable`: `continuation` is set before the state says that the job waits, and belongs, as `failure` does, to
/// the one who moves the state on from there, and answers.
final class Job: @unchecked Sendable {
    private enum State: Int, AtomicRepresentable { case new, waiting, running, answered }

    let kind: JobKind
    private let body: @Sendable (Connection) throws -> Void
    private let state: Atomic<State>
    private var continuation: CheckedContinuation<Void, any Error>?
    /// Of its last run.
    private(set) var failure: (any Error)?

    /// Its caller is still to come, with ``wait(_:)``.
    init(_ kind: JobKind, body: @escaping @Sendable (Connection) throws -> Void = { _ in }) {
        (self.kind, self.body) = (kind, body)
        state = Atomic(.new)
    }

    /// Keeps the caller; false when the caller was cancelled before, who is answered then.
    func wait(_ continuation: CheckedContinuation<Void, any Error>) -> Bool {
        self.continuation = continuation
        if move(from: .new, to: .waiting) { return true }
        continuation.resume(throwing: CancellationError())
        return false
    }

    func cancel() {
        if move(from: .new, to: .answered) { return }
        // What runs may commit together with others: its caller gets the true answer.
        if move(from: .waiting, to: .answered) { continuation?.resume(throwing: CancellationError()) }
    }

    /// Claims the job for running; false when it was cancelled while it waited.
    func begin() -> Bool { move(from: .waiting, to: .running) }

    /// Runs the body by `run`; returns the error, if it failed. A job may run again.
    func run(by run: ((Connection) throws -> Void) throws -> Void) -> (any Error)? {
        do {
            failure = nil
            try run(body)
        } catch {
            failure = error
        }
        return failure
    }

    /// Replaces the result by an error.
    func fail(_ error: any Error) { failure = error }

    /// Gives the caller the result.
    func answer() {
        guard move(from: .running, to: .answered) else { return }
        if let failure { continuation?.resume(throwing: failure) } else { continuation?.resume() }
    }

    private func move(from old: State, to new: State) -> Bool {
        state.compareExchange(expected: old, desired: new, ordering: .acquiringAndReleasing).exchanged
    }
}
