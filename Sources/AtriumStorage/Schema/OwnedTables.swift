/// All tables that a file has of one owner, whether or not the code knows them. The tables in which a virtual table keeps its index
/// are not among them.
package struct OwnedTables {
    let connection: Connection
    let owner: Owner

    package init(of owner: Owner, in connection: Connection) { (self.connection, self.owner) = (connection, owner) }

    /// The rows of each table, as SQL writes their values. A blob is only its length, and a column that is the rowid is NULL:
    /// SQLite chose it. `hidden` columns, each as `table.column`, are left out.
    package func rows(hiding hidden: Set<String> = []) throws -> [String: [[String]]] {
        var rows: [String: [[String]]] = [:]
        for table in try tables() {
            let values = try columns(of: table.name, table.isWithoutRowID, hiding: hidden).joined(separator: ", ")
            rows[table.name] = try connection.execute("SELECT \(values) FROM \(SQLTokens.quotedName(table.name))")
                .map { $0.compactMap(\.self) }
        }
        return rows
    }

    /// Drops the tables.
    func drop() throws {
        connection.take(turn: .kernel, deadline: .max)
        // The rows go first, because a table can be dropped only if no row refers to it:
        // https://sqlite.org/foreignkeys.html#fk_schemacommands
        try connection.execute("PRAGMA defer_foreign_keys = ON")
        let tables = try tables()
        for table in tables where !table.isVirtual {
            try connection.execute("DELETE FROM \(SQLTokens.quotedName(table.name))")
        }
        for table in tables { try connection.execute("DROP TABLE \(SQLTokens.quotedName(table.name))") }
        try connection.noteTables()
    }

    /// The statements that make the tables and their rows again, for a copy.
    package func dump() throws -> String {
        let definitions = try connection.execute(
            "SELECT tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type = 'table' DESC, rowid")
        let names = Set(try tables().map(\.name))
        // Within one transaction, a row may refer to a row that comes later:
        // https://sqlite.org/pragma.html#pragma_defer_foreign_keys
        var lines = ["BEGIN;", "PRAGMA defer_foreign_keys = ON;"]
        for case let (table?, sql?) in definitions.map({ ($0[0], $0[1]) }) where names.contains(table) {
            lines.append(sql + ";")
        }
        for table in try tables().map(\.name) {
            let columns = try connection.execute("SELECT name FROM pragma_table_info(\(SQLTokens.quotedText(table)))")
            let values = columns.compactMap(\.[0]).map { "quote(\(SQLTokens.quotedName($0)))" }.joined(separator: ", ")
            for row in try connection.execute("SELECT \(values) FROM \(SQLTokens.quotedName(table))") {
                let values = row.map { $0 ?? "NULL" }.joined(separator: ", ")
                lines.append("INSERT INTO \(SQLTokens.quotedName(table)) VALUES (\(values));")
            }
        }
        return (lines + ["COMMIT;"]).joined(separator: "\n") + "\n"
    }

    /// How many rows the tables have together.
    package func rowCount() throws -> Int { try tables().reduce(0) { try $0 + count(of: $1.name) } }

    private func count(of table: String) throws -> Int {
        try connection.execute("SELECT count(*) FROM \(SQLTokens.quotedName(table))").first?.first.flatMap {
            $0.flatMap(Int.init)
        } ?? 0
    }

    private struct Table {
        let name: String
        let isWithoutRowID: Bool
        let isVirtual: Bool
    }

    /// Virtual tables come first.
    private func tables() throws -> [Table] {
        let rows = try connection.execute(
            """
            SELECT name, wr, type = 'virtual' FROM pragma_table_list
            WHERE schema = 'main' AND type IN ('table', 'virtual') ORDER BY type DESC
            """)
        return rows.map { Table(name: $0[0] ?? "", isWithoutRowID: $0[1] == "1", isVirtual: $0[2] == "1") }
            .filter { owner.owns($0.name) }
    }

    /// An expression for each column, whose value is a text.
    private func columns(of table: String, _ isWithoutRowID: Bool, hiding hidden: Set<String>) throws -> [String] {
        let columns = try connection.execute(
            "SELECT name, type = 'INTEGER' AND pk = 1 FROM pragma_table_info(\(SQLTokens.quotedText(table)))")
        return columns.map { column in
            let name = SQLTokens.quotedName(column[0] ?? "")
            if column[1] == "1", !isWithoutRowID { return "'NULL'" }
            if hidden.contains("\(table).\(column[0] ?? "")") { return "'…'" }
            return "iif(typeof(\(name)) = 'blob', '<' || length(\(name)) || ' bytes>', quote(\(name)))"
        }
    }
}
