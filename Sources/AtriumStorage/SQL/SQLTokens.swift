internal import AtriumSystem

/// The tokens of a SQL text, split as SQLite splits it. Blanks and comments are left out. https://sqlite.org/lang_comment.html
struct SQLTokens: Sequence, IteratorProtocol {
    enum Token: Equatable {
        /// A keyword, a name or a number, in lower case.
        case word(String)
        /// The content of a quoted name: `"…"`, `` `…` `` or `[…]`.
        case name(String)
        /// The content of single quotes.
        case text(String)
        /// Any other byte.
        case sign(UInt8)
    }

    private let bytes: [UInt8]
    /// The byte positions at which the last token begins and ends.
    private(set) var (start, position) = (0, 0)

    init(_ text: String) { bytes = Array(text.utf8) }

    /// The first word of the statement, in lower case. Comments before it do not count. `nil` if the statement begins with
    /// something else.
    static func firstWord(of text: String) -> String? {
        let first = SQLTokens(text).first { $0 != .sign(UInt8(ascii: ";")) }
        return if case .word(let word) = first { word } else { nil }
    }

    /// Whether the text has nothing to run: only blanks, comments and semicolons.
    static func isBlank(_ text: String) -> Bool { SQLTokens(text).allSatisfy { $0 == .sign(UInt8(ascii: ";")) } }

    /// The name in double quotes.
    static func quotedName(_ name: String) -> String { "\"\(name.replacing("\"", with: "\"\""))\"" }

    /// The text in single quotes.
    static func quotedText(_ text: String) -> String { "'\(text.replacing("'", with: "''"))'" }

    mutating func next() -> Token? {
        skipBlanks()
        start = position
        guard let byte = peek() else { return nil }
        switch byte {
        case UInt8(ascii: "'"): return .text(quoted(until: byte))
        case UInt8(ascii: "\""), UInt8(ascii: "`"): return .name(quoted(until: byte))
        case UInt8(ascii: "["): return .name(quoted(until: UInt8(ascii: "]")))
        case _ where Self.isInWord(byte):
            let start = position
            while let byte = peek(), Self.isInWord(byte) { position += 1 }
            return .word(ASCII.lowercased(String(decoding: bytes[start..<position], as: UTF8.self)))
        default:
            position += 1
            return .sign(byte)
        }
    }

    /// The statement without leading semicolons, which EXPLAIN does not accept.
    static func statement(of text: String) -> Substring {
        var tokens = SQLTokens(text)
        var start = 0
        while tokens.next() == .sign(UInt8(ascii: ";")) { start = tokens.position }
        return Substring(text.utf8.dropFirst(start))
    }

    private func peek(_ distance: Int = 0) -> UInt8? {
        position + distance < bytes.count ? bytes[position + distance] : nil
    }

    private mutating func skipBlanks() {
        while let byte = peek() {
            switch (byte, peek(1)) {
            case (0x20, _), (0x09...0x0A, _), (0x0C...0x0D, _): position += 1
            case (UInt8(ascii: "-"), UInt8(ascii: "-")):
                while let byte = peek(), byte != UInt8(ascii: "\n") { position += 1 }
            case (UInt8(ascii: "/"), UInt8(ascii: "*")) where peek(2) != nil:
                position += 2
                while peek() != nil, !(peek() == UInt8(ascii: "*") && peek(1) == UInt8(ascii: "/")) { position += 1 }
                position = Swift.min(position + 2, bytes.count)
            default: return
            }
        }
    }

    /// Reads up to the end quote. A doubled quote means one quote in the text, except in brackets.
    private mutating func quoted(until end: UInt8) -> String {
        var content: [UInt8] = []
        position += 1
        while let byte = peek() {
            position += 1
            if byte == end {
                guard end != UInt8(ascii: "]"), peek() == end else { break }
                position += 1
            }
            content.append(byte)
        }
        return String(decoding: content, as: UTF8.self)
    }

    private static func isInWord(_ byte: UInt8) -> Bool {
        ASCII.isLowercaseOrDigit(ASCII.lowercased(byte)) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$")
            || byte >= 0x80
    }
}
