public import Atrium
internal import AtriumSystem
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
        /// It ended with this answer to this input.
        case ended(Answer, to: FormInput)
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
        var state = State.running(done: 0, total: nil)
        /// When it ended; `nil` while it runs.
        var endedAt: Date?
        var task: Task<Void, Never>?
        var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
    }

    private var runs: [Key: Run] = [:]
    private var lastWaiting = 0
    private let retention: TimeInterval
    private let limit: Int
    private let mostEnded: Int
    private let now: @Sendable () -> Date

    /// Makes a list. An act is found for `retention` seconds after its end. A caller who has `limit` acts running gets an error
    /// instead of another one. Of a caller's acts that have ended, the last `mostEnded` are found. `now` tells the time.
    public init(
        retention: TimeInterval = 3_600, limit: Int = 4, mostEnded: Int = 100,
        now: @escaping @Sendable () -> Date = { Date() }
    ) { (self.retention, self.limit, self.mostEnded, self.now) = (retention, limit, mostEnded, now) }

    /// Starts an act in the background, unless the same request was started before. Throws ``TooManyActs``, and
    /// ``RequestReused`` if the request was started with something else.
    public func start<A: Act>(
        _ act: A.Type, _ input: FormInput, stamp: String?, in session: SurfaceSession
    ) async throws {
        let key = self.key(session)
        let content = [A.path, input.query, stamp ?? ""] + (try await Self.contents(of: input.files))
        forget()
        if let known = runs[key], known.state.isLasting {
            guard known.content == content else { throw RequestReused() }
            return
        }
        let own = runs.filter { $0.key.organization == key.organization && $0.key.principal == key.principal }
        guard own.count(where: { $0.value.endedAt == nil }) < limit else { throw TooManyActs() }
        let ended = own.filter { $0.value.endedAt != nil }.sorted {
            $0.value.endedAt ?? now() < $1.value.endedAt ?? now()
        }
        for (old, _) in ended.dropLast(mostEnded - 1) { runs[old] = nil }
        runs[key] = Run(content: content)
        runs[key]?.task = Task {
            do {
                let answer = try await ActProgress.listening({ done, total in
                    Task { await self.note(done, of: total, by: key) }
                }) { try await session.perform(act, input, stamp: stamp) }
                end(key, .ended(answer, to: input))
            } catch { end(key, .failed(error)) }
        }
    }

    /// How far the session's request is, after it has ended or after `patience`; `nil` if it was not started, or if it ended too
    /// long ago. `act` must be the act that was started.
    public func state<A: Act>(
        of act: A.Type, in session: SurfaceSession, patience: Duration = .zero
    ) async -> State? {
        forget()
        let key = self.key(session)
        guard let run = runs[key], run.content.first == A.path else { return nil }
        if run.endedAt == nil, patience > .zero { await wait(for: key, patience) }
        return runs[key]?.state
    }

    /// The same as ``state(of:in:patience:)``. What an outcome gives once is in it for the last time: ``Outcome/secret`` and
    /// ``Outcome/signsIn``.
    public func take<A: Act>(
        _ act: A.Type, in session: SurfaceSession, patience: Duration = .zero
    ) async -> State? {
        let state = await state(of: act, in: session, patience: patience)
        if case .ended(.done(let outcome), let input) = state {
            runs[key(session)]?.state = .ended(.done(outcome.afterwards), to: input)
        }
        return state
    }

    /// Returns when everything has ended that runs now, so that a process can end without cutting an act in two.
    public func finish() async { for run in runs.values { await run.task?.value } }

    /// Forgets what ended too long ago.
    private func forget() {
        let now = now()
        runs = runs.filter { run in run.value.endedAt.map { now.timeIntervalSince($0) < retention } ?? true }
    }

    /// The names of files, and a digest of what is in them.
    private static func contents(of files: [String: Upload]) async throws -> [String] {
        var contents: [String] = []
        for (field, file) in files.sorted(by: { $0.key < $1.key }) {
            // A digest of each piece and of the digest before it, whatever the size of the chunks is.
            var (digest, waiting): ([UInt8], [UInt8]) = ([], [])
            for try await chunk in try file.open() {
                waiting += chunk
                while waiting.count >= 1 << 16 {
                    digest = SHA256.digest(of: digest + waiting.prefix(1 << 16))
                    waiting.removeFirst(1 << 16)
                }
            }
            contents += [field, file.name, "\(SHA256.digest(of: digest + waiting))"]
        }
        return contents
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
        runs[key]?.endedAt = now()
        for id in runs[key]?.waiting.keys.sorted() ?? [] { wake(id, of: key) }
    }

    /// Notes progress. A report that arrives late changes nothing.
    private func note(_ done: Int, of total: Int?, by key: Key) {
        guard case .running(let known, _) = runs[key]?.state, done >= known else { return }
        runs[key]?.state = .running(done: done, total: total)
    }
}

extension RunningActs.State {
    /// Whether the same request must not run again.
    fileprivate var isLasting: Bool {
        switch self {
        case .running, .ended(.done, _): true
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
