internal import CSQLite

extension Connection {
    /// Calls a body with the database as its own transaction sees it, as the bytes of a file in WAL mode, which memory does not
    /// know: https://sqlite.org/c3ref/serialize.html, https://sqlite.org/fileformat.html#file_format_version_numbers
    func withFileImage(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
        // What FTS5 may still keep in memory goes into its tables: https://sqlite.org/vtab.html#xsavepoint
        try perform(.savepoint)
        var size: Int64 = 0
        guard let bytes = sqlite3_serialize(handle, "main", &size, 0) else { throw error(SQLITE_NOMEM, sql: nil) }
        defer { sqlite3_free(bytes) }
        for place in 18...19 { bytes[place] = 2 }
        try body(UnsafeRawBufferPointer(start: bytes, count: Int(size)))
    }
}
