internal import AtriumStorage

package import struct Foundation.Date

/// Failures of jobs, and their retries.
extension Jobs {
    /// Records a failure. The job becomes due again as ``RetryPolicy/jobs`` says, or is parked. Does nothing if there is no
    /// such job.
    func fail(_ job: JobKey, error: String, at now: Date) throws {
        let failures = try executor.first(
            "SELECT attempts + 1 FROM kernel_job WHERE \(job.condition)", as: Int.self)
        guard let failures else { return }
        let next = RetryPolicy.jobs.next(after: failures, at: now)
        try executor.run(
            """
            UPDATE kernel_job SET is_running = 0, attempts = \(failures), error = \(error), is_parked = \(next == nil),
                due_at = coalesce(\(next), due_at)
            WHERE \(job.condition)
            """)
    }

    /// The failed jobs, at most 1,000. The parked ones come first.
    package func failed() throws -> [FailedJob] {
        try executor.rows(
            """
            SELECT module, name, nullif(sequence, 0), attempts, error, iif(is_parked, NULL, due_at) AS next
            FROM kernel_job WHERE error IS NOT NULL ORDER BY next, module, sequence LIMIT 1000
            """
        ) { row in
            FailedJob(
                module: try row[0], name: try row[1], event: try row[2], attempts: try row[3], error: try row[4],
                nextAttempt: try row[5])
        }
    }

    /// How many jobs of a module have failed.
    package func failed(of module: String) throws -> Int {
        try executor.one(
            "SELECT count(*) FROM kernel_job WHERE module = \(module) AND error IS NOT NULL", as: Int.self)
    }

    /// Makes a failed job due now, and sets its number of attempts to 0. Returns `false` if the job does not exist or has not
    /// failed.
    package func restart(_ job: FailedJob, at now: Date) throws -> Bool {
        let key = JobKey(module: job.module, name: job.name, sequence: job.event ?? 0)
        return try executor.run(
            """
            UPDATE kernel_job SET is_parked = 0, attempts = 0, due_at = \(now)
            WHERE \(key.condition) AND error IS NOT NULL
            """) == 1
    }
}
