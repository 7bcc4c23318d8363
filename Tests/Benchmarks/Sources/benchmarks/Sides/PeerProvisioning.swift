import GRDB

/// Creates a tenant's database with GRDB: the same tables by its migrator, durable on return.
enum PeerProvisioning {
    /// Creates a database with the statements of `schema`. The database stays open, as a tenant does.
    static func make(_ path: String, schema: [String]) throws -> DatabasePool {
        let pool = try DatabasePool.durable(path)
        var migrator = DatabaseMigrator()
        migrator.registerMigration("create all tables") { database in
            for statement in schema { try database.execute(sql: statement) }
        }
        try migrator.migrate(pool)
        return pool
    }

    /// The statements that create the tables and other objects of a file, one for each object.
    static func schema(of path: String) throws -> [String] {
        let queue = try DatabaseQueue(path: path)
        defer { try? queue.close() }
        return try queue.read { database in
            try String.fetchAll(
                database,
                sql: """
                    SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid
                    """)
        }
    }
}
