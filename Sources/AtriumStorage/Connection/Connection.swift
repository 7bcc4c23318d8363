internal import AtriumSystem
internal import CSQLite

/// One SQLite connection, opened with every setting that the platform relies on.
///
/// `@unchecked Sendable`: SQLite runs without its mutex (NOMUTEX), so a connection must be used by one thread at a time.
/// ``DatabaseFile`` sees to it: the writing connection lives inside the writer's lane, a reading one behind a mutex, a draft's
/// with the draft.
package final class Connection: @unchecked Sendable {
    let handle: OpaquePointer
    package let path: String
    let authorizer: Authorizer
    private let vfs: GuardedVFS
    private let json = JSONFunctions()
    let callbackState: UnsafeMutablePointer<CallbackState>
    /// Few, and asked for in each unit: looking through them is faster than hashing a name.
    private var executors: [CachingExecutor] = []
    /// The statements of ``Control``, at the places of its cases.
    var control = [OpaquePointer?](repeating: nil, count: Control.allCases.count)
    /// Names the migrations of the file; guard verdicts hold for one value of it.
    package var schemaChecksum: [UInt8] = []
    /// Set when SQLite ended the transaction under a unit: nothing more may run in that unit.
    var lostTransaction: DatabaseError?
    /// What makes the running unit fail, whatever it makes of the error: it did not do what it says.
    var spoiler: DatabaseError?
    /// What the last commit left in the file's mark; `nil` before it was read, and in a database in memory.
    var lastCommit: [UInt8]?
    /// How many rows were changed at the last commit.
    var committedChanges: Int64 = 0
    /// The chain's head as of the last commit, once it was written or read; and as the units of the transaction that is under
    /// way hand it on.
    var committedHead: ChainHead?
    package var nextHead: ChainHead?
    /// The database and its log as they were when they were opened.
    var nodes: [Files.Node?] = []
    /// How many more transactions isolate their units: one that failed spoiled a transaction not long ago.
    var caution = 0
    /// Whether statements that write are refused.
    var isQueryOnly = false
    var hasVirtualTables = false
    var isInUnit = false
    private var isClosed = false
    private var lookInterval: Int32 = 0

    /// Opens a file; only `create` makes it if it is missing.
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
        callbackState.initialize(to: CallbackState(statementLimit: settings.statementDeadline.nanoseconds))
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
        sqlite3_wal_hook(opened, CallbackState.noteLog, callbackState)
        sqlite3_set_authorizer(opened, Authorizer.judge, Unmanaged.passUnretained(authorizer).toOpaque())
    }

    deinit { close() }

    /// Closes the connection at this moment; nothing may use it any more. Which connection closes last decides who
    /// checkpoints, and the order in which references end is the optimizer's to choose.
    func close() {
        guard !isClosed else { return }
        isClosed = true
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

    /// How many rows its statements changed since it was opened: https://sqlite.org/c3ref/total_changes.html. A REPLACE that
    /// deletes a row, which is not counted, inserts one, which is, or leaves nothing.
    package var totalChanges: Int64 { sqlite3_total_changes64(handle) }

    /// Whether a deferred foreign key waits for its row.
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

    func take(turn owner: Owner, deadline: UInt64) {
        if authorizer.owner !== owner {
            if authorizer.owner.isKernel != owner.isKernel { limit(owner) }
            authorizer.owner = owner
        }
        callbackState.pointee.deadline = deadline
    }

    /// Sets after how many instructions SQLite looks at the time.
    func look(every interval: Int32) {
        guard lookInterval != interval else { return }
        lookInterval = interval
        sqlite3_progress_handler(handle, interval, CallbackState.tick, callbackState)
    }

    /// The deadline of the statement that runs.
    var deadline: UInt64 { callbackState.pointee.deadline }

    /// Whether a deadline ended a statement of the running unit, even if the unit caught the error.
    var passedDeadline: Bool { callbackState.pointee.passed }
}
