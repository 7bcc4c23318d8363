internal import AtriumSystem
internal import Synchronization

/// A new database in memory, until it is saved as a file or closed without being saved.
///
/// A new file is provisioned in memory and then written as a whole. Until it is saved, nothing of it is on the disk, and no
/// unit waits for the disk. Three types work together. A ``Template`` is a migrated, empty database in memory. The
/// ``TemplatePool`` keeps the templates that no draft uses, because running the migrations, reading the schema and compiling
/// statements cost more than what a draft writes. ``NewFile`` writes the file.
///
/// ## The order of steps
/// 1. **Take:** The first unit takes a template from the pool, or makes a new one. The template begins a transaction, and
///    belongs to this draft alone until Give back (6).
/// 2. **Run:** Units and reads run at once on their callers' threads, one after another, each in a savepoint of that
///    transaction. A read may not write. At its end, a unit writes the head of the audit chain
///    (``Connection/writeChainHead()``).
/// 3. **End:** ``save(to:identity:)`` runs in the ``Writer``'s turn. It ends the draft: from now on, units are units of the
///    file, and wait for this turn to end.
/// 4. **Complete:** FTS5 may still keep changes in memory. A last savepoint moves them into its tables:
///    https://sqlite.org/vtab.html#xsavepoint. The file's mark gets its owner, which the template does not have (``FileMark``).
/// 5. **Write:** ``NewFile`` writes an image of the database, as the open transaction sees it:
///    1. It throws if the path has a file already.
///    2. The image gets the version numbers of WAL mode, which a database in memory cannot have.
///    3. It writes `<path>.tmp` through the VFS and synchronizes it. A `.tmp` that a crash left is removed before that.
///    4. It renames the `.tmp` to the path, and synchronizes the folder.
/// 6. **Give back:** The template rolls back its transaction and returns to the pool. If a draft is closed without being saved,
///    steps 3 to 5 are skipped.
///
/// ## Invariants
/// 1. The draft's transaction never commits. So one rollback makes the template empty again.
/// 2. A unit takes place as a whole or not at all: a failed unit is rolled back to its savepoint.
/// 3. Nothing of a draft is in a later one. A template returns to the pool only if its transaction was still open and its bytes
///    are the same as before the draft. A template with virtual tables never returns, because FTS5 keeps a table's changed
///    settings even after a rollback. A template that does not return is closed.
/// 4. Only the thread that holds the draft's lock uses the template. No thread holds this lock while it waits for the disk: End
///    (3) takes the template out before Write (5).
/// 5. A draft is open at first. Later it is ended or lost, and it never becomes open again.
/// 6. The path has a whole file, or no file. When the save returns, the file is durable.
///
/// ## What a crash leaves
/// - Before the rename: no file, and perhaps a `.tmp`. ``Files/removeDatabase(_:)`` and the next save remove it.
/// - After the rename, until the folder is synchronized: the whole file, or no file and perhaps a `.tmp`.
/// - After that: the whole file.
///
/// So recovery only has to ask whether the file exists. Before it relies on a file, it must synchronize the folder
/// (``Files/syncFolder(of:)``), because the name may not be durable yet.
///
/// ## What a failure means
/// - A unit throws: the draft continues without the unit's changes.
/// - SQLite or a unit ends the transaction, for example because a deadline passes in the middle of a write: the draft is lost.
///   All further units and the save throw.
/// - The save throws: the draft is lost, and there is no file. ``NewFile`` removes what it wrote. A power cut may bring back
///   what could not be removed. Units that arrived during the save are units of the file. They fail with `lost`, because the
///   file is missing and the access `write` does not create it.
/// - The save throws because the path has a file already: the draft is lost, and that file stays as it is.
final class Draft: Sendable {
    private enum Phase: Int, AtomicRepresentable { case open, ended, lost }

    private let schemas: SchemaSet
    private let storage: Storage
    private let template = Locked<Template?>(nil)
    private let phase = Atomic(Phase.open)

    init(of schemas: SchemaSet, in storage: Storage) { (self.schemas, self.storage) = (schemas, storage) }

    /// Runs a body as a unit. Returns false if the draft has ended. Throws if the draft is lost.
    func run(_ body: (Connection) throws -> Void) throws -> Bool {
        // This check is made before the lock is taken. After the draft has ended, units belong to the file and do not have to
        // wait.
        guard try isOpen else { return false }
        return try template.withLock { template in
            guard let open = try openTemplate(&template)?.connection else { return false }
            defer { if open.isAutocommit { end(&template, as: .lost).map(storage.templates.checkIn) } }
            try open.inSavepoint {
                open.nextHead = nil
                try open.run(body)
                try open.writeChainHead()
            }
            return true
        }
    }

    /// Runs a body that may only read. Returns false if the draft has ended.
    func read(_ body: (Connection) throws -> Void) throws -> Bool {
        try run { connection in
            connection.isQueryOnly = true
            defer { connection.isQueryOnly = false }
            try body(connection)
        }
    }

    /// Ends the draft and writes it as a file.
    func save(to path: String, identity: String) throws {
        let last = try template.withLock { template in
            _ = try openTemplate(&template)
            return end(&template, as: .ended)
        }
        guard let last else {
            throw DatabaseError(
                kind: .unavailable, message: "\(path) was already saved or closed; create a new database")
        }
        defer { storage.templates.checkIn(last) }
        do {
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

    /// Ends the draft without a file.
    func close() { template.withLock { end(&$0, as: .ended) }.map(storage.templates.checkIn) }

    private var isOpen: Bool {
        get throws {
            let phase = phase.load(ordering: .acquiring)
            guard phase != .lost else {
                throw DatabaseError(
                    kind: .unavailable,
                    message: "the new database was lost because of an earlier error; create it again")
            }
            return phase == .open
        }
    }

    private func openTemplate(_ template: inout Template?) throws -> Template? {
        guard template == nil, try isOpen else { return template }
        template = try storage.templates.take(of: schemas, storage.settings)
        return template
    }

    private func end(_ template: inout Template?, as end: Phase) -> Template? {
        phase.store(end, ordering: .releasing)
        return template.take()
    }
}
