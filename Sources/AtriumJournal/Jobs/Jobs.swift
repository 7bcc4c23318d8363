package import AtriumStorage

package import struct Foundation.Date

/// The jobs of a file's modules: recurring work, and events whose handler failed. Both are rows of one table, and both fail in
/// the same way.
///
/// "Is there work?" has one answer: ``nextDue(of:at:)``. It comes from two tables of the organization's file:
/// - `kernel_job` says when each job is due. A failed job is due again by ``RetryPolicy``. A parked job is not due until
///   somebody restarts it.
/// - `kernel_event`, with the positions in `kernel_subscription`, says which events a module has not passed yet (``EventLog``).
///   They are due at once.
///
/// Two things outside of the file depend on this answer, so that nobody has to open the file to ask:
/// - `wake_at` in the directory is a copy. ``WakeMarker`` sets it to *now* before the file is first written, and to the answer
///   when the organization rests. Normally it is not later than the answer. After a turn that failed, it is one minute after
///   that turn, which may be later. It may also be earlier, because an organization also wakes when a change of an account's
///   addresses has to be copied into its file. A running platform opens each organization whose `wake_at` has passed.
/// - The state in memory is only a hint: a commit that published events starts the runner of deliveries, and the round robin
///   orders the organizations' turns. A crash loses these hints but no work, because `wake_at` is still due.
///
/// Recurring work runs in three steps: a commit sets `is_running` and the next `due_at`; the body runs; a commit clears
/// `is_running` and records how the body ended.
/// - An open organization never runs the same work twice at the same time. The tenant's registry has a list of the work that is
///   running. Work stays in this list until its body returns, even if its deadline has passed and its failure is already
///   recorded.
/// - After a crash between the two commits, `is_running` is still set. It may also still be set after the platform was closed
///   while the body ran. Such a job counts as due, and the next start of the organization makes it due at once.
///
/// A failed event needs no `is_running`: one transaction handles the event and removes its job.
package struct Jobs {
    let executor: CachingExecutor

    package init(_ executor: CachingExecutor) { self.executor = executor }

    /// When the next work of the installed `modules` is due: the time of a job, or `now` if an event waits. `nil` if there is
    /// no work.
    package func nextDue(of modules: Set<String>, at now: Date) throws -> Date? {
        if try EventLog(executor).isAwaited(by: modules) { return now }
        return try executor.one(
            """
            SELECT min(iif(is_running, \(now), due_at)) FROM kernel_job
            WHERE NOT is_parked AND module IN (SELECT value FROM json_each(\(json: modules)))
            """, as: Date?.self)
    }

    /// Corrects jobs that are due too late because the clock was once ahead. Writes nothing if no job needs a correction.
    package static func correct(_ file: DatabaseFile, for works: [RecurringWork], at now: Date) async throws {
        let corrections = try await file.read { try Jobs($0.kernel).corrections(for: works, at: now) }
        if corrections.isEmpty { return }
        try await file.write { connection in for correction in corrections { try connection.kernel.run(correction) } }
    }

    /// Statements that correct the due times. After them, recurring work waits at most its interval, and a failed job waits at
    /// most as long as the policy allows.
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
