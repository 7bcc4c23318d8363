internal import Synchronization

/// One SQLite file: a single writer with group commit, and readers that never wait for it.
///
/// Connections open with the first unit and may close while nobody uses them (``Storage`` bounds how many files are
/// open); reopening is invisible. The writing connection is known to the turns of the writer's queue only. A new file may
/// begin as a draft in memory, until ``save()``.
package final class DatabaseFile: Sendable {
    package let path: String
    private let storage: Storage
    private let schemas: SchemaSet
    private let identity: String
    private let access: Connection.Access
    private let didMigrate: @Sendable ([String]) -> Void
    private let draft: Draft?

    private let writer = Locked<Connection?>(nil)
    private let quickReader: QuickReader
    private let patientReader = Locked<Connection?>(nil)
    private let queues = Locked<(write: JobQueue, read: JobQueue)?>(nil)
    private let units = Atomic(0)
    private let isMigrated = Atomic(false)
    private let isClosed = Atomic(false)
    private let lastUse = Atomic<UInt64>(0)

    /// Nothing is opened yet. Each opening asks the file whose it is: one of another `identity` is refused. With `write`, so is
    /// one that is missing or empty: it was lost, and is not made anew.
    package init(
        path: String, storage: Storage, schemas: SchemaSet, identity: String = "", access: Connection.Access = .create,
        isDraft: Bool = false, didMigrate: @escaping @Sendable ([String]) -> Void = { _ in }
    ) {
        self.path = path
        self.storage = storage
        self.schemas = schemas
        self.identity = identity
        self.access = access
        self.didMigrate = didMigrate
        draft = isDraft ? Draft(of: schemas, in: storage) : nil
        quickReader = QuickReader(limit: storage.inlineReadLimit)
    }

    // MARK: - Units

    /// Runs a body in a write transaction and returns once it is durable, or in the draft. The body may run more than once.
    package func write<Value: Sendable>(_ body: @escaping @Sendable (Connection) throws -> Value) async throws -> Value
    {
        try await inUnit(body) { body in
            if let draft = self.draft, try draft.run(body) { return }
            try await self.writeQueue.run(Job(.unit, body: body))
        }
    }

    /// Runs a body in a read transaction: at once on the caller's thread if the reader is free and the body is quick,
    /// else (again) on a thread of ours; a draft's reads all run at once. The body may run more than once.
    package func read<Value: Sendable>(_ body: @escaping @Sendable (Connection) throws -> Value) async throws -> Value {
        try await inUnit(body) { body in
            if let draft = self.draft, try draft.read(body) { return }
            if try self.quickReader.read(body) { return }
            if self.quickReader.isClosed {
                try await self.writeQueue.run(Job(.open))
                if try self.quickReader.read(body) { return }
            }
            try await self.readQueue.run(Job(.unit, body: body))
        }
    }

    /// How many writes wait for their turn.
    package var waitingWrites: Int { writeQueue.waiting }

    /// Counts a unit while it is under way, runs its body by `run`, and returns the body's value.
    private func inUnit<Value>(
        _ body: @escaping @Sendable (Connection) throws -> Value,
        run: (@escaping @Sendable (Connection) throws -> Void) async throws -> Void
    ) async throws -> Value {
        lastUse.store(storage.tick(), ordering: .relaxed)
        units.add(1, ordering: .sequentiallyConsistent)
        defer {
            if units.subtract(1, ordering: .sequentiallyConsistent).newValue == 0 { storage.didRest() }
        }
        // Written before `run` returns, and read after that. All else is the same for every type of value: generic code between
        // libraries costs more than it does.
        nonisolated(unsafe) var value: Value?
        try await run { value = try body($0) }
        guard let value else { throw CancellationError() }
        return value
    }

    // MARK: - Saving and closing

    /// Makes a draft a durable file, which the next unit opens; when it throws, the draft is lost, and there is no file.
    package func save() async throws { try await writeQueue.run(Job(.save)) }

    /// Waits for the units under way, then closes the connections; further units are refused.
    package func close() async {
        guard !isClosed.exchange(true, ordering: .acquiringAndReleasing) else { return }
        writeQueue.close()
        readQueue.close()
        // In a task of its own: a caller that is cancelled closes as well.
        try? await Task { try await writeQueue.run(Job(.close)) }.value
    }

    /// Closes the connections in the next turn, before anything else that takes descriptors, unless a unit is under way; the
    /// next unit opens them again.
    func closeSoon() { writeQueue.submit(Job(.closeIfIdle, hasCaller: false)) }

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
                write: JobQueue(pool: storage.writers, turnSize: GroupCommit.limit) { [weak self] in
                    self?.takeWriteTurn($0)
                },
                read: JobQueue(pool: storage.readers, turnSize: 1) { [weak self] in self?.takeReadTurn($0) }
            )
            queues = made
            return made
        }
    }

    private func takeWriteTurn(_ jobs: [Job]) {
        guard let kind = jobs.first?.kind else { return }
        writer.withLock { connection in
            do {
                switch kind {
                case .unit: return try run(jobs, on: &connection)
                case .open: connection = try connection ?? openConnections()
                case .save: try draft?.save(to: path, identity: identity)
                case .closeIfIdle where !isAtRest:
                    // In use again meanwhile, it counts again.
                    if connection != nil { storage.didOpen(self) }
                case .close, .closeIfIdle:
                    draft?.close()
                    close(&connection)
                }
            } catch {
                for job in jobs { job.fail(error) }
            }
            for job in jobs { job.answer() }
        }
    }

    private func run(_ jobs: [Job], on connection: inout Connection?) throws {
        let open = try connection ?? openConnections()
        connection = open
        let commit = GroupCommit(
            connection: open, joinLimit: storage.joinLimit.nanoseconds,
            more: { [writeQueue] in writeQueue.take($0, of: .unit) }, didCommit: quickReader.expireSnapshot)
        if commit.run(jobs) {
            quickReader.checkpoint(through: open)
        } else {
            close(&connection)
        }
    }

    private func openConnections() throws -> Connection {
        if access == .write, !Files.exists(path) { throw DatabaseError.lost(path, "is missing") }
        try LogCheck.check(path, vfs: storage.settings.vfs)
        let connection = try Connection(path: path, access: access, settings: storage.settings)
        try connection.checkMark(is: identity, mayBeNew: access == .create)
        connection.nodes = connection.currentNodes
        if isMigrated.load(ordering: .acquiring) {
            connection.schemaChecksum = schemas.checksum
        } else {
            let done = try Migrator(connection: connection, set: schemas, identity: identity).migrate()
            isMigrated.store(true, ordering: .releasing)
            if !done.isEmpty { didMigrate(done) }
        }
        quickReader.open(try openReader())
        storage.didOpen(self)
        return connection
    }

    private func openReader() throws -> Connection {
        let reader = try Connection(path: path, access: .read, settings: storage.settings)
        try reader.checkMark(is: identity, mayBeNew: false)
        reader.schemaChecksum = schemas.checksum
        return reader
    }

    /// Readers first: the last connection to close checkpoints, and only the writer may.
    private func close(_ connection: inout Connection?) {
        quickReader.close()
        patientReader.withLock { $0.take() }?.close()
        guard let writing = connection else { return }
        writing.close()
        connection = nil
        storage.didClose(self)
    }

    // MARK: - Reading

    private func takeReadTurn(_ jobs: [Job]) {
        for job in jobs {
            patientReader.withLock { connection in
                do {
                    let open = try connection ?? openReader()
                    connection = open
                    defer {
                        open.abandonTransaction()
                        // What cannot end its snapshot is of no more use.
                        if !open.isAutocommit { connection.take()?.close() }
                    }
                    _ = try open.read(deadline: .max) { connection in job.run { try $0(connection) } }
                } catch {
                    job.fail(error)
                }
            }
            job.answer()
        }
    }
}
