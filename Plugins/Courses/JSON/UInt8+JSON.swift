/// The bytes of JSON's syntax (RFC 8259, section 2).
extension UInt8 {
    static let lineFeed = UInt8(ascii: "\n")
    static let quote = UInt8(ascii: "\"")
    static let backslash = UInt8(ascii: "\\")
    static let openingBrace = UInt8(ascii: "{")
    static let closingBrace = UInt8(ascii: "}")
    static let comma = UInt8(ascii: ",")
    static let openingBracket = UInt8(ascii: "[")
    static let closingBracket = UInt8(ascii: "]")

    /// Whether it is white space or a comma.
    var isGap: Bool { self == 0x20 || self == .comma || (0x09...0x0A).contains(self) || self == 0x0D }

    /// Whether it can be between the elements of an array, or of arrays of arrays.
    var isSeparator: Bool { isGap || self == .openingBracket || self == .closingBracket }
}
