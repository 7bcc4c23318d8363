/// 256 random bits that open something, once: the text goes to the person, the digest into the database.
public struct Secret: Sendable {
    /// 43 characters `[A-Za-z0-9_-]` (base64url, RFC 4648).
    public let text: String

    init(bytes: [UInt8]) {
        text = Self.encode(bytes)
    }

    /// The digest of this secret's text.
    public var digest: [UInt8] { Self.digest(of: text) }

    /// The SHA-256 under which a secret's text is stored and looked up; an unknown text has a digest too.
    public static func digest(of text: String) -> [UInt8] { SHA256.digest(of: text.utf8) }

    private static func encode(_ bytes: [UInt8]) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
        var text: [UInt8] = []
        var bits: UInt32 = 0
        var count = 0
        for byte in bytes {
            bits = bits << 8 | UInt32(byte)
            count += 8
            while count >= 6 {
                count -= 6
                text.append(alphabet[Int(bits >> UInt32(count) & 63)])
            }
        }
        if count > 0 { text.append(alphabet[Int(bits << UInt32(6 - count) & 63)]) }
        return String(decoding: text, as: UTF8.self)
    }
}
