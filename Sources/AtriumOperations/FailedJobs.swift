public import Atrium
internal import AtriumJournal
internal import AtriumStorage

extension Tenant {
    /// Lists and restarts failed jobs.
    public var failedJobs: FailedJobs { FailedJobs(store: store) }
}

/// The failed jobs of one organization: recurring work, and events whose handlers threw.
public struct FailedJobs: Sendable {
    let store: Store

    /// The failed jobs, at most 1,000. Each is tried again, or is parked until it is restarted.
    public func list(as principal: Principal) async throws -> [FailedJob] {
        try await store.read(as: principal, .manageFailedJobs) { try Jobs($0.tables.kernel).failed() }
    }

    /// Makes a failed job due now. Returns `false`, and changes nothing, if the job no longer exists or has succeeded since.
    @discardableResult
    public func restart(_ job: FailedJob, as principal: Principal) async throws -> Bool {
        try await store.write(as: principal, .manageFailedJobs) { try Jobs($0.tables.kernel).restart(job, at: $0.now) }
    }
}
