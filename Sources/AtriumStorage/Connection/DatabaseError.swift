internal import CSQLite

/// An error of SQLite, or of the guard around it.
///
/// It carries the SQL text with a `?` for each value, and never a bound value.
public struct DatabaseError: Error, Sendable, Equatable {
    /// What went wrong. A caller uses it to decide what to do.
    public enum Kind: Sendable, Equatable {
        /// Another connection has locked the file, or another process its folder. Try again later.
        case busy
        /// The disk is full. The whole unit was rolled back.
        case full
        /// A write in a reading unit, or a file that cannot be written.
        case readOnly
        /// The file is damaged or not a database.
        case corrupt
        /// The file is missing, or no longer holds its data. Or its WAL was deleted, with commits that the file does not have.
        case lost
        /// The file belongs to another owner, or the WAL next to it belongs to another file or to another version of this file.
        case foreign
        /// The statement ran longer than its deadline.
        case deadline
        /// The statement uses something that its owner may not use.
        case denied
        /// The commit failed, or the file's WAL was deleted. It is not known whether the unit took place: read before trying
        /// again.
        case outcomeUnknown
        /// The statement broke a rule of the schema.
        case constraint(Constraint)
        /// The operating system failed to read, write or synchronize.
        case inputOutput
        /// The migrations in the file do not match the migrations in the code.
        case schema
        /// The result does not have the row that the caller reads, or the column does not have the type.
        case mismatch
        /// The statement is wrong, or is used in a wrong way.
        case misuse
        /// The file is closed, or cannot be opened.
        case unavailable
        /// The process or the machine has reached its limit of open files.
        case exhausted
    }

    /// The rule of the schema that a statement broke.
    public struct Constraint: Sendable, Equatable {
        /// The kind of a rule.
        public enum Kind: Sendable {
            /// UNIQUE, as a column's rule or as an index.
            case unique
            /// PRIMARY KEY.
            case primaryKey
            /// NOT NULL.
            case notNull
            /// CHECK.
            case check
            /// REFERENCES: a row refers to a row that does not exist.
            case foreignKey
            /// A trigger that refuses the change.
            case trigger
            /// Any other rule, for example the type of a column in a STRICT table.
            case other
        }

        /// The kind of the broken rule.
        public let kind: Kind
        /// `table.column` for UNIQUE, PRIMARY KEY and NOT NULL, the name or expression for CHECK, the text for a trigger.
        public let columns: [String]
    }

    /// The kind of the error.
    public let kind: Kind
    /// SQLite's extended result code (https://sqlite.org/rescode.html); 0 if the error is not SQLite's.
    public let extendedCode: Int32
    /// What went wrong, and what to do about it. It contains no bound values.
    public let message: String
    /// The statement with a `?` for each value; `nil` if the error concerns no statement.
    public let sql: String?

    package init(kind: Kind, extendedCode: Int32 = 0, message: String, sql: String? = nil) {
        self.kind = kind
        self.extendedCode = extendedCode
        self.message = message
        self.sql = sql
    }

    /// Whether a UNIQUE or PRIMARY KEY rule on a column (`table.column`) refused the row.
    public func isDuplicate(of column: String) -> Bool {
        guard case .constraint(let constraint) = kind else { return false }
        return (constraint.kind == .unique || constraint.kind == .primaryKey) && constraint.columns.contains(column)
    }

    package static let closed = DatabaseError(
        kind: .unavailable, message: "the file is closed; open its platform again")

    static func lost(_ path: String, _ fault: String, remedy: String = "restore it from a backup") -> DatabaseError {
        DatabaseError(kind: .lost, message: "cannot open \(path): \(fault); \(remedy)")
    }

    static func foreign(_ path: String, found: String, instead expected: String) -> DatabaseError {
        DatabaseError(
            kind: .foreign,
            message:
                "\(path) is the file of '\(found)', not of '\(expected)'; put the right file in its place, without "
                + "the -wal and -shm of another file")
    }

