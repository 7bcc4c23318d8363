import GRDB

/// The items of a file through GRDB, in the way that its documentation calls fast: with a pool, cached statements, and columns
/// by index. It keeps no audit and checks no permission.
struct PeerItems: Sendable {
    private let pool: DatabasePool

    /// Opens a file, which is a copy of a tenant's.
    init(path: String) throws { pool = try .durable(path) }

    func close() throws { try pool.close() }

    // MARK: - Reading

    func digest(of ids: [Int]) async throws -> Int {
        try await pool.read { database in
            var sum = 0
            for id in ids { sum &+= try Self.item(id, in: database)?.digest ?? 0 }
            return sum
        }
    }

    func item(_ id: Int) async throws -> Item? { try await pool.read { try Self.item(id, in: $0) } }

    func itemWhileBlocking(_ id: Int) throws -> Item? { try pool.read { try Self.item(id, in: $0) } }

    func items(_ ids: Range<Int>) async throws -> [Item] {
        try await pool.read { database in
            let statement = try database.cachedStatement(
                sql: "SELECT id, name, amount, is_open FROM items_item WHERE id >= ? AND id < ? ORDER BY id")
            return try Item.fetchAll(statement, arguments: [ids.lowerBound, ids.upperBound])
        }
    }

    private static func item(_ id: Int, in database: Database) throws -> Item? {
        let statement = try database.cachedStatement(
            sql: "SELECT id, name, amount, is_open FROM items_item WHERE id = ?")
        return try Item.fetchOne(statement, arguments: [id])
    }

    // MARK: - Writing

    func add(_ item: Item) async throws { try await pool.write { try Self.insert(item, in: $0) } }

    func add(_ ids: Range<Int>) async throws {
        try await pool.write { database in for id in ids { try Self.insert(Item(id), in: database) } }
    }

    func remove(from id: Int) async throws {
        try await pool.write { try $0.execute(sql: "DELETE FROM items_item WHERE id >= ?", arguments: [id]) }
    }

    func count(from id: Int) async throws -> Int {
        try await pool.read { database in
            try Int.fetchOne(database, sql: "SELECT count(*) FROM items_item WHERE id >= ?", arguments: [id]) ?? -1
        }
    }

    func growLog(rows: Int) async throws {
        try await pool.write { database in
            try database.execute(
                sql: """
                    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(rows))
                    INSERT INTO items_padding SELECT zeroblob(4000) FROM n; DELETE FROM items_padding
                    """)
        }
    }

    private static func insert(_ item: Item, in database: Database) throws {
        let statement = try database.cachedStatement(sql: "INSERT INTO items_item VALUES (?, ?, ?, ?)")
        try statement.execute(arguments: [item.id, item.name, item.amount, item.isOpen])
    }
}

extension Item: FetchableRecord {
    init(row: GRDB.Row) { self.init(id: row[0], name: row[1], amount: row[2], isOpen: row[3]) }
}

extension DatabasePool {
    /// A pool with `synchronous=FULL`. In WAL mode a pool sets NORMAL by itself, so FULL is set after that and read back.
    ///
    /// It waits for locks, as ours does: a reader that meets a changing index of the WAL locks out writers for a moment.
    static func durable(_ path: String) throws -> DatabasePool {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        let pool = try DatabasePool(path: path, configuration: configuration)
        let settings = try pool.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 4194304")
            return [
                try String.fetchOne(database, sql: "PRAGMA synchronous"),
                try String.fetchOne(database, sql: "PRAGMA journal_mode"),
            ]
        }
        guard settings == ["2", "wal"] else {
            throw HarnessError("the peer: the durability settings were not applied: \(settings)")
        }
        return pool
    }
}
