/// Cuts a pasted text into addresses, each with the name in front of it.
///
/// It reads scalars, since a `Character` may be as long as the text, and looks at each a fixed number of times: what comes
/// next is looked up once for all scalars in front of it.
struct AddressCutter {
    struct Piece {
        /// From 1.
        let line: Int
        let scalars: ArraySlice<Unicode.Scalar>

        /// What stands in the angle brackets at the end, or else all.
        var address: ArraySlice<Unicode.Scalar> {
            guard scalars.last == ">", let open = scalars.lastIndex(of: "<") else { return scalars }
            return scalars[(open + 1)...].dropLast()
        }
    }

    private let scalars: [Unicode.Scalar]
    private var position = 0
    private var line = 1
    /// The first mark, and the first scalar that is no white space, at or behind the scalar that was asked about last.
    private var (mark, solid) = (0, 0)

    init(_ text: String) { scalars = Array(text.unicodeScalars) }

    /// The next piece: up to a separator or white space outside of quotes, or through `>`. A name in front of `<…>` may
    /// contain white space.
    mutating func next() -> Piece? {
        skipSeparators()
        let start = position
        var (isQuoted, hasAt) = (false, false)
        scan: while position < scalars.count, !scalars[position].isLineEnd {
            let scalar = scalars[position]
            switch scalar {
            case "\"": isQuoted.toggle()
            case ">" where !isQuoted:
                position += 1
                break scan
            case _ where !isQuoted && scalar.isSeparator: break scan
            case _ where !isQuoted && scalar.properties.isWhitespace && !continuesName(hasAt): break scan
            case "@": hasAt = true
            default: break
            }
            position += 1
        }
        return start == position ? nil : Piece(line: line, scalars: scalars[start..<position])
    }

    private mutating func skipSeparators() {
        while position < scalars.count {
            let scalar = scalars[position]
            guard scalar.isSeparator || scalar.properties.isWhitespace else { return }
            // CR LF is one line end.
            let isPair = scalar == "\r" && position + 1 < scalars.count && scalars[position + 1] == "\n"
            if scalar.isLineEnd, !isPair { line += 1 }
            position += 1
        }
    }

    /// Whether the piece goes on behind this white space, because it is the name in front of an address in angle brackets:
    /// the bracket follows at once, or nothing that ends a name and no other address stands before it.
    private mutating func continuesName(_ hasAt: Bool) -> Bool {
        if hasAt {
            solid = max(solid, position)
            while solid < scalars.count, scalars[solid].properties.isWhitespace, !scalars[solid].isLineEnd {
                solid += 1
            }
            return solid < scalars.count && scalars[solid] == "<"
        }
        mark = max(mark, position)
        while mark < scalars.count, !scalars[mark].isMark { mark += 1 }
        return mark < scalars.count && scalars[mark] == "<"
    }
}

extension Unicode.Scalar {
    fileprivate var isSeparator: Bool { self == "," || self == ";" || self == "\t" }

    /// What settles whether the text in front of it is a name.
    fileprivate var isMark: Bool { self == "<" || self == "@" || isSeparator || isLineEnd }

    /// What Unicode counts as the end of a line (UAX 14, the mandatory breaks).
    fileprivate var isLineEnd: Bool {
        switch self {
        case "\n", "\u{B}", "\u{C}", "\r", "\u{85}", "\u{2028}", "\u{2029}": true
        default: false
        }
    }
}
