internal import Atrium

internal import struct Foundation.Date

/// Empties the outbox in batches. It reads a batch, hands its messages over, and records their outcomes in one commit.
struct OutboxSender: Sendable {
    private static let batchSize = 200
    /// How many messages are handed over at once.
    private static let width = 8
    /// For how long messages of a batch are handed over.
    private static let batchTime = Duration.seconds(60)
    /// The next attempt is due after one minute, then after two, four and so on, at most after 17 hours. A message is given up
    /// when five days have passed and ten attempts have failed.
    private static let retries = RetryPolicy(
        first: 60, factor: 2, longest: 60 * 1024, attempts: 10, patience: 5 * 86_400)

    let tenant: TenantContext
    let settings: Mail

    private var store: Store { tenant.store }
    private var system: SystemPrincipal { tenant.system("deliver mail") }

    private struct Item: Sendable {
        let id: Int
        let attempts: Int
        let queuedAt: Date
    }

    private enum Outcome: Sendable {
        case sent
        /// The transport refused the message for good.
        case refused
        /// The transport did not take the message at this time. The cause names nobody.
        case later(cause: String)
        case withdrawn(WithdrawalReason)
        /// The message no longer waited, or delivery was cancelled before it was read.
        case untouched
        /// It could not be decided whether the message is wanted. It is tried again later.
        case failed(any Error)
    }

    /// Hands over everything that is due.
    func run() async throws {
        while try await runBatch() { try Task.checkCancellation() }
    }

    /// Hands over a batch of what is due, and returns whether there may be more. In that case it has woken the work for the
    /// next batch. It takes at most one minute plus the transport's time limit.
    @discardableResult
    func runBatch() async throws -> Bool {
        let batch = try await next()
        guard !batch.isEmpty else { return false }
        let outcomes = await handOver(batch)
        // In a separate task, so that what was handed over is recorded even if delivery is cancelled.
        let hasMore = try await Task { try await record(batch, outcomes) }.value
        let causes = batch.compactMap { if case .later(let cause) = outcomes[$0.id] { cause } else { nil } }
        if let cause = causes.first {
            tenant.report(MailDelay(messages: causes.count, cause: cause), in: "deliver mail")
        }
        for case .failed(let error) in outcomes.values { throw error }
        return hasMore
    }

    private func next() async throws -> [Item] {
        try await store.read(as: system) { work in
            let due = try items("due_at <= \(work.now)", in: work)
            // A clock that was ahead for some time may have delayed messages too far. They are due too.
            let latest = Self.retries.latest(at: work.now)
            return due.isEmpty ? try items("due_at > \(latest)", in: work) : due
        }
    }

    private func items(_ condition: SQL, in work: UnitOfWork) throws -> [Item] {
        try work.rows(
            """
            SELECT id, attempts, queued_at FROM mail_message
            WHERE state = 'waiting' AND \(condition) ORDER BY due_at, id LIMIT \(Self.batchSize)
            """
        ) { Item(id: try $0[0], attempts: try $0[1], queuedAt: try $0[2]) }
    }

    /// Hands messages over until all are handed over, the time for a batch is over, or the task is cancelled.
    private func handOver(_ batch: [Item]) async -> [Int: Outcome] {
        let end = ContinuousClock.now + Self.batchTime
        return await withTaskGroup(of: (Int, Outcome).self) { group in
            var outcomes: [Int: Outcome] = [:]
            for (position, item) in batch.enumerated() {
                if position >= Self.width, let (id, outcome) = await group.next() { outcomes[id] = outcome }
                if Task.isCancelled || ContinuousClock.now > end { break }
                group.addTask { (item.id, await handOver(item)) }
            }
            for await (id, outcome) in group { outcomes[id] = outcome }
            return outcomes
        }
    }

    /// Hands a message over if it is still wanted now.
    private func handOver(_ item: Item) async -> Outcome {
        do {
            let checks = try tenant.contributions(to: ExtensionPoint.mailChecks)
            let verdict = try await store.read(as: system) { work in
                try HandOver(settings: settings, checks: checks, work: work).verdict(on: item.id)
            }
            switch verdict {
            case .send(let mail): return await send(mail)
            case .withdraw(let cause): return .withdrawn(cause)
            case nil: return .untouched
            }
        } catch is CancellationError {
            return .untouched
        } catch {
            return .failed(error)
        }
    }

    /// The transport's outcome, or `later` if it takes too long, so that one message does not delay all others. The transport
    /// learns this by cancellation.
    private func send(_ mail: OutgoingMail) async -> Outcome {
        // In a separate task, so that the outcome of a running hand-over counts even if delivery is cancelled.
        let race = Task {
            let (outcomes, outcome) = AsyncStream.makeStream(of: Outcome.self)
            let handing = Task { outcome.yield(await attempt(mail)) }
            let deadline = Task {
                try await Task.sleep(for: settings.timeLimit)
                outcome.yield(.later(cause: "no answer in time"))
            }
            defer {
                handing.cancel()
                deadline.cancel()
            }
            return await outcomes.first { _ in true } ?? .later(cause: "no answer")
        }
        return await race.value
    }

    private func attempt(_ mail: OutgoingMail) async -> Outcome {
        do {
            try await settings.transport.send(mail)
            return .sent
        } catch is MailRefusal {
            return .refused
        } catch let deferral as MailDeferral {
            return .later(cause: deferral.description)
        } catch {
            return .later(cause: "\(type(of: error))")
        }
    }

    /// Records the outcomes of a batch, and returns whether more messages may be due.
    private func record(_ batch: [Item], _ outcomes: [Int: Outcome]) async throws -> Bool {
        try await store.write(as: system) { work in
            var (sent, refused): ([Int], [Int]) = ([], [])
            var withdrawn: [WithdrawalReason: [Int]] = [:]
            for item in batch {
                switch outcomes[item.id] {
                case .sent: sent.append(item.id)
                case .refused: refused.append(item.id)
                case .withdrawn(let cause): withdrawn[cause, default: []].append(item.id)
                case .later, .failed:
                    let due = Self.retries.next(after: item.attempts + 1, since: item.queuedAt, at: work.now)
                    guard let due else {
                        refused.append(item.id)
                        continue
                    }
                    try work.run(
                        "UPDATE mail_message SET attempts = attempts + 1, due_at = \(due) WHERE id = \(item.id)")
                    try work.wake(Mail.delivery, at: due)
                case .untouched, nil: break
                }
            }
            try MailRow.end(sent, as: .sent, in: work)
            try MailRow.end(refused, as: .refused, in: work)
            for cause in WithdrawalReason.allCases {
                try MailRow.withdraw(withdrawn[cause] ?? [], because: cause, in: work)
            }
            let hasMore = batch.count == Self.batchSize || outcomes.count < batch.count
            if hasMore { try work.wake(Mail.delivery) }
            return hasMore
        }
    }
}
