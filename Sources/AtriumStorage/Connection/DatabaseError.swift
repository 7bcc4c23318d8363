internal import CSQLite

/// What SQLite, or the guard around it, refused.
///
/// It carries the SQL text, whose values are `?`, and never a bound value.
public struct DatabaseError: Error, Sendable, Equatable {
    public enum Kind: Sendable, Equatable {
        /// Another connection holds the file; try again later.
        case busy
        /// The disk is full; the whole unit was rolled back.
        case full
        /// A write in a reading unit, or a file that cannot be written.
        case readOnly
        /// The file is damaged or not a database.
        case corrupt
        /// The file is missing, or holds nothing of what it held; or its log was deleted, with commits that the file
        /// has not.
        case lost
        /// The file, or the log beside it, belongs to another one.
        case foreign
        /// The statement ran longer than its deadline.
        case deadline
        /// The statement reaches for something that is not its owner's.
        case denied
        /// The commit failed: whether the unit took place is not known.
        case outcomeUnknown
        /// A rule of the schema.
        case constraint(Constraint)
        /// The operating system failed to read, write or synchronize.
        case inputOutput
        /// The file's migrations and the code's do not fit together.
        case schema
        /// A row or a column is not what the caller reads it as.
        case mismatch
        /// The statement is wrong, or used wrongly.
        case misuse
        /// The file is closed, or cannot be opened.
        case unavailable
        /// The process, or the machine, has as many files open as it may.
        case exhausted
    }

    /// Which rule of the schema a statement broke.
    public struct Constraint: Sendable, Equatable {
        public enum Kind: Sendable { case unique, primaryKey, notNull, check, foreignKey, trigger, other }

        public let kind: Kind
        /// `table.column` for UNIQUE, PRIMARY KEY and NOT NULL, the name or expression for CHECK, the text for a trigger.
        public let columns: [String]
    }

    public let kind: Kind
    /// SQLite's extended result code (https://sqlite.org/rescode.html); 0 when SQLite was not asked.
    public let extendedCode: Int32
    public let message: String
    /// The statement with a `?` for each value.
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

    static func lost(_ path: String, _ fault: String) -> DatabaseError {
        DatabaseError(kind: .lost, message: "cannot open \(path): \(fault); restore it from a backup")
    }

    static func foreign(_ path: String, found: String, instead expected: String) -> DatabaseError {
        DatabaseError(
            kind: .foreign,
            message:
                "\(path) is the file of '\(found)', not of '\(expected)'; put the right file in its place, without "
                + "the -wal and -shm of another")
    }

    static func foreignLog(_ path: String, _ fault: String) -> DatabaseError {
        DatabaseError(
            kind: .foreign,
            message: "\(path) \(fault), and would mix other pages in; move it away with the -shm beside it, or put the "
                + "database and its log back together")
    }

    /// Of a unit whose statement's own error never came to light.
    static let late = DatabaseError(
        kind: .deadline, message: "a statement of the unit ran longer than its deadline; \(ErrorAdvice.shorten)")

    /// The same error with other words.
    func saying(_ message: String) -> DatabaseError {
        DatabaseError(kind: kind, extendedCode: extendedCode, message: message, sql: sql)
    }

    @usableFromInline
    static func noRow(_ sql: SQL) -> DatabaseError {
        DatabaseError(kind: .mismatch, message: "the result has no row; use 'first' where that may be", sql: sql.text)
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
    /// How SQLite says that a CHECK, a generated column or an index asked for the time.
    static let clockInDefinition = "non-deterministic use of "

    /// The error of a result code; `sqliteMessage` is read only where SQLite puts no value into it.
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
