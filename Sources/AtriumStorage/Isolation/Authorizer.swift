internal import AtriumSystem
internal import CSQLite

/// Answers SQLite's authorizer: the kernel may do everything, a module may use only its own tables.
///
/// It decides by the table's name only. SQLite's last argument, the accessor, proves nothing: a common table expression with a
/// view's name can forge it. ``BytecodeCheck`` finds what the authorizer cannot see.
/// https://sqlite.org/c3ref/set_authorizer.html
final class Authorizer {
    enum Task: Equatable {
        case run
        /// A migration's statement, by its first word.
        case migrate(Definition)
    }

    enum Definition { case create, alter, drop, data }

    var owner = Owner.kernel
    var task = Task.run
    /// The names of all tables and table-valued functions, in lower case.
    var knownTables: Set<String> = []
    /// Whether a module's statement tried to read the clock. SQLite does not say that a statement failed because of this.
    private(set) var wantedTime = false
    private var refusal: String?

    static let judge:
        @convention(c) (
            UnsafeMutableRawPointer?, Int32, UnsafePointer<CChar>?, UnsafePointer<CChar>?, UnsafePointer<CChar>?,
            UnsafePointer<CChar>?
        ) -> Int32 = { context, action, first, second, database, _ in
            guard let context else { return SQLITE_DENY }
            let authorizer = Unmanaged<Authorizer>.fromOpaque(context).takeUnretainedValue()
            if authorizer.owner.isKernel { return SQLITE_OK }
            if authorizer.allows(action, first, second, database) { return SQLITE_OK }
            authorizer.refusal = authorizer.sentence(action, first, second)
            return SQLITE_DENY
        }

    /// The error for a statement that the authorizer refused, if it did.
    func denial(code: Int32, sql: String) -> DatabaseError? {
        defer { refusal = nil }
        guard let refusal else { return nil }
        return DatabaseError(kind: .denied, extendedCode: code, message: refusal, sql: sql)
    }

    /// Forgets the refusal of an earlier statement, whose error may have been swallowed.
    func forgetRefusal() { refusal = nil }

    /// The error for a statement that tried to read the clock, if it did.
    func clockDenial(sql: String) -> DatabaseError? {
        guard wantedTime else { return nil }
        wantedTime = false
        return DatabaseError(
            kind: .denied,
            message:
                "module '\(owner.name)' may not read the clock in SQL ('now', CURRENT_TIMESTAMP): \(GuardAdvice.time)",
            sql: sql)
    }

    /// Whether the running statement may read the clock.
    func mayReadClock() -> Bool {
        if !owner.isKernel { wantedTime = true }
        return owner.isKernel
    }

    private func allows(
        _ action: Int32, _ first: UnsafePointer<CChar>?, _ second: UnsafePointer<CChar>?,
        _ database: UnsafePointer<CChar>?
    ) -> Bool {
        switch action {
        case SQLITE_SELECT, SQLITE_RECURSIVE: true
        case SQLITE_FUNCTION: allowsFunction(second)
        case SQLITE_READ: allowsRead(first, second, database)
        case SQLITE_INSERT, SQLITE_UPDATE, SQLITE_DELETE:
            isMain(database) && owns(first) || isDefining && isSchemaTable(first) || isRenaming(first)
        case SQLITE_PRAGMA: allowsPragma(first, second, database)
        default: allowsDefinition(action, first, second, database)
        }
    }

    private func allowsRead(
        _ table: UnsafePointer<CChar>?, _ column: UnsafePointer<CChar>?, _ database: UnsafePointer<CChar>?
    ) -> Bool {
        guard let table, let column else { return false }
        // ALTER and DROP read the schema without showing it. CREATE … AS SELECT would show it.
        if isSchemaTable(table) {
            return task == .migrate(.alter) || task == .migrate(.drop) || isDefining && isName(column, "ROWID")
        }
        if isRenaming(table) { return true }
        // ADD COLUMN checks the existing rows: https://sqlite.org/lang_altertable.html#alter_table_add_column
        if isName(table, "pragma_quick_check") { return task == .migrate(.alter) }
        if isMain(database) { return owns(table) || isName(table, "json_each") || isName(table, "json_tree") }
        // `SELECT count(*) FROM t` names neither column nor database, and t may be a common table expression. The name of
        // another owner's table is refused. BytecodeCheck sees which tables are really opened.
        guard database == nil, column.pointee == 0 else { return false }
        let name = ASCII.lowercased(String(cString: table))
        if owns(table) || name == "json_each" || name == "json_tree" { return true }
        return !knownTables.contains(name) && !name.hasPrefix("sqlite_") && !name.hasPrefix("pragma_")
    }

    private func allowsFunction(_ name: UnsafePointer<CChar>?) -> Bool {
        guard let name else { return false }
        let function = ASCII.lowercased(String(cString: name))
        if Self.allowsFunction(named: function) { return true }
        // ALTER TABLE rewrites the schema with internal functions, which no other statement can call.
        return task == .migrate(.alter) && internalFunctions.contains { function.hasPrefix($0) }
    }

    /// Whether a module may call a function, by its name in lower case.
    static func allowsFunction(named name: some StringProtocol) -> Bool { allowedFunctions.contains(String(name)) }

    private func allowsPragma(
        _ name: UnsafePointer<CChar>?, _ argument: UnsafePointer<CChar>?, _ database: UnsafePointer<CChar>?
    ) -> Bool {
        // FTS5 reads `data_version` in step, to notice changes by others: https://sqlite.org/pragma.html#pragma_data_version
        if isName(name, "data_version") { return argument == nil }
        // ADD COLUMN checks the existing rows.
        return task == .migrate(.alter) && isName(name, "quick_check") && isMain(database) && owns(argument)
    }

