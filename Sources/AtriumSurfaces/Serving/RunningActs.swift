public import Atrium
public import Foundation

/// The acts that run in a process, and those that ended a short time ago. A person may leave a long act and find it again.
///
/// A request runs once: if it comes again, its caller finds the first run. After a restart of the process nothing is known of
/// former runs. What they had committed stays, and they can be done again.
public actor RunningActs {
    /// How much of an act is done.
    public enum State: Sendable {
        /// It runs. `total` is `nil` while it is not known.
        case running(done: Int, total: Int?)
        /// It ended with this answer.
        case ended(Answer)
        /// A fault of the program or of the machine ended it. What it had committed stays.
        case failed
    }

    private struct Key: Hashable {
        let organization: OrganizationID
        let principal: Principal
        let request: String
    }

    private struct Run {
        var state: State
        let startedAt: Date
    }

    private var runs: [Key: Run] = [:]
    private let retention: TimeInterval
    private let limit: Int

    /// Makes a list. An act that has ended is found for `retention` seconds after its start. A caller who has `limit` acts
    /// running gets an error instead of another one.
    public init(retention: TimeInterval = 3_600, limit: Int = 4) { (self.retention, self.limit) = (retention, limit) }

    /// Starts an act in the background, unless the same request was started before. Throws ``TooManyActs``.
    public func start<A: Act>(
        _ act: A.Type, _ input: FormInput, stamp: String?, in session: SurfaceSession
    ) throws {
        let key = self.key(session)
        let now = session.caller.now
        runs = runs.filter { $0.value.state.isRunning || now.timeIntervalSince($0.value.startedAt) < retention }
        guard runs[key] == nil else { return }
        let running = runs.count { $0.key.principal == key.principal && $0.value.state.isRunning }
        guard running < limit else { throw TooManyActs() }
        runs[key] = Run(state: .running(done: 0, total: nil), startedAt: now)
        Task {
            let state: State
            do {
                state = .ended(
                    try await ActProgress.listening({ done, total in
                        Task { await self.note(.running(done: done, total: total), of: key) }
                    }) { try await session.perform(act, input, stamp: stamp) })
            } catch { state = .failed }
            runs[key]?.state = state
        }
    }

    /// How far the session's request is; `nil` if it was not started, or if it ended too long ago.
    public func state(in session: SurfaceSession) -> State? { runs[key(session)]?.state }

    private func key(_ session: SurfaceSession) -> Key {
        Key(
            organization: session.tenant.id, principal: session.caller.principal, request: session.caller.request)
    }

    /// Notes progress. A report that arrives late changes nothing.
    private func note(_ progress: State, of key: Key) {
        guard case .running(let known, _) = runs[key]?.state, case .running(let done, _) = progress, done >= known
        else {
            return
        }
        runs[key]?.state = progress
    }
}

extension RunningActs.State {
    fileprivate var isRunning: Bool { if case .running = self { true } else { false } }
}

/// The caller has too many acts running.
public struct TooManyActs: ExplainedError {
    public var description: String { "several of your acts are still running; wait until one has ended" }
}
