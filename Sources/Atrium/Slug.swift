/// The short name under which an organization is looked up: 1 to 63 bytes `[a-z0-9-]`, no hyphen at either end.
public struct Slug: Sendable, Hashable, CustomStringConvertible, ColumnValue {
    public let description: String

    /// `nil` when the text breaks the rule; nothing is folded or replaced.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        let hyphen = UInt8(ascii: "-")
        guard (1...63).contains(bytes.count), bytes.first != hyphen, bytes.last != hyphen,
            bytes.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == hyphen })
        else { return nil }
        description = text
    }

    public var sqlValue: SQL.Value { .text(description) }

    public init(from row: Row, at column: Int) throws {
        guard let slug = Slug(try row.text(at: column)) else { throw row.mismatch(at: column, expected: "a slug") }
        self = slug
    }
}

/// A text that is no slug.
public struct SlugError: Error, Equatable, CustomStringConvertible {
    public var description: String {
        "a slug has 1 to 63 characters a-z, 0-9 and -, and neither starts nor ends with -; choose another"
    }
}
