internal import AtriumSystem
internal import Synchronization

/// One SQLite file: a ``Writer`` with group commit, and ``Readers`` that never wait for it.
///
/// A unit is a body that runs in one transaction, on the connection that it receives. Connections open with the first unit.
/// They may close while no unit uses them, because ``OpenFiles`` limits the number of open files; the next unit opens them
/// again. A new file may begin as a ``Draft`` in memory, until ``save()``.
package final class DatabaseFile: Sendable {
    package let path: String
    private let storage: Storage
    private let opener: FileOpener
    private let draft: Draft?

    private let writer: Writer
    private let readers: Readers
    private let writeQueue: RequestQueue
    private let readQueue: RequestQueue
    private let use = FileUse()
    private let closing = RunOnce()

    /// Does not open the file yet. Each opening checks the file's mark, and throws for a file of another `identity`. With the
    /// access `write`, it also throws for a missing or empty file. Such a file was lost, and no new one is made in its place.
    /// With `draft`, the file is new, and has these schemas.
    package init(
        path: String, of label: String? = nil, storage: Storage, schemas: SchemaSet, identity: String = "",
        access: Connection.Access = .create, draft: SchemaSet? = nil,
        didMigrate: @escaping @Sendable ([String]) -> Void = { _ in }
    ) {
        self.path = path
        self.storage = storage
        opener = FileOpener(
            path: path, label: label, settings: storage.settings, schemas: schemas, identity: identity, access: access,
            didMigrate: didMigrate)
        self.draft = draft.map { Draft(of: $0, in: storage) }
        readers = Readers(opener: opener, storage: storage)
        writer = Writer(path: path, opener: opener, storage: storage, readers: readers, draft: self.draft, use: use)
        writeQueue = RequestQueue(pool: storage.writers, turnSize: GroupCommit.limit) { [writer] in
            writer.takeTurn($0, more: $1)
        }
        readQueue = RequestQueue(pool: storage.readers, turnSize: 1) { [writer, readers] requests, _ in
            readers.takeTurn(requests, openAll: writer.open)
        }
    }

    // MARK: - Units

    /// Runs a body in a write transaction. Returns when its changes are durable, or are in the draft. The body may run more
    /// than once.
    package func write<Value: Sendable>(_ body: @escaping @Sendable (Connection) throws -> Value) async throws -> Value
    {
        try await inUnit(body) { body in
            if let draft = self.draft, try draft.run(body) { return }
            try await self.writeQueue.run(UnitRequest(.unit, body: body))
        }
    }

    /// Runs a body in a read transaction. If the inline reader is free and the body is quick, it runs at once on the caller's
    /// thread. Otherwise it runs, perhaps a second time, on a thread of the pool. All reads of a draft run at once. The body
    /// may run more than once.
    package func read<Value: Sendable>(_ body: @escaping @Sendable (Connection) throws -> Value) async throws -> Value {
        try await inUnit(body) { body in
            if let draft = self.draft, try draft.read(body) { return }
            if try self.readers.readInline(body) { return }
            if self.readers.areClosed {
                try await self.writeQueue.run(UnitRequest(.open))
                if try self.readers.readInline(body) { return }
            }
            try await self.readQueue.run(UnitRequest(.unit, body: body))
        }
    }

    /// The number of requests that wait for the writer.
    package var waitingWrites: Int { writeQueue.waiting }

    /// The number of reads that wait for the queued reader.
    package var waitingReads: Int { readQueue.waiting }

    /// Counts a unit while it waits and runs, runs its body by `run`, and returns the body's value.
    private func inUnit<Value>(
        _ body: @escaping @Sendable (Connection) throws -> Value,
        run: (@escaping @Sendable (Connection) throws -> Void) async throws -> Void
    ) async throws -> Value {
        try use.begin(at: storage.tick())
        defer { use.end() }
        // `value` is written before `run` returns, and read after that. This way the code that `run` calls is the same for
        // every type of value. Generic code that is called across libraries would cost more.
        nonisolated(unsafe) var value: Value?
        try await run { value = try body($0) }
        guard let value else { throw CancellationError() }
        return value
    }

    /// Why optional owners cannot be migrated, by their names: as the last opening of the file, or ``pendingMigrations()``,
    /// found it.
    package var refusals: [String: DatabaseError] { opener.refusals }

    /// Whether another version of the file was put in its place while its connections were closed. Returns true only once.
    package func wasReplaced() -> Bool { opener.wasReplaced() }

    // MARK: - Scrubbing

    /// Rewrites the file, so that no byte of what was deleted or replaced before is left in it, and removes its WAL. Units
    /// wait for it, and open the file again. It takes memory and time in proportion to the size of the file.
    package func scrub() async throws {
        try use.begin(at: storage.tick())
        defer { use.end() }
        try await writeQueue.run(UnitRequest(.scrub))
    }

    // MARK: - Migrations

    /// The migrations that the next opening of the file would run, as `owner: name`. Throws the error that the opening would
    /// throw. Changes nothing.
    package func pendingMigrations() throws -> [String] {
        try opener.naming {
            var pending: [String] = []
            try storage.withDescriptors { pending = try opener.pending() }
            return pending
        }
    }

    /// Runs the migrations of owners whose schemas were left out (``LeftOutSchemas``). If one fails, throws its error, and these
    /// schemas are left out again. Units wait for it.
    package func include(_ owners: Set<String>) async throws {
        try use.begin(at: storage.tick())
        defer { use.end() }
        try await writeQueue.run(UnitRequest(.include(owners)))
    }

    // MARK: - Saving and closing

    /// Saves a draft as a durable file, which the next unit opens. If this throws, the draft is lost, and there is no file.
    package func save() async throws {
        try use.begin(at: storage.tick())
        defer { use.end() }
        try await writeQueue.run(UnitRequest(.save))
    }

    /// Refuses further units, waits for those that have begun, then closes the connections. If another caller is already
    /// closing the file, this call waits too. When it returns, no unit of the file runs.
    package func close() async { await closing.run(closeOnce) }

    @Sendable private func closeOnce() async {
        use.close()
        // A unit can check whether others wait. Because of this request, it sees that somebody wants to close the file.
        try? await writeQueue.run(UnitRequest(.barrier))
        await use.waitForLast()
        do {
            try await writeQueue.run(UnitRequest(.close))
        } catch {
            // The pool's threads have ended.
            writer.close()
        }
    }

    /// Closes the connections. The next unit opens them again. If one of them is in use, closes nothing and returns false.
    /// Waits for no unit.
    func closeIfFree() -> Bool { writer.closeIfFree() }
}
