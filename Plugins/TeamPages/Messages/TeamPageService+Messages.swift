public import Atrium
internal import AtriumMail
internal import AtriumMarkup
internal import Foundation

extension TeamPageService {
    /// Shows how many people would get a message, and how it would look.
    ///
    /// Administrators write to everybody, supervisors to their teams and to the people in them.
    public func preview(_ message: Message, as principal: Principal) async throws -> MessagePreview {
        try await check(message, as: principal)
        var (count, optedOut) = (0, 0)
        var last: MemberID?
        repeat {
            let start = last
            let page = try await store.read(as: principal, .sendMessages, in: .anywhere) { work in
                try message.audience.require(in: work)
                let page = try message.audience.page(at: work.now, after: start, limit: limits.pageSize, in: work)
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

    /// Sends a message by mail to each member of the audience, in the sender's name.
    ///
    /// The audience is fixed at this moment. People who join it later do not get the message. People who leave a team after
    /// this moment still get it. Members who are no longer active when their turn comes are left out, and so are members who
    /// get no messages by their own choice. Sending continues in the background, with one page of recipients in each commit.
    ///
    /// Replies go to the sender's address while the sender is active.
    ///
    /// If the sender repeats a message under the same `operation`, nothing is sent, and the id of the sent message is returned.
    /// Throws ``MessageError``, `TeamError` or `MemberError`.
    @discardableResult
    public func send(
        _ message: Message, operation: ID<Message>? = nil, as principal: Principal
    ) async throws -> ID<SentMessage> {
        try await check(message, as: principal)
        return try await store.write(as: principal, .sendMessages, in: .anywhere) { work in
            guard let sender = principal.member else { throw MessageError.noSender }
            // Checked first: a sent message stays sent, even if its audience has changed.
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

    /// Sends a message in the name of a member, in a unit of another module that does what the member approved before. The
    /// member needs the permission at this moment. The unit of the caller has to make sure that it happens once. Throws like
    /// ``send(_:operation:as:)``.
    @discardableResult
    public func send(_ message: Message, by sender: MemberID, in work: UnitOfWork) throws -> ID<SentMessage> {
        try store.within(work) { own in
            try message.audience.require(in: own, by: .member(sender))
            try message.check()
            try requireRate(of: sender, in: own)
            return try store(message, nil, by: sender, in: own)
        }
    }

    /// Checks the permission before the text, because the text takes longer.
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
        try work.setSubject("message", id)
        try work.wake(TeamPages.sending)
        return id
    }

    // MARK: - Sent messages

    /// One page of the sent messages, the newest first. An administrator sees all messages. A supervisor sees the messages to
    /// their teams alone, and their own messages to single members. A page has at most 50 messages.
    public func messages(
        from cursor: MessagePage.Cursor? = nil, limit: Int = 50, as principal: Principal
    ) async throws -> MessagePage {
        try await store.read(as: principal, .sendMessages, in: .anywhere) { work in
            let limit = min(max(limit, 1), limits.pageSize, 50)
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

    /// One page of the people for whom mail of a message was written so far. Throws ``MessageError/unknown`` if the principal
    /// may not see the message. A page has at most 500 people.
    public func recipients(
        of id: ID<SentMessage>, from cursor: RecipientPage.Cursor? = nil, limit: Int = 500, as principal: Principal
    ) async throws -> RecipientPage {
        let limit = min(max(limit, 1), limits.pageSize)
        return try await store.read(as: principal, .sendMessages, in: .anywhere) { work in
            let isSeen = SentMessage.isSeen(try work.reach(of: .sendMessages), by: principal)
            guard try !SentMessage.rows(where: "m.id = \(id) AND \(isSeen)", in: work).isEmpty else {
                throw MessageError.unknown
            }
            if let cursor, cursor.position.first != id { throw CursorError.otherList }
            let rows = try work.rows(
                """
                SELECT member_id, is_missed FROM teampages_recipient
                WHERE message_id = \(id) AND member_id > \(cursor?.position.second.description ?? "")
                ORDER BY member_id LIMIT \(limit + 1)
                """, as: MemberID.self, Bool.self)
            let shown = rows.prefix(limit)
            let recipients = try shown.map { member, isMissed in
                MessageRecipient(member: member, name: try work.member(member)?.name ?? "", isMissed: isMissed)
            }
            let next = rows.count > limit ? shown.last.map { member, _ in PagePosition(id, member) } : nil
            return RecipientPage(recipients: recipients, next: next.map(RecipientPage.Cursor.init(after:)))
        }
    }
}
