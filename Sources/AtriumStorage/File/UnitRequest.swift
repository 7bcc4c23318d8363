internal import Synchronization

/// What a request does.
enum RequestKind: Equatable {
    /// Runs its body in a transaction, which writing units share.
    case unit
    /// Opens the connections.
    case open
    /// Saves a draft as a file.
    case save
    /// Does nothing. When it is answered, the requests before it have run.
    case barrier
    /// Rewrites the file without what was deleted, and closes the connections.
    case scrub
    /// Runs migrations that were left out, and closes the connections.
    case include(Set<String>)
    /// Closes the connections.
    case close
}

/// A request that waits for its turn on a connection. Its caller is answered once.
///
/// `@unchecked Sendable`: `continuation` is set before the state becomes `waiting`. From then on, `continuation` and `failure`
/// belong to the thread that changes the state and answers.
final class UnitRequest: @unchecked Sendable {
    private enum State: Int, AtomicRepresentable { case new, waiting, running, answered }

    let kind: RequestKind
    private let body: @Sendable (Connection) throws -> Void
    private let state: Atomic<State>
    private var continuation: CheckedContinuation<Void, any Error>?
    /// The error of the last run.
    private(set) var failure: (any Error)?

    /// Makes a request that has no caller yet. ``wait(_:)`` gives it one.
    init(_ kind: RequestKind, body: @escaping @Sendable (Connection) throws -> Void = { _ in }) {
        (self.kind, self.body) = (kind, body)
        state = Atomic(.new)
    }

    /// Keeps the caller. If the caller is already cancelled, answers it and returns false.
    func wait(_ continuation: CheckedContinuation<Void, any Error>) -> Bool {
        self.continuation = continuation
        if move(from: .new, to: .waiting) { return true }
        continuation.resume(throwing: CancellationError())
        return false
    }

    func cancel() {
        if move(from: .new, to: .answered) { return }
        // A running request may commit together with others: its caller gets the real result.
        if move(from: .waiting, to: .answered) { continuation?.resume(throwing: CancellationError()) }
    }

    /// Claims the request for running. Returns false if it was cancelled while it waited.
    func begin() -> Bool { move(from: .waiting, to: .running) }

    /// Runs the body by `run`. Returns the error if it failed. A request may run again.
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
