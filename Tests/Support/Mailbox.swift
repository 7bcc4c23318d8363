internal import Atrium
public import AtriumMail
internal import Foundation

/// Keeps what it is handed, as receivers' mailboxes would.
public final class Mailbox: MailTransport {
    /// What stands before the token in a mailed link.
    public static let link = "https://acme.example/join/"

    private let received = Locked<[OutgoingMail]>([])

    public init() {}

    public func send(_ mail: OutgoingMail) async throws { received.withLock { $0.append(mail) } }

    public var mails: [OutgoingMail] { received.withLock { $0 } }

    /// The token in the newest mail to an address.
    public func token(to address: String) -> String? {
        guard let mail = mails.last(where: { $0.recipient.description == address }) else { return nil }
        // Quoted-printable: a soft line break is "=" at the end of a line.
        let text = String(decoding: mail.content, as: UTF8.self).replacing("=\r\n", with: "")
        guard let link = text.firstRange(of: Self.link) else { return nil }
        return String(text[link.upperBound...].prefix { !$0.isWhitespace })
    }
}
