internal import AtriumStorage

package import struct Foundation.Date

/// Events whose handlers failed. They are kept apart from the log, with the error, so that later events go on.
extension Jobs {
    /// Takes an event out of the log's order after its first failure.
    package func add(_ entry: EventLog.Entry, of module: String, error: String, at now: Date) throws {
        try executor.run(
            """
            INSERT INTO kernel_job (module, name, sequence, payload, due_at)
            VALUES (\(module), \(entry.event), \(entry.sequence), \(entry.payload), \(now))
            """)
        try fail(entry, of: module, error: error, at: now)
    }

    /// The events that a module handles again now.
    package func dueEvents(for module: String, at now: Date, limit: Int) throws -> [EventLog.Entry] {
        try executor.rows(
            """
            SELECT sequence, name, payload FROM kernel_job
            WHERE module = \(module) AND sequence > 0 AND NOT is_parked AND due_at <= \(now)
            ORDER BY sequence LIMIT \(limit)
            """, make: EventLog.Entry.init)
    }

    /// Removes an event that is handled in the same unit. Returns `false` if another unit did that before.
    package func remove(_ entry: EventLog.Entry, of module: String) throws -> Bool {
        try executor.run("DELETE FROM kernel_job WHERE \(JobKey(entry, of: module).condition)") == 1
    }

    /// Notes another failure of an event's handler.
    package func fail(_ entry: EventLog.Entry, of module: String, error: String, at now: Date) throws {
        try fail(JobKey(entry, of: module), error: error, at: now)
    }

    /// A statement that removes the events of subscriptions that ended.
    static let forgetUnsubscribed: SQL = """
        DELETE FROM kernel_job
        WHERE sequence > 0 AND (name, module) NOT IN (SELECT event, module FROM kernel_subscription)
        """
}
