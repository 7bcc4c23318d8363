/// A text in a small, safe subset of Markdown.
///
/// Blocks: paragraphs, headings (`#` to `###`), bullet and numbered lists, quotes (`>`), fenced code, and thematic breaks.
/// Inside them: `*emphasis*`, `**strong**`, code in backticks, `[links](https://…)`, addresses as they are, and line breaks
/// (two spaces or a backslash at the end of a line). A backslash makes a mark a character.
///
/// HTML in it is text. A link leads to an http, https or mailto address, or it is text as well. Lists and quotes nest up
/// to six deep; deeper marks are text. Every text is valid, and reading takes time in proportion to its length: whoever
/// stores texts of others limits that.
public struct Markup: Sendable, Equatable {
    /// A part of the page, from margin to margin.
    public indirect enum Block: Sendable, Equatable {
        case paragraph([Inline])
        /// Levels 1 to 3.
        case heading(level: Int, [Inline])
        /// Numbered from `start`, or with bullets where it is `nil`.
        case list(start: Int?, items: [[Block]])
        case quote([Block])
        case code(String)
        case thematicBreak
    }

    /// A part of a line.
    public indirect enum Inline: Sendable, Equatable {
        /// May hold line feeds, which mean a space.
        case text(String)
        case emphasis([Inline])
        case strong([Inline])
        case code(String)
        /// The address is ASCII, and begins with `https://`, `http://` or `mailto:`.
        case link([Inline], address: String)
        case lineBreak
    }

    public let blocks: [Block]

    public init(_ text: String) {
        let replacement = Array("\u{FFFD}".utf8)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            if byte < 0x20, byte != .tab, byte != .lineFeed, byte != .carriageReturn {
                bytes += replacement
            } else {
                bytes.append(byte)
            }
        }
        blocks = BlockParser.blocks(of: Self.lines(of: bytes))
    }

    /// Whether nothing is to be seen of it.
    public var isEmpty: Bool { blocks.isEmpty }

    /// Lines end with LF, CRLF or CR.
    private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = 0
        for (index, byte) in bytes.enumerated() where byte == .lineFeed || byte == .carriageReturn {
            let isRestOfCRLF = byte == .lineFeed && index > 0 && bytes[index - 1] == .carriageReturn
            if !isRestOfCRLF { lines.append(bytes[start..<index]) }
            start = index + 1
        }
        return lines + [bytes[start...]]
    }
}

extension UInt8 {
    static let tab = UInt8(ascii: "\t")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let space = UInt8(ascii: " ")
    static let backslash = UInt8(ascii: "\\")

    var isBlank: Bool { self == .space || self == .tab }
    var isDigit: Bool { (0x30...0x39).contains(self) }
    var isAlphanumeric: Bool { isDigit || (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }
    /// ASCII's punctuation; every character beyond ASCII counts as a letter.
    var isPunctuation: Bool { (0x21...0x7E).contains(self) && !isAlphanumeric }
}
