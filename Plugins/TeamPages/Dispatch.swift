internal import Atrium
internal import AtriumMail
internal import AtriumMarkup

extension TeamPageService {
    /// How many bytes of text one commit puts into the outbox, about.
    private static let mostBytes = 2_000_000

    /// Sends the oldest message that is not complete to its next recipients, and comes back for the rest.
    ///
    /// Recipients, their mail and the place that was reached are one commit: whatever is killed when, each recipient gets
    /// one mail.
    func dispatch() async throws {
        try await store.write(as: tenant.system("dispatch messages")) { work in
            let waiting = try SentMessage.rows(where: "NOT m.is_complete ORDER BY m.id LIMIT 1", in: work)
            guard let sent = waiting.first else { return }
            try dispatch(sent, in: work)
            try work.wake(TeamPages.dispatch)
        }
    }

    private func dispatch(_ sent: SentMessage, in work: UnitOfWork) throws {
        let limit = max(1, min(limits.pageSize, Self.mostBytes / (2 * sent.message.text.utf8.count)))
        let page = try sent.message.audience.page(at: sent.sentAt, behind: sent.cursor, limit: limit, in: work)
        let letter = MessageLetter(
            sent.message, from: try work.member(sent.sender), of: try work.organization())
        for member in page.members {
            try work.run("INSERT INTO teampages_recipient VALUES (\(sent.id), \(member.id))")
            try mail.enqueue(
                letter.mail(to: member), reason: "teampages:message-\(sent.id):\(member.id)", in: work)
        }
        try work.run(
            """
            UPDATE teampages_message SET recipient_count = recipient_count + \(page.members.count),
                cursor = \(page.last), is_complete = \(page.last == nil) WHERE id = \(sent.id)
            """)
    }
}

/// The mail that brings a message; the same for each recipient but for their name and address.
struct MessageLetter {
    private let subject: String
    private let senderName: String
    private let language: String
    private let text: String
    private let html: String

    init(_ message: Message, from sender: StoredMember?, of organization: any Organization) {
        let markup = Markup(message.text)
        subject = message.subject
        senderName = sender.map { "\(TextRule.isolated($0.name)) (\(TextRule.isolated(organization.name)))" } ?? organization.name
        language = organization.language
        text = markup.plainText
        html = "<div dir=\"auto\">\n\(markup.html)\n</div>"
    }

    func mail(to member: StoredMember) -> MailMessage {
        MailMessage(
            to: member.email, named: member.name, from: senderName, language: language, subject: subject, text: text,
            html: html)
    }
}
