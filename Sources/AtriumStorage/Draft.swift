internal import Synchronization

/// A new database in memory, until it is saved as a file or given up.
///
/// Units run at once on their callers' threads, one after another: memory keeps nobody waiting.
final class Draft: Sendable {
    private let schemas: SchemaSet
    private let storage: Storage
    private let connection = Locked<Connection?>(nil)
    private let hasEnded = Atomic(false)

    init(of schemas: SchemaSet, in storage: Storage) { (self.schemas, self.storage) = (schemas, storage) }

    /// Runs a body in a transaction; false when the draft has ended.
    func run(_ body: @escaping @Sendable (Connection) throws -> Void) throws -> Bool {
        if hasEnded.load(ordering: .acquiring) { return false }
        return try connection.withLock { connection in
            guard let open = try opened(&connection) else { return false }
            let job = Job(.unit, hasCaller: false, body: body)
            let commit = GroupCommit(connection: open, joinLimit: 0, more: { _ in [] }, didCommit: {})
            if !commit.run([job]) { end(&connection) }
            if let failure = job.failure { throw failure }
            return true
        }
    }

    /// Ends the draft as a file that is durable; when it throws, the draft goes on and there is no file.
    func save(to path: String) throws {
        try connection.withLock { connection in
            guard let open = try opened(&connection) else { return }
            try open.withFileImage { try Files.write($0, to: path) }
            end(&connection)
        }
    }

    /// Ends it without a file.
    func close() { connection.withLock { end(&$0) } }

    private func opened(_ connection: inout Connection?) throws -> Connection? {
        if connection != nil || hasEnded.load(ordering: .acquiring) { return connection }
        let image = try storage.template.image(of: schemas, settings: storage.settings)
        let open = try Connection(path: ":memory:", access: .draft, settings: storage.settings, image: image)
        open.schemaChecksum = schemas.checksum
        connection = open
        return open
    }

    private func end(_ connection: inout Connection?) {
        connection.take()?.close()
        hasEnded.store(true, ordering: .releasing)
    }
}
