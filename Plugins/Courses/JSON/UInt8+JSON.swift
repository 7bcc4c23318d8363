/// The signs of JSON (RFC 8259, section 2).
extension UInt8 {
    static let lineFeed = UInt8(ascii: "\n")
    static let quote = UInt8(ascii: "\"")
    static let backslash = UInt8(ascii: "\\")
    static let openingBrace = UInt8(ascii: "{")
    static let closingBrace = UInt8(ascii: "}")
    static let comma = UInt8(ascii: ",")
    static let openingBracket = UInt8(ascii: "[")
    static let closingBracket = UInt8(ascii: "]")

    /// White space and commas.
    var isGap: Bool { self == 0x20 || self == .comma || (0x09...0x0A).contains(self) || self == 0x0D }

    /// What stands between the elements of an array, or of arrays of arrays.
    var isSeparator: Bool { isGap || self == .openingBracket || self == .closingBracket }
}
