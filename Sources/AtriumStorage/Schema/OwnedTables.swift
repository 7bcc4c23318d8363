/// All tables that a file has of one owner, whether or not the code knows them. The tables in which a virtual table keeps its index
/// are not among them.
package struct OwnedTables {
    let connection: Connection
    let owner: Owner

    package init(of owner: Owner, in connection: Connection) { (self.connection, self.owner) = (connection, owner) }

    /// The rows of each table, as SQL writes their values. A blob is only its length, and a column that is the rowid is NULL:
    /// SQLite chose it.
    package func rows() throws -> [String: [[String]]] {
        let tables = try connection.execute(
            "SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type = 'table'")
        var rows: [String: [[String]]] = [:]
        for case let (name?, isWithoutRowID) in tables.map({ ($0[0], $0[1] == "1") }) where owner.owns(name) {
            let values = try columns(of: name, isWithoutRowID).joined(separator: ", ")
            rows[name] = try connection.execute("SELECT \(values) FROM \(SQLTokens.quotedName(name))")
                .map { $0.compactMap(\.self) }
        }
        return rows
    }

    /// An expression for each column, whose value is a text.
    private func columns(of table: String, _ isWithoutRowID: Bool) throws -> [String] {
        let columns = try connection.execute(
            "SELECT name, type = 'INTEGER' AND pk = 1 FROM pragma_table_info(\(SQLTokens.quotedText(table)))")
        return columns.map { column in
            let name = SQLTokens.quotedName(column[0] ?? "")
            if column[1] == "1", !isWithoutRowID { return "'NULL'" }
            return "iif(typeof(\(name)) = 'blob', '<' || length(\(name)) || ' bytes>', quote(\(name)))"
        }
    }
}
