package import AtriumStorage

package import struct Foundation.Date

/// The jobs of a file's modules: recurring work, and events whose handler failed. One table, with one way to fail.
///
/// "Is there work?" has one answer, ``nextDue(of:at:)``, from two places of the organization's file:
/// - `kernel_job` says when each job is due. A job that failed is due again by ``RetryPolicy``, or is parked.
/// - ``EventLog`` says which events a module has not passed yet. They are due at once.
///
/// Two places outside of the file remember the answer, so that nobody has to open it to ask:
/// - `wake_at` in the directory is a copy, which ``WakeMarker`` keeps true: it is never later than the answer. A platform that
///   runs opens the organizations whose time has come.
/// - What happens in memory is a hint only: the runner of deliveries starts after a commit that published, and the round of
///   turns among organizations decides the order. A crash loses both, and neither is missed: `wake_at` is due after it.
///
/// A job runs at most once at a time (the registry of the tenant knows which run), and again after a crash: `is_running` is set
/// before its work starts and cleared after its end, in commits of their own.
package struct Jobs {
    let executor: CachingExecutor

    package init(_ executor: CachingExecutor) { self.executor = executor }

    /// When the next work of the installed modules is due: a job, or now if an event waits. `nil` if there is no work.
    package func nextDue(of modules: Set<String>, at now: Date) throws -> Date? {
        if try EventLog(executor).isAwaited(by: modules) { return now }
        return try executor.one(
            """
            SELECT min(due_at) FROM kernel_job
            WHERE NOT is_parked AND module IN (SELECT value FROM json_each(\(json: modules)))
            """, as: Date?.self)
    }

    /// Brings back into reach what a clock that was once ahead put off. Nothing is written where the clock was right.
    package static func correct(_ file: DatabaseFile, for works: [RecurringWork], at now: Date) async throws {
        let corrections = try await file.read { try Jobs($0.kernel).corrections(for: works, at: now) }
        if corrections.isEmpty { return }
        try await file.write { connection in for correction in corrections { try connection.kernel.run(correction) } }
    }

    /// Statements after which no recurring work waits longer than its interval, and no failed job longer than the policy allows.
    func corrections(for works: [RecurringWork], at now: Date) throws -> [SQL] {
        let latest = RetryPolicy.jobs.latest(at: now)
        let isPutOff: SQL = "sequence > 0 AND NOT is_parked AND due_at > \(latest)"
        let hasEvents = try executor.one("SELECT EXISTS (SELECT 1 FROM kernel_job WHERE \(isPutOff))", as: Bool.self)
        let events: [SQL] = hasEvents ? ["UPDATE kernel_job SET due_at = \(latest) WHERE \(isPutOff)"] : []
        let waiting = try executor.rows(
            """
            SELECT module, name, due_at, error IS NOT NULL AND NOT is_running FROM kernel_job
            WHERE sequence = 0 AND NOT is_parked
            """, as: String.self, String.self, Date.self, Bool.self)
        return events
            + waiting.compactMap { module, name, due, hasFailed in
                let job = JobKey(module: module, name: name)
                guard let work = works.first(where: { $0.job == job }) else { return nil }
                let last = hasFailed ? latest : now.addingTimeInterval(work.interval)
                return due > last
                    ? "UPDATE kernel_job SET due_at = min(due_at, \(last)) WHERE \(job.condition)" : nil
            }
    }
}
