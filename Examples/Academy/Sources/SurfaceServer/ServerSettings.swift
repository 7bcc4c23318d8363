public import Atrium
public import Foundation

/// What an operator decides about the server.
public struct ServerSettings: Sendable {
    /// The name of the product, which people read before they enter an organization.
    public var product: String
    /// The address under which browsers reach the server: `https://training.example`, without a slash at its end.
    public var origin: String
    /// Mails the link with which a person signs in.
    public var mailLink: @Sendable (EmailAddress, _ link: String) async throws -> Void
    /// Tells the time.
    public var now: @Sendable () -> Date = { Date() }
    /// Makes a text of 32 random bytes.
    public var randomToken: @Sendable () -> String = {
        (0..<32).map { _ in
            let text = String(UInt8.random(in: .min ... .max), radix: 16)
            return text.count == 1 ? "0\(text)" : text
        }.joined()
    }

    /// Makes settings.
    public init(
        product: String, origin: String, mailLink: @escaping @Sendable (EmailAddress, String) async throws -> Void
    ) { (self.product, self.origin, self.mailLink) = (product, origin, mailLink) }

    /// Whether browsers reach the server through TLS, so that cookies are sent through TLS only.
    var isSecure: Bool { origin.hasPrefix("https://") }
}
