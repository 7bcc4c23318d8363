internal import AtriumSystem
internal import Synchronization

/// A new database in memory, until it is saved as a file or given up.
///
/// Units run at once on their callers' threads, one after another: memory keeps nobody waiting. Each has a savepoint in the one
/// transaction of the draft, which is never committed. An error with which SQLite ends that, as a deadline does in the middle of a
/// write, loses the draft.
final class Draft: Sendable {
    private enum Phase: Int, AtomicRepresentable { case open, ended, lost }

    private let schemas: SchemaSet
    private let storage: Storage
    private let template = Locked<Template?>(nil)
    private let phase = Atomic(Phase.open)

    init(of schemas: SchemaSet, in storage: Storage) { (self.schemas, self.storage) = (schemas, storage) }

    /// Runs a body as a unit; false when the draft has ended. Throws when the draft is lost.
    func run(_ body: (Connection) throws -> Void) throws -> Bool {
        // Before the lock, which units of the file need not wait for.
        guard try isOpen else { return false }
        return try template.withLock { template in
            guard let open = try begun(&template)?.connection else { return false }
            defer { if open.isAutocommit { end(&template, as: .lost).map(storage.templates.putBack) } }
            try open.inSavepoint {
                open.nextHead = nil
                try open.run(body)
                try open.writeChainHead()
            }
            return true
        }
    }

    /// Runs a body that may read only; false when the draft has ended.
    func read(_ body: (Connection) throws -> Void) throws -> Bool {
        try run { connection in
            connection.isQueryOnly = true
            defer { connection.isQueryOnly = false }
            try body(connection)
        }
    }

    /// Ends the draft as a file. Nobody waits for the disk with the lock in hand: a unit that comes meanwhile is one of the file.
    func save(to path: String, identity: String) throws {
        let last = try template.withLock { template in
            _ = try begun(&template)
            return end(&template, as: .ended)
        }
        guard let last else {
            throw DatabaseError(kind: .unavailable, message: "\(path) was saved or given up before; make a new one")
        }
        defer { storage.templates.putBack(last) }
        do {
            // What FTS5 may still keep in memory goes into its tables: https://sqlite.org/vtab.html#xsavepoint
            try last.connection.perform(.savepoint)
            try last.connection.kernel.run("UPDATE kernel_file SET identity = \(identity)")
            let file = NewFile(path: path, vfs: storage.settings.vfs)
            try last.connection.withImage { image in
                try storage.openFiles.withDescriptors { try file.write(image) }
            }
        } catch {
            phase.store(.lost, ordering: .releasing)
            throw error
        }
    }

    /// Ends it without a file.
    func close() { template.withLock { end(&$0, as: .ended) }.map(storage.templates.putBack) }

    private var isOpen: Bool {
        get throws {
            let phase = phase.load(ordering: .acquiring)
            guard phase != .lost else {
                throw DatabaseError(
                    kind: .unavailable, message: "the new database was lost with an earlier error; make it anew")
            }
            return phase == .open
        }
    }

    private func begun(_ template: inout Template?) throws -> Template? {
        guard template == nil, try isOpen else { return template }
        template = try storage.templates.take(of: schemas)
        return template
    }

    private func end(_ template: inout Template?, as end: Phase) -> Template? {
        phase.store(end, ordering: .releasing)
        return template.take()
    }
}
