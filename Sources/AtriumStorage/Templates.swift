/// Migrated, empty databases in memory, on which drafts are written: one after another, each in a transaction that is rolled
/// back. Running the migrations, reading the schema and compiling statements cost more than what a draft writes.
final class Templates: Sendable {
    private let settings: ConnectionSettings
    private let idle = Locked<[Connection]>([])

    init(settings: ConnectionSettings) { self.settings = settings }

    /// An empty database in a transaction, which is one draft's until ``putBack(_:)``.
    func take(of schemas: SchemaSet) throws -> Connection {
        let known = idle.withLock { idle in
            idle.lastIndex { $0.schemaChecksum == schemas.checksum }.map { idle.remove(at: $0) }
        }
        let connection = try known ?? make(of: schemas)
        try connection.perform(.beginImmediate)
        return connection
    }

    /// Empties it for the next draft. One whose transaction has ended is of no more use: nobody knows how it ended.
    func putBack(_ connection: Connection) {
        guard !connection.isAutocommit, (try? connection.perform(.rollback)) != nil else { return connection.close() }
        connection.clearBindings()
        idle.withLock { $0.append(connection) }
    }

    private func make(of schemas: SchemaSet) throws -> Connection {
        let connection = try Connection(path: ":memory:", access: .memory, settings: settings)
        _ = try Migrator(connection: connection, set: schemas).migrate()
        return connection
    }
}
