internal import AtriumSystem

/// The writing connection of a file.
///
/// Its requests run in turns, one turn at a time, on the threads of a pool. The requests of one turn are of one kind. Units share a
/// transaction (``GroupCommit``).
///
/// Invariants:
/// 1. A file opens and closes under the writer's lock. The inline reader opens first and is open as long as the file is. This
///    connection opens with the first write. The queued reader opens with its first request, under its own lock, in which the
///    inline reader also closes. All close together.
/// 2. Locks are taken in this order: the writer's, the queued reader's, the inline reader's.
/// 3. The readers close before this connection, because the last connection that closes makes a checkpoint
///    (``InlineReader``).
/// 4. A connection that failed to commit is closed before the next turn, unless SQLite has certainly rolled the transaction
///    back (``GroupCommit``).
final class Writer: Sendable {
    private let connection = Locked<Connection?>(nil)
    private let path: String
    private let opener: FileOpener
    private let storage: Storage
    private let readers: Readers
    private let draft: Draft?
    /// The use of the file. ``OpenFiles`` uses it to choose which file to close.
    let use: FileUse

    init(path: String, opener: FileOpener, storage: Storage, readers: Readers, draft: Draft?, use: FileUse) {
        (self.path, self.opener, self.storage) = (path, opener, storage)
        (self.readers, self.draft, self.use) = (readers, draft, use)
    }

    /// Runs requests of one kind, and answers them. `more` takes units that arrive during the turn.
    func takeTurn(_ requests: [UnitRequest], more: @escaping (_ limit: Int, RequestKind) -> [UnitRequest]) {
        guard let kind = requests.first?.kind else { return }
        defer { storage.openFiles.signalWaiting() }
        connection.withLock { connection in
            do {
                switch kind {
                case .unit: return try run(requests, on: &connection) { more($0, .unit) }
                case .open: try open(&connection)
                case .save:
                    try storage.lock?.check()
                    try draft?.save(to: path, identity: opener.identity)
                case .barrier: break
                case .scrub: try scrub(&connection)
                case .include(let owners): try include(owners, &connection)
                case .close:
                    draft?.close()
                    close(&connection)
                }
            } catch {
                for request in requests { request.fail(error) }
            }
            for request in requests { request.answer() }
        }
    }

    private func run(
        _ requests: [UnitRequest], on connection: inout Connection?, more: @escaping (Int) -> [UnitRequest]
    )
        throws
    {
        let open = try openWriting(&connection)
        let commit = GroupCommit(
            connection: open, joinLimit: storage.joinLimit.nanoseconds, more: more,
            didCommit: readers.inline.expireSnapshot, closeReaders: { [readers] in readers.close() })
        if commit.run(requests) {
            readers.inline.checkpoint(through: open)
        } else {
            close(&connection)
            // It is not known which commit was the last.
            opener.remember(nil)
        }
    }

    // MARK: - Opening and closing

    /// Opens the file, if it is closed.
    func open() throws { try connection.withLock { try open(&$0) } }

    private func open(_ connection: inout Connection?, isWriting: Bool = false) throws {
        guard readers.areClosed else { return }
        try storage.lock?.check()
        connection = try opener.naming {
            try storage.openFiles.add(self) {
                let opened = try opener.open(isWriting: isWriting)
                readers.inline.open(opened.reader)
                return opened.writer
            }
        }
    }

    /// Opens this connection, and the file.
    private func openWriting(_ connection: inout Connection?) throws -> Connection {
        try open(&connection, isWriting: true)
        if let connection { return connection }
        do {
            let opened = try opener.naming {
                try storage.openFiles.withDescriptors(mayWait: false) { try opener.openWriter() }
            }
            connection = opened
            return opened
        } catch let error as DatabaseError where error.kind == .exhausted {
            // Only a thread that holds no open file may wait for descriptors.
            close(&connection)
            return try openWriting(&connection)
        } catch let error as DatabaseError where error.kind == .lost {
            // The next unit opens what is in its place.
            close(&connection)
            throw error
        }
    }

    /// Rewrites the file, and removes the WAL. Only then nothing is left of deleted values: with `secure_delete`, SQLite
    /// overwrites what it deletes, but not the copies that stay in the pages of an index whose rows were rearranged before.
    private func scrub(_ connection: inout Connection?) throws {
        let open = try openWriting(&connection)
        // A reader's snapshot would keep the WAL.
        readers.close()
        defer { close(&connection) }
        // VACUUM makes a copy. A small one stays in memory, also with this setting.
        _ = try opener.naming { try open.execute("PRAGMA temp_store = FILE") }
        try opener.naming(open.compact)
        close(&connection)
        guard !Files.exists(path + "-wal") else {
            throw DatabaseError(
                kind: .busy,
                message: "\(path)-wal could not be removed; close other programs that read it, and try again")
        }
    }

    private func include(_ owners: Set<String>, _ connection: inout Connection?) throws {
        let open = try openWriting(&connection)
        // Connections know the tables from their opening.
        readers.close()
        defer { close(&connection) }
        try opener.naming { try opener.include(owners, in: open) }
    }

    private func close(_ connection: inout Connection?) {
        let isLost = !opener.areInPlace
        readers.close(isLost: isLost)
        closeWriting(&connection, isLost: isLost)
    }

    private func closeWriting(_ connection: inout Connection?, isLost: Bool) {
        if let writing = connection.take() {
            opener.remember(writing.lastCommit)
            writing.close(isLost: isLost)
        }
        storage.openFiles.remove(self)
    }

    /// Closes all connections on the caller's thread, when no more turns will come.
    func close() {
        draft?.close()
        connection.withLock { close(&$0) }
    }

    /// Closes all connections. If one of them is in use, closes nothing and returns false. Waits for no turn.
    func closeIfFree() -> Bool {
        let isClosed: Bool? = connection.withLockIfAvailable { connection in
            guard !readers.areClosed else { return false }
            let isLost = !opener.areInPlace
            guard readers.closeIfFree(isLost: isLost) else { return false }
            closeWriting(&connection, isLost: isLost)
            return true
        }
        return isClosed ?? false
    }
}
