import RawSQLite

/// A value for a statement whose time does not depend on its binding.
enum RawValue {
    case null
    case integer(Int)
    case text(String)
    case blob([UInt8])
}

extension RawStatement {
    /// Binds the values in order, runs the statement to its end, and returns the first column of its rows.
    @discardableResult
    func callAsFunction(_ values: RawValue...) throws -> [Int] { try run(values) }

    @discardableResult
    func run(_ values: [RawValue]) throws -> [Int] {
        for (index, value) in values.enumerated() {
            switch value {
            case .null: sqlite3_bind_null(handle, Int32(index + 1))
            case .integer(let number): bind(Int32(index + 1), number)
            case .text(let text): bind(Int32(index + 1), text)
            case .blob(let bytes): bind(Int32(index + 1), bytes)
            }
        }
        defer { sqlite3_reset(handle) }
        var column: [Int] = []
        while true {
            switch sqlite3_step(handle) {
            case SQLITE_ROW: column.append(Int(sqlite3_column_int64(handle, 0)))
            case SQLITE_DONE: return column
            case let code: throw HarnessError("raw C: result \(code) of '\(String(cString: sqlite3_sql(handle)))'")
            }
        }
    }
}

/// Reads columns of a row.
enum RawColumn {
    static func text(_ row: OpaquePointer, _ column: Int32) -> String {
        sqlite3_column_text(row, column).map { String(cString: $0) } ?? ""
    }

    static func blob(_ row: OpaquePointer, _ column: Int32) -> [UInt8] {
        guard let start = sqlite3_column_blob(row, column) else { return [] }
        return [UInt8](UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(row, column))))
    }
}

extension RawDatabase {
    func forEachRow(_ sql: String, _ body: (OpaquePointer) throws -> Void) throws {
        let statement = try prepare(sql)
        while sqlite3_step(statement.handle) == SQLITE_ROW { try body(statement.handle) }
    }
}
