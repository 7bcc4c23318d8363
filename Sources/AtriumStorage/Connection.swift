internal import CSQLite

/// One SQLite connection, opened with every setting that the platform relies on.
///
/// `@unchecked Sendable`: SQLite runs without its mutex (NOMUTEX), so a connection must be used by one thread at a time.
/// ``DatabaseFile`` sees to it: the writing connection lives inside the writer's lane, a reading one behind a mutex, a draft's
/// with the draft.
package final class Connection: @unchecked Sendable {
    let handle: OpaquePointer
    package let path: String
    let warden: Warden
    private let vfs: GuardedVFS
    private let json = JSONFunctions()
    let watch: UnsafeMutablePointer<Watch>
    /// Few, and asked for in each unit: looking through them is faster than hashing a name.
    private var sessions: [Session] = []
    /// The statements of ``Control``, at the places of its cases.
    private var control = [OpaquePointer?](repeating: nil, count: Control.allCases.count)
    /// Names the migrations of the file; guard verdicts hold for one value of it.
    package var schemaChecksum: [UInt8] = []
    /// Set when SQLite ended the transaction under a unit: nothing more may run in that unit.
    var lostTransaction: DatabaseError?
    /// What makes the running unit fail, whatever it makes of the error: it did not do what it says.
    var spoiler: DatabaseError?
    /// What the units of the transaction that is under way have handed on so far.
    package var carry: (any Carry)?
    /// What the last commit left in the file's mark; `nil` before it was read, and in a database in memory.
    var lastCommit: [UInt8]?
    /// How many rows were changed then.
    var committedChanges: Int64 = 0
    /// The database and its log as they were when they were opened.
    var nodes: [Files.Node?] = []
    /// How many more transactions isolate their units: one that failed spoiled a transaction not long ago.
    var caution = 0
    /// Whether statements that write are refused.
    var isQueryOnly = false
    var hasVirtualTables = false
    private(set) var isInUnit = false
    private var isClosed = false
    private var lookInterval: Int32 = 0

    /// Opens a file; only `create` makes it if it is missing.
    package init(path: String, access: Access, settings: ConnectionSettings) throws {
        guard !path.utf8.contains(0) else {
            let shown = path.replacing("\0", with: "\\0")
            throw DatabaseError(
                kind: .unavailable, message: "cannot open \(shown): the path contains a NUL byte; rename it")
        }
        warden = Warden()
        guard let vfs = GuardedVFS(over: settings.vfs, warden: warden) else {
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
        watch = .allocate(capacity: 1)
        watch.initialize(to: Watch(statementLimit: settings.statementDeadline.nanoseconds))
        TextFunctions.register(on: opened)
        json.register(on: opened)
        do {
            if access.isWriting, sqlite3_db_readonly(opened, "main") == 1 { throw error(SQLITE_READONLY, sql: nil) }
            try setCheckpointsOnClose(false)
            try configure(settings, access: access)
        } catch let error as DatabaseError {
            throw fault.explain(error, systemCode: sqlite3_system_errno(opened))
        }
        look(every: Watch.interval)
        sqlite3_wal_hook(opened, Watch.noteLog, watch)
        sqlite3_set_authorizer(opened, Warden.judge, Unmanaged.passUnretained(warden).toOpaque())
    }

    deinit { close() }

    /// Closes the connection at this moment; nothing may use it any more. Which connection closes last decides who
    /// checkpoints, and the order in which references end is the optimizer's to choose.
    func close() {
        guard !isClosed else { return }
        isClosed = true
        sessions = []
        for statement in control { sqlite3_finalize(statement) }
        sqlite3_progress_handler(handle, 0, nil, nil)
        sqlite3_wal_hook(handle, nil, nil)
        sqlite3_set_authorizer(handle, nil, nil)
        if sqlite3_close(handle) != SQLITE_OK {
            vfs.outliveConnection()
            sqlite3_close_v2(handle)
        }
        watch.deallocate()
    }

    /// The statements of one owner.
    package func session(for owner: Owner) -> Session {
        if let session = sessions.first(where: { $0.owner == owner }) { return session }
        let session = Session(owner: owner, connection: self)
        sessions.append(session)
        return session
    }

    /// The kernel's statements.
    package var kernel: Session { session(for: .kernel) }

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
        if warden.owner !== owner {
            if warden.owner.isKernel != owner.isKernel { limit(owner) }
            warden.owner = owner
        }
        watch.pointee.deadline = deadline
    }

    /// Sets after how many instructions SQLite looks at the time.
    func look(every interval: Int32) {
        guard lookInterval != interval else { return }
        lookInterval = interval
        sqlite3_progress_handler(handle, interval, Watch.tick, watch)
    }

    /// The deadline of the statement that runs.
    var deadline: UInt64 { watch.pointee.deadline }

    /// Whether a deadline ended a statement of the running unit, even if the unit caught the error.
    var passedDeadline: Bool { watch.pointee.passed }
}

