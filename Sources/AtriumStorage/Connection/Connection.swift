internal import AtriumSystem
internal import CSQLite

/// One SQLite connection, opened with every setting that the platform relies on.
///
/// `@unchecked Sendable`: SQLite runs without its mutex (NOMUTEX), so only one thread at a time may use a connection.
/// ``DatabaseFile`` ensures this: its ``Writer``, its ``Readers`` and its ``Draft`` keep each connection behind a lock.
package final class Connection: @unchecked Sendable {
    let handle: OpaquePointer
    package let path: String
    let authorizer: Authorizer
    private let vfs: GuardedVFS
    private let json = JSONFunctions()
    let callbackState: UnsafeMutablePointer<CallbackState>
    /// There are few executors, and each unit looks them up. A linear search is faster than hashing a name.
    private var executors: [CachingExecutor] = []
    /// The compiled statements of ``Control``, indexed by its raw values.
    var control = [OpaquePointer?](repeating: nil, count: Control.allCases.count)
    /// Identifies the migrations of the file. A verdict of ``BytecodeCheck`` is valid for one checksum only.
    package var schemaChecksum: [UInt8] = []
    /// The error with which SQLite ended the running unit's transaction. Nothing more may run in that unit.
    var lostTransaction: DatabaseError?
    /// The error with which the running unit must fail, even if its body swallows it.
    var unitFailure: DatabaseError?
    /// The name of the last commit, from the file's mark; `nil` before the mark is checked, and for a database in memory.
    var lastCommit: [UInt8]?
    /// The value of ``totalChanges`` at the last commit.
    var committedChanges: Int64 = 0
    /// The head of the audit chain after this connection's last commit; `nil` before that.
    var committedHead: ChainHead?
    /// The head of the audit chain in the open transaction, which units pass on to each other; `nil` if no unit has changed it.
    package var nextHead: ChainHead?
    /// The nodes of the database and its WAL, as they were when the connection opened.
    var nodes: [Files.Node?] = []
    /// For how many further transactions ``GroupCommit`` isolates units.
    var caution = 0
    /// Whether statements that write are refused.
    var isQueryOnly = false
    /// Whether the database has virtual tables, such as those of FTS5.
    var hasVirtualTables = false
    var isInUnit = false
    private var isClosed = false
    private var lookInterval: Int32 = 0

    /// Opens a file. Only the access `create` creates a missing file.
    package init(path: String, access: Access, settings: ConnectionSettings) throws {
        guard !path.utf8.contains(0) else {
            let shown = path.replacing("\0", with: "\\0")
            throw DatabaseError(
                kind: .unavailable, message: "cannot open \(shown): the path contains a NUL byte; rename it")
        }
        authorizer = Authorizer()
        guard let vfs = GuardedVFS(over: settings.vfs, authorizer: authorizer) else {
            throw DatabaseError(
                kind: .unavailable, message: "there is no VFS named '\(settings.vfs ?? "")'; register it, or name none")
        }
        let fault = OpeningFault(path: path, access: access)
        try fault.prepare()
        var opened: OpaquePointer?
        let code = vfs.open(path, flags: access.flags, &opened)
        guard code == SQLITE_OK, let opened else {
            let systemCode = sqlite3_system_errno(opened)
            sqlite3_close_v2(opened)
            throw fault.explain(DatabaseError(code: code, sqliteMessage: "", sql: nil), systemCode: systemCode)
        }
        handle = opened
        self.path = path
        self.vfs = vfs
        callbackState = .allocate(capacity: 1)
        callbackState.initialize(to: CallbackState(statementLimit: settings.statementTimeout.nanoseconds))
        TextFunctions.register(on: opened)
        json.register(on: opened)
        do {
            if access.isWriting, sqlite3_db_readonly(opened, "main") == 1 { throw error(SQLITE_READONLY, sql: nil) }
            try setCheckpointsOnClose(false)
            try configure(settings, access: access)
        } catch let error as DatabaseError {
            throw fault.explain(error, systemCode: sqlite3_system_errno(opened))
        }
        look(every: CallbackState.interval)
        sqlite3_wal_hook(opened, CallbackState.noteWAL, callbackState)
        sqlite3_set_authorizer(opened, Authorizer.judge, Unmanaged.passUnretained(authorizer).toOpaque())
    }

    deinit { close() }

    /// Closes the connection now; nothing may use it afterwards. The callers do not leave this to `deinit`: the last connection
    /// that closes makes a checkpoint, and with `deinit` the optimizer would choose the order.
    /// With `isLost`, saves what the WAL holds in the database, and leaves the files that are in place now as they are.
    func close(isLost: Bool = false) {
        guard !isClosed else { return }
        isClosed = true
        if isLost {
            abandonTransaction()
            checkpoint()
            try? setCheckpointsOnClose(false)
        }
        for executor in executors { executor.close() }
        executors = []
        for statement in control { sqlite3_finalize(statement) }
        sqlite3_progress_handler(handle, 0, nil, nil)
        sqlite3_wal_hook(handle, nil, nil)
        sqlite3_set_authorizer(handle, nil, nil)
        if sqlite3_close(handle) != SQLITE_OK {
            vfs.outliveConnection()
            sqlite3_close_v2(handle)
        }
        callbackState.deallocate()
    }

    /// The statements of one owner.
    package func executor(for owner: Owner) -> CachingExecutor {
        if let executor = executors.first(where: { $0.owner == owner }) { return executor }
        let executor = CachingExecutor(owner: owner, connection: self)
        executors.append(executor)
        return executor
    }

    /// The kernel's statements.
    package var kernel: CachingExecutor { executor(for: .kernel) }

    /// The number of rows that statements changed since the connection was opened: https://sqlite.org/c3ref/total_changes.html.
    /// SQLite does not count the row that a REPLACE deletes. However, the REPLACE then inserts a row, which counts, or it
    /// leaves no change.
    package var totalChanges: Int64 { sqlite3_total_changes64(handle) }

    /// Whether a deferred foreign key refers to a row that is still missing.
    var hasOpenReference: Bool {
        var (open, highest): (Int32, Int32) = (0, 0)
        sqlite3_db_status(handle, SQLITE_DBSTATUS_DEFERRED_FKS, &open, &highest, 0)
        return open != 0
    }

    var isAutocommit: Bool { sqlite3_get_autocommit(handle) != 0 }

    func checkIsUsable(sql: SQL) throws {
        guard let lostTransaction else { return }
        throw DatabaseError(
            kind: lostTransaction.kind, extendedCode: lostTransaction.extendedCode,
            message: "SQLite ended this unit's transaction (\(lostTransaction.message)); nothing more runs in it",
            sql: sql.text)
    }

    /// Sets the owner of the statement that runs next, with the owner's limits, and the statement's deadline.
    func take(turn owner: Owner, deadline: UInt64) {
        if authorizer.owner !== owner {
            if authorizer.owner.isKernel != owner.isKernel { limit(owner) }
            authorizer.owner = owner
        }
        callbackState.pointee.deadline = deadline
    }

    /// Sets the number of instructions between two checks of the time.
    func look(every interval: Int32) {
        guard lookInterval != interval else { return }
        lookInterval = interval
        sqlite3_progress_handler(handle, interval, CallbackState.tick, callbackState)
    }

    /// The deadline of the running statement.
    var deadline: UInt64 { callbackState.pointee.deadline }

    /// Whether a deadline ended a statement of the running unit, even if the unit caught the error.
    var passedDeadline: Bool { callbackState.pointee.passed }
}
