package import AtriumStorage

/// The events that wait for handlers after the commit, and how far each module has come with them.
///
/// A module's place moves in the transaction that handles its events, so each is handled once. What all followers have
/// passed is pruned; for a module that is away, place and events are kept.
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

    /// A module that follows a type of event.
    package struct Follower: Hashable, Sendable {
        package let event: String
        package let module: String

        package init(_ module: String, of event: String) { (self.event, self.module) = (event, module) }
    }

    /// Who follows what, also modules that are away.
    package func followers() throws -> Set<Follower> {
        Set(
            try session.rows("SELECT event, module FROM kernel_follower", as: String.self, String.self)
                .map { Follower($0.1, of: $0.0) })
    }

    /// The statements after which just these of `modules`, which are present, follow; none if they do. A new follower starts
    /// at the end of the log.
    package func changes(to wanted: Set<Follower>, of modules: Set<String>) throws -> [SQL] {
        let stored = try followers().filter { modules.contains($0.module) }
        if stored == wanted { return [] }
        return stored.subtracting(wanted).map {
            "DELETE FROM kernel_follower WHERE (event, module) = (\($0.event), \($0.module))"
        }
            + wanted.subtracting(stored).map {
                """
                INSERT INTO kernel_follower VALUES (\($0.event), \($0.module),
                    coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'kernel_event'), 0))
                """
            }
            + [
                "DELETE FROM kernel_event WHERE NOT \(Self.isAwaited)",
                "DELETE FROM kernel_retry WHERE (event, module) NOT IN (SELECT event, module FROM kernel_follower)",
            ]
    }

    private static let isAwaited: SQL = """
        EXISTS (SELECT 1 FROM kernel_follower f
            WHERE f.event = kernel_event.event AND f.position < kernel_event.sequence)
        """

    // MARK: - Delivering

    /// The next events for a module, in the order in which they were published.
    package func next(for module: String, limit: Int) throws -> [Entry] {
        let followed = try session.rows(
            "SELECT event, position FROM kernel_follower WHERE module = \(module)", as: String.self, Int.self)
        // Type by type along the index, because a million events may wait for a module that was away.
        let found = try followed.flatMap { event, position in
            try session.rows(
                """
                SELECT sequence, event, payload FROM kernel_event
                WHERE event = \(event) AND sequence > \(position) ORDER BY sequence LIMIT \(limit)
                """, make: Entry.init)
        }
        return Array(found.sorted { $0.sequence < $1.sequence }.prefix(limit))
    }

    /// Moves a module behind events that lie one after another, and prunes; `false` if it was there before.
    package func pass(_ entries: [Entry], by module: String) throws -> Bool {
        guard let first = entries.first, let last = entries.last?.sequence else { return false }
        let position = try session.first(
            "SELECT position FROM kernel_follower WHERE (event, module) = (\(first.event), \(module))", as: Int.self)
        guard let position, position < first.sequence else { return false }
        try session.run(
            "UPDATE kernel_follower SET position = max(position, \(last)) WHERE module = \(module)")
        try session.run(
            "DELETE FROM kernel_event WHERE sequence BETWEEN \(first.sequence) AND \(last) AND NOT \(Self.isAwaited)")
        return true
    }

    /// Whether an event waits for one of the modules.
    package func isAwaited(by modules: Set<String>) throws -> Bool {
        try session.one(
            """
            SELECT EXISTS (SELECT 1 FROM kernel_follower f
                CROSS JOIN kernel_event e ON e.event = f.event AND e.sequence > f.position
                WHERE f.module IN (SELECT value FROM json_each(\(json: modules))))
            """, as: Bool.self)
    }
}

extension EventLog.Entry {
    init(_ row: Row) throws { (sequence, event, payload) = (try row[0], try row[1], try row[2]) }
}
