public import Atrium
public import Foundation

/// The acts that run in a process, and those that ended a short time ago. A person may leave a long act and find it again.
///
/// A request runs once: if it comes again, its caller finds the first run. A request that was refused did nothing, and one that
/// failed may have done a part; both may run again. After a restart of the process nothing is known of former runs. What they
/// had committed stays, and they can be done again.
public actor RunningActs {
    /// How much of an act is done.
    public enum State: Sendable {
        /// It runs. `total` is `nil` while it is not known.
        case running(done: Int, total: Int?)
        /// It ended with this answer.
        case ended(Answer)
        /// A fault of the program or of the machine ended it. What it had committed stays.
        case failed(any Error)
    }

    private struct Key: Hashable {
        let organization: OrganizationID
        let principal: Principal
        let request: String
    }

    private struct Run {
        /// The path of the act, what it was asked to do, and the confirmed stamp.
        let content: [String]
        let startedAt: Date
        var state = State.running(done: 0, total: nil)
        var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
    }

    private var runs: [Key: Run] = [:]
    private var lastWaiting = 0
    private let retention: TimeInterval
    private let limit: Int

    /// Makes a list. An act that has ended is found for `retention` seconds after its start. A caller who has `limit` acts
    /// running gets an error instead of another one.
    public init(retention: TimeInterval = 3_600, limit: Int = 4) { (self.retention, self.limit) = (retention, limit) }

    /// Starts an act in the background, unless the same request was started before. Returns whether it began now. Throws ``TooManyActs``, and
    /// ``RequestReused`` if the request was started with something else.
    @discardableResult
    public func start<A: Act>(
        _ act: A.Type, _ input: FormInput, stamp: String?, in session: SurfaceSession
    ) throws -> Bool {
        let key = self.key(session)
        let now = session.caller.now
        let files = input.files.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value.name] }
        let content = [A.path, input.query, stamp ?? ""] + files
        runs = runs.filter { $0.value.state.isRunning || now.timeIntervalSince($0.value.startedAt) < retention }
        if let known = runs[key], known.state.isLasting {
            guard known.content == content else { throw RequestReused() }
            return false
        }
        let running = runs.count { other, run in
            other.organization == key.organization && other.principal == key.principal && run.state.isRunning
        }
        guard running < limit else { throw TooManyActs() }
        runs[key] = Run(content: content, startedAt: now)
        Task {
            do {
                let answer = try await ActProgress.listening({ done, total in
                    Task { await self.note(done, of: total, by: key) }
                }) { try await session.perform(act, input, stamp: stamp) }
                end(key, .ended(answer))
            } catch { end(key, .failed(error)) }
        }
        return true
    }

    /// How far the session's request is, after it has ended or after `patience`; `nil` if it was not started, or if it ended too
    /// long ago. `act` must be the act that was started.
    public func state<A: Act>(
        of act: A.Type, in session: SurfaceSession, patience: Duration = .zero
    ) async -> State? {
        let key = self.key(session)
        guard let run = runs[key], run.content.first == A.path else { return nil }
        guard run.state.isRunning || session.caller.now.timeIntervalSince(run.startedAt) < retention else { return nil }
        if run.state.isRunning, patience > .zero { await wait(for: key, patience) }
        return runs[key]?.state
    }

    private func key(_ session: SurfaceSession) -> Key {
        Key(
            organization: session.tenant.id, principal: session.caller.principal, request: session.caller.request)
    }

    // MARK: - Running

    private func wait(for key: Key, _ patience: Duration) async {
        lastWaiting += 1
        let id = lastWaiting
        let timeout = Task {
            try? await Task.sleep(for: patience)
            wake(id, of: key)
        }
        await withCheckedContinuation { runs[key]?.waiting[id] = $0 }
        timeout.cancel()
    }

    private func wake(_ id: Int, of key: Key) { runs[key]?.waiting.removeValue(forKey: id)?.resume() }

    private func end(_ key: Key, _ state: State) {
        runs[key]?.state = state
        for id in runs[key]?.waiting.keys.sorted() ?? [] { wake(id, of: key) }
    }

    /// Notes progress. A report that arrives late changes nothing.
    private func note(_ done: Int, of total: Int?, by key: Key) {
        guard case .running(let known, _) = runs[key]?.state, done >= known else { return }
        runs[key]?.state = .running(done: done, total: total)
    }
}

extension RunningActs.State {
    fileprivate var isRunning: Bool { if case .running = self { true } else { false } }

    /// Whether the same request must not run again.
    fileprivate var isLasting: Bool {
        switch self {
        case .running, .ended(.done): true
        case .ended, .failed: false
        }
    }
}

/// The caller has too many acts running.
public struct TooManyActs: ExplainedError {
    public var description: String { "several of your acts are still running; wait until one has ended" }
}

/// The same identity of a request came with something else to do.
public struct RequestReused: ExplainedError {
    public var description: String { "this request was sent before with something else; give it a new identity" }
}
