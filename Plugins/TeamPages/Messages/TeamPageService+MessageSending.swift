internal import Atrium
internal import AtriumMail
internal import AtriumMarkup

extension TeamPageService {
    /// The approximate maximum of bytes of text that one commit puts into the outbox.
    private static let mostBytes = 2_000_000

    /// Sends the oldest incomplete message to its next recipients, and schedules itself again for the rest.
    ///
    /// The recipients, their mail and the cursor are in one commit. Therefore each recipient gets one mail, even if the process
    /// is killed.
    func sendWaitingMessages() async throws {
        try await store.write(as: tenant.system("send messages")) { work in
            let waiting = try SentMessage.rows(where: "NOT m.is_complete ORDER BY m.id LIMIT 1", in: work)
            guard let sent = waiting.first else { return }
            try enqueue(sent, in: work)
            try work.wake(TeamPages.sending)
        }
    }

    private func enqueue(_ sent: SentMessage, in work: UnitOfWork) throws {
        let limit = max(1, min(limits.pageSize, Self.mostBytes / (2 * sent.message.text.utf8.count)))
        let page = try sent.message.audience.page(at: sent.sentAt, after: sent.cursor, limit: limit, in: work)
        let letter = MessageLetter(
            sent.message, from: try work.member(sent.sender), of: try work.organization())
        for member in page.members {
            try work.run("INSERT INTO teampages_recipient VALUES (\(sent.id), \(member.id), 0)")
            try mail.enqueue(
                letter.mail(to: member), key: "teampages:message-\(sent.id):\(member.id)", in: work)
        }
        try work.run(
            """
            UPDATE teampages_message SET recipient_count = recipient_count + \(page.members.count),
                cursor = \(page.last), is_complete = \(page.last == nil) WHERE id = \(sent.id)
            """)
    }

    /// Records the recipients whose mail was withdrawn, for example because they left or get no messages by their own choice.
    func noteMissed(_ events: [MailWithdrawn], in work: UnitOfWork) throws {
        for event in events {
            let parts = event.key.split(separator: ":")
            guard parts.count == 3, parts[0] == "teampages", parts[1].hasPrefix("message-"),
                let message = ID<SentMessage>(parts[1].dropFirst("message-".count)), let member = MemberID(parts[2])
            else { continue }
            let count = try work.run(
                """
                UPDATE teampages_recipient SET is_missed = 1
                WHERE (message_id, member_id) = (\(message), \(member)) AND NOT is_missed
                """)
            if count == 0 { continue }
            try work.run("UPDATE teampages_message SET missed_count = missed_count + 1 WHERE id = \(message)")
        }
    }
}

/// The mail with a message. It is the same for each recipient, except for the name and address.
struct MessageLetter {
    private let subject: String
    private let senderName: String
    private let author: MemberID?
    private let language: String
    private let text: String
    private let html: String

    init(_ message: Message, from sender: (any Member)?, of organization: any Organization) {
        let markup = Markup(message.text)
        subject = message.subject
        let name = TextRule.isolated(organization.name)
        senderName = sender.map { "\(TextRule.isolated($0.name)) (\(name))" } ?? organization.name
        author = sender?.id
        language = organization.language
        text = markup.plainText
        html = "<div dir=\"auto\">\n\(markup.html)\n</div>"
    }

    func mail(to member: any Member) -> MailMessage {
        MailMessage(
            to: member, kind: .messages, by: author, from: senderName, language: language, subject: subject, text: text,
            html: html)
    }
}
