import RawSQLite

/// The statements that a unit of the platform runs in the kernel's tables, in addition to the module's statements. The bound
/// digests are constants: computing them is the platform's work, which raw C does not do.
final class RawAudit {
    private let permission, head, entry, update: RawStatement
    private let bytes = [UInt8](repeating: 7, count: 32)
    private let salt = [UInt8](repeating: 5, count: 16)
    /// The number of entries in the chain. The first entry of a transaction reads it, and ``moveHead()`` writes it at the end.
    private var count: Int?

    init(_ database: RawDatabase) throws {
        permission = try database.prepare(
            """
            SELECT m.state, a.role, a.team_id = '' FROM kernel_member m
            LEFT JOIN kernel_assignment a INDEXED BY kernel_assignment_team ON a.member_id = m.id AND a.team_id = ''
            WHERE m.id = ?
            """)
        head = try database.prepare("SELECT entries, head FROM kernel_file WHERE row = 1")
        entry = try database.prepare("INSERT INTO kernel_audit VALUES (?, ?, ?, ?, ?)")
        update = try database.prepare("UPDATE kernel_file SET entries = ?, head = ? WHERE row = 1")
    }

    func checkPermission(of member: String) throws {
        permission.bind(1, member)
        let isActive = try permission.row { row in
            sqlite3_column_text(row, 0).map { String(cString: $0) == "active" } ?? false
        }
        guard isActive else { throw HarnessError("raw C: the member is not active") }
    }

    func append() throws {
        let count = try (count ?? head.row { Int(sqlite3_column_int64($0, 0)) }) + 1
        entry.bind(1, count)
        entry.bind(2, "1767225600000\titems.use\torganization\t-\tmember 019b76da-a800-7000-8000-000000000001")
        entry.bind(3, salt)
        entry.bind(4, bytes)
        entry.bind(5, bytes)
        try entry.run()
        self.count = count
    }

    /// Writes the new head of the chain. Call it before the transaction commits.
    func moveHead() throws {
        guard let count else { return }
        update.bind(1, count)
        update.bind(2, bytes)
        try update.run()
        self.count = nil
    }
}
