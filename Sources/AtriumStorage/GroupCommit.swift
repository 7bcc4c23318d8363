/// Runs units of several callers in one transaction: each in a savepoint of its own, if there are several; one COMMIT,
/// answered after it.
struct GroupCommit {
    let connection: Connection
    /// Called after a commit, before its callers are answered.
    let didCommit: () -> Void

    /// Runs and answers all jobs; false when the connection can no longer be trusted and has to be opened anew.
    func run(_ jobs: [Job]) -> Bool {
        var pending = jobs
        // When SQLite ends the transaction under a job (an interrupted write, a full disk), the others run again.
        while !pending.isEmpty {
            do {
                try connection.perform(.beginImmediate)
            } catch {
                answer(pending, failing: error)
                return connection.isAutocommit
            }
            guard let (culprit, error) = attempt(pending) else { return commit(pending) }
            let job = pending.remove(at: culprit)
            job.fail(error)
            job.answer()
        }
        return connection.isAutocommit
    }

    /// Runs each job; returns the one with which the transaction ended, and its error: SQLite ended it, or the job failed and
    /// had it to itself.
    private func attempt(_ jobs: [Job]) -> (index: Int, error: any Error)? {
        let isShared = jobs.count > 1
        for (index, job) in jobs.enumerated() {
            do {
                if isShared { try connection.perform(.savepoint) }
                let failed = connection.withUnit(deadline: .max) { run(job) }
                if connection.isAutocommit { return (index, failed ?? Self.unexpected) }
                guard isShared else {
                    if let failed { throw failed }
                    continue
                }
                if failed != nil { try connection.perform(.rollbackToSavepoint) }
                try connection.perform(.release)
            } catch {
                connection.abandonTransaction()
                return (index, error)
            }
        }
        return nil
    }

    /// The error of a job; one that swallowed the error of an expired statement did not do what it says.
    private func run(_ job: Job) -> (any Error)? {
        let error = job.run(on: connection)
        if connection.isAutocommit { return connection.lostTransaction ?? error }
        guard error == nil, connection.passedDeadline else { return error }
        let late = DatabaseError(kind: .deadline, message: "a statement of the unit passed its deadline")
        job.fail(late)
        return late
    }

    private func commit(_ jobs: [Job]) -> Bool {
        do {
            try connection.perform(.commit)
        } catch {
            connection.abandonTransaction()
            let cause = error as? DatabaseError
            answer(
                jobs,
                failing: DatabaseError(
                    kind: .outcomeUnknown, extendedCode: cause?.extendedCode ?? 0,
                    message:
                        "the commit failed (\(cause?.message ?? "unknown cause")): whether the unit took place is not "
                        + "known; read before trying again"))
            // A failed fsync is never retried; the file is opened anew: https://sqlite.org/atomiccommit.html
            return false
        }
        didCommit()
        for job in jobs { job.answer() }
        return true
    }

    private func answer(_ jobs: [Job], failing error: any Error) {
        for job in jobs {
            job.fail(error)
            job.answer()
        }
    }

    private static let unexpected = DatabaseError(
        kind: .misuse,
        message: "the unit ended the transaction that it shares; leave COMMIT and ROLLBACK to the platform")
}
