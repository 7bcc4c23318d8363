internal import AtriumSystem

/// 256 random bits that open something, once: the text goes to the person, the digest into the database.
///
/// It prints nothing of itself: whoever hands it out says ``text`` or ``token(of:)``.
public struct Secret: Sendable, Discreet {
    /// The bits themselves, for what is written in another alphabet.
    public let bytes: [UInt8]
    /// 43 characters `[A-Za-z0-9_-]` (base64url, RFC 4648).
    public let text: String

    /// Of 32 random bytes; the operating system adds what is missing.
    package init(bytes: [UInt8]) {
        self.bytes = SystemRandom.completed(bytes, to: 32)
        text = Base64URL.text(of: self.bytes)
    }

    /// The digest of this secret's text.
    public var digest: [UInt8] { Self.digest(of: text) }

    /// The SHA-256 under which a secret's text is stored and looked up; an unknown text has a digest too.
    public static func digest(of text: String) -> [UInt8] { SHA256.digest(of: Array(text.utf8)) }
}

extension Secret {
    /// `<id>.<secret>`: leads to the one to whom it belongs, and opens something there.
    public func token<Noun>(of owner: ID<Noun>) -> String { "\(owner).\(text)" }

    /// The digest of the secret in a token of `owner`; `nil` for every other text, another owner's token too.
    public static func digest<Noun>(ofToken token: String, of owner: ID<Noun>) -> [UInt8]? {
        // An id of 36 characters, a dot, and 43 of the secret: what is longer is not looked at.
        guard token.utf8.count == 80 else { return nil }
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, ID<Noun>(parts[0]) == owner else { return nil }
        return digest(of: String(parts[1]))
    }
}
