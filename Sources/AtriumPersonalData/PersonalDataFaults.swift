package import AtriumStorage

/// Compares the declarations of one owner of tables with the tables of a file.
package struct PersonalDataFaults {
    let owner: String
    let tables: [PersonalTable]

    package init(of owner: String, _ tables: [PersonalTable]) { (self.owner, self.tables) = (owner, tables) }

    /// What is wrong, as advice. Reads the schema as the kernel.
    package func find(in kernel: CachingExecutor) throws -> [String] {
        let columns = try kernel.rows(
            """
            SELECT m.name, c.name, c.type FROM sqlite_schema m JOIN pragma_table_xinfo(m.name) c
            WHERE m.type = 'table' AND m.name GLOB \("\(owner)_*") ORDER BY m.name, c.cid
            """, as: String.self, String.self, String.self)
        var known: [String: [String: String]] = [:]
        for (table, column, type) in columns { known[table, default: [:]][column] = type }
        return unknown(known) + undeclared(columns) + unexported(columns)
    }

    /// Names of tables and columns that are declared and do not exist.
    private func unknown(_ known: [String: [String: String]]) -> [String] {
        tables.flatMap { table in
            guard let columns = known[table.table] else {
                return ["'\(owner)' declares personal data of \(table.table), which is no table; correct the name"]
            }
            return table.named.filter { columns[$0] == nil }.map {
                "'\(owner)' declares personal data of \(table.table).\($0), which is no column; correct the name"
            }
        }
    }

    private func undeclared(_ columns: [(String, String, String)]) -> [String] {
        columns.compactMap { name, column, type in
            guard type == "TEXT" || type == "BLOB" || type == "ANY" || column.contains("member") else { return nil }
            let own = tables.filter { $0.table == name }
            let isDeclared = own.contains { $0.isErasingRows || $0.named.contains(column) }
            return isDeclared
                ? nil
                : "\(name).\(column) may hold something about a person, and '\(owner)' does not say what; export, erase or "
                    + "keep it in a PersonalTable"
        }
    }

    /// Columns that say who did something, by whose value nothing is exported.
    private func unexported(_ columns: [(String, String, String)]) -> [String] {
        columns.compactMap { name, column, _ in
            guard column.hasSuffix("_by") else { return nil }
            let isExported = tables.contains {
                $0.table == name && $0.rows.column?.description == column && !$0.exported.isEmpty
            }
            return isExported
                ? nil
                : "\(name).\(column) says who did something, and '\(owner)' exports it for nobody; add a PersonalTable whose rows "
                    + "are of .member(\"\(column)\")"
        }
    }
}

extension PersonalTable {
    fileprivate var isErasingRows: Bool { if case .rows = erasure { true } else { false } }

    /// The columns that it names. An exported value may be an expression with a name of its own.
    fileprivate var named: Set<String> {
        var names = Set(kept.map(\.description))
        if case .columns(let columns) = erasure { names.formUnion(columns.map(\.key.description)) }
        return names.union(exported.filter(\.isColumn).map(\.name.description))
    }
}
