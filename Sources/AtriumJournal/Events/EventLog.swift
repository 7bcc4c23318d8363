package import AtriumStorage

/// The log of events that wait for handlers after the commit, and the position of each module in it.
///
/// A module's position moves in the transaction that handles its events, so each event is handled once. An event is deleted
/// when all subscribers have passed it. A module that is not installed now keeps its position, and its events stay.
package struct EventLog {
    /// An event as the log stores it.
    package struct Entry: Sendable {
        package let sequence: Int
        package let event: String
        package let payload: [UInt8]
    }

    let executor: CachingExecutor

    package init(_ executor: CachingExecutor) { self.executor = executor }

    /// Appends an event, in the transaction of the unit that publishes it.
    package func append(_ event: String, _ payload: [UInt8]) throws {
        try executor.run("INSERT INTO kernel_event (event, payload) VALUES (\(event), \(payload))")
    }

    // MARK: - Subscriptions

    /// A module, and a type of event that it subscribes to.
    package struct Subscription: Hashable, Sendable {
        package let event: String
        package let module: String

        package init(_ module: String, of event: String) { (self.event, self.module) = (event, module) }
    }

    /// All subscriptions, including those of modules that are not installed now.
    package func subscriptions() throws -> Set<Subscription> {
        Set(
            try executor.rows("SELECT event, module FROM kernel_subscription", as: String.self, String.self)
                .map { event, module in Subscription(module, of: event) })
    }

    /// Statements that make the stored subscriptions of the installed `modules` equal to `wanted`; none if they are equal. A
    /// new subscription starts at the end of the log. Events and jobs without a subscription are deleted.
    package func changes(to wanted: Set<Subscription>, of modules: Set<String>) throws -> [SQL] {
        let stored = try subscriptions().filter { modules.contains($0.module) }
        if stored == wanted { return [] }
        return stored.subtracting(wanted).map {
            "DELETE FROM kernel_subscription WHERE (event, module) = (\($0.event), \($0.module))"
        }
            + wanted.subtracting(stored).map {
                """
                INSERT INTO kernel_subscription VALUES (\($0.event), \($0.module),
                    coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'kernel_event'), 0))
                """
            }
            + [
                "DELETE FROM kernel_event WHERE NOT \(Self.isAwaited)",
                Jobs.forgetUnsubscribed,
            ]
    }

    private static let isAwaited: SQL = """
        EXISTS (SELECT 1 FROM kernel_subscription f
            WHERE f.event = kernel_event.event AND f.position < kernel_event.sequence)
        """

    /// Ends the subscriptions of a module, and deletes its jobs, and the events that only it waited for.
    func forget(_ module: String) throws {
        try executor.run("DELETE FROM kernel_subscription WHERE module = \(module)")
        try executor.run("DELETE FROM kernel_job WHERE module = \(module)")
        try executor.run("DELETE FROM kernel_event WHERE NOT \(Self.isAwaited)")
    }

    // MARK: - Delivering

    /// The next events for a module, of all types to which it subscribes, in the order in which they were published. No event
    /// before the last one is left out.
    package func next(for module: String, limit: Int) throws -> [Entry] {
        let subscribed = try executor.rows(
            "SELECT event, position FROM kernel_subscription WHERE module = \(module)", as: String.self, Int.self)
        // There is one query for each type, which uses the index: a million events may wait for a module that was not
        // installed.
        let found = try subscribed.flatMap { event, position in
            try executor.rows(
                """
                SELECT sequence, event, payload FROM kernel_event
                WHERE event = \(event) AND sequence > \(position) ORDER BY sequence LIMIT \(limit)
                """, make: Entry.init)
        }
        return Array(found.sorted { $0.sequence < $1.sequence }.prefix(limit))
    }

    /// Moves a module's position past a sequence of events, and deletes the events for which no other subscription waits.
    /// Returns `false`, and changes nothing, if the position is already past the first event, or if the subscription no longer
    /// exists.
    package func pass(_ entries: [Entry], by module: String) throws -> Bool {
        guard let first = entries.first, let last = entries.last?.sequence else { return false }
        let position = try executor.first(
            "SELECT position FROM kernel_subscription WHERE (event, module) = (\(first.event), \(module))", as: Int.self
        )
        guard let position, position < first.sequence else { return false }
        try executor.run(
            "UPDATE kernel_subscription SET position = max(position, \(last)) WHERE module = \(module)")
        try executor.run(
            "DELETE FROM kernel_event WHERE sequence BETWEEN \(first.sequence) AND \(last) AND NOT \(Self.isAwaited)")
        return true
    }

    /// How many events wait for a module.
    package func waiting(for module: String) throws -> Int {
        try executor.one(
            """
            SELECT count(*) FROM kernel_subscription f JOIN kernel_event e ON e.event = f.event AND e.sequence > f.position
            WHERE f.module = \(module)
            """, as: Int.self)
    }

    /// Whether an event waits for one of the modules.
    package func isAwaited(by modules: Set<String>) throws -> Bool {
        try executor.one(
            """
            SELECT EXISTS (SELECT 1 FROM kernel_subscription f
                CROSS JOIN kernel_event e ON e.event = f.event AND e.sequence > f.position
                WHERE f.module IN (SELECT value FROM json_each(\(json: modules))))
            """, as: Bool.self)
    }
}

extension EventLog.Entry {
    init(_ row: Row) throws { (sequence, event, payload) = (try row[0], try row[1], try row[2]) }
}
