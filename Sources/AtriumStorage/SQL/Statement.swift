internal import CSQLite

/// A prepared statement of one owner on one connection.
final class Statement {
    let handle: OpaquePointer
    /// The SQL without values.
    let sql: SQL
    let owner: Owner
    let columnCount: Int
    let parameterCount: Int
    /// Whether the statement changes no row: https://sqlite.org/c3ref/stmt_readonly.html
    var isReading: Bool { sqlite3_stmt_readonly(handle) != 0 }
    /// Unowned and unsafe for speed, because each step reads it. The statement is finalized before its connection closes.
    private unowned(unsafe) let connection: Connection
    private let callbackState: UnsafeMutablePointer<Connection.CallbackState>
    /// True from `open` to `reset`. The cache does not return a running statement.
    private(set) var isRunning = false
    private(set) var isOnRow = false
    private(set) var isFinalized = false
    /// Counts runs and rows. By this number, a ``Row`` that was kept too long notices that it is no longer the current row.
    private(set) var position: UInt64 = 0
    /// The time by which the statement must end, in nanoseconds of the monotonic clock. The kernel's statements have no own
    /// deadline.
    private var deadline = UInt64.max
    private var holdsLargeValue = false
    /// The number of SQLite's instructions between two checks of the deadline.
    var lookInterval = Connection.CallbackState.interval
    var lastUse = 0

    init(handle: OpaquePointer, sql: SQL, owner: Owner, connection: Connection) {
        self.handle = handle
        self.sql = sql.withoutValues
        self.owner = owner
        self.connection = connection
        callbackState = connection.callbackState
        columnCount = Int(sqlite3_column_count(handle))
        parameterCount = Int(sqlite3_bind_parameter_count(handle))
    }

    deinit { finalize() }

    /// Frees SQLite's statement. This happens before the connection closes; a row may keep this object longer.
    func finalize() {
        guard !isFinalized else { return }
        (isFinalized, isRunning, isOnRow) = (true, false, false)
        sqlite3_finalize(handle)
    }

    var text: String { sql.text }

    func isFree(for sql: SQL) -> Bool { !isRunning && self.sql.isSameStatement(as: sql) }

    /// Begins a run with the values of `sql`, which is this statement with other values.
    func start(binding sql: SQL) throws {
        guard sql.valueCount == parameterCount else {
            throw DatabaseError(
                kind: .misuse,
                message: parameterCount < sql.valueCount
                    ? "a value is inside quotes or a comment, where SQLite reads it as text; leave out the quotes: "
                        + "write \\(…), and '%' || \\(…) || '%' for a pattern"
                    : "the statement has \(parameterCount) parameters (?, :name) and \(sql.valueCount) values; "
                        + "write each value as \\(…)",
                sql: text
            )
        }
        isRunning = true
        position &+= 1
        deadline = owner.isKernel ? .max : Connection.CallbackState.open
        var index: Int32 = 0
        for case .value(let value) in sql.parts {
            index += 1
            let result = bind(value, at: index)
            guard result == SQLITE_OK else {
                reset()
                throw connection.error(result, sql: text)
            }
        }
    }

    /// Moves to the next row. Returns false if there is none.
    func step() throws -> Bool {
        guard isRunning else {
            throw DatabaseError(kind: .misuse, message: "the statement has ended; open it again", sql: text)
        }
        let (code, askedForTime) = connection.step(handle, of: owner, until: deadline, lookingEvery: lookInterval)
        deadline = callbackState.pointee.deadline
        position &+= 1
        isOnRow = false
        if askedForTime { try connection.checkClock(sql: text) }
        switch code {
        case SQLITE_ROW:
            isOnRow = true
            return true
        case SQLITE_DONE: return false
        default: throw connection.failure(code, sql: text)
        }
    }

    func reset() {
        guard !isFinalized else { return }
        isRunning = false
        isOnRow = false
        sqlite3_reset(handle)
        // Small values stay until the next run replaces them.
        guard holdsLargeValue else { return }
        sqlite3_clear_bindings(handle)
        holdsLargeValue = false
    }

    /// Prepares for binding a value of this size.
    private func note(size bytes: Int) {
        guard bytes > 1000 else { return }
        holdsLargeValue = true
        // SQLite compares the size with a limit, which must be the limit of this owner.
        connection.take(turn: owner, deadline: .max)
    }

    private func bind(_ value: SQL.Value, at index: Int32) -> Int32 {
        switch value {
        case .null: return sqlite3_bind_null(handle, index)
        case .integer(let number): return sqlite3_bind_int64(handle, index, number)
        case .real(let number): return sqlite3_bind_double(handle, index, number)
        case .text(var text):
            return text.withUTF8 { bytes in
                note(size: bytes.count)
                // An empty buffer may have no address, and a null pointer would bind NULL.
                let start = UnsafeRawPointer(bytes.baseAddress ?? StaticString("").utf8Start)
                return sqlite3_bind_text64(
                    handle, index, start.assumingMemoryBound(to: CChar.self), UInt64(bytes.count),
                    atrium_transient(), UInt8(SQLITE_UTF8))
            }
        case .blob(let bytes):
            guard !bytes.isEmpty else { return sqlite3_bind_zeroblob(handle, index, 0) }
            note(size: bytes.count)
            return sqlite3_bind_blob64(handle, index, bytes, UInt64(bytes.count), atrium_transient())
        }
    }
}

extension Connection {
    /// Steps a statement in its owner's turn. One method does all of this, because each call on a connection retains the
    /// connection. These retains took a thirtieth of the time of a small statement.
    fileprivate func step(
        _ statement: OpaquePointer, of owner: Owner, until deadline: UInt64, lookingEvery interval: Int32
    ) -> (code: Int32, askedForTime: Bool) {
        // SQLite may re-prepare inside step, which asks the authorizer: https://sqlite.org/c3ref/step.html.
        take(turn: owner, deadline: deadline)
        look(every: interval)
        let code = sqlite3_step(statement)
        return (code, authorizer.wantedTime)
    }
}
