public import Atrium

public import struct Foundation.Date

/// What is to be sent to one person. Printed, it shows nothing of itself: its text may open something.
///
/// Names and subject hold up to 10,000 bytes, text and HTML 600,000 each. What a header cannot hold, such as line breaks, is
/// left out of names and subject, because they are what people are called.
public struct MailMessage: Sendable, Equatable, Discreet {
    public var recipient: EmailAddress
    /// The person's name, as far as it is known.
    public var recipientName: String?
    /// The name beside the sender's address, for example the organization's.
    public var senderName: String?
    /// The language of the text, a tag of BCP 47; any other text is refused with ``MailError/invalidLanguage``.
    public var language: String?
    public var subject: String
    /// Plain text; lines of any length, ended by any line break.
    public var text: String
    /// The same as HTML, for programs that show it; the text stays for the others. It is what stands in the page's body, and
    /// is sent as it is: whoever writes it escapes what comes from people.
    public var html: String?
    /// The member to whom it goes. It is sent only while they are active, and to the address that they have then.
    public internal(set) var member: MemberID?
    /// The member who wrote it: answers go to their address, if they are active when it is sent.
    public internal(set) var author: MemberID?
    /// What the member may opt out of; what has no kind is sent whatever they chose.
    public internal(set) var kind: MailKind?

    /// A message to somebody who need not be a member.
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

    /// A message to a member; without a kind it is what they cannot opt out of, such as what a contract needs.
    public init(
        to member: StoredMember, kind: MailKind?, by author: MemberID? = nil, from senderName: String? = nil,
        language: String? = nil, subject: String, text: String, html: String? = nil
    ) {
        self.init(
            to: member.email, named: member.name, from: senderName, language: language, subject: subject, text: text,
            html: html)
        (self.member, self.author, self.kind) = (member.id, author, kind)
    }

    /// Throws ``MailError``.
    func check() throws(MailError) {
        if let language, !LanguageTag.isWellFormed(language) { throw .invalidLanguage }
        let headers = [subject, senderName, recipientName].map { $0?.utf8.count ?? 0 }
        guard headers.allSatisfy({ $0 <= 10_000 }) else { throw .longHeader }
        // Written as quoted-printable, each byte may take more than three, and a row holds 4,000,000.
        guard text.utf8.count <= 600_000, html?.utf8.count ?? 0 <= 600_000 else { throw .longText }
    }
}

/// Why the outbox takes no message, or a token opens nothing.
public enum MailError: String, Error, CustomStringConvertible {
    case invalidLanguage =
        "the language of a mail is a tag of BCP 47 such as 'en' or 'pt-BR'; correct it or leave it out"
    case longHeader = "the subject and the names of a mail have 10,000 bytes at most; shorten them"
    case longText = "the text of a mail has 600,000 bytes at most, and so has its HTML; shorten it"

    /// The same answer to an unknown, foreign and misspelt token.
    case invalidToken = "this link leads to nothing that can be changed; sign in and choose there which mail you get"

    public var description: String { rawValue }
}

/// A message in the form of RFC 5322, ready for a transport. Printed, it shows nothing of itself.
public struct OutgoingMail: Sendable, Equatable, Discreet {
    /// The same for every attempt: `<name@domain>` without the brackets. The name is `[a-z0-9-]`.
    public let messageID: String
    public let sender: EmailAddress
    public let recipient: EmailAddress
    /// Header and body with CRLF line ends, all of it ASCII.
    public let content: [UInt8]

    public init(messageID: String, sender: EmailAddress, recipient: EmailAddress, content: [UInt8]) {
        self.messageID = messageID
        self.sender = sender
        self.recipient = recipient
        self.content = content
    }
}

/// Where a message stands.
public enum MailState: String, Sendable, ColumnValue {
    case waiting
    /// The transport took it; its text is gone.
    case sent
    /// The transport refused it for good, or did not take it within five days; its text is gone.
    case refused
    /// It was taken back, or not wanted any more, before the transport had it: ``MailRecord/dropReason`` says why. Its text
    /// is gone.
    case withdrawn
}

/// What stays of a message: everything but its text and recipient.
public struct MailRecord: Sendable, Equatable {
    public let reason: String
    public let messageID: String
    public let state: MailState
    public let queuedAt: Date
    public let sentAt: Date?
    public let attempts: Int
    /// Why it was not sent, if it was withdrawn.
    public let dropReason: MailDrop?
}
