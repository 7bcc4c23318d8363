internal import CSQLite

/// Compiles the statements that a table's owner would run on it, under the owner's authorizer, and checks their bytecode.
///
/// DEFAULT, CHECK, generated columns, indexes on expressions and conflict clauses are part of the bytecode of each write. The
/// bytecode does not show whether one of them reads the clock. So each call of a time function in them runs separately, for a
/// row of NULLs. If a call reads the clock only for certain values, such as 'now' in a column, a later statement with that
/// value is refused.
struct TableTrial {
    let connection: Connection
    let owner: Owner
    let table: String

    func run() throws {
        let type = try connection.execute(
            "SELECT type FROM pragma_table_list WHERE schema = 'main' AND name = \(SQLTokens.quotedText(table))")
        // Only FTS5 itself can write the tables in which it keeps its index.
        guard let type = type.first?.first, type != "shadow" else { return }
        do {
            for statement in statements(try columns(writtenOnly: true)) { try examine(statement) }
            // FTS5 uses its content table only when the virtual table is read.
            if type == "virtual" {
                try connection.checkByRunning("SELECT * FROM \(SQLTokens.quotedName(table)) LIMIT 1", as: owner)
            }
            try checkTime()
        } catch let error as DatabaseError {
            throw error.withMessage("'\(table)' cannot be used by its module: \(error.message)")
        }
    }

    /// The names of the table's columns. With `writtenOnly`, hidden and generated columns are left out.
    private func columns(writtenOnly: Bool) throws -> [String] {
        let condition = writtenOnly ? "hidden = 0" : "TRUE"
        let rows = try connection.execute(
            "SELECT name FROM pragma_table_xinfo(\(SQLTokens.quotedText(table))) WHERE \(condition)")
        return rows.compactMap(\.[0])
    }

    private func statements(_ columns: [String]) -> [String] {
        let (table, names) = (SQLTokens.quotedName(table), columns.map(SQLTokens.quotedName))
        let marks = Array(repeating: "?", count: names.count).joined(separator: ", ")
        return [
            "SELECT * FROM \(table)", "INSERT INTO \(table) DEFAULT VALUES",
            "INSERT INTO \(table) (\(names.joined(separator: ", "))) VALUES (\(marks))",
            "UPDATE \(table) SET " + names.map { "\($0) = ?" }.joined(separator: ", "), "DELETE FROM \(table) WHERE ?",
        ]
    }

    private func examine(_ text: String) throws {
        sqlite3_finalize(try connection.compile(text, as: owner))
        try BytecodeCheck.check(text, owner: owner, connection: connection)
    }

    /// Throws if a definition of the table reads the clock. SQLite itself refuses the clock in a CHECK, a generated column
    /// or an index, but not in a DEFAULT:
    /// https://sqlite.org/deterministic.html#special_case_processing_for_date_time_functions
    private func checkTime() throws {
        let definitions = try connection.execute(
            "SELECT sql FROM sqlite_schema WHERE tbl_name = \(SQLTokens.quotedText(table))")
        let row = try columns(writtenOnly: false).map { "NULL AS \(SQLTokens.quotedName($0))" }.joined(separator: ", ")
        for definition in definitions.compactMap(\.[0]) {
            try connection.checkClock(
                in: definition, as: owner, from: "(SELECT \(row)) AS \(SQLTokens.quotedName(table))")
        }
    }
}
