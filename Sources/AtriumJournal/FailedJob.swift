package import AtriumStorage

public import struct Foundation.Date

/// Recurring work or the handling of an event that failed, and is tried again or parked.
public struct FailedJob: Sendable, Equatable {
    public let module: String
    /// The name of the recurring work, or the event's type.
    public let name: String
    /// The event's number in the log; `nil` for recurring work.
    public let event: Int?
    /// How often it failed in a row.
    public let attempts: Int
    /// What the last failure said, 500 characters at most.
    public let error: String
    /// When it is tried again; `nil` for what is parked until it is restarted.
    public let nextAttempt: Date?

    package init(
        module: String, name: String, event: Int? = nil, attempts: Int = 1, error: String = "", nextAttempt: Date? = nil
    ) {
        (self.module, self.name, self.event) = (module, name, event)
        (self.attempts, self.error, self.nextAttempt) = (attempts, error, nextAttempt)
    }
}

/// What failed in a file, whatever its kind.
package struct FailureList {
    let executor: CachingExecutor

    package init(_ executor: CachingExecutor) { self.executor = executor }

    /// What failed, parked work first; 1,000 at most.
    package func all() throws -> [FailedJob] {
        try executor.rows(
            """
            SELECT module, name, NULL AS sequence, attempts, error, iif(is_parked, NULL, due_at) AS next
            FROM kernel_schedule WHERE error IS NOT NULL
            UNION ALL
            SELECT module, event, sequence, attempts, error, iif(is_parked, NULL, due_at) FROM kernel_retry
            ORDER BY next, module, sequence LIMIT 1000
            """
        ) { row in
            FailedJob(
                module: try row[0], name: try row[1], event: try row[2], attempts: try row[3], error: try row[4],
                nextAttempt: try row[5])
        }
    }

    /// Makes failed work due now, with all attempts before it; `false` if it has not failed, or no longer.
    package func restart(_ work: FailedJob, at now: Date) throws -> Bool {
        let restarted: SQL = "SET is_parked = 0, attempts = 0, due_at = \(now)"
        if let event = work.event {
            return try executor.run(
                "UPDATE kernel_retry \(restarted) WHERE (module, sequence) = (\(work.module), \(event))") == 1
        }
        return try executor.run(
            """
            UPDATE kernel_schedule \(restarted)
            WHERE (module, name) = (\(work.module), \(work.name)) AND error IS NOT NULL
            """) == 1
    }

    /// When a present module's work is due next: recurring work, a retry, or an event now.
    package func nextDue(of modules: Set<String>, at now: Date) throws -> Date? {
        if try EventLog(executor).isAwaited(by: modules) { return now }
        return try executor.one(
            """
            SELECT min(due_at) FROM (
                SELECT module, due_at FROM kernel_schedule WHERE NOT is_parked
                UNION ALL SELECT module, due_at FROM kernel_retry WHERE NOT is_parked)
            WHERE module IN (SELECT value FROM json_each(\(json: modules)))
            """, as: Date?.self)
    }
}
