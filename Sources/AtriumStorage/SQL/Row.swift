internal import CSQLite

/// The current row of a running statement. Its columns are read by index.
///
/// A row is valid only inside the closure that receives it. Reading it later throws, even while its statement runs again.
public struct Row {
    let statement: Statement
    /// The statement's position at this row. A statement never uses a position twice, not even in a later run.
    private var position: UInt64

    init(of statement: Statement) {
        self.statement = statement
        position = statement.position
    }

    /// Moves to the next row. Returns false after the last row.
    @usableFromInline
    package mutating func advance() throws -> Bool {
        let isThere = try statement.step()
        position = statement.position
        return isThere
    }

    /// Resets the statement, so that it can run again.
    @usableFromInline
    package func finish() { statement.reset() }

    private var isCurrent: Bool { statement.isOnRow && statement.position == position }

    /// Reads the column at an index, counted from 0. The context determines the type.
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

    /// The column's TEXT. U+FFFD replaces bytes that are not UTF-8.
    public func text(at column: Int) throws -> String {
        guard try type(at: column) == SQLITE_TEXT, let start = sqlite3_column_text(statement.handle, Int32(column))
        else { throw mismatch(at: column, expected: "a text") }
        // https://sqlite.org/c3ref/column_blob.html requires this order: first the pointer, then the size.
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

    /// The value that `make` returns for the column's TEXT. Throws a `mismatch` if `make` returns `nil`.
    package func read<Value>(at column: Int, as expected: String, _ make: (String) -> Value?) throws -> Value {
        guard let value = make(try text(at: column)) else { throw mismatch(at: column, expected: expected) }
        return value
    }

    /// The error for a column that does not hold `expected`, such as `"an integer"`.
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
