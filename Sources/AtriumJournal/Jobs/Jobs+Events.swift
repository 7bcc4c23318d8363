internal import AtriumStorage

package import struct Foundation.Date

/// The jobs of events whose handler failed. Such an event is kept outside of the log, with the error, so that later events do
/// not wait for it.
extension Jobs {
    /// Adds a job for an event after the first failure of its handler. In the same transaction, the module's position in the
    /// log moves past the event.
    package func add(_ entry: EventLog.Entry, of module: String, error: String, at now: Date) throws {
        try executor.run(
            """
            INSERT INTO kernel_job (module, name, sequence, payload, due_at)
            VALUES (\(module), \(entry.event), \(entry.sequence), \(entry.payload), \(now))
            """)
        try fail(entry, of: module, error: error, at: now)
    }

    /// The failed events that a module handles again now.
    package func dueEvents(for module: String, at now: Date, limit: Int) throws -> [EventLog.Entry] {
        try executor.rows(
            """
            SELECT sequence, name, payload FROM kernel_job
            WHERE module = \(module) AND sequence > 0 AND NOT is_parked AND due_at <= \(now)
            ORDER BY sequence LIMIT \(limit)
            """, make: EventLog.Entry.init)
    }

    /// Removes the job of an event, in the unit that handles the event. Returns `false` if another unit has removed it already.
    package func remove(_ entry: EventLog.Entry, of module: String) throws -> Bool {
        try executor.run("DELETE FROM kernel_job WHERE \(JobKey(entry, of: module).condition)") == 1
    }

    /// Records another failure of an event's handler.
    package func fail(_ entry: EventLog.Entry, of module: String, error: String, at now: Date) throws {
        try fail(JobKey(entry, of: module), error: error, at: now)
    }

    /// A statement that removes the jobs of events whose subscription has ended.
    static let forgetUnsubscribed: SQL = """
        DELETE FROM kernel_job
        WHERE sequence > 0 AND (name, module) NOT IN (SELECT event, module FROM kernel_subscription)
        """
}
