internal import CSQLite

/// Compiles what the owner of a table would run on it, under the guard that it will run under, and examines the programs.
///
/// DEFAULT, CHECK, generated columns, indexes on expressions and conflict clauses are part of each program that writes.
/// Whether one of these reads the clock, no program says: each call of a function of time in them is run by itself, for
/// a row of NULLs. One that reads it for other values only, as of a column that holds 'now', is refused when it meets
/// them.
struct TableTrial {
    let connection: Connection
    let owner: Owner
    let table: String

    func run() throws {
        let type = try connection.execute(
            "SELECT type FROM pragma_table_list WHERE schema = 'main' AND name = \(Self.text(table))")
        // The tables in which FTS5 keeps its index can be written by it alone.
        guard let type = type.first?.first, type != "shadow" else { return }
        do {
            for statement in statements(try columns(writtenOnly: true)) { try examine(statement) }
            // FTS5 reaches for the table of its content when it is read, and not before.
            if type == "virtual" { try connection.trial(of: "SELECT * FROM \(Self.name(table)) LIMIT 1", as: owner) }
            try checkTime()
        } catch let error as DatabaseError {
            throw error.saying("'\(table)' could not be used: \(error.message)")
        }
    }

    /// The names of its columns; of those that can be written, only what is neither hidden nor generated.
    private func columns(writtenOnly: Bool) throws -> [String] {
        let condition = writtenOnly ? "hidden = 0" : "TRUE"
        let rows = try connection.execute(
            "SELECT name FROM pragma_table_xinfo(\(Self.text(table))) WHERE \(condition)")
        return rows.compactMap(\.[0])
    }

    private func statements(_ columns: [String]) -> [String] {
        let (table, names) = (Self.name(table), columns.map(Self.name))
        let marks = Array(repeating: "?", count: names.count).joined(separator: ", ")
        return [
            "SELECT * FROM \(table)", "INSERT INTO \(table) DEFAULT VALUES",
            "INSERT INTO \(table) (\(names.joined(separator: ", "))) VALUES (\(marks))",
            "UPDATE \(table) SET " + names.map { "\($0) = ?" }.joined(separator: ", "), "DELETE FROM \(table) WHERE ?",
        ]
    }

    private func examine(_ text: String) throws {
        sqlite3_finalize(try connection.compile(text, as: owner))
        try BytecodeCheck.refuse(text, owner: owner, connection: connection)
    }

    /// SQLite fails each statement that comes to the clock in a CHECK, a generated column or an index:
    /// https://sqlite.org/deterministic.html#special_case_processing_for_date_time_functions
    private func checkTime() throws {
        let definitions = try connection.execute("SELECT sql FROM sqlite_schema WHERE tbl_name = \(Self.text(table))")
        let row = try columns(writtenOnly: false).map { "NULL AS \(Self.name($0))" }.joined(separator: ", ")
        for definition in definitions.compactMap(\.[0]) {
            try connection.refuseClock(in: definition, as: owner, from: "(SELECT \(row)) AS \(Self.name(table))")
        }
    }

    private static func name(_ text: String) -> String { "\"\(text.replacing("\"", with: "\"\""))\"" }

    private static func text(_ text: String) -> String { "'\(text.replacing("'", with: "''"))'" }
}