    static func foreignWAL(_ path: String, _ fault: String) -> DatabaseError {
        DatabaseError(
            kind: .foreign,
            message:
                "\(path) \(fault), and would mix its pages into the database; move it away together with the -shm, or "
                + "put the database and its own -wal back together")
    }

    /// The error of a unit in which a deadline passed without any other error.
    static let late = DatabaseError(
        kind: .deadline, message: "a statement of the unit ran longer than its deadline; \(ErrorAdvice.deadlineRemedy)")

    /// The same error with another message.
    func withMessage(_ message: String) -> DatabaseError {
        DatabaseError(kind: kind, extendedCode: extendedCode, message: message, sql: sql)
    }

    @usableFromInline
    static func noRow(_ sql: SQL) -> DatabaseError {
        DatabaseError(
            kind: .mismatch, message: "the result has no row; use 'first' if there may be none", sql: sql.text)
    }
}

extension DatabaseError: CustomStringConvertible {
    public var description: String {
        let code = extendedCode == 0 ? "" : " (SQLite \(extendedCode))"
        let statement = sql.map { " in: \($0)" } ?? ""
        return message + code + statement
    }
}

extension DatabaseError {
    /// The beginning of SQLite's message when a CHECK, a generated column or an index reads the clock.
    static let clockInDefinition = "non-deterministic use of "

    /// The error of a result code. It uses `sqliteMessage` only if SQLite puts no value into that text.
    init(code: Int32, sqliteMessage: @autoclosure () -> String, sql: String?) {
        let message = String(cString: sqlite3_errstr(code))
        switch code & 0xFF {
        case SQLITE_BUSY, SQLITE_LOCKED: self.init(kind: .busy, extendedCode: code, message: message, sql: sql)
        case SQLITE_FULL: self.init(kind: .full, extendedCode: code, message: message, sql: sql)
        case SQLITE_READONLY: self.init(kind: .readOnly, extendedCode: code, message: message, sql: sql)
        case SQLITE_CORRUPT, SQLITE_NOTADB: self.init(kind: .corrupt, extendedCode: code, message: message, sql: sql)
        case SQLITE_INTERRUPT:
            self.init(
                kind: .deadline, extendedCode: code, message: "the statement ran longer than its deadline", sql: sql)
        case SQLITE_AUTH: self.init(kind: .denied, extendedCode: code, message: message, sql: sql)
        case SQLITE_IOERR: self.init(kind: .inputOutput, extendedCode: code, message: message, sql: sql)
        case SQLITE_CANTOPEN: self.init(kind: .unavailable, extendedCode: code, message: message, sql: sql)
        case SQLITE_CONSTRAINT:
            let text = sqliteMessage()
            let constraint = Constraint(code: code, message: text)
            self.init(kind: .constraint(constraint), extendedCode: code, message: text, sql: sql)
        case SQLITE_ERROR where sqliteMessage().hasPrefix(Self.clockInDefinition):
            self.init(kind: .denied, extendedCode: code, message: message, sql: sql)
        default: self.init(kind: .misuse, extendedCode: code, message: message, sql: sql)
        }
    }
}

extension DatabaseError.Constraint {
    fileprivate init(code: Int32, message: String) {
        // sqlite3.h builds the extended codes with macros that Swift does not import: base | n << 8.
        kind =
            switch code >> 8 {
            case 1: .check
            case 3: .foreignKey
            case 5: .notNull
            case 6, 10: .primaryKey
            case 7: .trigger
            case 8: .unique
            default: .other
            }
        let parts = message.split(separator: ": ", maxSplits: 1)
        columns =
            switch kind {
            case .trigger: [message]
            case .check: parts.dropFirst().map(String.init)
            default: parts.count == 2 ? parts[1].split(separator: ", ").map(String.init) : []
            }
    }
}
