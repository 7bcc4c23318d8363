package import AtriumStorage

package import struct Foundation.Date

/// The jobs of recurring work.
extension Jobs {
    /// Statements that leave one job for each of `works`, and delete every other recurring job of the installed `modules`. New
    /// work is due after one interval. When the organization opens, work that a crash interrupted is due now.
    package func changes(
        for works: [RecurringWork], of modules: Set<String>, at now: Date, isOpening: Bool = true
    ) throws -> [SQL] {
        let rows = try executor.rows(
            "SELECT module, name, is_running FROM kernel_job WHERE sequence = 0", as: String.self, String.self,
            Bool.self)
        let stored = Dictionary(
            rows.map { module, name, isRunning in (JobKey(module: module, name: name), isRunning) },
            uniquingKeysWith: { first, _ in first })
        let wanted = Set(works.map(\.job))
        let former = stored.keys.filter { modules.contains($0.module) && !wanted.contains($0) }
        return try former.map { "DELETE FROM kernel_job WHERE \($0.condition)" }
            + works.compactMap { work in
                guard let isRunning = stored[work.job] else {
                    return """
                        INSERT INTO kernel_job (module, name, due_at)
                        VALUES (\(work.module), \(work.name), \(now.addingTimeInterval(work.interval)))
                        """
                }
                return isRunning && isOpening
                    ? "UPDATE kernel_job SET due_at = \(now), is_running = 0 WHERE \(work.job.condition)" : nil
            } + corrections(for: works, at: now)
    }

    /// The work that is due. The work that has been due for the longest time comes first.
    package func due(at now: Date) throws -> [JobKey] {
        try executor.rows(
            "SELECT module, name FROM kernel_job WHERE sequence = 0 AND due_at <= \(now) AND NOT is_parked ORDER BY due_at",
            as: String.self, String.self
        ).map { module, name in JobKey(module: module, name: name) }
    }

    /// Makes work due at a moment, if it would be due later. Work that failed keeps its time while it waits for its next
    /// attempt. Returns `false` if there is no work of that name.
    package func wake(_ job: JobKey, at moment: Date) throws -> Bool {
        try executor.run(
            """
            UPDATE kernel_job SET due_at = iif(error IS NULL OR is_running, min(due_at, \(moment)), due_at)
            WHERE \(job.condition)
            """) == 1
    }

    /// Records that the work starts, and when it is due next. The next time is set before the work runs, so that a wake during
    /// the run has an effect. After a crash during the run, the work is still marked as running.
    package func begin(_ work: RecurringWork, at now: Date) throws {
        try executor.run(
            """
            UPDATE kernel_job SET is_running = 1, due_at = \(now.addingTimeInterval(work.interval))
            WHERE \(work.job.condition)
            """)
    }

    /// How a piece of work ended.
    package enum Outcome: Sendable {
        /// The work came to its end.
        case done
        /// The task that ran the work was cancelled, or the organization closed.
        case interrupted
        /// The work threw an error, which is given as text.
        case failed(String)
    }

    /// Records how the work ended. Interrupted work is due again now.
    package func end(_ work: RecurringWork, _ outcome: Outcome, at now: Date) throws {
        let condition = work.job.condition
        switch outcome {
        case .done:
            try executor.run("UPDATE kernel_job SET is_running = 0, attempts = 0, error = NULL WHERE \(condition)")
        case .interrupted:
            try executor.run("UPDATE kernel_job SET is_running = 0, due_at = \(now) WHERE \(condition)")
        case .failed(let error): try fail(work.job, error: error, at: now)
        }
    }
}
