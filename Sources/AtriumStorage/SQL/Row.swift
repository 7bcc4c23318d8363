internal import CSQLite

/// The current row of a running statement, read by column index.
///
/// A row is valid inside the closure that receives it: reading one later throws, also when its statement runs again.
public struct Row {
    let statement: Statement
    /// Where the statement stood when this was its row: it gives no number twice, also over many runs.
    private var position: UInt64

    init(of statement: Statement) {
        self.statement = statement
        position = statement.position
    }

    /// Moves to the next row; false after the last.
    @usableFromInline
    package mutating func advance() throws -> Bool {
        let isThere = try statement.step()
        position = statement.position
        return isThere
    }

    /// Ends the statement, so that it may run again.
    @usableFromInline
    package func finish() { statement.reset() }

    private var isCurrent: Bool { statement.isOnRow && statement.position == position }

    /// Reads the column at an index, counted from 0, as the type that the context asks for.
    @inlinable
    public subscript<Value: ColumnValue>(column: Int) -> Value {
        get throws { try Value(from: self, at: column) }
    }

    /// Whether the column holds NULL.
    public func isNull(at column: Int) throws -> Bool {
        try type(at: column) == SQLITE_NULL
    }

    /// The column's INTEGER.
    public func integer(at column: Int) throws -> Int64 {
        guard try type(at: column) == SQLITE_INTEGER else { throw mismatch(at: column, expected: "an integer") }
        return sqlite3_column_int64(statement.handle, Int32(column))
    }

    /// The column's REAL or INTEGER.
    public func real(at column: Int) throws -> Double {
        let type = try type(at: column)
        guard type == SQLITE_FLOAT || type == SQLITE_INTEGER else { throw mismatch(at: column, expected: "a real") }
        return sqlite3_column_double(statement.handle, Int32(column))
    }

    /// The column's TEXT. Bytes that are not UTF-8 are replaced by U+FFFD.
    public func text(at column: Int) throws -> String {
        guard try type(at: column) == SQLITE_TEXT, let start = sqlite3_column_text(statement.handle, Int32(column))
        else { throw mismatch(at: column, expected: "a text") }
        // The pointer comes first: https://sqlite.org/c3ref/column_blob.html asks for that order.
        let count = Int(sqlite3_column_bytes(statement.handle, Int32(column)))
        return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    /// The column's BLOB.
    public func blob(at column: Int) throws -> [UInt8] {
        guard try type(at: column) == SQLITE_BLOB else { throw mismatch(at: column, expected: "a blob") }
        guard let start = sqlite3_column_blob(statement.handle, Int32(column)) else { return [] }
        let count = Int(sqlite3_column_bytes(statement.handle, Int32(column)))
        return [UInt8](UnsafeRawBufferPointer(start: start, count: count))
    }

    /// What `make` reads in the column's TEXT; `nil` is a mismatch.
    package func read<Value>(at column: Int, as expected: String, _ make: (String) -> Value?) throws -> Value {
        guard let value = make(try text(at: column)) else { throw mismatch(at: column, expected: expected) }
        return value
    }

    /// The error for a column that holds something else than `expected`.
    public func mismatch(at column: Int, expected: String) -> DatabaseError {
        let name = statement.isFinalized ? nil : sqlite3_column_name(statement.handle, Int32(column))
        let found =
            switch isCurrent ? sqlite3_column_type(statement.handle, Int32(column)) : -1 {
            case SQLITE_INTEGER: "an integer"
            case SQLITE_FLOAT: "a real"
            case SQLITE_TEXT: "a text"
            case SQLITE_BLOB: "a blob"
            case SQLITE_NULL: "NULL"
            default: "something else"
            }
        return DatabaseError(
            kind: .mismatch,
            message:
                "column \(column) ('\(name.map { String(cString: $0) } ?? "?")') holds \(found), not \(expected); read it as another type",
            sql: statement.text
        )
    }

    private func type(at column: Int) throws -> Int32 {
        guard isCurrent else {
            throw DatabaseError(
                kind: .misuse,
                message: "this row was read after its statement moved on; read its columns inside the closure",
                sql: statement.text
            )
        }

        guard column >= 0, column < statement.columnCount else {
            throw DatabaseError(
                kind: .mismatch,
                message: "the statement has \(statement.columnCount) columns; there is none at index \(column)",
                sql: statement.text
            )
        }
        return sqlite3_column_type(statement.handle, Int32(column))
    }
}