    private func allowsDefinition(
        _ action: Int32, _ first: UnsafePointer<CChar>?, _ second: UnsafePointer<CChar>?,
        _ database: UnsafePointer<CChar>?
    ) -> Bool {
        guard isDefining else { return false }
        switch action {
        case SQLITE_CREATE_TABLE, SQLITE_DROP_TABLE: return isMain(database) && owns(first)
        case SQLITE_CREATE_INDEX, SQLITE_DROP_INDEX:
            // WITHOUT ROWID itself makes the index of the primary key, sqlite_autoindex_<table>_1.
            let isAutomatic = first.map { String(cString: $0).hasPrefix("sqlite_autoindex_") } ?? false
            return isMain(database) && (owns(first) || isAutomatic) && owns(second)
        case SQLITE_REINDEX: return isMain(database) && owns(first)
        // The arguments are the database and the table. DROP COLUMN names the column where other statements name the database.
        case SQLITE_ALTER_TABLE: return isMain(first) && owns(second)
        case SQLITE_CREATE_VTABLE, SQLITE_DROP_VTABLE: return isMain(database) && owns(first) && isName(second, "fts5")
        default: return false
        }
    }

    private var isDefining: Bool {
        if case .migrate(let definition) = task { definition != .data } else { false }
    }

    private func owns(_ name: UnsafePointer<CChar>?) -> Bool { name.map { owner.owns($0) } ?? false }

    private func isMain(_ name: UnsafePointer<CChar>?) -> Bool { isName(name, "main") }

    private func isSchemaTable(_ name: UnsafePointer<CChar>?) -> Bool {
        isName(name, "sqlite_master") || isName(name, "sqlite_temp_master")
    }

    /// Whether RENAME TO uses the table. RENAME TO keeps the counter of a table with AUTOINCREMENT, and looks for a counter of
    /// every table.
    private func isRenaming(_ table: UnsafePointer<CChar>?) -> Bool {
        task == .migrate(.alter) && isName(table, "sqlite_sequence")
    }

    private func isName(_ name: UnsafePointer<CChar>?, _ expected: StaticString) -> Bool {
        guard let name else { return false }
        return sqlite3_stricmp(name, UnsafeRawPointer(expected.utf8Start).assumingMemoryBound(to: CChar.self)) == 0
    }

    private func sentence(_ action: Int32, _ first: UnsafePointer<CChar>?, _ second: UnsafePointer<CChar>?) -> String {
        let name = { (pointer: UnsafePointer<CChar>?) in pointer.map { String(cString: $0) } ?? "" }
        let advice = GuardAdvice(owner: owner)
        switch action {
        // CREATE and DROP first ask whether they may write the schema.
        case SQLITE_INSERT where isSchemaTable(first), SQLITE_DELETE where isSchemaTable(first),
            SQLITE_UPDATE where isSchemaTable(first):
            return advice.statement(action, isMigration: task != .run)
        case SQLITE_READ, SQLITE_INSERT, SQLITE_UPDATE, SQLITE_DELETE: return advice.table(name(first))
        case SQLITE_FUNCTION: return advice.function(name(second))
        case SQLITE_CREATE_TABLE where isDefining: return advice.creation(of: name(first))
        case SQLITE_CREATE_INDEX where isDefining:
            return owns(first) ? advice.table(name(second)) : advice.creation(of: name(first))
        case SQLITE_CREATE_VTABLE where isDefining && owns(first): return advice.virtualTable(using: name(second))
        case SQLITE_CREATE_VTABLE where isDefining: return advice.creation(of: name(first))
        case SQLITE_DROP_TABLE where isDefining, SQLITE_DROP_INDEX where isDefining,
            SQLITE_DROP_VTABLE where isDefining,
            SQLITE_REINDEX where isDefining:
            return advice.table(name(first))
        case SQLITE_ALTER_TABLE where isDefining: return advice.table(name(second))
        default: return advice.statement(action, isMigration: task != .run)
        }
    }
}

/// The functions that ALTER TABLE calls, by the beginning of their names.
private let internalFunctions = ["sqlite_rename_", "sqlite_drop_", "sqlite_add_", "sqlite_find_", "sqlite_fail"]

/// The functions that a module may call. They depend only on their arguments: they cannot read files or ids of other rows, and
/// make no random values. FTS5's `snippet` and `highlight` are left out: their time grows with the square of the number of hits
/// in a text, and nothing can interrupt a call (106 s for 100 KB of one word).
private let allowedFunctions: Set<String> = [
    "abs", "avg", "bm25", "ceil", "ceiling", "char", "coalesce", "count", "cume_dist", "date", "datetime",
    "dense_rank", "exp", "first_value", "floor", "format", "glob", "group_concat", "hex", "ifnull", "iif",
    "instr", "json", "json_array", "json_array_length", "json_extract", "json_group_array", "json_group_object",
    "json_insert", "json_object", "json_patch", "json_quote", "json_remove", "json_replace", "json_set", "json_type",
    "json_valid", "->", "->>", "julianday", "lag", "last_value", "lead", "length", "like", "likelihood", "likely", "ln",
    "log", "log10", "log2", "lower", "ltrim", "match", "max", "min", "mod", "nth_value", "ntile", "nullif",
    "percent_rank", "pow", "power", "printf", "quote", "rank", "replace", "round", "row_number", "rtrim", "sign",
    "sqrt", "strftime", "substr", "substring", "sum", "time", "total", "trim", "trunc", "typeof", "unicode",
    "unixepoch", "unlikely", "upper", "zeroblob",
]
