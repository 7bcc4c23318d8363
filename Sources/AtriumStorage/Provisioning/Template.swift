internal import struct Foundation.Data

/// A migrated, empty database in memory. Drafts use it one after another, each in a transaction that is rolled back
/// (``Draft``).
struct Template: Sendable {
    let connection: Connection
    let settings: ConnectionSettings
    /// The bytes of the empty database.
    private let image: Data

    init(of schemas: SchemaSet, settings: ConnectionSettings) throws {
        self.settings = settings
        connection = try Connection(path: ":memory:", access: .memory, settings: settings)
        _ = try Migrator(connection: connection, set: schemas, identity: "").migrate()
        // A rollback does not restore the content of free pages, because SQLite does not need it.
        try connection.compact()
        image = try connection.withImage { Data($0) }
    }

    /// Begins the transaction of a draft.
    func begin() throws { try connection.perform(.beginImmediate) }

    /// Ends the draft's transaction. Returns false if a byte of the database is not the same as before, or if the connection
    /// may still remember something of the draft.
    func reset() -> Bool {
        // FTS5 keeps a table's changed settings even after a rollback. The rollback fails if the transaction has ended, perhaps
        // with a commit.
        guard !connection.hasVirtualTables, (try? connection.perform(.rollback)) != nil else { return false }
        let isEmpty = try? connection.withImage { bytes in
            guard let start = bytes.baseAddress else { return false }
            return Data(bytesNoCopy: start, count: bytes.count, deallocator: .none) == image
        }
        return isEmpty ?? false
    }
}
