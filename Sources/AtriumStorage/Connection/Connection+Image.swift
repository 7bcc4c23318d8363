internal import CSQLite

/// A database in memory, as the bytes of a file.
extension Connection {
    /// Calls a body with a copy of the database, as the connection's own transaction sees it:
    /// https://sqlite.org/c3ref/serialize.html.
    func withImage<Result>(_ body: (UnsafeMutableRawBufferPointer) throws -> Result) throws -> Result {
        // SQLite itself prepares a statement for this, and asks the authorizer.
        take(turn: .kernel, deadline: .max)
        var size: Int64 = 0
        guard let bytes = sqlite3_serialize(handle, "main", &size, 0) else { throw error(SQLITE_NOMEM, sql: nil) }
        defer { sqlite3_free(bytes) }
        return try body(UnsafeMutableRawBufferPointer(start: bytes, count: Int(size)))
    }

    /// Removes all free pages. VACUUM attaches a temporary database, and disconnects virtual tables.
    func compact() throws {
        let limit = sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 1)
        defer { sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, limit) }
        try execute("VACUUM")
        try noteTables()
    }
}