// MARK: - Transactions

extension Connection {
    enum Control: Int, CaseIterable {
        case begin, beginImmediate, commit, rollback, savepoint, release, rollbackToSavepoint

        var text: String {
            switch self {
            case .begin: "BEGIN"
            case .beginImmediate: "BEGIN IMMEDIATE"
            case .commit: "COMMIT"
            case .rollback: "ROLLBACK"
            case .savepoint: "SAVEPOINT atrium_job"
            case .release: "RELEASE atrium_job"
            case .rollbackToSavepoint: "ROLLBACK TO atrium_job"
            }
        }
    }

    /// Runs a statement that controls the transaction, without a deadline of its own. A COMMIT runs outside of units, so that no
    /// deadline can interrupt it.
    func perform(_ step: Control) throws {
        let statement =
            try control[step.rawValue]
            ?? compile(step.text, as: .kernel, flags: UInt32(SQLITE_PREPARE_PERSISTENT))
        control[step.rawValue] = statement
        take(turn: .kernel, deadline: .max)
        let code = sqlite3_step(statement)
        sqlite3_reset(statement)
        guard code == SQLITE_DONE else { throw error(code, sql: step.text) }
    }

    /// Runs a body in a savepoint; one that throws leaves nothing of itself, or the transaction ends.
    func inSavepoint(_ body: () throws -> Void) throws {
        try perform(.savepoint)
        do {
            try body()
            try perform(.release)
        } catch {
            do {
                try perform(.rollbackToSavepoint)
                try perform(.release)
            } catch {
                abandonTransaction()
            }
            throw error
        }
    }

    /// Runs a unit of the transaction that is under way; throws its error. One that swallowed the error of an expired statement,
    /// or of one that asked for the time, did not do what it says.
    func run(_ unit: (Connection) throws -> Void) throws {
        do {
            try withUnit(deadline: .max) { try unit(self) }
        } catch {
            throw isAutocommit ? lostTransaction ?? error : error
        }
        if isAutocommit { throw lostTransaction ?? Self.unexpectedEnd }
        try refuseSpoiledUnit()
        guard hasOpenReference else { return }
        // It would fail the commit, and all who share it. sqlite3.h builds the code with a macro.
        throw DatabaseError(code: SQLITE_CONSTRAINT | 3 << 8, sqliteMessage: "FOREIGN KEY constraint failed", sql: nil)
    }

    private static let unexpectedEnd = DatabaseError(
        kind: .misuse,
        message: "the unit ended the transaction that it is part of; leave COMMIT and ROLLBACK to the platform")

    /// Marks the start and end of a unit: what went wrong in the last one is forgotten.
    func withUnit<Value>(deadline: UInt64, _ body: () throws -> Value) rethrows -> Value {
        lostTransaction = nil
        spoiler = nil
        watch.pointee.passed = false
        watch.pointee.unitDeadline = deadline
        isInUnit = true
        defer {
            isInUnit = false
            watch.pointee.unitDeadline = .max
        }
        return try body()
    }

    /// How many pages the WAL had after the last commit, or since the last checkpoint.
    var logPages: Int32 { watch.pointee.logPages }

    /// Copies the WAL into the database, so that the next commit begins it anew. What fails, or stands in the way, is left for
    /// the checkpoint after the next commit; false then.
    @discardableResult
    func checkpoint() -> Bool {
        watch.pointee.logPages = 0
        var (pages, copied): (Int32, Int32) = (0, 0)
        let code = sqlite3_wal_checkpoint_v2(handle, nil, SQLITE_CHECKPOINT_PASSIVE, &pages, &copied)
        return code == SQLITE_OK && copied == pages
    }

    /// Whether an overwrite that is cut off changes nothing beside it. For a VFS that does not promise this, SQLite fills the log's
    /// last sector behind each commit: https://sqlite.org/psow.html
    var hasSafeOverwrites: Bool {
        var file: UnsafeMutablePointer<sqlite3_file>?
        sqlite3_file_control(handle, "main", SQLITE_FCNTL_FILE_POINTER, &file)
        let traits = file?.pointee.pMethods?.pointee.xDeviceCharacteristics(file) ?? 0
        return traits & SQLITE_IOCAP_POWERSAFE_OVERWRITE != 0
    }

    /// Ends a transaction that may still be open; a failure to do so is what closing the connection cures.
    func abandonTransaction() {
        if !isAutocommit { try? perform(.rollback) }
    }
}
