import RawSQLite

/// The items of a file, read and written directly through the C API.
final class RawItems {
    let database: RawDatabase
    private let begin, beginImmediate, commit: RawStatement
    private let select, scan, insert, tally: RawStatement
    private let audit: RawAudit

    /// Opens a file, which is a copy of a tenant's, so that tables and indexes are the same.
    init(path: String) throws {
        let database = try RawDatabase(path: path)
        self.database = database
        begin = try database.prepare("BEGIN")
        beginImmediate = try database.prepare("BEGIN IMMEDIATE")
        commit = try database.prepare("COMMIT")
        select = try database.prepare("SELECT id, name, amount, is_open FROM items_item WHERE id = ?")
        scan = try database.prepare(
            "SELECT id, name, amount, is_open FROM items_item WHERE id >= ? AND id < ? ORDER BY id")
        insert = try database.prepare("INSERT INTO items_item VALUES (?, ?, ?, ?)")
        tally = try database.prepare(
            "UPDATE tallies_tally SET count = count + 1, total = total + ? WHERE row = 1")
        audit = try RawAudit(database)
    }

    // MARK: - Reading

    /// Runs the body in a read transaction.
    func reading<Value>(_ body: () throws -> Value) throws -> Value {
        try begin.run()
        let value = try body()
        try commit.run()
        return value
    }

    func item(_ id: Int) throws -> Item {
        select.bind(1, id)
        return try select.row(Self.item)
    }

    func items(_ ids: Range<Int>) throws -> [Item] {
        scan.bind(1, ids.lowerBound)
        scan.bind(2, ids.upperBound)
        defer { sqlite3_reset(scan.handle) }
        var items: [Item] = []
        while sqlite3_step(scan.handle) == SQLITE_ROW { items.append(Self.item(scan.handle)) }
        return items
    }

    private static func item(_ row: OpaquePointer) -> Item {
        let text = sqlite3_column_text(row, 1)
        let name = UnsafeBufferPointer(start: text, count: Int(sqlite3_column_bytes(row, 1)))
        return Item(
            id: Int(sqlite3_column_int64(row, 0)), name: String(decoding: name, as: UTF8.self),
            amount: Int(sqlite3_column_int64(row, 2)), isOpen: sqlite3_column_int64(row, 3) != 0)
    }

    // MARK: - Writing

    /// Runs the body in a write transaction.
    func writing(_ body: () throws -> Void) throws {
        try beginImmediate.run()
        try body()
        try audit.moveHead()
        try commit.run()
    }

    func add(_ item: Item) throws {
        insert.bind(1, item.id)
        insert.bind(2, item.name)
        insert.bind(3, item.amount)
        insert.bind(4, item.isOpen ? 1 : 0)
        try insert.run()
    }

    /// Runs the statements that a unit of the platform runs to add an item: the permission, the row and the audit entry. If the
    /// item is announced (`isTold`), the row of the counting module too.
    func addAsUnit(_ item: Item, member: String, isTold: Bool = false) throws {
        try audit.checkPermission(of: member)
        try add(item)
        if isTold {
            tally.bind(1, item.amount)
            try tally.run()
        }
        try audit.append()
    }

    func remove(from id: Int) throws { try database.run("DELETE FROM items_item WHERE id >= \(id)") }

    func count(from id: Int) throws -> Int {
        try database.integer("SELECT count(*) FROM items_item WHERE id >= \(id)")
    }

    func growLog(rows: Int) throws {
        try writing {
            try database.run(
                """
                WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(rows))
                INSERT INTO items_padding SELECT zeroblob(4000) FROM n; DELETE FROM items_padding
                """)
        }
    }
}
