internal import CSQLite

/// Compiles what the owner of a table would run on it, under the guard that it will run under, and examines the programs.
///
/// DEFAULT, CHECK, generated columns, indexes on expressions and conflict clauses are part of each program that writes.
struct TableTrial {
    let connection: Connection
    let owner: Owner
    let table: String

    private struct Column {
        let name: String
        let defaultText: String?
    }

    func run() throws {
        let type = try connection.execute(
            "SELECT type FROM pragma_table_list WHERE schema = 'main' AND name = \(Self.text(table))")
        // The tables in which FTS5 keeps its index can be written by it alone.
        guard let type = type.first?.first, type != "shadow" else { return }
        do {
            let columns = try columns()
            for statement in statements(columns) { try examine(statement) }
            // FTS5 reaches for the table of its content when it is read, and not before.
            if type == "virtual" { try runOnce("SELECT * FROM \(Self.name(table)) LIMIT 1") }
            for column in columns { try checkDefault(of: column) }
        } catch let error as DatabaseError {
            throw error.saying("'\(table)' could not be used: \(error.message)")
        }
    }

    /// Those that can be written: neither hidden nor generated.
    private func columns() throws -> [Column] {
        try connection.execute(
            "SELECT name, dflt_value FROM pragma_table_xinfo(\(Self.text(table))) WHERE hidden = 0"
        ).compactMap { row in row[0].map { Column(name: $0, defaultText: row[1]) } }
    }

    private func statements(_ columns: [Column]) -> [String] {
        let (table, names) = (Self.name(table), columns.map { Self.name($0.name) })
        let marks = Array(repeating: "?", count: names.count).joined(separator: ", ")
        return [
            "SELECT * FROM \(table)", "INSERT INTO \(table) DEFAULT VALUES",
            "INSERT INTO \(table) (\(names.joined(separator: ", "))) VALUES (\(marks))",
            "UPDATE \(table) SET " + names.map { "\($0) = ?" }.joined(separator: ", "), "DELETE FROM \(table) WHERE ?",
        ]
    }

    private func examine(_ text: String) throws {
        sqlite3_finalize(try connection.compile(text, as: owner))
        try ProgramCheck.refuse(text, owner: owner, connection: connection)
    }

    /// A DEFAULT that asks for the time would fail each INSERT that leaves the column out.
    private func checkDefault(of column: Column) throws {
        guard let text = column.defaultText, SQLTokens(text).contains(.sign(UInt8(ascii: "("))) else { return }
        try runOnce("SELECT \(text)")
    }

    /// Throws what the guard has against it; what else fails is for its use to show.
    private func runOnce(_ text: String) throws {
        do {
            let statement = try connection.compile(text, as: owner)
            defer { sqlite3_finalize(statement) }
            connection.take(turn: owner, deadline: .max)
            let code = sqlite3_step(statement)
            try connection.refuseClock(sql: text)
            guard code == SQLITE_ROW || code == SQLITE_DONE else { throw connection.failure(code, sql: text) }
        } catch let error as DatabaseError where error.kind != .denied {
            return
        }
    }

    private static func name(_ text: String) -> String { "\"\(text.replacing("\"", with: "\"\""))\"" }

    private static func text(_ text: String) -> String { "'\(text.replacing("'", with: "''"))'" }
}
