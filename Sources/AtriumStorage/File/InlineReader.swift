internal import AtriumSystem
internal import Synchronization

/// The connection on which short reads run at once, on their callers' threads.
///
/// It keeps its snapshot while nothing is committed: beginning one costs more than most reads.
final class InlineReader: Sendable {
    private let reader = Locked<Connection?>(nil)
    private let isOpen = Atomic(false)
    /// Whether something was committed after the snapshot began.
    private let isSnapshotOld = Atomic(false)
    /// The time that a read may take.
    private let limit: UInt64

    init(limit: Duration) { self.limit = limit.nanoseconds }

    func open(_ connection: Connection) {
        reader.withLock { $0 = connection }
        isOpen.store(true, ordering: .releasing)
    }

    func close() {
        isOpen.store(false, ordering: .releasing)
        reader.withLock { $0.take() }?.close()
    }

    /// Closes it unless somebody reads at this moment; false if somebody does.
    func closeIfFree() -> Bool {
        let isClosed: Bool? = reader.withLockIfAvailable { connection in
            isOpen.store(false, ordering: .releasing)
            connection.take()?.close()
            return true
        }
        return isClosed ?? false
    }

    /// Whether there is no connection; a reader that is busy has one.
    var isClosed: Bool { !isOpen.load(ordering: .acquiring) }

    /// Runs the body; false if the connection is not free, or the body takes too long.
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

    /// After a commit, and before its callers are answered: their next read sees it. An old snapshot that nobody uses does not
    /// stand in the way of a checkpoint.
    func expireSnapshot() {
        isSnapshotOld.store(true, ordering: .releasing)
        reader.withLockIfAvailable { connection in connection.map(endOldSnapshot) }
    }

    /// Checkpoints through the writing connection, if its WAL is long. A snapshot, even the newest, would keep the next commit
    /// from beginning the WAL anew: https://sqlite.org/wal.html#avoiding_excessively_large_wal_files
    func checkpoint(through writer: Connection) {
        let checkpoint = { (connection: Connection?) in
            connection?.abandonTransaction()
            writer.checkpoint()
        }
        switch writer.logPages {
        case ..<Self.longLog: return
        // Whoever reads is waited for only when it is time.
        case ..<(4 * Self.longLog): reader.withLockIfAvailable { checkpoint($0) }
        default: reader.withLock { checkpoint($0) }
        }
    }

    /// As many pages as SQLite lets a WAL have by itself.
    private static let longLog: Int32 = 1000

    private func endOldSnapshot(of connection: Connection) {
        guard isSnapshotOld.load(ordering: .acquiring) else { return }
        connection.abandonTransaction()
        // A commit from here on is told of by another store, and seen by the snapshot that begins after this one.
        if connection.isAutocommit { _ = isSnapshotOld.exchange(false, ordering: .acquiringAndReleasing) }
    }
}

extension Connection {
    /// Runs a body in the snapshot that is open, or else in a new one, which stays open. An expired deadline and a
    /// question for the time are errors even if the body swallowed them, and so is a transaction that SQLite ended.
    func read<Value>(deadline: UInt64, _ body: (Connection) throws -> Value) throws -> Value {
        try withUnit(deadline: deadline) {
            if isAutocommit { try perform(.begin) }
            let value = try body(self)
            try refuseSpoiledUnit()
            if let lostTransaction { throw lostTransaction }
            return value
        }
    }
}
