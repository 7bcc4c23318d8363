internal import AtriumSystem
internal import CSQLite

/// Runs the units of several callers in one transaction, with one COMMIT for all of them: a group commit.
///
/// A commit waits for the disk, which takes longer than most units. So units that wait at the same time share one transaction
/// and one COMMIT. Each caller still gets its own result: a failed unit does not fail the others.
///
/// Example: Ada and Bob write at the same time. Ada's unit runs, then Bob's unit, in the same transaction. One COMMIT makes
/// both durable, and then both callers get their answers. If Bob's unit throws after it has changed something, the transaction
/// is rolled back, and both units run again, each in its own savepoint. Ada's changes are committed, and Bob gets his error.
///
/// ## The order of steps
/// 1. **Begin:** `BEGIN IMMEDIATE`.
/// 2. **Run:** The units run one after another. When the last of them has run, waiting units join, as long as there are fewer
///    than ``limit`` and `joinLimit` has not passed since the first attempt began.
/// 3. **Mark:** If the units changed something, the transaction writes the file's mark: one row with the names of this commit
///    and of the commit before it, and with the head of the audit chain (``FileMark``).
/// 4. **Commit:** `COMMIT`. SQLite writes the changed pages into the WAL, and flags the last of them as the end of a commit.
///    Then it synchronizes the WAL (`synchronous=FULL`). Then it lets readers find the pages, through the -shm.
/// 5. **Compare:** The database and its WAL must still be the files that were opened
///    (``Connection/displacement(closeReaders:)``).
/// 6. **Expire:** The snapshot of the inline reader expires (``InlineReader``).
/// 7. **Answer:** Each caller gets its answer.
/// 8. **Checkpoint:** The ``Writer`` makes a checkpoint if the WAL is long (``InlineReader``).
///
/// ## Invariants
/// 1. A caller learns that its unit took place only after the COMMIT: the unit is durable then.
/// 2. A unit takes place as a whole or not at all: nothing of a failed unit is in the commit.
/// 3. A failed unit does not fail others, and keeps its own error even if the commit of the others fails.
/// 4. A read that begins after a caller's answer sees that caller's unit: Expire (6) is before Answer (7).
/// 5. Each commit that changes the file also changes its mark. So each commit in the WAL says which file it belongs to and
///    which commit came before it. ``WALCheck`` relies on this.
/// 6. Units pass the head of the audit chain on in memory (``Connection/nextHead``), so that Mark (3) writes it once, instead
///    of once for each unit. A failed unit passes on the head that it received.
/// 7. A unit may run several times, each time in a new transaction. A unit whose caller is cancelled while it waits never runs.
///    Once a unit has begun, its caller gets the real result (``UnitRequest``).
/// 8. The number of attempts is finite. Each attempt does one of three things: it commits, it answers a unit, or it makes the
///    next attempt isolate its units. Isolated units cannot spoil the transaction. `joinLimit` is counted from the first
///    attempt, so units that join later cannot delay the commit again and again.
///
/// ## When a unit fails
/// Few units fail, and a savepoint for each costs a tenth of a small unit. So units share the transaction without savepoints:
/// - A unit that failed without a change stays in the transaction, with its error. The others do not notice.
/// - A unit that failed after a change spoils the transaction. It is rolled back, and all units run again, isolated: each in
///   its own savepoint, which is rolled back if the unit fails. ``caution`` transactions, counted from this second run, isolate
///   their units. If the failed unit has the transaction to itself, the rollback is enough.
/// - If SQLite ended the transaction during a unit, for example because a write passed its deadline, only this unit fails. The
///   others run again.
///
/// ## What a crash leaves
/// - Before the flagged page is whole in the WAL: nothing of the transaction. No caller has an answer.
/// - After that, until the WAL is synchronized: all of the transaction, or nothing of it. No caller has an answer.
/// - After the synchronization: all of the transaction, even if no caller has an answer yet.
///
/// ## What a failure means
/// If a step fails, all units fail that did not fail by themselves.
/// - Begin (1): no unit took place. If another connection held a lock, this connection stays open. Otherwise the file is opened
///   again, which may help.
/// - Mark (3): the COMMIT had not begun. No unit took place.
/// - Commit (4), and the transaction is still open: SQLite refused the COMMIT as a whole. No unit took place.
/// - Commit (4), with a full disk: writing the pages failed, so the flagged page is not whole, and SQLite has rolled back. No
///   unit took place, and the connection stays open. This is true only for a VFS that promises power-safe overwrites, as
///   SQLite's own VFS does. With any other VFS, SQLite fills the rest of the sector after it has written the flagged page. If
///   the disk becomes full only at that moment, the units have failed, but a crash would bring them back. So with such a VFS
///   the outcome is unknown.
/// - Commit (4), with any other error: the outcome is unknown (`outcomeUnknown`). After IOERR_WRITE, the disk may have all of
///   the transaction, a part of it, or nothing. IOERR_FSYNC and the errors of the -shm (which may also mean a full disk) happen
///   after the flagged page was written. The units are not visible now, but they may be visible when the whole WAL is read
///   again. A failed fsync is never retried: the file is opened again (https://sqlite.org/atomiccommit.html). A caller must
///   read before it tries again.
/// - Compare (5): the commit went to a database or a WAL that is no longer in its place. If only the WAL is gone and a
///   checkpoint can save it, the outcome is unknown (`outcomeUnknown`). Otherwise the file is lost (`lost`).
///
/// If the connection cannot be trusted afterwards, the ``Writer`` closes all connections of the file. It forgets which commit
/// was the last one, because nobody knows.
struct GroupCommit {
    /// The highest number of units in a transaction.
    static let limit = 256
    /// The number of transactions that isolate their units after one was spoiled.
    private static let caution = 16

