/// A text in a small, safe subset of Markdown.
///
/// Blocks: paragraphs, headings (`#` to `###`), bullet and numbered lists, quotes (`>`), fenced code, and thematic breaks.
/// Inside them: `*emphasis*`, `**strong**`, code in backticks, `[links](https://…)`, addresses without marks, and line breaks
/// (two spaces or a backslash at the end of a line). A backslash before a mark makes it an ordinary character.
///
/// HTML is text. A link leads to an http, https or mailto address; otherwise it is text too. Lists and quotes nest up to six
/// levels; deeper marks are text. Every text is valid. Reading takes time in proportion to the length of the text. So code that
/// stores texts of other people must limit their length.
public struct Markup: Sendable, Equatable {
    /// A part of a text that takes the whole width of the page.
    public indirect enum Block: Sendable, Equatable {
        /// Lines of text that belong together.
        case paragraph([Inline])
        /// A heading of level 1 to 3.
        case heading(level: Int, [Inline])
        /// A list that is numbered from `start`, or has bullets if `start` is `nil`.
        case list(start: Int?, items: [[Block]])
        /// Blocks after `>`, without these marks.
        case quote([Block])
        /// The lines between two fences, without the indentation of the fence. Each ends with a line feed.
        case code(String)
        /// A line across the page between two topics.
        case thematicBreak
    }

    /// A part of a line.
    public indirect enum Inline: Sendable, Equatable {
        /// Text without marks. It may contain line feeds, which mean a space.
        case text(String)
        /// Text between `*` or `_`.
        case emphasis([Inline])
        /// Text between `**` or `__`.
        case strong([Inline])
        /// Text between backticks. Marks in it are ordinary characters.
        case code(String)
        /// A link. Its address is ASCII, and begins with `https://`, `http://` or `mailto:`.
        case link([Inline], address: String)
        /// A line break that the writer asked for.
        case lineBreak
    }

    /// The blocks of the text, from top to bottom.
    public let blocks: [Block]

    /// Reads a text. Control characters other than tabs and line breaks become U+FFFD.
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

    /// Whether the text has no blocks, and therefore shows nothing.
    public var isEmpty: Bool { blocks.isEmpty }

    /// The lines of a text. They end with LF, CRLF or CR.
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
    /// Whether it is ASCII punctuation. Every character beyond ASCII counts as a letter.
    var isPunctuation: Bool { (0x21...0x7E).contains(self) && !isAlphanumeric }
}
