internal import AtriumSystem
internal import CSQLite

/// The settings of a connection that an integrator may choose. All others are fixed below.
package struct ConnectionSettings: Sendable, Equatable {
    /// The longest time that one statement of a module may take. It is checked after every 1,000 instructions of SQLite, or
    /// after every 20 if the statement calls a slow function. It is counted from the first check.
    package var statementTimeout: Duration
    /// The name of the VFS that opens the files; `nil` means SQLite's own (https://sqlite.org/vfs.html).
    package var vfs: String?

    package init(statementTimeout: Duration, vfs: String? = nil) {
        self.statementTimeout = statementTimeout
        self.vfs = vfs
    }
}

extension Connection {
    package enum Access: Sendable {
        /// `read` opens the file for writing, but refuses every statement that writes. So it can recover the WAL, and remove it
        /// if it closes last. `inspect` changes nothing.
        case create, write, read, inspect, memory

        /// Whether the file is opened for writing.
        var isWriting: Bool { self == .create || self == .write || self == .read }

        /// Whether a missing file is created.
        var isCreating: Bool { self == .create }

        var flags: Int32 {
            // SQLite must not follow links: an id names one file, and nothing else may be in its place.
            let common = SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE
            return switch self {
            case .create, .memory: common | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
            case .write, .read: common | SQLITE_OPEN_READWRITE
            case .inspect: common | SQLITE_OPEN_READONLY
            }
        }
    }

    /// Settings of `sqlite3_db_config`: https://sqlite.org/c3ref/c_dbconfig_defensive.html.
    static let options: [(Int32, on: Bool)] = [
        (SQLITE_DBCONFIG_DEFENSIVE, true),
        (SQLITE_DBCONFIG_ENABLE_FKEY, true),
        (SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
        // Plans do not depend on bound values. If they could, SQLite would compile the statement again for each new value.
        (SQLITE_DBCONFIG_ENABLE_QPSG, true),
        (SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, false),
        (SQLITE_DBCONFIG_DQS_DML, false),
        (SQLITE_DBCONFIG_DQS_DDL, false),
        (SQLITE_DBCONFIG_WRITABLE_SCHEMA, false),
    ]

    /// The limits on the cost of a statement: https://sqlite.org/limits.html. ``moduleLimits`` are lower.
    static let limits: [(Int32, Int32)] = [
        (SQLITE_LIMIT_LENGTH, 16_000_000),
        (SQLITE_LIMIT_SQL_LENGTH, 100_000),
        (SQLITE_LIMIT_COLUMN, 200),
        (SQLITE_LIMIT_EXPR_DEPTH, 200),
        (SQLITE_LIMIT_COMPOUND_SELECT, 20),
        (SQLITE_LIMIT_VDBE_OP, 100_000),
        (SQLITE_LIMIT_FUNCTION_ARG, 100),
        (SQLITE_LIMIT_ATTACHED, 0),
        (SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1_000),
        (SQLITE_LIMIT_VARIABLE_NUMBER, 1_000),
        (SQLITE_LIMIT_TRIGGER_DEPTH, 10),
        (SQLITE_LIMIT_WORKER_THREADS, 0),
    ]

    /// The limits that differ by owner. SQLite checks a deadline only between instructions, and a function call is one
    /// instruction. So a module's values must be short enough for each call to end soon. The limits still allow a value of a
    /// megabyte, even in hexadecimal, and a list of 100,000 ids.
    ///
    /// The longest calls at these limits, in milliseconds (debug build, 2 cores of 2026): GLOB 413, trim(x, y) 305, LIKE 235,
    /// replace 165, json_set 73, json_extract of eight paths 73, json 57, json_each 42, instr 21; all others below 40. Above
    /// the limits, SQLite's own GLOB takes 0.9 s with a pattern of 100 bytes. SQLite's own instr and replace take minutes, so
    /// ``TextFunctions`` replaces them.
    static let moduleLimits: [(Int32, module: Int32, kernel: Int32)] = [
        (SQLITE_LIMIT_LENGTH, 4_000_000, 16_000_000),
        (SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 50, 1_000),
    ]

    /// Sets the limits that SQLite checks while a statement runs.
    func limit(_ owner: Owner) {
        for (limit, module, kernel) in Self.moduleLimits {
            sqlite3_limit(handle, limit, owner.isKernel ? kernel : module)
        }
    }

    /// The pragmas of a connection: the value to set, and the value that SQLite then returns.
    static func pragmas(for access: Access) -> [(name: String, set: String, reads: String)] {
        let common = [
            // It comes first, because the others may have to wait for a connection that closes.
            ("busy_timeout", "5000", "5000"),
            ("synchronous", "FULL", "2"),
            ("temp_store", "MEMORY", "2"),
            ("cell_size_check", "ON", "1"),
            ("recursive_triggers", "OFF", "0"),
        ]
        // An I/O error in a mapped file raises a signal that ends the process: https://sqlite.org/mmap.html
        let unmapped = ("mmap_size", "0", "0")
        let own =
            switch access {
            case .create, .write:
                [
                    unmapped,
                    ("journal_mode", "WAL", "wal"),
                    // The WAL's space stays allocated between checkpoints, because a growing WAL doubles the cost of a commit.
                    ("journal_size_limit", "4194304", "4194304"),
                    // Instead, the writer makes checkpoints in its own turn: see InlineReader.
                    ("wal_autocheckpoint", "0", "0"),
                    ("secure_delete", "ON", "1"),
                    ("cache_size", "-2000", "-2000"),
                ]
            case .read, .inspect: [unmapped, ("query_only", "ON", "1"), ("cache_size", "-1024", "-1024")]
            case .memory: [("secure_delete", "ON", "1"), ("cache_size", "-2000", "-2000")]
            }
        return common + own
    }

    func configure(_ settings: ConnectionSettings, access: Access) throws {
        for (option, on) in Self.options {
            let code = atrium_db_config(handle, option, on ? 1 : 0, nil)
            guard code == SQLITE_OK else { throw error(code, sql: nil) }
        }
        for pragma in Self.pragmas(for: access) { try execute("PRAGMA \(pragma.name) = \(pragma.set)") }
        // The first use of a table-valued function asks the authorizer for more than later uses. It happens here, before the
        // authorizer is set.
        try execute("SELECT count(*) FROM json_each('[]'), json_tree('[]'), pragma_quick_check('')")
        try noteTables()
        for (limit, value) in Self.limits { sqlite3_limit(handle, limit, value) }
    }

    /// Gives the authorizer the names of all tables, because it refuses a common table expression that has the name of another
    /// owner's table. Also connects the virtual tables, as the kernel, because connecting needs more than their owners may do.
    /// A damaged virtual table is skipped here, and fails when it is used. Only a virtual table has no root page:
    /// https://sqlite.org/schematab.html
    func noteTables() throws {
        let modules = try execute("PRAGMA module_list")
        let rows = try execute(
            """
            SELECT name, iif(type = 'table' AND rootpage = 0, format('SELECT 1 FROM "%w"', name), NULL)
            FROM sqlite_schema WHERE type IN ('table', 'view')
            """)
        authorizer.knownTables = Set((modules + rows).compactMap { $0[0].map(ASCII.lowercased) })
        let virtual = rows.compactMap { $0[1] }
        hasVirtualTables = !virtual.isEmpty
        for statement in virtual {
            if let compiled = try? compile(statement, as: .kernel) { sqlite3_finalize(compiled) }
        }
    }
}
