internal import Atrium

internal import struct Foundation.Date

/// Empties the outbox: batches are read, handed over, and settled in one commit each.
struct Delivery: Sendable {
    private static let batchSize = 200
    /// How many messages are handed over at once.
    private static let width = 8

    let store: Store
    let principal: Principal
    let transport: any MailTransport

    private struct Item: Sendable {
        let id: Int
        let attempts: Int
        let mail: OutgoingMail
    }

    private enum Outcome: Sendable {
        case sent, refused, later
    }

    func run(sender: EmailAddress) async throws {
        while true {
            let batch = try await next(from: sender)
            guard !batch.isEmpty else { return }
            let outcomes = await handOver(batch)
            try await settle(batch, outcomes)
        }
    }

    private func next(from sender: EmailAddress) async throws -> [Item] {
        try await store.read(as: principal, .viewMail) { work in
            try work.rows(
                """
                SELECT m.id, m.attempts, m.message_id, c.content FROM mail_message m JOIN mail_content c ON c.id = m.id
                WHERE m.state = 'waiting' AND m.due_at <= \(work.now) ORDER BY m.due_at, m.id LIMIT \(Self.batchSize)
                """
            ) { row in
                let stored = try StoredMail(bytes: try row[3])
                return Item(
                    id: try row[0], attempts: try row[1],
                    mail: OutgoingMail(
                        messageID: try row[2], sender: sender, recipient: stored.recipient, content: stored.content))
            }
        }
    }

    private func handOver(_ batch: [Item]) async -> [Int: Outcome] {
        await withTaskGroup(of: (Int, Outcome).self) { group in
            var outcomes: [Int: Outcome] = [:]
            for (position, item) in batch.enumerated() {
                if position >= Self.width, let (id, outcome) = await group.next() { outcomes[id] = outcome }
                group.addTask { (item.id, await send(item.mail)) }
            }
            for await (id, outcome) in group { outcomes[id] = outcome }
            return outcomes
        }
    }

    private func send(_ mail: OutgoingMail) async -> Outcome {
        do {
            try await transport.send(mail)
            return .sent
        } catch is MailRefusal {
            return .refused
        } catch {
            return .later
        }
    }

    private func settle(_ batch: [Item], _ outcomes: [Int: Outcome]) async throws {
        try await store.write(as: principal, .viewMail) { work in
            try Self.settle(batch.map(\.id).filter { outcomes[$0] == .sent }, as: .sent, in: work)
            try Self.settle(batch.map(\.id).filter { outcomes[$0] == .refused }, as: .refused, in: work)
            for item in batch where outcomes[item.id] == .later {
                // One minute, two, four … up to about a day.
                let due = work.now.addingTimeInterval(60 * Double(1 << min(item.attempts, 10)))
                try work.run(
                    "UPDATE mail_message SET attempts = attempts + 1, due_at = \(due) WHERE id = \(item.id)")
                try work.wake(Mail.delivery, at: due)
            }
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
