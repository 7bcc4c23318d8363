internal import AtriumStorage
internal import Foundation

/// 256 random bits that open something, once: the text goes to the person, the digest into the database.
public struct Secret: Sendable {
    /// The bits themselves, for what is written in another alphabet.
    public let bytes: [UInt8]
    /// 43 characters `[A-Za-z0-9_-]` (base64url, RFC 4648).
    public let text: String

    package init(bytes: [UInt8]) {
        self.bytes = bytes
        let base64 = Data(bytes).base64EncodedString()
        text = base64.replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
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
        // By bytes and with a limit, because anybody may send one, of any length: an id, a point and a secret have 80 bytes.
        guard token.utf8.count <= 200 else { return nil }
        let parts = token.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 2, ID<Noun>(Substring(parts[0])) == owner else { return nil }
        return digest(of: String(Substring(parts[1])))
    }
}
