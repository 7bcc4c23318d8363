internal import AtriumSystem
internal import Synchronization

/// One SQLite file: a ``Writer`` with group commit, and ``Readers`` that never wait for it.
///
/// A unit is a body that runs in one transaction, with the connection that it gets. Connections open with the first unit and may
/// close while no unit uses them (``OpenFiles`` limits how many files are open); the next unit opens them again. A new file may
/// begin as a ``Draft`` in memory, until ``save()``.
package final class DatabaseFile: Sendable {
    package let path: String
    private let storage: Storage
    private let opener: FileOpener
    private let draft: Draft?

    private let writer: Writer
    private let readers: Readers
    private let writeQueue: JobQueue
    private let readQueue: JobQueue
    private let use = FileUse()
    private let closing = Locked<Task<Void, Never>?>(nil)

    /// Opens nothing yet. Each opening checks the file's mark: a file of another `identity` is refused. With `write`, a file that
    /// is missing or empty is refused too: it was lost, and no other is made in its place.
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
        readers = Readers(opener: opener, storage: storage)
        writer = Writer(path: path, opener: opener, storage: storage, readers: readers, draft: draft, use: use)
        writeQueue = JobQueue(pool: storage.writers, turnSize: GroupCommit.limit) { [writer] in
            writer.takeTurn($0, more: $1)
        }
        readQueue = JobQueue(pool: storage.readers, turnSize: 1) { [writer, readers] jobs, _ in
            readers.takeTurn(jobs, openAll: writer.open)
        }
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

    /// Runs a body in a read transaction: at once on the caller's thread if the inline reader is free and the body is quick,
    /// else (again) on a thread of the pool. A draft's reads all run at once. The body may run more than once.
    package func read<Value: Sendable>(_ body: @escaping @Sendable (Connection) throws -> Value) async throws -> Value {
        try await inUnit(body) { body in
            if let draft = self.draft, try draft.read(body) { return }
            if try self.readers.readInline(body) { return }
            if self.readers.areClosed {
                try await self.writeQueue.run(Job(.open))
                if try self.readers.readInline(body) { return }
            }
            try await self.readQueue.run(Job(.unit, body: body))
        }
    }

    /// How many writes wait for their turn.
    package var waitingWrites: Int { writeQueue.waiting }

    /// How many reads wait for the queued reader.
    package var waitingReads: Int { readQueue.waiting }

    /// Counts a unit while it is under way, runs its body by `run`, and returns the body's value.
    private func inUnit<Value>(
        _ body: @escaping @Sendable (Connection) throws -> Value,
        run: (@escaping @Sendable (Connection) throws -> Void) async throws -> Void
    ) async throws -> Value {
        try use.begin(at: storage.tick())
        defer { use.end() }
        // Written before `run` returns, and read after that. The rest is the same for every type of value: generic code between
        // libraries costs more than it does.
        nonisolated(unsafe) var value: Value?
        try await run { value = try body($0) }
        guard let value else { throw CancellationError() }
        return value
    }

    /// Whether another state of the file was put in its place while its connections were closed. Says so once.
    package func wasReplaced() -> Bool { opener.wasReplaced() }

    // MARK: - Saving and closing

    /// Makes a draft a durable file, which the next unit opens. When it throws, the draft is lost, and there is no file.
    package func save() async throws {
        try use.begin(at: storage.tick())
        defer { use.end() }
        try await writeQueue.run(Job(.save))
    }

    /// Refuses further units, waits for those under way, then closes the connections. On return, no unit of the file runs,
    /// whoever closed it first.
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
        use.close()
        // A unit that looks whether others wait sees that somebody wants to close the file.
        try? await writeQueue.run(Job(.barrier))
        await use.waitForLast()
        do {
            try await writeQueue.run(Job(.close))
        } catch {
            // The threads have ended.
            writer.close()
        }
    }

    /// Closes the connections unless one of them is in use at this moment. The next unit opens them again. Waits for no unit.
    func closeIfFree() -> Bool { writer.closeIfFree() }
}
