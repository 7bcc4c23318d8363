package import AtriumStorage

package import struct Foundation.Date

/// Delivers events to handlers after the commit that published them: exactly once, to each module in its own units, in the
/// order of publishing.
///
/// The unit that publishes an event also writes it into the log of events. After the commit, a run reads the log and calls the
/// handlers. One transaction has both a handler's writes and the module's new position in the log, so an event can be neither
/// lost nor handled twice.
///
/// Example: Ada admits Carol, and Bob admits Dan at the same time. Both units publish `MemberJoined`. After the commit, one run
/// handles both events in one transaction: it moves the module's position past both and calls the handler for each. If the
/// handler throws for Dan's event, the transaction is rolled back, and each event is handled in its own transaction. Carol's
/// event is handled. Dan's event becomes a job, which is tried again a second later.
///
/// ## The data
/// All of it is in the organization's file:
/// - `kernel_event` is the log. An event has a number (`sequence`), the name of its type, and its value as JSON. Numbers rise
///   in the order of the commits, and none is used twice.
/// - `kernel_subscription` has a row for each type of event and each module that handles it. The module has passed all events
///   of the type up to `position`.
/// - `kernel_job`, with a `sequence` above 0, has the events whose handler failed, with the value, the error and the time of
///   the next attempt.
///
/// In memory, the registry has the handlers, and the types with a subscription (`subscribedEvents`).
///
/// ## Invariants
/// 1. An event of a type with a subscription is in the log if and only if the unit that published it was committed: the same
///    transaction appends it.
/// 2. A module is done with the events up to its `position`: it has handled them, or has a job for them. It has handled no
///    event after its `position`. A new subscription starts at the end of the log.
/// 3. A `position` moves only in the transaction that handles the events, or in the one that makes a job of a failed event. A
///    job is deleted only in the transaction that handles its event, or with its subscription.
/// 4. The log keeps an event until each subscription has passed it, including the subscriptions of modules that are not
///    installed now. The transaction that moves the last `position` past the event deletes it.
/// 5. While an event or a job waits, the directory's `wake_at` says so (`Jobs`).
///
/// ## Publishing
/// `publish` appends the event before the first reaction runs. After the commit, `write` starts the runner of deliveries, and
/// does not wait for it.
///
/// ## Delivering
/// A run takes the subscribers in the order in which they started. For each, it reads in one snapshot up to 64 events after the
/// module's `position` and up to 64 jobs that are due. Then it takes these steps:
/// 1. **Together:** The events are handled in one transaction. It moves the `position` past all of them, calls the handlers
///    event by event, and audits what they changed.
/// 2. **One by one:** If a handler throws in step 1, this transaction is rolled back. Then each event is handled in its own
///    transaction, in the same order.
/// 3. **Job:** If the handler of a single event throws, its transaction is rolled back. The next transaction moves the
///    `position` past the event and adds a job with the error. Later events continue.
/// 4. **Retry:** Each due job has a transaction that removes the job and calls the handlers. If a handler throws, this
///    transaction is rolled back, and the next one records the failure: the job is due again after 1, 4, 16 seconds and so on,
///    at most an hour. After ten failures in a row the job is parked: it is not tried again until somebody restarts it
///    (`FailedJobs` of AtriumOperations).
///
/// A transaction that finds the events passed, or the job gone, does nothing. Runs repeat until nothing is left to do, and
/// never overlap.
///
/// ## Subscriptions
/// They change when the organization opens and when modules are switched. One transaction adds the new subscriptions and
/// deletes those that a module no longer has, with the events and jobs that only they needed. A module that is switched off, or
/// waits for one that is, has no subscriptions: its events are not kept, and it catches up on its return. A module that is
/// missing from the program, or does not start, keeps its positions, events and jobs, and handles them later.
///
/// ## What a crash leaves
/// - Before the publishing commit: neither the act nor the event took place.
/// - After the publishing commit, or in a transaction of a handler: the event is in the log, and the `position` has not passed
///   it. The handler runs as if for the first time.
/// - After the commit of a handler: its effect and the `position` are there. Nothing is repeated.
/// - Between a rolled back transaction and the one that adds or updates the job: the state is as if the handler had not run.
///   The failure is not counted.
/// - In each case `wake_at` is due, so a running platform opens the organization, and the deliveries continue.
///
/// ## What a failure means
/// - A handler throws, or the log's JSON cannot be decoded: it is reported with the type of the event, and the event becomes a
///   job.
/// - The transaction around a handler fails, for example because the disk is full: it is reported as "deliver events", and no
///   event becomes a job. The `position` in the file is right, even after a commit with an unknown outcome. The next run
///   continues from it. That run comes after the next commit that publishes, at the organization's next turn, or at its next
///   start.
/// - The organization closes: the run ends. This is no failure.
///
/// "Exactly once" is true only for writes to the organization's file. What leaves the process goes through rows that the
/// handler writes, and is handed over at least once.
package struct Delivery: Sendable {
    /// Handles events in one unit of the module, if `claim`, which moves the position or removes the job, returns true. Throws
    /// ``DeliveryFailure`` if a handler throws.
    package typealias Handle =
        @Sendable (_ events: [EventLog.Entry], _ claim: @escaping @Sendable (CachingExecutor) throws -> Bool)
        async throws
        -> Void
    private static let runLength = 64

    private let module: String
    private let file: DatabaseFile
    private let handle: Handle
    private let note: RecurringRun.Note
    private let report: @Sendable (any Error, _ event: String) -> Void

    /// A delivery to one module. `report` is told of each handler that throws.
    package init(
        to module: String, in file: DatabaseFile, note: @escaping RecurringRun.Note, handle: @escaping Handle,
        report: @escaping @Sendable (any Error, _ event: String) -> Void
    ) { (self.module, self.file, self.handle, self.note, self.report) = (module, file, handle, note, report) }

    /// Makes one run. Returns how many events and jobs it has taken.
    package func run(at now: Date) async throws -> Int {
        let (fresh, again) = try await file.read { [module] connection in
            let fresh = try EventLog(connection.kernel).next(for: module, limit: Self.runLength)
            return (fresh, try Jobs(connection.kernel).dueEvents(for: module, at: now, limit: Self.runLength))
        }
        if !fresh.isEmpty { try await deliver(fresh) }
        for entry in again { try await retry(entry) }
        return fresh.count + again.count
    }

    private func deliver(_ entries: [EventLog.Entry]) async throws {
        do {
            try await handle(entries) { [module] in try EventLog($0).pass(entries, by: module) }
        } catch let failure as DeliveryFailure {
            guard entries.count == 1 else {
                for entry in entries { try await deliver([entry]) }
                return
            }
            report(failure.cause, entries[0].event)
            try await note { [module] kernel, now in
                guard try EventLog(kernel).pass(entries, by: module) else { return }
                try Jobs(kernel).add(entries[0], of: module, error: failure.text, at: now)
            }
        }
    }

    private func retry(_ entry: EventLog.Entry) async throws {
        do {
            try await handle([entry]) { [module] in try Jobs($0).remove(entry, of: module) }
        } catch let failure as DeliveryFailure {
            report(failure.cause, entry.event)
            try await note { [module] in try Jobs($0).fail(entry, of: module, error: failure.text, at: $1) }
        }
    }
}

/// The error of a handler. Errors of the unit around the handler are thrown unchanged.
package struct DeliveryFailure: Error {
    let cause: any Error

    package init(cause: any Error) { self.cause = cause }

    var text: String { String("\(cause)".prefix(500)) }
}
