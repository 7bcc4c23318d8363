public import Atrium

/// The outbox of one organization.
///
/// A message is written once for each key, in the commit of the change that it tells about. Its text is kept only until the
/// transport has taken it. At the hand-over, two things decide whether the message is still wanted: the state and choice of the
/// member to whom it goes, and the answer of the module that wrote it (``MailCheck``).
public struct MailService: Sendable {
    let tenant: TenantContext
    let delivery: OutboxSender
    let settings: Mail

    var store: Store { tenant.store }

    /// The address that all mail comes from.
    public var sender: EmailAddress { settings.sender }

    /// Puts a message into the outbox, in a unit of another module. A message with a known key changes nothing.
    ///
    /// It is a consequence of the caller's act, and checks no permission. The key is `<module>:<what>:<which>`, without
    /// personal data. Throws ``MailError`` before anything is written.
    public func enqueue(_ message: MailMessage, key: String, in work: UnitOfWork) throws {
        try message.check()
        try store.within(work) { own in
            let digest = Secret.digest(of: key)
            guard try own.run("INSERT INTO mail_key VALUES (\(digest)) ON CONFLICT DO NOTHING") == 1 else { return }
            let name: ID<MailMessage> = try own.newID()
            let messageID = "\(name)@\(settings.sender.description.split(separator: "@")[1])"
            try own.run(
                """
                INSERT INTO mail_message (key, message_id, state, queued_at, due_at, member_id, author_id, kind)
                VALUES (\(key), \(messageID), \(MailState.waiting), \(own.now), \(own.now), \(message.member),
                    \(message.author), \(message.kind))
                """)
            let secret = try makeLink(for: message, in: own)
            let mail = InternetMessage(message, messageID: messageID, sender: settings.sender, date: own.now)
            let stored = StoredMail(
                recipient: message.recipient, optOutToken: secret?.token(of: tenant.organization), content: mail.bytes)
            try own.run(
                """
                INSERT INTO mail_content
                SELECT id, \(stored.bytes) FROM mail_message WHERE message_id = \(messageID)
                """)
            try own.wake(Mail.delivery)
        }
    }

    /// Makes the secret of the link that opts out of the message's kind; `nil` if the message has no such link.
    private func makeLink(for message: MailMessage, in own: UnitOfWork) throws -> Secret? {
        guard settings.optOutLink != nil, let kind = message.kind, let member = message.member else { return nil }
        let secret = tenant.makeSecret()
        try own.run("INSERT INTO mail_link VALUES (\(secret.digest), \(member), \(kind))")
        return secret
    }

    /// Takes back messages that still wait, by their keys. It is a consequence of the caller's act, and checks no
    /// permission.
    public func withdraw(_ keys: [String], because cause: WithdrawalReason = .outdated, in work: UnitOfWork) throws {
        try store.within(work) { own in
            try withdraw("key IN (SELECT value FROM json_each(\(json: keys)))", because: cause, in: own)
        }
    }

    /// Withdraws the messages that wait for a member who was removed.
    func forget(_ member: MemberID, in work: UnitOfWork) throws {
        try withdraw("member_id = \(member)", because: .removed, in: work)
    }

    /// Withdraws the messages that wait and were written by a member who is erased.
    func forgetAuthor(_ member: MemberID, in work: UnitOfWork) throws {
        try withdraw("author_id = \(member)", because: .removed, in: work)
    }

    private func withdraw(_ condition: SQL, because cause: WithdrawalReason, in work: UnitOfWork) throws {
        let ids = try work.rows("SELECT id FROM mail_message WHERE state = 'waiting' AND \(condition)", as: Int.self)
        try MailRow.withdraw(ids, because: cause, in: work)
    }

    /// The messages in a state, or all messages, the newest first, 1,000 at most. The principal sees the names of the recipients
    /// whom it may view.
    public func list(_ state: MailState? = nil, as principal: Principal) async throws -> [MailRecord] {
        let occasions = try tenant.contributions(to: ExtensionPoint.mailOccasions)
        return try await store.read(as: principal, .viewMail) { work in
            let records = try work.rows(
                """
                SELECT key, message_id, state, queued_at, sent_at, attempts, withdrawal_reason, member_id FROM mail_message
                WHERE \(state) IS NULL OR state = \(state) ORDER BY id DESC LIMIT 1000
                """
            ) { row in
                let key: String = try row[0]
                return MailRecord(
                    key: key, occasion: occasions.first { key.hasPrefix($0.prefix) }?.words, messageID: try row[1],
                    state: try row[2], queuedAt: try row[3],
                    sentAt: try row[4], attempts: try row[5], withdrawalReason: try row[6], recipient: try row[7])
            }
            let names = try work.names(of: records.compactMap(\.recipient))
            return records.map { record in
                var record = record
                record.recipientName = record.recipient.flatMap { names[$0] }
                return record
            }
        }
    }

    /// Hands everything that is due to the transport. `platform.run()` does this by itself.
    public func deliver() async throws { try await delivery.run() }

    func deliverBatch() async throws { try await delivery.runBatch() }
}