    let connection: Connection
    /// The time in which more units join, in nanoseconds, from the beginning of the first attempt.
    let joinLimit: UInt64
    /// Takes waiting units, up to a number.
    let more: (Int) -> [UnitRequest]
    /// Called after a commit, before its callers are answered.
    let didCommit: () -> Void
    /// Closes the file's other connections, before the file is opened again.
    let closeReaders: () -> Void

    /// The result of one attempt at a transaction.
    private enum Outcome {
        case complete
        /// A request ended the transaction: SQLite ended it during the request, or the request failed and was the only one.
        case ended(by: Int, any Error)
        /// A request failed after a change, and others share the transaction.
        case tainted
    }

    /// Runs and answers the requests. Returns false if the connection can no longer be trusted and has to be opened again.
    func run(_ requests: [UnitRequest]) -> Bool {
        var requests = requests
        let joinEnd = MonotonicClock.now &+ joinLimit
        while !requests.isEmpty {
            do {
                try connection.perform(.beginImmediate)
            } catch {
                answer(requests, failing: error)
                return (error as? DatabaseError)?.kind == .busy && connection.isAutocommit
            }
            switch attempt(&requests, joinEnd: joinEnd) {
            case .complete: return commit(requests)
            case .tainted:
                connection.abandonTransaction()
                connection.caution = Self.caution
            case .ended(let failedIndex, let error):
                connection.abandonTransaction()
                answer([requests.remove(at: failedIndex)], failing: error)
            }
        }
        return connection.isAutocommit
    }

    /// Runs each request, and adds and runs those that join.
    private func attempt(_ requests: inout [UnitRequest], joinEnd: UInt64) -> Outcome {
        let isIsolating = connection.caution > 0
        connection.nextHead = nil
        var index = 0
        while index < requests.count {
            do {
                if isIsolating { try connection.perform(.savepoint) }
                let (head, changes) = (connection.nextHead, connection.totalChanges)
                if let failed = requests[index].run(by: connection.run) {
                    if connection.isAutocommit { return .ended(by: index, failed) }
                    connection.nextHead = head
                    if isIsolating {
                        try connection.perform(.rollbackToSavepoint)
                    } else if connection.totalChanges != changes {
                        return requests.count == 1 ? .ended(by: index, failed) : .tainted
                    }
                }
                if isIsolating { try connection.perform(.release) }
            } catch {
                return .ended(by: index, error)
            }
            index += 1
            if index == requests.count, index < Self.limit, MonotonicClock.now < joinEnd {
                requests += more(Self.limit - index)
            }
        }
        return .complete
    }

    private func commit(_ requests: [UnitRequest]) -> Bool {
        connection.caution = max(0, connection.caution - 1)
        let mark: FileMark.Commit?
        do {
            mark = try connection.writeMark()
        } catch {
            connection.abandonTransaction()
            answer(requests, failingOthers: error)
            return connection.isAutocommit
        }
        do {
            try connection.commit(mark)
        } catch {
            return fail(requests, whoseCommitFailed: error)
        }
        if let gone = connection.displacement(closeReaders: closeReaders) {
            answer(requests, failingOthers: gone)
            return false
        }
        didCommit()
        for request in requests { request.answer() }
        return true
    }

    /// Answers the requests after a failed COMMIT. The error says that they did not take place, or that this is not known. The
    /// return value has the same meaning as that of ``run(_:)``.
    private func fail(_ requests: [UnitRequest], whoseCommitFailed error: any Error) -> Bool {
        let wasRefused = !connection.isAutocommit
        connection.abandonTransaction()
        let cause = error as? DatabaseError
        let isKnown = wasRefused || cause?.kind == .full && connection.hasSafeOverwrites
        let answer = DatabaseError(
            kind: isKnown ? cause?.kind ?? .misuse : .outcomeUnknown, extendedCode: cause?.extendedCode ?? 0,
            message: "the commit failed (\(cause?.message ?? "unknown cause")): "
                + (isKnown
                    ? "the unit did not take place; try again" + (cause?.kind == .full ? " when there is room" : "")
                    : "whether the unit took place is not known; read before trying again"))
        let isUsable = isKnown && connection.isAutocommit
        // A caller that reads before trying again must see the file as it is, and not an old snapshot.
        if !isUsable { closeReaders() }
        self.answer(requests, failingOthers: answer)
        return isUsable
    }

    /// Answers requests that have all run. A request that failed by itself keeps its own error.
    private func answer(_ requests: [UnitRequest], failingOthers error: any Error) {
        for request in requests where request.failure == nil { request.fail(error) }
        for request in requests { request.answer() }
    }

    private func answer(_ requests: [UnitRequest], failing error: any Error) {
        for request in requests {
            request.fail(error)
            request.answer()
        }
    }
}
