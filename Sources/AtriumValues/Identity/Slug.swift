internal import AtriumSystem

/// The short name by which an organization is looked up: 1 to 63 bytes `[a-z0-9-]`, without a hyphen at either end.
public struct Slug: TextValue {
    public let description: String

    /// Reads a slug; `nil` if the text breaks the rule. Nothing is folded or replaced.
    public init?(_ text: String) {
        let bytes = Array(text.utf8.prefix(64))
        let hyphen = UInt8(ascii: "-")
        guard (1...63).contains(bytes.count), bytes.allSatisfy({ ASCII.isLowercaseOrDigit($0) || $0 == hyphen }),
            bytes.first != hyphen, bytes.last != hyphen
        else { return nil }
        description = text
    }

    /// The slug of the system tenant. It has the form of an id, which no organization may choose.
    package static let system = Slug(checked: "00000000-0000-0000-0000-000000000000")

    private init(checked text: String) { description = text }
}
