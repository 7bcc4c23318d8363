internal import AtriumSystem
internal import CSQLite

/// Runs units of several callers in one transaction, those that come meanwhile among them; one COMMIT, answered after it.
///
/// Few units fail, and a savepoint for each costs a tenth of a small one: only when one failed that had changed something,
/// all run again, each in a savepoint of its own, as do those of the next transactions.
struct GroupCommit {
    /// The most units of a transaction.
    static let limit = 256
    /// How many transactions isolate their units, once one was spoiled.
    private static let caution = 16

    let connection: Connection
    /// For how many nanoseconds a transaction takes more units.
    let joinLimit: UInt64
    /// Takes units that wait, up to a number.
    let more: (Int) -> [Job]
    /// Called after a commit, before its callers are answered.
    let didCommit: () -> Void
    /// Closes the file's other connections, before the file is opened again.
    let closeReaders: () -> Void

    /// How a transaction went.
    private enum Outcome {
        case complete
        /// The transaction ended with a job: SQLite ended it, or the job failed and had it to itself.
        case ended(by: Int, any Error)
        /// A job failed that had changed something, and others share the transaction.
        case spoiled
    }

    /// Runs and answers the jobs; false when the connection can no longer be trusted and has to be opened anew.
    func run(_ jobs: [Job]) -> Bool {
        var jobs = jobs
        // Of all attempts: newcomers cannot keep those that run again from their commit.
        let joinEnd = MonotonicClock.now &+ joinLimit
        while !jobs.isEmpty {
            do {
                try connection.perform(.beginImmediate)
            } catch {
                answer(jobs, failing: error)
                // What cannot begin for another reason than somebody's lock may be cured by opening the file anew.
                return (error as? DatabaseError)?.kind == .busy && connection.isAutocommit
            }
            switch attempt(&jobs, joinEnd: joinEnd) {
            case .complete: return commit(jobs)
            case .spoiled:
                connection.abandonTransaction()
                connection.caution = Self.caution
            case .ended(let culprit, let error):
                connection.abandonTransaction()
                answer([jobs.remove(at: culprit)], failing: error)
            }
        }
        return connection.isAutocommit
    }

    /// Runs each job, and those that come meanwhile, which are added.
    private func attempt(_ jobs: inout [Job], joinEnd: UInt64) -> Outcome {
        let isIsolating = connection.caution > 0
        connection.nextHead = nil
        var index = 0
        while index < jobs.count {
            do {
                if isIsolating { try connection.perform(.savepoint) }
                let (head, changes) = (connection.nextHead, connection.totalChanges)
                if let failed = jobs[index].run(by: connection.run) {
                    if connection.isAutocommit { return .ended(by: index, failed) }
                    connection.nextHead = head
                    if isIsolating {
                        try connection.perform(.rollbackToSavepoint)
                    } else if connection.totalChanges != changes {
                        return jobs.count == 1 ? .ended(by: index, failed) : .spoiled
                    }
                }
                if isIsolating { try connection.perform(.release) }
            } catch {
                return .ended(by: index, error)
            }
            index += 1
            if index == jobs.count, index < Self.limit, MonotonicClock.now < joinEnd {
                jobs += more(Self.limit - index)
            }
        }
        return .complete
    }

    private func commit(_ jobs: [Job]) -> Bool {
        connection.caution = max(0, connection.caution - 1)
        let mark: FileMark.Commit?
        do {
            mark = try connection.writeMark()
        } catch {
            // The commit had not begun: none took place.
            connection.abandonTransaction()
            answer(jobs, failingOthers: error)
            return connection.isAutocommit
        }
        do {
            try connection.commit(mark)
        } catch {
            return fail(jobs, whoseCommitFailed: error)
        }
        if let gone = connection.displacement(closeReaders: closeReaders) {
            answer(jobs, failingOthers: gone)
            return false
        }
        didCommit()
        for job in jobs { job.answer() }
        return true
    }

    /// Says whether they took place, if that is known.
    ///
    /// A COMMIT writes the pages into the WAL, the last of them marked as the commit, synchronizes the WAL, and lets
    /// readers find the pages by the -shm. A full disk is met by the writing: the mark is not there whole, SQLite has
    /// rolled back, and the connection goes on. (SQLite's own VFS promises power-safe overwrites. For one that does
    /// not, SQLite fills the log's sector after the mark, and the disk may be full only then: a crash would bring the
    /// unit back.) A COMMIT that left the transaction open was refused as a whole.
    ///
    /// All else stays unknown. IOERR_WRITE leaves on the disk what it will. IOERR_FSYNC and the codes of the -shm, which may
    /// mean a full disk too, come after the mark: the unit is not seen now, and may be there when the WAL is next read as a whole.
    /// A failed fsync is never retried: the file is opened anew (https://sqlite.org/atomiccommit.html).
    private func fail(_ jobs: [Job], whoseCommitFailed error: any Error) -> Bool {
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
        let isOfUse = isKnown && connection.isAutocommit
        // Who reads before trying again sees what is there, not the snapshot of before.
        if !isOfUse { closeReaders() }
        self.answer(jobs, failingOthers: answer)
        return isOfUse
    }

    /// After all have run: one that failed by itself did not take place, and has its own error.
    private func answer(_ jobs: [Job], failingOthers error: any Error) {
        for job in jobs where job.failure == nil { job.fail(error) }
        for job in jobs { job.answer() }
    }

    private func answer(_ jobs: [Job], failing error: any Error) {
        for job in jobs {
            job.fail(error)
            job.answer()
        }
    }
}
