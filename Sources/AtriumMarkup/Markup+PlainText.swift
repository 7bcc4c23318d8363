extension Markup {
    /// The text without marks, as mail shows it: links as `text (address)`, items after `- ` or their numbers, quotes after
    /// `> `. Lines keep their length. Each ends with a line feed.
    public var plainText: String { Self.lines(of: blocks).map { $0 + "\n" }.joined() }

    /// The lines of all blocks, with an empty line between two blocks.
    private static func lines(of blocks: [Block]) -> [String] {
        Array(blocks.map(lines(of:)).joined(separator: [""]))
    }

    private static func lines(of block: Block) -> [String] {
        switch block {
        case .paragraph(let inlines), .heading(_, let inlines): split(text(of: inlines))
        case .list(let start, let items):
            items.enumerated().flatMap { index, item in
                let mark = start.map { "\($0 + index). " } ?? "- "
                return indented(lines(of: item), mark, String(repeating: " ", count: mark.utf8.count))
            }
        case .quote(let blocks): indented(lines(of: blocks), "> ", "> ")
        // Compares bytes. To compare a character takes time in proportion to the square of the number of its marks.
        case .code(let code): split(code.utf8.last == .lineFeed ? String(Substring(code.utf8.dropLast())) : code)
        case .thematicBreak: ["---"]
        }
    }

    private static func split(_ text: String) -> [String] {
        text.utf8.split(separator: .lineFeed, omittingEmptySubsequences: false).map { String(Substring($0)) }
    }

    private static func indented(_ lines: [String], _ first: String, _ others: String) -> [String] {
        if lines.isEmpty { return [first] }
        return lines.enumerated().map { index, line in
            let margin = index == 0 ? first : others
            return line.isEmpty && index > 0 ? String(margin.prefix { $0 != " " }) : margin + line
        }
    }

    private static func text(of inlines: [Inline]) -> String { inlines.map(text(of:)).joined() }

    private static func text(of inline: Inline) -> String {
        switch inline {
        case .text(let text), .code(let text): return text
        case .emphasis(let inlines), .strong(let inlines): return text(of: inlines)
        case .link(let inlines, let address):
            let (text, target) = (
                text(of: inlines), address.hasPrefix("mailto:") ? String(address.dropFirst(7)) : address
            )
            return text.utf8.elementsEqual(target.utf8) ? text : "\(text) (\(target))"
        case .lineBreak: return "\n"
        }
    }
}
