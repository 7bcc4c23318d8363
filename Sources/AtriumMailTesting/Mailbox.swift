internal import Atrium
public import AtriumMail
internal import Foundation

/// A mail transport that keeps the messages in memory, as the mailboxes of their recipients would.
///
/// ```swift
/// let mailbox = Mailbox()
/// let modules: [any Module] = [
///     Seats(), Mail(sender: try EmailAddress("no-reply@acme.example"), transport: mailbox),
///     Invitations { "https://acme.example/join/\($0)" },
/// ]
/// try await withTemporaryPlatform(modules) { test in
///     let acme = try await test.organization()
///     try await acme[Mail.self].deliver()
///     let token = mailbox.word(after: "https://acme.example/join/", to: "founder@acme.example")
/// }
/// ```
public final class Mailbox: MailTransport {
    private let received = Locked<[OutgoingMail]>([])
    private let down = Locked(false)

    /// An empty mailbox.
    public init() {}

    /// Whether every message is turned away, as by a server that is down. Turned away messages are tried again later.
    public var isDown: Bool {
        get { down.withLock { $0 } }
        set { down.withLock { $0 = newValue } }
    }

    public func send(_ mail: OutgoingMail) async throws {
        if isDown { throw MailboxIsDown() }
        received.withLock { $0.append(mail) }
    }

    /// All messages, the oldest first.
    public var mails: [OutgoingMail] { received.withLock { $0 } }

    /// The text between `start` and the next blank in the newest message to an address; `nil` if there is none. That is how a
    /// test finds the token at the end of a mailed link.
    public func word(after start: String, to address: String) -> String? {
        guard let mail = mails.last(where: { $0.recipient.description == address }) else { return nil }
        // Quoted-printable: a soft line break is "=" at the end of a line.
        let text = String(decoding: mail.content, as: UTF8.self).replacing("=\r\n", with: "")
        guard let found = text.firstRange(of: start) else { return nil }
        return String(text[found.upperBound...].prefix { !$0.isWhitespace })
    }
}

/// The mailbox was told to be down.
struct MailboxIsDown: Error {}
