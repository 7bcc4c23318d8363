internal import AtriumSystem

/// 256 random bits that open something. The text goes to the person once, and the digest goes into the database.
///
/// Printed, it shows nothing of itself. Code that hands it out uses ``text`` or ``token(of:)``.
public struct Secret: Sendable, Redacted {
    /// The 32 random bytes, for a text in another alphabet.
    public let bytes: [UInt8]
    /// 43 characters `[A-Za-z0-9_-]` (base64url, RFC 4648).
    public let text: String

    /// Makes a secret of 32 random bytes. If `bytes` has fewer, the operating system adds the rest.
    package init(bytes: [UInt8]) {
        self.bytes = SystemRandom.completed(bytes, to: 32)
        text = Base64URL.text(of: self.bytes)
    }

    /// The digest of this secret's text.
    public var digest: [UInt8] { Self.digest(of: text) }

    /// The SHA-256 under which a secret's text is stored and looked up. Every text has a digest, also an unknown one.
    public static func digest(of text: String) -> [UInt8] { SHA256.digest(of: Array(text.utf8)) }
}

extension Secret {
    /// The token `<id>.<secret>`. It names its owner, and opens something there.
    public func token<Noun>(of owner: ID<Noun>) -> String { "\(owner).\(text)" }

    /// The digest of the secret in a token of `owner`; `nil` for every other text, including a token of another owner.
    public static func digest<Noun>(ofToken token: String, of owner: ID<Noun>) -> [UInt8]? {
        // A token is an id of 36 characters, a dot, and a secret of 43. A text of another length is not parsed.
        guard token.utf8.count == 80 else { return nil }
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, ID<Noun>(parts[0]) == owner else { return nil }
        return digest(of: String(parts[1]))
    }
}
