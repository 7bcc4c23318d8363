public import AtriumStorage

/// The short name under which an organization is looked up: 1 to 63 bytes `[a-z0-9-]`, no hyphen at either end.
public struct Slug: Sendable, Hashable, CustomStringConvertible, ColumnValue {
    public let description: String

    /// `nil` when the text breaks the rule; nothing is folded or replaced.
    public init?(_ text: String) {
        let isMade = text.utf8.allSatisfy { ASCII.isLowercaseOrDigit($0) || $0 == UInt8(ascii: "-") }
        guard isMade, (1...63).contains(text.utf8.count), text.first != "-", text.last != "-" else { return nil }
        description = text
    }

    public var sqlValue: SQL.Value { .text(description) }

    public init(from row: Row, at column: Int) throws { self = try row.read(at: column, as: "a slug") { Self($0) } }
}
