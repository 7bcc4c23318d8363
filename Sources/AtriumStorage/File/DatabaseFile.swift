internal import AtriumSystem
internal import Synchronization

/// One SQLite file: a single writer with group commit, and readers that never wait for it.
///
/// Connections open with the first unit and may close while nobody uses them (``OpenFiles`` bounds how many files are
/// open); reopening is invisible. They open and close together, by whoever holds the lock of the writing one. A new file may
/// begin as a draft in memory, until ``save()``.
package final class DatabaseFile: Sendable {
    package let path: String
    private let storage: Storage
    private let opener: FileOpener
    private let draft: Draft?

    private let writer = Locked<Connection?>(nil)
    private let inlineReader: InlineReader
    private let queuedReader = QueuedReader()
    private let queues = Locked<(write: JobQueue, read: JobQueue)?>(nil)
    private let units = UnitCount()
    private let closing = Locked<Task<Void, Never>?>(nil)
    private let ticks = Atomic<UInt64>(0)

    /// Nothing is opened yet. Each opening asks the file whose it is: one of another `identity` is refused. With `write`, so is
    /// one that is missing or empty: it was lost, and is not made anew.
    package init(
        path: String, of label: String? = nil, storage: Storage, schemas: SchemaSet, identity: String = "",
        access: Connection.Access = .create, isDraft: Bool = false,
        didMigrate: @escaping @Sendable ([String]) -> Void = { _ in }
    ) {
        self.path = path
        self.storage = storage
        opener = FileOpener(
            path: path, label: label, settings: storage.settings, schemas: schemas, identity: identity, access: access,
            didMigrate: didMigrate)
        draft = isDraft ? Draft(of: schemas, in: storage) : nil
        inlineReader = InlineReader(limit: storage.inlineReadLimit)
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
            if try self.readInline(body) { return }
            if self.inlineReader.isClosed {
                try await self.writeQueue.run(Job(.open))
                if try self.readInline(body) { return }
            }
            try await self.readQueue.run(Job(.unit, body: body))
        }
    }

    private func readInline(_ body: @Sendable (Connection) throws -> Void) throws -> Bool {
        defer { storage.openFiles.didRest() }
        return try inlineReader.read(body)
    }

    /// How many writes wait for their turn.
    package var waitingWrites: Int { writeQueue.waiting }

    /// How many reads wait for the reader of long ones.
    package var waitingReads: Int { readQueue.waiting }

    private func begin() throws {
        ticks.store(storage.tick(), ordering: .relaxed)
        try units.begin()
    }

    /// Counts a unit while it is under way, runs its body by `run`, and returns the body's value.
    private func inUnit<Value>(
        _ body: @escaping @Sendable (Connection) throws -> Value,
        run: (@escaping @Sendable (Connection) throws -> Void) async throws -> Void
    ) async throws -> Value {
        try begin()
        defer { units.end() }
        // Written before `run` returns, and read after that. All else is the same for every type of value: generic code between
        // libraries costs more than it does.
        nonisolated(unsafe) var value: Value?
        try await run { value = try body($0) }
        guard let value else { throw CancellationError() }
        return value
    }

    /// Whether another state of the file was put in its place while its connections were closed; says it once.
    package func wasReplaced() -> Bool { opener.wasReplaced() }

    // MARK: - Saving and closing

    /// Makes a draft a durable file, which the next unit opens; when it throws, the draft is lost, and there is no file.
    package func save() async throws {
        try begin()
        defer { units.end() }
        try await writeQueue.run(Job(.save))
    }

    /// Refuses further units, waits for those under way, which end as ever, then closes the connections. On return, nothing of
    /// the file runs or opens any more, whoever closed it first.
    package func close() async {
        // In a task of its own: a caller that is cancelled closes as well.
        let task = closing.withLock { closing in
            let task = closing ?? Task { await closeOnce() }
            closing = task
            return task
        }
        await task.value
    }

    private func closeOnce() async {
        units.close()
        // A unit that looks whether others wait sees that somebody wants to close the file.
        try? await writeQueue.run(Job(.barrier))
        await units.waitForLast()
        do {
            try await writeQueue.run(Job(.close))
        } catch {
            // The threads have ended.
            draft?.close()
            writer.withLock { close(&$0) }
        }
    }

    /// Closes the connections unless one of them is in use at this moment; the next unit opens them again. Waits for nobody.
    func closeIfFree() -> Bool {
        let isClosed: Bool? = writer.withLockIfAvailable { writing in
            guard writing != nil, queuedReader.closeIfFree(inlineReader.closeIfFree) else { return false }
            close(&writing)
            return true
        }
        return isClosed ?? false
    }

    /// Whether no unit is under way, or waits.
    var isAtRest: Bool { units.isZero }

    /// Of the units of all files, which one was begun last here.
    var lastUse: UInt64 { ticks.load(ordering: .relaxed) }

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
        defer { storage.openFiles.didRest() }
        writer.withLock { connection in
            do {
                switch kind {
                case .unit: return try run(jobs, on: &connection)
                case .open: connection = try connection ?? open()
                case .save:
                    try storage.lock?.check()
                    try draft?.save(to: path, identity: opener.identity)
                case .barrier: break
                case .close:
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
        let open = try connection ?? open()
        connection = open
        let commit = GroupCommit(
            connection: open, joinLimit: storage.joinLimit.nanoseconds,
            more: { [writeQueue] in writeQueue.take($0, of: .unit) }, didCommit: inlineReader.expireSnapshot,
            closeReaders: closeReaders)
        if commit.run(jobs) {
            inlineReader.checkpoint(through: open)
        } else {
            close(&connection)
            // Nobody knows which commit was the last.
            opener.remember(nil)
        }
    }

    private func open() throws -> Connection {
        try storage.lock?.check()
        return try opener.naming {
            try storage.openFiles.add(self) {
                let connection = try opener.openWriter()
                inlineReader.open(try opener.openReader())
                return connection
            }
        }
    }

    /// Readers first: the last connection to close checkpoints, and only the writer may.
    private func close(_ connection: inout Connection?) {
        closeReaders()
        guard let writing = connection.take() else { return }
        opener.remember(writing.lastCommit)
        writing.close()
        storage.openFiles.remove(self)
    }

    /// Waits for the reads that run.
    private func closeReaders() {
        inlineReader.close()
        queuedReader.close()
    }

    // MARK: - Reading

    /// Where the connections were closed meanwhile, all are opened: nobody would close one alone.
    private func takeReadTurn(_ jobs: [Job]) {
        let openReader = { [opener, storage] in
            try opener.naming { try storage.openFiles.withDescriptors(mayWait: false, opener.openReader) }
        }
        for job in jobs {
            do {
                while try !queuedReader.run(job, unless: { inlineReader.isClosed }, open: openReader) {
                    try writer.withLock { connection in connection = try connection ?? open() }
                }
            } catch {
                job.fail(error)
            }
            storage.openFiles.didRest()
            job.answer()
        }
    }
}
