internal import Synchronization

/// A new database in memory, until it is saved as a file or given up.
///
/// Units run at once on their callers' threads, one after another: memory keeps nobody waiting. Each has a savepoint in the one
/// transaction of the draft, which is never committed.
final class Draft: Sendable {
    private let schemas: SchemaSet
    private let storage: Storage
    private let connection = Locked<Connection?>(nil)
    private let hasEnded = Atomic(false)

    init(of schemas: SchemaSet, in storage: Storage) { (self.schemas, self.storage) = (schemas, storage) }

    /// Runs a body as a unit; false when the draft has ended.
    func run(_ body: @escaping @Sendable (Connection) throws -> Void) throws -> Bool {
        if hasEnded.load(ordering: .acquiring) { return false }
        return try connection.withLock { connection in
            guard let open = try opened(&connection) else { return false }
            defer { if open.isAutocommit { end(&connection).map(storage.templates.putBack) } }
            try open.inSavepoint {
                open.carry = nil
                if let failure = open.run(Job(.unit, hasCaller: false, body: body)) { throw failure }
                try open.carry?.write(to: open)
            }
            return true
        }
    }

    /// Runs a body that may read only; false when the draft has ended.
    func read(_ body: @escaping @Sendable (Connection) throws -> Void) throws -> Bool {
        try run { connection in
            connection.isQueryOnly = true
            defer { connection.isQueryOnly = false }
            try body(connection)
        }
    }

    /// Ends the draft as a file. Nobody waits for the disk with the lock in hand: a unit that comes meanwhile is one of the file.
    func save(to path: String) throws {
        let last = try connection.withLock { connection in
            _ = try opened(&connection)
            return end(&connection)
        }
        guard let last else {
            throw DatabaseError(kind: .unavailable, message: "\(path) was saved or given up before; make a new one")
        }
        defer { storage.templates.putBack(last) }
        try last.withFileImage(NewFile(path: path, vfs: storage.settings.vfs).write)
    }

    /// Ends it without a file.
    func close() { connection.withLock { end(&$0) }.map(storage.templates.putBack) }

    private func opened(_ connection: inout Connection?) throws -> Connection? {
        if connection != nil || hasEnded.load(ordering: .acquiring) { return connection }
        connection = try storage.templates.take(of: schemas)
        return connection
    }

    private func end(_ connection: inout Connection?) -> Connection? {
        hasEnded.store(true, ordering: .releasing)
        return connection.take()
    }
}
