public import Atrium

public import struct Foundation.Date

/// What is to be sent to one person.
public struct MailMessage: Sendable, Equatable {
    public var recipient: EmailAddress
    /// The person's name, as far as it is known.
    public var recipientName: String?
    /// The name beside the sender's address, for example the organization's.
    public var senderName: String?
    /// The language of the text, a tag of BCP 47.
    public var language: String?
    public var subject: String
    /// Plain text; lines of any length, ended by any line break.
    public var text: String
    /// The same as HTML, for programs that show it; the text stays for the others. It is what stands in the page's body, and
    /// is sent as it is: whoever writes it escapes what comes from people.
    public var html: String?

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
}

/// A message in the form of RFC 5322, ready for a transport.
public struct OutgoingMail: Sendable, Equatable {
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
    /// It was taken back before the transport had it; its text is gone.
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
}
