internal import AtriumSystem
internal import Synchronization

/// Opens the connections of one file. Each opening checks the file's mark. The first one also runs the migrations.
///
/// A file opens with a reader alone if nothing has to be written. Most files that open are only read, and each connection reads
/// the whole schema. The writer opens with the first write.
final class FileOpener: Sendable {
    let identity: String
    private let path: String
    /// The name of the file's owner, for errors.
    private let label: String?
    private let settings: ConnectionSettings
    private let schemas: SchemaSet
    private let access: Connection.Access
    private let didMigrate: @Sendable ([String]) -> Void
    private let isMigrated = Atomic(false)
    private let refused = Locked<[String: DatabaseError]>([:])
    /// The nodes of the database and its WAL, as the first connection opened them.
    private let nodes = Locked<[Files.Node?]>([])
    /// The last commit before the connections closed. The next opening compares it with the file's, to see whether the file was
    /// replaced.
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

    /// Opens a closed file: a reader, and a writer if `isWriting` or something has to be written.
    func open(isWriting: Bool) throws -> (reader: Connection, writer: Connection?) {
        try WALCheck.check(path, vfs: settings.vfs)
        if !isWriting, access == .write, let reader = try openReaderAlone() { return (reader, nil) }
        let writer = try openFirst(access)
        if isMigrated.load(ordering: .acquiring) {
            writer.schemaChecksum = schemas.checksum
        } else {
            // If something fails after a migration has committed, the next opening must not take its commit for another file's.
            defer { remember(writer.lastCommit) }
            note(try Migrator(connection: writer, set: schemas, identity: identity).migrate())
        }
        return (try openReader(), writer)
    }

    /// Opens a reader beside other connections.
    func openReader() throws -> Connection { try openNext(.read) }

    /// Opens the writer beside a reader.
    func openWriter() throws -> Connection {
        let writer = try openNext(.write)
        writer.nodes = nodes.withLock(\.self)
        return writer
    }

    /// Returns `nil` if something has to be written: migrations, or the file's mode.
    private func openReaderAlone() throws -> Connection? {
        let reader = try openFirst(.read)
        let hasWAL = reader.nodes.last != .some(nil)
        if hasWAL, !isMigrated.load(ordering: .acquiring) {
            let outcome = try Migrator(connection: reader, set: schemas, identity: identity).pending()
            if outcome.done.isEmpty { note(outcome) }
        }
        guard hasWAL, isMigrated.load(ordering: .acquiring) else {
            reader.close()
            return nil
        }
        reader.schemaChecksum = schemas.checksum
        return reader
    }

    private func openFirst(_ access: Connection.Access) throws -> Connection {
        let connection = try Connection(path: path, access: access, settings: settings)
        try connection.checkMark(is: identity, mayBeNew: access == .create)
        connection.nodes = Files.nodes(of: path)
        nodes.withLock { $0 = connection.nodes }
        if let last = lastCommit.withLock({ $0 }), connection.lastCommit != last {
            isReplaced.store(true, ordering: .releasing)
        }
        remember(connection.lastCommit)
        return connection
    }

    private func openNext(_ access: Connection.Access) throws -> Connection {
        // If the file was replaced, SQLite would read the new file with the old file's WAL, and change the -shm.
        try checkNodes()
        let connection = try Connection(path: path, access: access, settings: settings)
        try checkNodes()
        try connection.checkMark(is: identity, mayBeNew: false)
        connection.schemaChecksum = schemas.checksum
        return connection
    }

    /// The migrations that the next opening would run, as `owner: name`. Throws the error that the opening would throw.
    /// ``refusals`` says then what the opening would refuse.
    func pending() throws -> [String] {
        try WALCheck.check(path, vfs: settings.vfs)
        let connection = try Connection(path: path, access: .inspect, settings: settings)
        defer { connection.close() }
        try connection.checkMark(is: identity, mayBeNew: false)
        let outcome = try Migrator(connection: connection, set: schemas, identity: identity).pending()
        refused.withLock { $0 = outcome.refusals }
        return outcome.done
    }

    private func note(_ outcome: Migrator.Outcome) {
        refused.withLock { $0 = outcome.refusals }
        // What was refused is tried again at the next opening.
        isMigrated.store(outcome.refusals.isEmpty, ordering: .releasing)
        if !outcome.done.isEmpty { didMigrate(outcome.done) }
    }

    /// Why optional owners cannot be migrated, by their names.
    var refusals: [String: DatabaseError] { refused.withLock(\.self) }

    /// Runs migrations that were left out.
    func include(_ owners: Set<String>, in connection: Connection) throws {
        note(try Migrator(connection: connection, set: schemas, identity: identity).include(owners))
    }

    /// Remembers the last commit when the connections close; `nil` if it is not known.
    func remember(_ commit: [UInt8]?) { lastCommit.withLock { $0 = commit } }

    /// Whether another version of the file was put in its place while its connections were closed. Returns true only once.
    func wasReplaced() -> Bool { isReplaced.exchange(false, ordering: .acquiringAndReleasing) }

    /// Whether the database and its WAL are those that the first connection opened.
    var areInPlace: Bool { Files.nodes(of: path) == nodes.withLock(\.self) }

    /// Throws if the file was deleted or replaced since its first connection opened it.
    private func checkNodes() throws {
        guard areInPlace else {
            throw DatabaseError(
                kind: .lost, message: "\(path) was deleted or replaced while it was open; put the right file there")
        }
    }

    /// Runs `open`, and adds the file's path and owner to its errors.
    func naming<Value>(_ open: () throws -> Value) throws -> Value {
        do {
            return try open()
        } catch let error as DatabaseError {
            throw (error.concernsFile ? error.withPath(path) : error).belonging(to: label)
        }
    }
}
