public import Atrium
public import AtriumCalendar

public import struct Foundation.Date

/// A message to one person. Printed, it shows nothing of itself, because its text may contain a secret.
///
/// Names and subject have up to 10,000 bytes, text and HTML up to 600,000 each. What a header cannot contain, such as a line
/// break, is left out of names and subject. It is not refused, because names that people chose may contain it.
public struct MailMessage: Sendable, Equatable, Redacted {
    /// The address of the person. A message to a member goes to the address that the member has when it is sent.
    public var recipient: EmailAddress
    /// The person's name, if it is known.
    public var recipientName: String?
    /// The name that is shown with the sender's address, for example the organization's.
    public var senderName: String?
    /// The language of the text, a tag of BCP 47. Any other text is refused with ``MailError/invalidLanguage``.
    public var language: String?
    /// The subject, as plain text. It is encoded when the message is written.
    public var subject: String
    /// Plain text, with lines of any length and line breaks of any kind.
    public var text: String
    /// The same content as HTML, for programs that show HTML. Other programs show the text. It is the content of the page's
    /// body, and is sent unchanged. So the code that writes it must escape what comes from people.
    public var html: String?
    /// An event for the calendar of the person, which calendar programs take over. Other programs show the text.
    public var calendar: ICalendarMessage?
    /// The member to whom it goes. It is sent only while the member is active, and to the address that the member has then.
    public internal(set) var member: MemberID?
    /// The member who wrote it. Answers go to the author's address, if the author is active when it is sent.
    public internal(set) var author: MemberID?
    /// The kind that the member may opt out of. A message without a kind is sent in any case.
    public internal(set) var kind: MailKind?

    /// Makes a message to a person who need not be a member.
    public init(
        to recipient: EmailAddress, named recipientName: String? = nil, from senderName: String? = nil,
        language: String? = nil, subject: String, text: String, html: String? = nil
    ) {
        self.recipient = recipient
        self.recipientName = recipientName
        self.senderName = senderName
        self.language = language
        self.subject = subject
        self.text = text
        self.html = html
    }

    /// Makes a message to a member. The member cannot opt out of a message without a kind, for example one that a contract
    /// needs.
    public init(
        to member: any Member, kind: MailKind?, by author: MemberID? = nil, from senderName: String? = nil,
        language: String? = nil, subject: String, text: String, html: String? = nil
    ) {
        self.init(
            to: member.email, named: member.name, from: senderName, language: language, subject: subject, text: text,
            html: html)
        (self.member, self.author, self.kind) = (member.id, author, kind)
    }

    /// Throws ``MailError`` if the outbox must refuse the message.
    func check() throws(MailError) {
        if let language, !LanguageTag.isWellFormed(language) { throw .invalidLanguage }
        let headers = [subject, senderName, recipientName].map { $0?.utf8.count ?? 0 }
        guard headers.allSatisfy({ $0 <= 10_000 }) else { throw .longHeader }
        // In quoted-printable, each byte may take more than three bytes, and a row holds 4,000,000.
        guard text.utf8.count <= 600_000, html?.utf8.count ?? 0 <= 600_000 else { throw .longText }
    }
}

/// Why the outbox refuses a message, or why a token changes nothing.
public enum MailError: String, ExplainedError {
    /// The language does not have the form of a tag (`LanguageTag`).
    case invalidLanguage =
        "the language of a mail is a tag of BCP 47 such as 'en' or 'pt-BR'; correct it or leave it out"
    /// The subject or one of the two names is too long.
    case longHeader = "the subject and the names of a mail have 10,000 bytes at most; shorten them"
    /// The text or the HTML is too long.
    case longText = "the text of a mail has 600,000 bytes at most, and so has its HTML; shorten it"

    /// The token is unknown, misspelt or of another organization. The answer is the same for each of these.
    case invalidToken = "this link cannot change anything; sign in and choose there which mail you get"
}

/// A message in the form of RFC 5322, ready for a transport. Printed, it shows nothing of itself.
public struct OutgoingMail: Sendable, Equatable, Redacted {
    /// The Message-ID: `<name@domain>` without the brackets. It is the same for every attempt. The name is `[a-z0-9-]`.
    public let messageID: String
    /// The address that the message comes from.
    public let sender: EmailAddress
    /// The address that the message goes to.
    public let recipient: EmailAddress
    /// Header and body with CRLF line ends, in ASCII only.
    public let content: [UInt8]

    /// Makes a message, for example to try a transport.
    public init(messageID: String, sender: EmailAddress, recipient: EmailAddress, content: [UInt8]) {
        self.messageID = messageID
        self.sender = sender
        self.recipient = recipient
        self.content = content
    }
}

extension OutgoingMail {
    /// Writes a message to a person who need not be a member, without the outbox: for mail that belongs to no organization, such as
    /// a link to sign in.
    ///
    /// Throws ``MailError`` for a message that the outbox would refuse.
    public init(_ message: MailMessage, messageID: String, sender: EmailAddress, date: Date) throws {
        try message.check()
        self.init(
            messageID: messageID, sender: sender, recipient: message.recipient,
            content: InternetMessage(message, messageID: messageID, sender: sender, date: date).bytes)
    }
}

/// The state of a message in the outbox.
public enum MailState: String, Sendable, ColumnValue, CaseIterable {
    /// It waits for its hand-over to the transport, or for the next attempt.
    case waiting
    /// The transport took it. Its text is destroyed.
    case sent
    /// The transport refused it for good, or did not take it within five days and ten attempts. Its text is destroyed.
    case refused
    /// It was taken back, or was no longer wanted, before the transport took it. ``MailRecord/withdrawalReason`` says why. Its text
    /// is destroyed.
    case withdrawn
}

/// What remains of a message: everything except its text and its recipient.
public struct MailRecord: Sendable, Equatable {
    /// The key under which it is in the outbox: `<module>:<what>:<which>`.
    public let key: String
    /// What it is about, as the module that wrote it says it (``MailOccasion``); `nil` if the module does not say it.
    public let occasion: Words?
    /// The Message-ID, without the brackets.
    public let messageID: String
    /// Whether it waits, or how it ended.
    public let state: MailState
    /// When it was put into the outbox.
    public let queuedAt: Date
    /// When it was recorded that the transport took it; `nil` if it was not sent.
    public let sentAt: Date?
    /// How many attempts to hand it over have been recorded.
    public let attempts: Int
    /// Why it was withdrawn; `nil` if it was not.
    public let withdrawalReason: WithdrawalReason?
    /// The member to whom it is; `nil` for mail to an address, such as an invitation, because addresses are not kept.
    public let recipient: MemberID?
    /// The member's name, as far as the principal may view the member.
    public internal(set) var recipientName: String?
}
