public import Atrium

/// The addresses in a pasted text, separated by white space, comma, semicolon or line break; also as
/// `Name <a@b.example>`, as mail programs and spreadsheets write them.
public struct AddressList: Sendable {
    /// One address as it was pasted.
    public struct Entry: Sendable, Equatable {
        /// Where it starts, counted from 1.
        public let line: Int
        /// The pasted text, at most 80 characters and what a line can hold, to show beside its verdict.
        public let text: String
        public let address: Result<EmailAddress, EmailAddress.Fault>

        public static func == (left: Entry, right: Entry) -> Bool {
            left.line == right.line && left.text == right.text
                && (try? left.address.get()) == (try? right.address.get())
        }
    }

    public let entries: [Entry]

    public init(_ text: String) {
        entries = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated().flatMap {
            Self.entries(of: $1, line: $0 + 1)
        }
    }

    private static func entries(of line: Substring, line number: Int) -> [Entry] {
        var entries: [Entry] = []
        var rest = line
        while let piece = nextPiece(of: &rest) {
            entries.append(
                Entry(
                    line: number, text: shown(piece),
                    address: Result { () throws(EmailAddress.Fault) in
                        try EmailAddress(address(in: piece))
                    }))
        }
        return entries
    }

    /// Cuts the next address off: up to a separator outside of quotes. A name in front of `<…>` may contain spaces.
    private static func nextPiece(of rest: inout Substring) -> Substring? {
        rest = rest.drop { isSeparator($0) || $0.isWhitespace }
        guard !rest.isEmpty else { return nil }
        var isQuoted = false
        var end = rest.startIndex
        scan: while end < rest.endIndex {
            switch rest[end] {
            case "\"": isQuoted.toggle()
            case ">" where !isQuoted:
                end = rest.index(after: end)
                break scan
            case let character where !isQuoted && isSeparator(character): break scan
            case let character where !isQuoted && character.isWhitespace && !opensName(rest[..<end], rest[end...]):
                break scan
            default: break
            }
            end = rest.index(after: end)
        }
        defer { rest = rest[end...] }
        return rest[..<end]
    }

    /// Whether what was read so far is the name in front of an address in angle brackets, which comes before any separator.
    private static func opensName(_ read: Substring, _ following: Substring) -> Bool {
        guard !read.contains("@") else { return following.drop(while: \.isWhitespace).first == "<" }
        let part = following.prefix { !isSeparator($0) }
        return part.contains("<") && !part.prefix { $0 != "<" }.contains("@")
    }

    private static func address(in piece: Substring) -> String {
        guard piece.last == ">", let open = piece.lastIndex(of: "<") else { return String(piece) }
        return String(piece[piece.index(after: open)...].dropLast())
    }

    private static func isSeparator(_ character: Character) -> Bool {
        character == "," || character == ";" || character == "\t"
    }

    private static func shown(_ piece: Substring) -> String {
        TextRule.line(of: String(piece), upTo: 80)
    }
}
