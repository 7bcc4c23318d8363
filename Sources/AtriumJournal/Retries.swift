package import AtriumStorage
package import Foundation

/// When work that failed is tried again: after a second, four, sixteen, at most an hour. Ten failures in a row park it.
package enum Backoff {
    package static let limit = 10

    /// In seconds.
    package static let longest = 3600.0

    package static func delay(after attempts: Int) -> Double { min(pow(4, Double(attempts - 1)), longest) }
}

/// Events whose handlers failed: kept apart from the log with the error, so that later ones go on.
package struct Retries {
    let executor: CachingExecutor

    package init(_ executor: CachingExecutor) { self.executor = executor }

    /// Puts an event aside after its first failure.
    package func add(_ entry: EventLog.Entry, of module: String, error: String, at now: Date) throws {
        try executor.run(
            """
            INSERT INTO kernel_retry VALUES (\(module), \(entry.sequence), \(entry.event), \(entry.payload),
                \(now.addingTimeInterval(Backoff.delay(after: 1))), 1, \(error), 0)
            """)
    }

    /// What is to be tried again now for a module.
    package func due(for module: String, at now: Date, limit: Int) throws -> [EventLog.Entry] {
        try executor.rows(
            """
            SELECT sequence, event, payload FROM kernel_retry
            WHERE module = \(module) AND NOT is_parked AND due_at <= \(now) ORDER BY sequence LIMIT \(limit)
            """, make: EventLog.Entry.init)
    }

    /// The statement after which no event waits longer than the longest backoff, where a clock that was once ahead put one off.
    package func corrections(at now: Date) throws -> [SQL] {
        let last = now.addingTimeInterval(Backoff.longest)
        let isPutOff: SQL = "NOT is_parked AND due_at > \(last)"
        let isNeeded = try executor.one("SELECT EXISTS (SELECT 1 FROM kernel_retry WHERE \(isPutOff))", as: Bool.self)
        return isNeeded ? ["UPDATE kernel_retry SET due_at = \(last) WHERE \(isPutOff)"] : []
    }

    /// Takes an event back because it is being handled; `false` if somebody else did.
    package func remove(_ entry: EventLog.Entry, of module: String) throws -> Bool {
        try executor.run("DELETE FROM kernel_retry WHERE (module, sequence) = (\(module), \(entry.sequence))") == 1
    }

    /// Notes another failure.
    package func fail(_ entry: EventLog.Entry, of module: String, error: String, at now: Date) throws {
        let attempts = try executor.first(
            "SELECT attempts FROM kernel_retry WHERE (module, sequence) = (\(module), \(entry.sequence))",
            as: Int.self)
        guard let attempts = attempts.map({ $0 + 1 }) else { return }
        try executor.run(
            """
            UPDATE kernel_retry SET attempts = \(attempts), error = \(error), is_parked = \(attempts >= Backoff.limit),
                due_at = \(now.addingTimeInterval(Backoff.delay(after: attempts)))
            WHERE (module, sequence) = (\(module), \(entry.sequence))
            """)
    }
}
