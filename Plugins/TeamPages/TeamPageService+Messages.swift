public import Atrium
internal import AtriumMail
internal import AtriumMarkup
internal import Foundation

extension TeamPageService {
    /// Says how many people would get a message, and how it would look.
    ///
    /// Administrators write to everybody, supervisors to their teams and to the people in them.
    public func preview(_ message: Message, as principal: Principal) async throws -> MessagePreview {
        try await check(message, as: principal)
        var (count, optedOut) = (0, 0)
        var last: MemberID?
        repeat {
            let behind = last
            let page = try await store.read(as: principal, .sendMessages, in: .anywhere) { work in
                try message.audience.require(in: work)
                let page = try message.audience.page(at: work.now, behind: behind, limit: limits.pageSize, in: work)
                let optedOut = try page.members.count { try mail.hasOptedOut(of: .messages, $0.id, in: work) }
                return (count: page.members.count - optedOut, optedOut: optedOut, last: page.last)
            }
            count += page.count
            optedOut += page.optedOut
            last = page.last
        } while last != nil
        let markup = Markup(message.text)
        return MessagePreview(
            recipientCount: count, optedOutCount: optedOut, html: markup.html, plainText: markup.plainText)
    }

    /// Sends a message, in the sender's name, by mail to each member of the audience.
    ///
    /// The audience is that of this moment: who joins it later gets nothing, and who leaves a team right after does. Who is
    /// not active any more when their turn comes is left out, as is who gets no messages by their own choice. Sending goes
    /// on in the background, a page of recipients in each commit.
    ///
    /// Answers go to the sender's address, as long as they are active.
    ///
    /// Repeating a message under the same `operation` sends nothing, and returns what was sent. Throws ``MessageError``,
    /// `TeamError` or `MemberError`.
    @discardableResult
    public func send(
        _ message: Message, operation: ID<Message>? = nil, as principal: Principal
    ) async throws -> ID<SentMessage> {
        try await check(message, as: principal)
        return try await store.write(as: principal, .sendMessages, in: .anywhere) { work in
            guard let sender = principal.member else { throw MessageError.noSender }
            // First of all: what was sent stays so, whatever has become of its audience.
            let earlier = try SentMessage.rows(where: "(m.sender, m.operation) = (\(sender), \(operation))", in: work)
            if let earlier = earlier.first {
                guard earlier.message == message else { throw MessageError.operationUsed }
                return earlier.id
            }
            try message.audience.require(in: work)
            try requireRate(of: sender, in: work)
            return try store(message, operation, by: sender, in: work)
        }
    }

    /// Reads the text once the permission is held: reading takes longer than asking.
    private func check(_ message: Message, as principal: Principal) async throws {
        try await store.read(as: principal, .sendMessages, in: .anywhere) { _ in }
        try message.check()
    }

    private func requireRate(of sender: MemberID, in work: UnitOfWork) throws {
        let count = try work.one(
            """
            SELECT count(*) FROM teampages_message
            WHERE sender = \(sender) AND sent_at > \(work.now.addingTimeInterval(-86_400)) AND sent_at <= \(work.now)
            """, as: Int.self)
        guard count < limits.messagesPerDay else { throw MessageError.tooMany(perDay: limits.messagesPerDay) }
    }

    private func store(
        _ message: Message, _ operation: ID<Message>?, by sender: MemberID, in work: UnitOfWork
    ) throws -> ID<SentMessage> {
        let id: ID<SentMessage> = try work.newID()
        try work.run(
            """
            INSERT INTO teampages_message (id, sender, operation, audience, sent_at, subject, text)
            VALUES (\(id), \(sender), \(operation), \(message.audience.kind), \(work.now), \(message.subject), \(message.text))
            """)
        try work.run(
            "INSERT INTO teampages_target SELECT \(id), value FROM json_each(\(json: message.audience.targets))")
        try work.about("message", id)
        try work.wake(TeamPages.dispatch)
        return id
    }

    // MARK: - What was sent

    /// A page of the messages that were sent, the newest first: an administrator sees all, a supervisor those to their teams
    /// alone, and their own to single members.
    public func messages(from cursor: MessagePage.Cursor? = nil, as principal: Principal) async throws -> MessagePage {
        try await store.read(as: principal, .sendMessages, in: .anywhere) { work in
            let limit = min(limits.pageSize, 50)
            let isSeen = SentMessage.isSeen(try work.reach(of: .sendMessages), by: principal)
            let messages = try SentMessage.rows(
                where: """
                    \(isSeen) AND (\(cursor == nil) OR m.id < \(cursor?.position)) ORDER BY m.id DESC LIMIT \(limit + 1)
                    """, in: work)
            let shown = messages.prefix(limit)
            let next = messages.count > limit ? shown.last.map { MessagePage.Cursor(after: $0.id) } : nil
            return MessagePage(messages: Array(shown), next: next)
        }
    }

    /// A page of those to whom a message went so far, for who sees it; ``MessageError/unknown`` for others.
    public func recipients(
        of id: ID<SentMessage>, from cursor: RecipientPage.Cursor? = nil, as principal: Principal
    ) async throws -> RecipientPage {
        try await store.read(as: principal, .sendMessages, in: .anywhere) { work in
            let isSeen = SentMessage.isSeen(try work.reach(of: .sendMessages), by: principal)
            guard try !SentMessage.rows(where: "m.id = \(id) AND \(isSeen)", in: work).isEmpty else {
                throw MessageError.unknown
            }
            if let cursor, cursor.position.first != id { throw CursorError.otherList }
            let rows = try work.rows(
                """
                SELECT member_id, is_missed FROM teampages_recipient
                WHERE message_id = \(id) AND member_id > \(cursor?.position.second.description ?? "")
                ORDER BY member_id LIMIT \(limits.pageSize + 1)
                """, as: MemberID.self, Bool.self)
            let shown = rows.prefix(limits.pageSize)
            let recipients = try shown.map { member, isMissed in
                MessageRecipient(member: member, name: try work.member(member)?.name ?? "", isMissed: isMissed)
            }
            let next = rows.count > limits.pageSize ? shown.last.map { PagePosition(id, $0.0) } : nil
            return RecipientPage(recipients: recipients, next: next.map(RecipientPage.Cursor.init(after:)))
        }
    }
}
