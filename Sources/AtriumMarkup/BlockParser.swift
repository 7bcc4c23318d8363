/// Reads lines into blocks. Each level of nesting reads each of its lines a few times, and there are few levels. So time and
/// memory are linear.
struct BlockParser {
    typealias Line = ArraySlice<UInt8>

    private static let deepest = 6

    private let lines: [Line]
    private let depth: Int
    private var position = 0
    private var paragraph: [Line] = []
    private var blocks: [Markup.Block] = []

    private init(_ lines: [Line], depth: Int) { (self.lines, self.depth) = (lines, depth) }

    static func blocks(of lines: [Line], depth: Int = 0) -> [Markup.Block] {
        var parser = BlockParser(lines, depth: depth)
        while parser.position < lines.count { parser.readBlock() }
        parser.endParagraph()
        return parser.blocks
    }

    private mutating func readBlock() {
        let line = lines[position]
        switch kind(of: line) {
        case .blank:
            endParagraph()
            position += 1
        case .text: continueParagraph()
        case .thematicBreak: append(.thematicBreak)
        case .heading(let level, let content): append(.heading(level: level, InlineParser.inlines(of: [content])))
        case .fence(let mark, let length): readCode(mark, length, indentation: Self.indentation(of: line))
        case .quote: readQuote()
        case .item(let number, _, let content):
            // In a paragraph, "1984. A year" and a single dash do not begin a list.
            let interrupts = (number ?? 1) == 1 && !content.allSatisfy(\.isBlank)
            if paragraph.isEmpty || interrupts { readList(from: number) } else { continueParagraph() }
        }
    }

    /// The kind of a line. At the deepest level, marks of quotes and lists are text.
    private func kind(of line: Line) -> LineKind {
        switch LineKind(line) {
        case .quote where depth == Self.deepest, .item where depth == Self.deepest: .text
        case let kind: kind
        }
    }

    // MARK: - Paragraphs

    private mutating func continueParagraph() {
        paragraph.append(lines[position])
        position += 1
    }

    private mutating func endParagraph() {
        guard !paragraph.isEmpty else { return }
        blocks.append(.paragraph(InlineParser.inlines(of: paragraph)))
        paragraph = []
    }

    private mutating func append(_ block: Markup.Block) {
        endParagraph()
        blocks.append(block)
        position += 1
    }

    // MARK: - Code

    /// Reads code up to a fence that is at least as long, or to the end.
    private mutating func readCode(_ mark: UInt8, _ length: Int, indentation: Int) {
        endParagraph()
        position += 1
        var code: [UInt8] = []
        while position < lines.count {
            let line = lines[position]
            position += 1
            if case .fence(mark, length...) = LineKind(line), line.allSatisfy({ $0 == mark || $0.isBlank }) { break }
            code += Self.outdented(line, by: indentation) + [.lineFeed]
        }
        blocks.append(.code(String(decoding: code, as: UTF8.self)))
    }

    // MARK: - Quotes and lists

    private mutating func readQuote() {
        endParagraph()
        var content: [Line] = []
        while position < lines.count, case .quote(let rest) = LineKind(lines[position]) {
            content.append(rest)
            position += 1
        }
        blocks.append(.quote(Self.blocks(of: content, depth: depth + 1)))
    }

    private mutating func readList(from start: Int?) {
        endParagraph()
        var items: [[Markup.Block]] = []
        while case .item(let number, let width, let rest) = LineKind(lines[position]), (number == nil) == (start == nil)
        {
            position += 1
            let content = [rest] + readLines(indented: width)
            items.append(Self.blocks(of: content, depth: depth + 1))
            guard let next = lines[position...].firstIndex(where: { !$0.allSatisfy(\.isBlank) }) else { break }
            if case .item(let number, _, _) = LineKind(lines[next]), (number == nil) == (start == nil) {
                position = next
            }
        }
        blocks.append(.list(start: start, items: items))
    }

    /// The lines of an item after its first line: lines that begin with two blanks, and empty lines between them.
    private mutating func readLines(indented width: Int) -> [Line] {
        var content: [Line] = []
        var next = position
        while next < lines.count {
            let line = lines[next]
            let isEmpty = line.allSatisfy(\.isBlank)
            guard isEmpty || Self.indentation(of: line) >= 2 else { break }
            content.append(Self.outdented(line, by: width))
            next += 1
            if !isEmpty { position = next }
        }
        return Array(content.dropLast(next - position))
    }

    /// How far a line is indented. A tab reaches any margin.
    private static func indentation(of line: Line) -> Int {
        let blanks = line.prefix(while: \.isBlank)
        return blanks.contains(.tab) ? max(blanks.count, 4) : blanks.count
    }

    private static func outdented(_ line: Line, by width: Int) -> Line {
        if line.first == .tab, width > 0 { return line.dropFirst() }
        return line.dropFirst(min(width, line.prefix { $0 == .space }.count))
    }
}
