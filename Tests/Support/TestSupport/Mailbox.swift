internal import Atrium
public import AtriumMail
internal import Foundation

/// A mail transport that keeps every mail it gets, as the recipients' mailboxes would.
public final class Mailbox: MailTransport {
    /// The part before the token in a mailed link.
    public static let link = "https://acme.example/join/"

    /// The part before the token in an opt-out link.
    public static let optOutLink = "https://acme.example/mail?token="

    private let received = Locked<[OutgoingMail]>([])
    private let down = Locked(false)

    public init() {}

    /// Whether every send fails.
    public var isDown: Bool {
        get { down.withLock { $0 } }
        set { down.withLock { $0 = newValue } }
    }

    public func send(_ mail: OutgoingMail) async throws {
        if isDown { throw CocoaError(.fileWriteUnknown) }
        received.withLock { $0.append(mail) }
    }

    public var mails: [OutgoingMail] { received.withLock { $0 } }

    /// The token in the newest mail to an address.
    public func token(to address: String) -> String? { token(to: address, behind: Self.link) }

    /// The opt-out token in the newest mail to an address.
    public func optOutToken(to address: String) -> String? {
        token(to: address, behind: Self.optOutLink).map { String($0.prefix { $0 != ">" }) }
    }

    private func token(to address: String, behind start: String) -> String? {
        guard let mail = mails.last(where: { $0.recipient.description == address }) else { return nil }
        // Quoted-printable: a soft line break is "=" at the end of a line.
        let text = String(decoding: mail.content, as: UTF8.self).replacing("=\r\n", with: "")
        guard let link = text.firstRange(of: start) else { return nil }
        return String(text[link.upperBound...].prefix { !$0.isWhitespace })
    }
}
