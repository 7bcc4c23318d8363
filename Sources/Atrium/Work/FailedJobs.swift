internal import AtriumJournal

/// Work of one organization that failed: recurring work, and events whose handlers threw.
public struct FailedJobs: Sendable {
    let store: Store

    /// What failed and is tried again, or is parked until it is restarted; 1,000 at most.
    public func failures(as principal: Principal) async throws -> [FailedJob] {
        try await store.read(as: principal, .manageFailedJobs) { try Jobs($0.kernel).failed() }
    }

    /// Makes failed work due now. What no longer fails is left alone and returns `false`.
    @discardableResult
    public func restart(_ work: FailedJob, as principal: Principal) async throws -> Bool {
        try await store.write(as: principal, .manageFailedJobs) { try Jobs($0.kernel).restart(work, at: $0.now) }
    }
}
