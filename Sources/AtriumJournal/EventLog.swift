package import AtriumStorage

/// The events that wait for handlers after the commit, and how far each module has come with them.
///
/// A module's cursor moves in the transaction that handles its events, so each is handled once. What all followers have
/// passed is pruned; a module that is away keeps its cursor and its events.
package struct EventLog {
    /// An event as it lies in the log.
    package struct Entry: Sendable {
        package let sequence: Int
        package let event: String
        package let payload: [UInt8]
    }

    let session: Session

    package init(_ session: Session) { self.session = session }

    package func append(_ event: String, _ payload: [UInt8]) throws {
        try session.run("INSERT INTO kernel_event (event, payload) VALUES (\(event), \(payload))")
    }

    // MARK: - Followers

    /// Events and the modules that follow them, also those that are away.
    package func followers() throws -> [String: Set<String>] {
        let rows = try session.rows("SELECT event, module FROM kernel_subscription", as: String.self, String.self)
        return Dictionary(grouping: rows) { $0.0 }.mapValues { Set($0.map(\.1)) }
    }

    /// The statements after which `modules`, which are present, follow just these events; none if they do.
    ///
    /// A new follower starts at the end of the log.
    package func changes(of modules: Set<String>, following wanted: [String: Set<String>]) throws -> [SQL] {
        let stored = try followers().mapValues { $0.intersection(modules) }.filter { !$0.value.isEmpty }
        if stored == wanted { return [] }
        let pairs = wanted.flatMap { event, modules in modules.map { (event: event, module: $0) } }
        return ["DELETE FROM kernel_subscription WHERE module IN (SELECT value FROM json_each(\(json: modules)))"]
            + Set(pairs.map(\.module)).map { module in
                """
                INSERT INTO kernel_cursor
                VALUES (\(module), coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'kernel_event'), 0))
                ON CONFLICT DO NOTHING
                """
            }
            + pairs.map { "INSERT INTO kernel_subscription VALUES (\($0.event), \($0.module))" }
            + [
                "DELETE FROM kernel_event WHERE NOT \(Self.isAwaited)",
                """
                DELETE FROM kernel_retry WHERE (event, module) NOT IN (SELECT event, module FROM kernel_subscription)
                """,
            ]
    }

    private static let isAwaited: SQL = """
        EXISTS (SELECT 1 FROM kernel_subscription s JOIN kernel_cursor c ON c.module = s.module
            WHERE s.event = kernel_event.event AND c.position < kernel_event.sequence)
        """

    // MARK: - Delivering

    /// The next events of the given types for a module, in the order in which they were published.
    package func next(for module: String, of events: some Sequence<String>, limit: Int) throws -> [Entry] {
        let position = try session.first("SELECT position FROM kernel_cursor WHERE module = \(module)", as: Int.self)
        guard let position else { return [] }
        // Type by type along the index, because a million events may wait for a module that was away.
        let found = try events.flatMap { event in
            try session.rows(
                """
                SELECT sequence, event, payload FROM kernel_event
                WHERE event = \(event) AND sequence > \(position) ORDER BY sequence LIMIT \(limit)
                """, make: Entry.init)
        }
        return Array(found.sorted { $0.sequence < $1.sequence }.prefix(limit))
    }

    /// Moves a module's cursor behind events that lie one after another, and prunes; `false` if it was there before.
    package func pass(_ entries: [Entry], by module: String) throws -> Bool {
        guard let first = entries.first?.sequence, let last = entries.last?.sequence else { return false }
        let moved = try session.run(
            "UPDATE kernel_cursor SET position = \(last) WHERE module = \(module) AND position < \(first)")
        guard moved == 1 else { return false }
        try session.run(
            "DELETE FROM kernel_event WHERE sequence BETWEEN \(first) AND \(last) AND NOT \(Self.isAwaited)")
        return true
    }

    /// Whether an event waits for one of the modules.
    package func isAwaited(by modules: Set<String>) throws -> Bool {
        try session.one(
            """
            SELECT EXISTS (SELECT 1 FROM kernel_subscription s CROSS JOIN kernel_cursor c ON c.module = s.module
                CROSS JOIN kernel_event e ON e.event = s.event AND e.sequence > c.position
                WHERE s.module IN (SELECT value FROM json_each(\(json: modules))))
            """, as: Bool.self)
    }
}

extension EventLog.Entry {
    init(_ row: Row) throws { (sequence, event, payload) = (try row[0], try row[1], try row[2]) }
}
