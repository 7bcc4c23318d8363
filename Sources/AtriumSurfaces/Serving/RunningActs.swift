internal import Atrium
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
        /// It ended with this answer. `to` is the input of an act that was not done, so that it can be corrected.
        case ended(Answer, to: FormInput)
        /// A fault of the program or of the machine ended it. What it had committed stays.
        case failed(any Error)
    }

    private struct Owner: Hashable {
        let organization: OrganizationID
        let principal: Principal
        let browser: String
    }

    private struct Key: Hashable {
        let owner: Owner
        let request: String
    }

    private struct Run {
        let path: String
        /// A digest of what the act was asked to do, and of the confirmed stamp.
        let content: [UInt8]
        var state = State.running(done: 0, total: nil)
        /// When it ended, and as which one; `nil` while it runs.
        var endedAt: Date?
        var number: Int?
        /// When what it gives once was given.
        var takenAt: Date?
        var task: Task<Void, Never>?
        var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
    }

    private var runs: [Key: Run] = [:]
    /// How many acts of an owner are running, and which of them have ended, in this order.
    private var running: [Owner: Int] = [:]
    private var endedOf: [Owner: [Key]] = [:]
    /// What has ended, in this order. An act that ran again is in it twice; then the first entry has an old number.
    private var ended: [(key: Key, number: Int)] = []
    /// About how many bytes everything that has ended holds.
    private var bytes = 0
    private var (lastNumber, lastWaiting) = (0, 0)
    private let retention: TimeInterval
    private let limit: Int
    private let mostEnded: Int
    private let mostBytes: Int
    private let now: @Sendable () -> Date

    /// Makes a list. An act is found for `retention` seconds after its end. A caller who has `limit` acts running gets an error
    /// instead of another one. Of a caller's acts that have ended, the last `mostEnded` are found whole, and of all acts as many
    /// as fit into about `mostBytes`. Of older ones that are done, only the summary is left, as long as it fits. `now` tells the
    /// time.
    public init(
        retention: TimeInterval = 3_600, limit: Int = 4, mostEnded: Int = 100, mostBytes: Int = 64 << 20,
        now: @escaping @Sendable () -> Date = { Date() }
    ) {
        (self.retention, self.limit, self.mostEnded) = (retention, limit, mostEnded)
        (self.mostBytes, self.now) = (mostBytes, now)
    }

    /// Starts an act in the background, unless the same request was started before. Returns whether it began now. `whenEnded` is
    /// called with the end of the act, before anybody sees that it has ended. Throws ``TooManyActs``, and ``RequestReused`` if the request was started with something
    /// else.
    @discardableResult
    public func start<A: Act>(
        _ act: A.Type, _ input: FormInput, stamp: String?, in session: SurfaceSession,
        whenEnded: @escaping @Sendable (State) async -> Void = { _ in }
    ) async throws -> Bool {
        let key = self.key(session)
        let content = try await Self.digest(of: input, A.path, stamp)
        forgetOld()
        if let known = runs[key], known.state.isLasting {
            guard known.content == content else { throw RequestReused() }
            return false
        }
        guard running[key.owner, default: 0] < limit else { throw TooManyActs() }
        forget(key)
        running[key.owner, default: 0] += 1
        runs[key] = Run(path: A.path, content: content)
        runs[key]?.task = Task {
            let state = await Self.run(act, input, stamp, session) { done, total in
                Task { await self.note(done, of: total, by: key) }
            }
            await whenEnded(state)
            end(key, state)
        }
        return true
    }

    /// How far the session's request is, after it has ended or after `patience`; `nil` if it was not started, or if it ended too
    /// long ago. `act` must be the act that was started.
    public func state<A: Act>(
        of act: A.Type, in session: SurfaceSession, patience: Duration = .zero
    ) async -> State? {
        forgetOld()
        let key = self.key(session)
        guard let run = runs[key], run.path == A.path else { return nil }
        if run.endedAt == nil, patience > .zero { await wait(for: key, patience) }
        return runs[key]?.state
    }

    /// The same as ``state(of:in:patience:)``. What an outcome gives once is left out a few seconds after it was taken:
    /// ``Outcome/secret`` and ``Outcome/signsIn``. So nothing is lost with an answer that did not arrive, or to the second click
    /// of a double one.
    public func take<A: Act>(
        _ act: A.Type, in session: SurfaceSession, patience: Duration = .zero
    ) async -> State? {
        let state = await state(of: act, in: session, patience: patience)
        guard case .ended(.done(let outcome), let input) = state else { return state }
        let (key, now) = (key(session), now())
        guard let takenAt = runs[key]?.takenAt else {
            runs[key]?.takenAt = now
            return state
        }
        guard now.timeIntervalSince(takenAt) >= Self.grace else { return state }
        runs[key]?.state = .ended(.done(outcome.afterwards), to: input)
        return runs[key]?.state
    }

    /// How long what is given once can be given again, in seconds.
    private static let grace: TimeInterval = 10

    /// Returns when everything has ended that runs now, so that a process can end without cutting an act in two.
    public func finish() async { for run in runs.values { await run.task?.value } }

    private func key(_ session: SurfaceSession) -> Key {
        let caller = session.caller
        let owner = Owner(organization: session.tenant.id, principal: caller.principal, browser: caller.browser)
        return Key(owner: owner, request: caller.request)
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
        lastNumber += 1
        runs[key]?.state = state
        runs[key]?.endedAt = now()
        runs[key]?.number = lastNumber
        for id in Array(runs[key]?.waiting.keys ?? [:].keys) { wake(id, of: key) }
        running[key.owner, default: 1] -= 1
        if running[key.owner] == 0 { running[key.owner] = nil }
        ended.append((key, lastNumber))
        bytes += state.size
        endedOf[key.owner, default: []].append(key)
        if let own = endedOf[key.owner], own.count > max(1, mostEnded) {
            endedOf[key.owner] = Array(own.dropFirst())
            shrink(own[0])
        }
        if bytes > mostBytes { makeRoom(beside: key) }
    }

    /// Notes progress. A report that arrives late changes nothing.
    private func note(_ done: Int, of total: Int?, by key: Key) {
        guard case .running(let known, _) = runs[key]?.state, done >= known else { return }
        runs[key]?.state = .running(done: done, total: total)
    }

    // MARK: - Forgetting

    private func forgetOld() {
        let now = now()
        var count = 0
        for (key, number) in ended {
            guard let run = runs[key], run.number == number, let endedAt = run.endedAt else {
                count += 1
                continue
            }
            guard now.timeIntervalSince(endedAt) >= retention else { break }
            count += 1
            forget(key)
        }
        ended.removeFirst(count)
    }

    private func forget(_ key: Key) {
        guard let run = runs.removeValue(forKey: key), run.endedAt != nil else { return }
        bytes -= run.state.size
        endedOf[key.owner]?.removeAll { $0 == key }
        if endedOf[key.owner]?.isEmpty == true { endedOf[key.owner] = nil }
    }

    /// Keeps that an act is done, so that its request is not done again. Of what is not done nothing is kept.
    private func shrink(_ key: Key) {
        guard case .ended(.done(let outcome), _) = runs[key]?.state else { return forget(key) }
        let rest = State.ended(
            .done(Outcome(outcome.summary, stop: outcome.stop, next: outcome.next)), to: FormInput())
        bytes += rest.size - (runs[key]?.state.size ?? 0)
        runs[key]?.state = rest
    }

    /// Makes a quarter of the room free: what is not done goes first, then the lines of what is done, and then the oldest.
    private func makeRoom(beside newest: Key) {
        let (enough, keys) = (mostBytes / 4 * 3, ended.map(\.key).filter { $0 != newest })
        for key in keys where bytes > enough && runs[key]?.state.isLasting == false { forget(key) }
        for key in keys where bytes > enough && runs[key] != nil { shrink(key) }
        for key in keys where bytes > enough { forget(key) }
    }
}
