internal import AtriumSystem
internal import Synchronization

/// The connection on which short reads run at once, on their callers' threads.
///
/// It keeps its snapshot while nothing is committed, because beginning a new one costs more than most reads. A kept snapshot
/// prevents checkpoints from finishing. So this page has the rules for both.
///
/// ## The kept snapshot
/// A read takes these steps:
/// 1. **Lock:** It takes the reader's lock if the lock is free. If it is not, the read runs on the ``QueuedReader``.
/// 2. **End:** If the snapshot is old, it ends.
/// 3. **Run:** If no transaction is open, one begins. The body runs in it.
/// 4. **Keep:** If the body succeeds, the transaction stays open: this is the kept snapshot. If it fails, the transaction ends.
///    If it took longer than `limit`, it runs again on the ``QueuedReader``.
/// 5. **End again:** If a commit made the snapshot old during the read, the snapshot ends.
///
/// After each COMMIT, and before its callers are answered, the writer marks the snapshot as old. If the reader is free, the
/// writer also ends the snapshot. Otherwise End again (5) ends it, or End (2) of the next read.
///
/// Invariants:
/// 1. A read that begins after a commit was answered sees that commit: the snapshot was marked before the answer, and each read
///    looks at the mark before it runs.
/// 2. A read sees one snapshot from its beginning to its end: only the thread that holds the reader's lock begins or ends a
///    snapshot.
/// 3. The mark is removed after the old snapshot has ended, and before the next one begins. The next snapshot sees each commit
///    that set the mark before that moment. A later commit sets the mark again.
/// 4. If the snapshot cannot be ended, the mark stays. The next read tries again.
///
/// ## Checkpoints
/// A checkpoint copies the WAL into the database. If it copies all of it and no snapshot needs the WAL, the next commit writes
/// from the WAL's beginning again. Even the newest snapshot prevents this:
/// https://sqlite.org/wal.html#avoiding_excessively_large_wal_files
/// 1. While the file is open, only the writing connection makes checkpoints: in the writer's turn, after the commit's callers are answered. SQLite's
///    automatic checkpoints are off (`wal_autocheckpoint=0`).
/// 2. With fewer than ``longWAL`` pages in the WAL, it makes no checkpoint. With more pages, it makes one if the inline reader
///    is free. With four times as many, it waits for the reader.
/// 3. It holds the reader's lock from the end of the snapshot to the end of the checkpoint, so that no snapshot begins in
///    between.
/// 4. It does not wait for the ``QueuedReader``. A checkpoint copies what that reader's snapshot allows (`PASSIVE`).
/// 5. When the last connection closes, it also makes a checkpoint and removes the WAL. The ``Writer`` closes the readers first,
///    so its own connection is the last one, if it is open. A connection that has not checked the file's mark yet leaves the file as it is
///    (``Connection/checkMark(is:mayBeNew:)``).
/// 6. If the WAL is deleted while the file is open, a checkpoint saves what the WAL holds
///    (``Connection/displacement(closeReaders:)``).
///
/// A crash inside a checkpoint loses nothing. SQLite synchronizes the WAL before it copies pages, and the database after that.
/// A commit overwrites the WAL only after both. Until then, recovery finds all commits in the WAL
/// (https://sqlite.org/fileformat.html#the_write_ahead_log).
///
/// A failed or incomplete checkpoint loses nothing either, so no error is reported. The WAL stays long, and the writer tries
/// again in the turn of the next commit.
final class InlineReader: Sendable {
    private let reader = Locked<Connection?>(nil)
    private let isOpen = Atomic(false)
    /// The mark: whether something was committed after the snapshot began.
    private let isSnapshotOld = Atomic(false)
    /// The time that a read may take, in nanoseconds.
    private let limit: UInt64

    init(limit: Duration) { self.limit = limit.nanoseconds }

    func open(_ connection: Connection) {
        reader.withLock { $0 = connection }
        isOpen.store(true, ordering: .releasing)
    }

    /// From now on, other connections are not opened beside this one, which closes soon.
    func refuse() { isOpen.store(false, ordering: .releasing) }

    func close(isLost: Bool) {
        refuse()
        reader.withLock { $0.take() }?.close(isLost: isLost)
    }

    /// Closes the connection. If a read is running, closes nothing and returns false.
    func closeIfFree(isLost: Bool) -> Bool {
        let isClosed: Bool? = reader.withLockIfAvailable { connection in
            refuse()
            connection.take()?.close(isLost: isLost)
            return true
        }
        return isClosed ?? false
    }

    /// Whether there is no connection. A busy reader has one.
    var isClosed: Bool { !isOpen.load(ordering: .acquiring) }

    /// Runs the body. Returns false if the connection is not free, or the body takes too long.
    func read(_ body: @Sendable (Connection) throws -> Void) throws -> Bool {
        let isDone = try reader.withLockIfAvailable { connection in
            guard let connection else { return false }
            endOldSnapshot(of: connection)
            defer { endOldSnapshot(of: connection) }
            do {
                try connection.read(deadline: MonotonicClock.now &+ limit, body)
                return true
            } catch {
                connection.abandonTransaction()
                if connection.passedDeadline { return false }
                throw error
            }
        }
        return isDone ?? false
    }

    /// Marks the snapshot as old, and ends it if the reader is free. Called after a commit, before its callers are answered.
    func expireSnapshot() {
        isSnapshotOld.store(true, ordering: .releasing)
        reader.withLockIfAvailable { connection in connection.map(endOldSnapshot) }
    }

    /// Makes a checkpoint through the writing connection, if its WAL is long.
    func checkpoint(through writer: Connection) {
        let checkpoint = { (connection: Connection?) in
            connection?.abandonTransaction()
            writer.checkpoint()
        }
        switch writer.walPages {
        case ..<Self.longWAL: return
        case ..<(4 * Self.longWAL): reader.withLockIfAvailable { checkpoint($0) }
        default: reader.withLock { checkpoint($0) }
        }
    }

    /// The number of pages in the WAL at which SQLite itself would make a checkpoint.
    private static let longWAL: Int32 = 1000

    private func endOldSnapshot(of connection: Connection) {
        guard isSnapshotOld.load(ordering: .acquiring) else { return }
        connection.abandonTransaction()
        if connection.isAutocommit { _ = isSnapshotOld.exchange(false, ordering: .acquiringAndReleasing) }
    }
}

extension Connection {
    /// Runs a body in the open snapshot, or in a new one. The snapshot stays open. A passed deadline, an attempt to read the
    /// clock, and the end of the transaction by SQLite are errors, even if the body swallowed them.
    func read<Value>(deadline: UInt64, _ body: (Connection) throws -> Value) throws -> Value {
        try withUnit(deadline: deadline) {
            if isAutocommit { try perform(.begin) }
            let value = try body(self)
            try checkUnitFailure()
            if let lostTransaction { throw lostTransaction }
            return value
        }
    }
}
