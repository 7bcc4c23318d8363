internal import Synchronization

/// One SQLite file: a single writer with group commit, and readers that never wait for it.
///
/// Connections open with the first unit and may close while nobody uses them (``Storage`` bounds how many files are
/// open); reopening is invisible. The writing connection is known to the turns of the writer's queue only.
package final class DatabaseFile: Sendable {
    package let path: String
    private let storage: Storage
    private let schemas: SchemaSet
    private let access: Connection.Access
    private let didMigrate: @Sendable ([String]) -> Void

    private let writer = Locked<Connection?>(nil)
    private let quickReader = Locked<Connection?>(nil)
    private let patientReader = Locked<Connection?>(nil)
    private let queues = Locked<(write: JobQueue, read: JobQueue)?>(nil)
    private let units = Atomic(0)
    private let isMigrated = Atomic(false)
    private let isClosed = Atomic(false)
    /// Whether something was committed after the quick reader's snapshot began.
    private let isSnapshotOld = Atomic(false)
    private let lastUse = Atomic<UInt64>(0)

    /// Nothing is opened yet. With `write`, a file that is missing is an error: it was lost, and is not made anew.
    package init(
        path: String, storage: Storage, schemas: SchemaSet, access: Connection.Access = .create,
        didMigrate: @escaping @Sendable ([String]) -> Void = { _ in }
    ) {
        self.path = path
        self.storage = storage
        self.schemas = schemas
        self.access = access
        self.didMigrate = didMigrate
    }

    // MARK: - Units

    /// Runs a body in a write transaction and returns once it is durable. The body may run more than once.
    package func write<Value: Sendable>(_ body: @escaping @Sendable (Connection) throws -> Value) async throws -> Value
    {
        try await inUnit { try await writeQueue.run(.unit, body) }
    }

    /// Runs a body on the writing connection, by itself and outside of any transaction.
    package func alone<Value: Sendable>(_ body: @escaping @Sendable (Connection) throws -> Value) async throws -> Value
    {
        try await inUnit { try await writeQueue.run(.alone, body) }
    }

    /// Runs a body in a read transaction: at once on the caller's thread if the reader is free and the body is quick,
    /// else (again) on a thread of ours. The body may run more than once.
    package func read<Value: Sendable>(_ body: @escaping @Sendable (Connection) throws -> Value) async throws -> Value {
        // Written before this goes on, and read after that. All else is the same for every type of value: generic code between
        // libraries costs more than it does.
        nonisolated(unsafe) var value: Value?
        try await inUnit { try await read { value = try body($0) } }
        guard let value else { throw CancellationError() }
        return value
    }

    private func read(_ body: @escaping @Sendable (Connection) throws -> Void) async throws {
        if try readQuickly(body) { return }
        if quickReader.withLockIfAvailable({ $0 == nil }) == true {
            try await writeQueue.run(Job(.alone) { _ in })
            if try readQuickly(body) { return }
        }
        try await readQueue.run(Job(.unit, body: body))
    }

    /// How many writes wait for their turn.
    package var waitingWrites: Int { writeQueue.waiting }

    private func inUnit<Value>(_ body: () async throws -> Value) async throws -> Value {
        lastUse.store(storage.tick(), ordering: .relaxed)
        units.add(1, ordering: .sequentiallyConsistent)
        defer {
            if units.subtract(1, ordering: .sequentiallyConsistent).newValue == 0 { storage.didRest() }
        }
        return try await body()
    }

    // MARK: - Closing

    /// Waits for the units under way, then closes the connections; further units are refused.
    package func close() async {
        guard !isClosed.exchange(true, ordering: .acquiringAndReleasing) else { return }
        writeQueue.close()
        readQueue.close()
        try? await writeQueue.run(Job(.close) { _ in })
    }

    /// Closes the connections unless a unit is under way; the next unit opens them again.
    package func closeIfIdle() async {
        guard !isClosed.load(ordering: .acquiring) else { return }
        try? await writeQueue.run(Job(.closeIfIdle) { _ in })
    }

    /// As ``closeIfIdle()``, in the next turn and for nobody who waits: before anything else that takes descriptors.
    func closeSoon() { writeQueue.submit(Job(.closeIfIdle)) }

    var isAtRest: Bool { units.load(ordering: .sequentiallyConsistent) == 0 }

    func usedBefore(_ other: DatabaseFile) -> Bool {
        lastUse.load(ordering: .relaxed) < other.lastUse.load(ordering: .relaxed)
    }

    // MARK: - Writing

    private var writeQueue: JobQueue { bothQueues.write }
    private var readQueue: JobQueue { bothQueues.read }

    /// Made with the first unit: an idle tenant costs as little as possible.
    private var bothQueues: (write: JobQueue, read: JobQueue) {
        queues.withLock { queues in
            if let queues { return queues }
            // Weak: a queue outlives its file only with jobs whose callers have left.
            let made = (
                write: JobQueue(pool: storage.writers, turnSize: 256) { [weak self] in self?.takeWriteTurn($0) },
                read: JobQueue(pool: storage.readers, turnSize: 1) { [weak self] in self?.takeReadTurn($0) }
            )
            queues = made
            return made
        }
    }

    private func takeWriteTurn(_ jobs: [Job]) {
        guard let first = jobs.first else { return }
        writer.withLock { connection in
            switch first.kind {
            case .close, .closeIfIdle:
                if first.kind == .close || isAtRest { close(&connection) }
                first.answer()
                // In use again meanwhile, it counts again.
                if connection != nil { storage.didOpen(self) }
            case .alone, .unit:
                run(jobs, on: &connection)
            }
        }
    }

    private func run(_ jobs: [Job], on connection: inout Connection?) {
        do {
            let open = try connection ?? openConnections()
            connection = open
            if jobs[0].kind == .unit {
                if !GroupCommit(connection: open, didCommit: expireSnapshot).run(jobs) { close(&connection) }
            } else {
                _ = jobs[0].run(on: open)
                open.abandonTransaction()
                expireSnapshot()
                jobs[0].answer()
            }
            if let connection, connection.needsCheckpoint { checkpoint(connection) }
        } catch {
            for job in jobs {
                job.fail(error)
                job.answer()
            }
        }
    }

    private func openConnections() throws -> Connection {
        let connection = try Connection(path: path, access: access, settings: storage.settings)
        if isMigrated.load(ordering: .acquiring) {
            connection.schemaChecksum = schemas.checksum
        } else {
            let done = try Migrator(connection: connection, set: schemas).migrate()
            isMigrated.store(true, ordering: .releasing)
            if !done.isEmpty { didMigrate(done) }
        }
        let reader = try openReader()
        quickReader.withLock { $0 = reader }
        storage.didOpen(self)
        return connection
    }

    private func openReader() throws -> Connection {
        let reader = try Connection(path: path, access: .read, settings: storage.settings)
        reader.schemaChecksum = schemas.checksum
        return reader
    }

    /// Readers first: the last connection to close checkpoints, and only the writer may.
    private func close(_ connection: inout Connection?) {
        guard let writing = connection else { return }
        for reader in [quickReader.withLock { $0.take() }, patientReader.withLock { $0.take() }] { reader?.close() }
        writing.close()
        connection = nil
        storage.didClose(self)
    }

    // MARK: - Reading

    /// False if the reader is not free, or the body takes too long.
    ///
    /// The reader keeps its snapshot while nothing is committed: beginning one costs more than most reads.
    private func readQuickly(_ body: @Sendable (Connection) throws -> Void) throws -> Bool {
        let isDone = try quickReader.withLockIfAvailable { connection in
            guard let connection else { return false }
            endOldSnapshot(of: connection)
            defer { endOldSnapshot(of: connection) }
            let deadline = MonotonicClock.now &+ storage.inlineReadLimit.nanoseconds
            do {
                try connection.read(deadline: deadline, body)
                return true
            } catch {
                connection.abandonTransaction()
                if connection.passedDeadline { return false }
                throw error
            }
        }
        return isDone ?? false
    }

    /// After a commit, and before its callers are answered: the next read sees it. An old snapshot that nobody uses is
    /// not left to stand in the way of a checkpoint.
    private func expireSnapshot() {
        isSnapshotOld.store(true, ordering: .releasing)
        quickReader.withLockIfAvailable { connection in connection.map(endOldSnapshot) }
    }

    /// A snapshot, even the newest, would keep the next commit from beginning the WAL anew:
    /// https://sqlite.org/wal.html#avoiding_excessively_large_wal_files
    private func checkpoint(_ connection: Connection) {
        quickReader.withLock { reader in
            reader?.abandonTransaction()
            connection.checkpoint()
        }
    }

    private func endOldSnapshot(of connection: Connection) {
        guard isSnapshotOld.load(ordering: .acquiring) else { return }
        isSnapshotOld.store(false, ordering: .relaxed)
        connection.abandonTransaction()
    }

    private func takeReadTurn(_ jobs: [Job]) {
        for job in jobs {
            patientReader.withLock { connection in
                do {
                    let open = try connection ?? openReader()
                    connection = open
                    defer { open.abandonTransaction() }
                    let failed = try open.read(deadline: .max) { job.run(on: $0) }
                    if failed == nil, open.passedDeadline { try open.throwDeadline() }
                } catch {
                    job.fail(error)
                }
            }
            job.answer()
        }
    }
}

extension Connection {
    /// Runs a body in the snapshot that is open, or else in a new one, which stays open. An expired deadline is an error even if
    /// the body swallowed it.
    fileprivate func read<Value>(deadline: UInt64, _ body: (Connection) throws -> Value) throws -> Value {
        try withUnit(deadline: deadline) {
            if isAutocommit { try perform(.begin) }
            let value = try body(self)
            if passedDeadline { try throwDeadline() }
            return value
        }
    }

    fileprivate func throwDeadline() throws {
        throw DatabaseError(kind: .deadline, message: "a statement of the unit passed its deadline")
    }
}
