internal import AtriumSystem
internal import Synchronization

/// Opens the connections of one file. Each opening asks the file whose it is, and the first brings it to the code's
/// schemas.
final class FileOpener: Sendable {
    let identity: String
    private let path: String
    /// What the file belongs to, for errors.
    private let label: String?
    private let settings: ConnectionSettings
    private let schemas: SchemaSet
    private let access: Connection.Access
    private let didMigrate: @Sendable ([String]) -> Void
    private let isMigrated = Atomic(false)
    /// The database and its log as the writer opened them.
    private let nodes = Locked<[Files.Node?]>([])
    /// The last commit when the connections were closed, by which the file is known again.
    private let lastCommit = Locked<[UInt8]?>(nil)
    private let isReplaced = Atomic(false)

    init(
        path: String, label: String?, settings: ConnectionSettings, schemas: SchemaSet, identity: String,
        access: Connection.Access, didMigrate: @escaping @Sendable ([String]) -> Void
    ) {
        self.path = path
        self.label = label
        self.settings = settings
        self.schemas = schemas
        self.identity = identity
        self.access = access
        self.didMigrate = didMigrate
    }

    func openWriter() throws -> Connection {
        try LogCheck.check(path, vfs: settings.vfs)
        let connection = try Connection(path: path, access: access, settings: settings)
        try connection.checkMark(is: identity, mayBeNew: access == .create)
        connection.nodes = Files.nodes(of: path)
        nodes.withLock { $0 = connection.nodes }
        if let last = lastCommit.withLock({ $0 }), connection.lastCommit != last {
            isReplaced.store(true, ordering: .releasing)
        }
        if isMigrated.load(ordering: .acquiring) {
            connection.schemaChecksum = schemas.checksum
        } else {
            let done = try Migrator(connection: connection, set: schemas, identity: identity).migrate()
            isMigrated.store(true, ordering: .releasing)
            if !done.isEmpty { didMigrate(done) }
        }
        return connection
    }

    /// Only beside the writer, which has recovered the log and run the migrations.
    func openReader() throws -> Connection {
        // Another file would be read with this one's log, and change its -shm.
        try checkNodes()
        let reader = try Connection(path: path, access: .read, settings: settings)
        try checkNodes()
        try reader.checkMark(is: identity, mayBeNew: false)
        reader.schemaChecksum = schemas.checksum
        return reader
    }

    /// Keeps the last commit of a file whose connections close; `nil` where it is not known.
    func remember(_ commit: [UInt8]?) { lastCommit.withLock { $0 = commit } }

    /// Whether another state of the file was put in its place while its connections were closed; says it once.
    func wasReplaced() -> Bool { isReplaced.exchange(false, ordering: .acquiringAndReleasing) }

    /// Throws if the file was deleted or replaced since the writer opened it.
    private func checkNodes() throws {
        guard Files.nodes(of: path) == nodes.withLock({ $0 }) else {
            throw DatabaseError(
                kind: .lost, message: "\(path) was deleted or replaced while it was open; put the right file there")
        }
    }

    /// Says in errors which file they concern.
    func naming<Value>(_ open: () throws -> Value) throws -> Value {
        do {
            return try open()
        } catch let error as DatabaseError {
            throw (error.concernsFile ? error.naming(path) : error).belonging(to: label)
        }
    }
}
