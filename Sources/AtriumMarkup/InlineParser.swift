/// Reads the lines of a paragraph or heading into inlines, from left to right.
///
/// At most one of each mark (`*`, `**`, `_`, `__`, `[`) is open. A new bracket replaces an open one, and the other marks do not
/// nest in themselves. So nesting is limited, and the time is linear.
struct InlineParser {
    typealias Inline = Markup.Inline

    private enum Mark: Equatable {
        case none, bracket
        case emphasis(UInt8, width: Int)

        var text: String {
            switch self {
            case .none: ""
            case .bracket: "["
            case .emphasis(let byte, let width): String(repeating: Character(Unicode.Scalar(byte)), count: width)
            }
        }

        var isStrong: Bool { if case .emphasis(_, 2) = self { true } else { false } }

        func width(of byte: UInt8, upTo limit: Int) -> Int? {
            if case .emphasis(byte, let width) = self, width <= limit { width } else { nil }
        }
    }

    /// An open mark, and the inlines after it.
    private struct Frame {
        let mark: Mark
        var children: [Inline] = []
    }

    private let bytes: [UInt8]
    private var position = 0
    private var text: [UInt8] = []
    private var frames = [Frame(mark: .none)]
    private var codeFences: CodeFences

    static func inlines(of lines: [ArraySlice<UInt8>]) -> [Inline] {
        var bytes = Array(lines.map { $0.drop(while: \.isBlank) }.joined(separator: [.lineFeed]))
        while bytes.last?.isBlank == true { bytes.removeLast() }
        var parser = InlineParser(bytes)
        return parser.read()
    }

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
        codeFences = CodeFences(in: bytes)
    }

    private mutating func read() -> [Inline] {
        while position < bytes.count { readNext() }
        flush()
        while frames.count > 1 { turnIntoText(frames.count - 1) }
        return Self.joined(frames[0].children)
    }

    private mutating func readNext() {
        switch bytes[position] {
        case .backslash: readEscape()
        case .lineFeed: readLineEnd()
        case UInt8(ascii: "`"): readCode()
        case UInt8(ascii: "*"), UInt8(ascii: "_"): readEmphasis()
        case UInt8(ascii: "["): openBracket()
        case UInt8(ascii: "]"): closeBracket()
        case UInt8(ascii: "h"), UInt8(ascii: "H"): readAddress()
        case let byte: take(byte)
        }
    }

    // MARK: - Text

    private mutating func take(_ byte: UInt8) {
        text.append(byte)
        position += 1
    }

    private mutating func flush() {
        guard !text.isEmpty else { return }
        append(.text(String(decoding: text, as: UTF8.self)))
        text = []
    }

    private mutating func append(_ inline: Inline) { frames[frames.count - 1].children.append(inline) }

    private mutating func readEscape() {
        position += 1
        guard position < bytes.count else { return text.append(.backslash) }
        if bytes[position] == .lineFeed {
            breakLine()
        } else if bytes[position].isPunctuation {
            take(bytes[position])
        } else {
            text.append(.backslash)
        }
    }

    private mutating func readLineEnd() {
        var blanks = 0
        while text.last?.isBlank == true {
            text.removeLast()
            blanks += 1
        }
        if blanks >= 2 { breakLine() } else { take(.lineFeed) }
    }

    private mutating func breakLine() {
        flush()
        append(.lineBreak)
        position += 1
    }

    private mutating func readCode() {
        let length = bytes[position...].prefix { $0 == UInt8(ascii: "`") }.count
        let start = position + length
        guard let end = codeFences.next(of: length, from: start) else {
            text += bytes[position..<start]
            position = start
            return
        }
        var code = bytes[start..<end].map { $0 == .lineFeed ? .space : $0 }[...]
        if code.count > 2, code.first == .space, code.last == .space { code = code.dropFirst().dropLast() }
        flush()
        append(.code(String(decoding: code, as: UTF8.self)))
        position = end + length
    }

    // MARK: - Emphasis

    private mutating func readEmphasis() {
        let byte = bytes[position]
        let run = bytes[position...].prefix { $0 == byte }
        let (opens, closes) = flanks(run)
        position = run.endIndex
        var rest = run.count
        guard rest <= 3 else {
            text += run
            return
        }
        while closes, let index = frames.lastIndex(where: { $0.mark.width(of: byte, upTo: rest) != nil }) {
            rest -= frames[index].mark.width(of: byte, upTo: rest) ?? rest
            close(index)
        }
        for width in rest == 3 ? [2, 1] : [rest] where width > 0 {
            let mark = Mark.emphasis(byte, width: width)
            if opens, !frames.contains(where: { $0.mark == mark }) {
                flush()
                frames.append(Frame(mark: mark))
            } else {
                text += run.prefix(width)
            }
        }
    }

    /// Whether a run of marks can open emphasis, and whether it can close it: CommonMark 0.31, section 6.2.
    private func flanks(_ run: ArraySlice<UInt8>) -> (opens: Bool, closes: Bool) {
        let before = run.startIndex > 0 ? bytes[run.startIndex - 1] : .space
        let after = run.endIndex < bytes.count ? bytes[run.endIndex] : .space
        func isSpace(_ byte: UInt8) -> Bool { byte.isBlank || byte == .lineFeed }
        let left = !isSpace(after) && (!after.isPunctuation || isSpace(before) || before.isPunctuation)
        let right = !isSpace(before) && (!before.isPunctuation || isSpace(after) || after.isPunctuation)
        guard run.first == UInt8(ascii: "_") else { return (left, right) }
        return (left && (!right || before.isPunctuation), right && (!left || after.isPunctuation))
    }

    /// Ends the emphasis of a frame. Marks that were opened in it and not closed become text.
    private mutating func close(_ index: Int) {
        flush()
        while frames.count > index + 1 { turnIntoText(frames.count - 1) }
        let frame = frames.removeLast()
        let children = Self.joined(frame.children)
        append(frame.mark.isStrong ? .strong(children) : .emphasis(children))
    }

    /// Turns an open mark into text.
    private mutating func turnIntoText(_ index: Int) {
        let frame = frames.remove(at: index)
        frames[index - 1].children.append(.text(frame.mark.text))
        frames[index - 1].children += frame.children
    }

    // MARK: - Links

    private mutating func openBracket() {
        flush()
        if let index = frames.firstIndex(where: { $0.mark == .bracket }) { turnIntoText(index) }
        frames.append(Frame(mark: .bracket))
        position += 1
    }

    private mutating func closeBracket() {
        flush()
        guard let index = frames.firstIndex(where: { $0.mark == .bracket }) else { return take(UInt8(ascii: "]")) }
        guard let (address, end) = LinkAddress.inParentheses(bytes[(position + 1)...]),
            frames[index...].contains(where: { !$0.children.isEmpty })
        else {
            turnIntoText(index)
            return take(UInt8(ascii: "]"))
        }
        while frames.count > index + 1 { turnIntoText(frames.count - 1) }
        let children = Self.withoutLinks(frames.removeLast().children)
        append(.link(Self.joined(children), address: address.text))
        position = end
    }

    /// Reads an address that is written in the text without marks.
    private mutating func readAddress() {
        let isWordsStart = position == 0 || !bytes[position - 1].isAlphanumeric
        guard isWordsStart, let candidate = LinkAddress.candidate(bytes[position...]) else {
            return take(bytes[position])
        }
        if let address = LinkAddress(candidate) {
            flush()
            append(.link([.text(String(decoding: candidate, as: UTF8.self))], address: address.text))
        } else {
            text += candidate
        }
        position = candidate.endIndex
    }

    private static func withoutLinks(_ inlines: [Inline]) -> [Inline] {
        inlines.flatMap { inline in
            switch inline {
            case .link(let children, _): children
            case .emphasis(let children): [Inline.emphasis(withoutLinks(children))]
            case .strong(let children): [Inline.strong(withoutLinks(children))]
            case .text, .code, .lineBreak: [inline]
            }
        }
    }

    /// Joins texts that follow each other.
    private static func joined(_ pieces: [Inline]) -> [Inline] {
        var joined: [Inline] = []
        var text = ""
        for piece in pieces {
            if case .text(let more) = piece {
                text += more
                continue
            }
            if !text.isEmpty { joined.append(.text(text)) }
            text = ""
            joined.append(piece)
        }
        return text.isEmpty ? joined : joined + [.text(text)]
    }
}
