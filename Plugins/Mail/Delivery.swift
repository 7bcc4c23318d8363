internal import Atrium

internal import struct Foundation.Date

/// Empties the outbox: batches are read, handed over, and settled in one commit each.
struct Delivery: Sendable {
    private static let batchSize = 200
    /// How many messages are handed over at once.
    private static let width = 8
    /// How long a batch hands messages over.
    private static let batchTime = Duration.seconds(60)
    /// In seconds: the longest time from one attempt to the next.
    private static let longestDelay = 60 * 1024.0
    /// When it gives a message up: after so long and so many attempts.
    private static let patience = (seconds: 5 * 86_400.0, attempts: 10)

    let store: Store
    let system: SystemPrincipal
    let transport: any MailTransport
    /// How long the transport may take for a message.
    let timeLimit: Duration

    private struct Item: Sendable {
        let id: Int
        let attempts: Int
        let queuedAt: Date
        let mail: OutgoingMail

        /// When the next attempt is due after one that failed: in one minute, two, four … up to about a day, the last one
        /// when patience ends; `nil` for never.
        func next(after now: Date) -> Date? {
            let end = queuedAt.addingTimeInterval(patience.seconds)
            let next = now.addingTimeInterval(min(60 * Double(1 << min(attempts, 10)), longestDelay))
            if now < end { return min(next, end) }
            return attempts + 1 < patience.attempts ? next : nil
        }
    }

    private enum Outcome: Sendable {
        case sent, refused, later
    }

    /// Hands over everything that is due.
    func run(sender: EmailAddress) async throws {
        while try await runBatch(sender: sender) { try Task.checkCancellation() }
    }

    /// Hands over a batch of what is due and returns whether there may be more, which has woken the next one then. It takes
    /// a minute and the transport's time limit at most.
    @discardableResult
    func runBatch(sender: EmailAddress) async throws -> Bool {
        let batch = try await next(from: sender)
        guard !batch.isEmpty else { return false }
        let outcomes = await handOver(batch)
        // In a task of its own: what was handed over is recorded, even if delivery is cancelled.
        return try await Task { try await settle(batch, outcomes) }.value
    }

    private func next(from sender: EmailAddress) async throws -> [Item] {
        try await store.read(as: system) { work in
            let due = try items("m.due_at <= \(work.now)", from: sender, in: work)
            // What a clock that was once ahead put off is due as well.
            let longest = work.now.addingTimeInterval(Self.longestDelay)
            return due.isEmpty ? try items("m.due_at > \(longest)", from: sender, in: work) : due
        }
    }

    private func items(_ condition: SQL, from sender: EmailAddress, in work: UnitOfWork) throws -> [Item] {
        try work.rows(
            """
            SELECT m.id, m.attempts, m.queued_at, m.message_id, c.content
            FROM mail_message m JOIN mail_content c ON c.id = m.id
            WHERE m.state = 'waiting' AND \(condition) ORDER BY m.due_at, m.id LIMIT \(Self.batchSize)
            """
        ) { row in
            let stored = try StoredMail(bytes: try row[4])
            return Item(
                id: try row[0], attempts: try row[1], queuedAt: try row[2],
                mail: OutgoingMail(
                    messageID: try row[3], sender: sender, recipient: stored.recipient, content: stored.content))
        }
    }

    /// Hands messages over until all are, the time for a batch is up, or the task is cancelled.
    private func handOver(_ batch: [Item]) async -> [Int: Outcome] {
        let end = ContinuousClock.now + Self.batchTime
        return await withTaskGroup(of: (Int, Outcome).self) { group in
            var outcomes: [Int: Outcome] = [:]
            for (position, item) in batch.enumerated() {
                if position >= Self.width, let (id, outcome) = await group.next() { outcomes[id] = outcome }
                if Task.isCancelled || ContinuousClock.now > end { break }
                group.addTask { (item.id, await send(item.mail)) }
            }
            for await (id, outcome) in group { outcomes[id] = outcome }
            return outcomes
        }
    }

    /// The transport's outcome, or `later` when it takes too long: a message that hangs does not hold up all others. The
    /// transport is told by cancellation.
    private func send(_ mail: OutgoingMail) async -> Outcome {
        // In a task of its own: when delivery is cancelled, the outcome of what is being handed over still counts.
        let race = Task {
            let (outcomes, outcome) = AsyncStream.makeStream(of: Outcome.self)
            let handing = Task { outcome.yield(await attempt(mail)) }
            let deadline = Task {
                try await Task.sleep(for: timeLimit)
                outcome.yield(.later)
            }
            defer {
                handing.cancel()
                deadline.cancel()
            }
            return await outcomes.first { _ in true } ?? .later
        }
        return await race.value
    }

    private func attempt(_ mail: OutgoingMail) async -> Outcome {
        do {
            try await transport.send(mail)
            return .sent
        } catch is MailRefusal {
            return .refused
        } catch {
            return .later
        }
    }

    /// Records what became of a batch, and returns whether there may be more that is due.
    private func settle(_ batch: [Item], _ outcomes: [Int: Outcome]) async throws -> Bool {
        try await store.write(as: system) { work in
            var refused = batch.map(\.id).filter { outcomes[$0] == .refused }
            for item in batch where outcomes[item.id] == .later {
                guard let due = item.next(after: work.now) else {
                    refused.append(item.id)
                    continue
                }
                try work.run(
                    "UPDATE mail_message SET attempts = attempts + 1, due_at = \(due) WHERE id = \(item.id)")
                try work.wake(Mail.delivery, at: due)
            }
            try Self.settle(batch.map(\.id).filter { outcomes[$0] == .sent }, as: .sent, in: work)
            try Self.settle(refused, as: .refused, in: work)
            let hasMore = batch.count == Self.batchSize || outcomes.count < batch.count
            if hasMore { try work.wake(Mail.delivery) }
            return hasMore
        }
    }

    /// Records the end of messages and destroys their texts.
    ///
    /// A text is overwritten by as many zeros where it stands. The rows go only when none of them holds a text any more:
    /// deleting one among others may move these to another page and leave a copy behind.
    static func settle(_ ids: [Int], as state: MailState, in work: UnitOfWork) throws {
        guard !ids.isEmpty else { return }
        let sentAt = state == .sent ? work.now : Date?.none
        try work.run(
            """
            UPDATE mail_message SET state = \(state), sent_at = \(sentAt), attempts = attempts + 1
            WHERE id IN (SELECT value FROM json_each(\(json: ids)))
            """)
        try work.run(
            """
            UPDATE mail_content SET content = zeroblob(length(content))
            WHERE id IN (SELECT value FROM json_each(\(json: ids)))
            """)
        let waiting = try work.one(
            "SELECT EXISTS (SELECT 1 FROM mail_message WHERE state = 'waiting')", as: Bool.self)
        if !waiting { try work.run("DELETE FROM mail_content") }
    }
}

/// How a message lies in its row: the recipient's address, a line feed, and the message as it goes out.
struct StoredMail {
    let recipient: EmailAddress
    let content: [UInt8]

    init(recipient: EmailAddress, content: [UInt8]) {
        self.recipient = recipient
        self.content = content
    }

    init(bytes: [UInt8]) throws {
        let line = bytes.prefix { $0 != UInt8(ascii: "\n") }
        recipient = try EmailAddress(String(decoding: line, as: UTF8.self))
        content = Array(bytes.dropFirst(line.count + 1))
    }

    var bytes: [UInt8] { Array(recipient.description.utf8) + [UInt8(ascii: "\n")] + content }
}
