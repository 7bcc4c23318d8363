/// The kind of a line: what can begin with it.
enum LineKind {
    case blank
    case text
    case thematicBreak
    case heading(level: Int, ArraySlice<UInt8>)
    /// A fence of code: its character, and how many of them it has.
    case fence(UInt8, Int)
    /// A quote, with the rest of the line.
    case quote(ArraySlice<UInt8>)
    /// An item of a list: its number (`nil` for a bullet), the width of its mark, and the rest of the line.
    case item(number: Int?, width: Int, ArraySlice<UInt8>)

    init(_ line: ArraySlice<UInt8>) {
        let content = line.drop(while: \.isBlank)
        guard let first = content.first else {
            self = .blank
            return
        }
        self =
            switch first {
            case UInt8(ascii: "#"): Self.heading(content)
            case UInt8(ascii: ">"): .quote(Self.withoutBlank(content.dropFirst()))
            case UInt8(ascii: "`"), UInt8(ascii: "~"): Self.fence(content, of: first)
            case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "+"):
                Self.isThematicBreak(content, of: first) ? .thematicBreak : Self.bullet(content)
            case 0x30...0x39: Self.number(content)
            default: .text
            }
    }

    private static func withoutBlank(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        line.first?.isBlank == true ? line.dropFirst() : line
    }

    private static func heading(_ line: ArraySlice<UInt8>) -> LineKind {
        let level = line.prefix { $0 == UInt8(ascii: "#") }.count
        var rest = line.dropFirst(level)
        guard level <= 3, rest.first?.isBlank != false else { return .text }
        while rest.last?.isBlank == true { rest.removeLast() }
        let closing = rest.reversed().prefix { $0 == UInt8(ascii: "#") }.count
        if rest.dropLast(closing).last?.isBlank != false { rest.removeLast(closing) }
        return .heading(level: level, rest)
    }

    private static func fence(_ line: ArraySlice<UInt8>, of mark: UInt8) -> LineKind {
        let length = line.prefix { $0 == mark }.count
        let opens = length >= 3 && (mark == UInt8(ascii: "~") || !line.dropFirst(length).contains(mark))
        return opens ? .fence(mark, length) : .text
    }

    private static func isThematicBreak(_ line: ArraySlice<UInt8>, of mark: UInt8) -> Bool {
        guard mark != UInt8(ascii: "+"), line.allSatisfy({ $0 == mark || $0.isBlank }) else { return false }
        return line.count { $0 == mark } >= 3
    }

    private static func bullet(_ line: ArraySlice<UInt8>) -> LineKind {
        let rest = line.dropFirst()
        guard line.first != UInt8(ascii: "_"), rest.first?.isBlank != false else { return .text }
        return .item(number: nil, width: 2, withoutBlank(rest))
    }

    private static func number(_ line: ArraySlice<UInt8>) -> LineKind {
        let digits = line.prefix { $0.isDigit }
        let rest = line.dropFirst(digits.count)
        guard digits.count <= 9, let mark = rest.first, mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")"),
            rest.dropFirst().first?.isBlank != false
        else { return .text }
        let number = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        return .item(number: number, width: digits.count + 2, withoutBlank(rest.dropFirst()))
    }
}
