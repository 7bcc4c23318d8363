internal import struct Foundation.Data

/// A migrated, empty database in memory, on which drafts are written one after another, each in a transaction that is rolled back.
/// Running the migrations, reading the schema and compiling statements cost more than what a draft writes.
struct Template: Sendable {
    let connection: Connection
    /// What it consists of while it is empty.
    private let image: Data

    init(of schemas: SchemaSet, settings: ConnectionSettings) throws {
        connection = try Connection(path: ":memory:", access: .memory, settings: settings)
        _ = try Migrator(connection: connection, set: schemas, identity: "").migrate()
        // A rollback does not restore what stood in a free page: SQLite does not need it.
        try connection.compact()
        image = try connection.withImage { Data($0) }
    }

    /// Begins the transaction of a draft.
    func begin() throws { try connection.perform(.beginImmediate) }

    /// Ends it. False when the database is not to the byte what it was before, or the connection may remember more than that.
    func reset() -> Bool {
        // FTS5 does not forget a setting of its tables. A rollback fails where the transaction has ended: that may have been a commit.
        guard !connection.hasVirtualTables, (try? connection.perform(.rollback)) != nil else { return false }
        let isEmpty = try? connection.withImage { bytes in
            guard let start = bytes.baseAddress else { return false }
            return Data(bytesNoCopy: start, count: bytes.count, deallocator: .none) == image
        }
        return isEmpty ?? false
    }
}
