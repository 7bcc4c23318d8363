internal import AtriumCSV

/// Cuts a pasted text into addresses, each with the name in front of it.
///
/// It reads scalars, since a `Character` may be as long as the text, and looks at each a fixed number of times: what comes
/// next is looked up once for all scalars in front of it.
struct AddressCutter {
    struct Piece {
        /// From 1.
        let line: Int
        let scalars: ArraySlice<Unicode.Scalar>

        /// What stands in the angle brackets at the end, or else all; without what stands around an address.
        var address: ArraySlice<Unicode.Scalar> {
            guard scalars.last == ">", let open = scalars.lastIndex(of: "<") else { return Self.bare(scalars) }
            return Self.bare(scalars[(open + 1)...].dropLast())
        }

        /// Whether it is only what stands around addresses: blanks, bullets, dots, brackets.
        fileprivate var isEmpty: Bool {
            scalars.allSatisfy { $0.isBlank || $0 == "<" || $0 == ">" || $0 != "@" && $0.isPunctuation }
        }

        private static let pairs: [Unicode.Scalar: Unicode.Scalar] = [
            "'": "'", "\"": "\"", "`": "`", "(": ")", "[": "]", "‘": "’", "“": "”", "„": "“", "«": "»", "‹": "›",
        ]

        /// The text without blanks, pairs of quotes or brackets, `mailto:` and the dot of a sentence around it.
        private static func bare(_ scalars: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
            var (text, isLink) = (scalars.trimmed, false)
            while let first = text.first, let last = text.last {
                if last == "." || last == "。" {
                    text = text.dropLast().trimmed
                } else if text.count > 1, pairs[first] == last {
                    text = text.dropFirst().dropLast().trimmed
                } else if !isLink, String(String.UnicodeScalarView(text.prefix(7))).lowercased() == "mailto:" {
                    // A question mark ends the address of a link: RFC 6068, section 2.
                    text = text.dropFirst(7).prefix { $0 != "?" }.trimmed
                    isLink = true
                } else {
                    break
                }
            }
            return text
        }
    }

    private let scalars: [Unicode.Scalar]
    private var position = 0
    private var line = 1
    /// The first mark, and the first scalar that is no white space, at or behind the scalar that was asked about last.
    private var (mark, solid) = (0, 0)
    /// Where the line ends that was looked at last, and whether it is a row of a sheet that holds an address.
    private var (lineEnd, isRow) = (0, false)

    init(_ text: String) { scalars = Array(text.unicodeScalars) }

    /// The next piece that is not empty. Cells of a row that hold no address are left out if another one does.
    mutating func next() -> Piece? {
        while let piece = cut() {
            if !piece.isEmpty, !isRow || piece.scalars.contains("@") { return piece }
        }
        return nil
    }

    /// The scalars up to a separator or white space outside of quotes, or through `>`. A name in front of `<…>` may contain
    /// white space and commas.
    private mutating func cut() -> Piece? {
        skipSeparators()
        lookAtLine()
        let start = position
        var (isQuoted, hasAt) = (false, false)
        scan: while position < scalars.count, !scalars[position].isLineEnd {
            let scalar = scalars[position]
            switch scalar {
            case "\"": isQuoted.toggle()
            case ">" where !isQuoted:
                position += 1
                break scan
            case _ where !isQuoted && scalar.isSeparator:
                guard scalar.isComma, !hasAt, continuesName(hasAt) else { break scan }
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

    /// Looks at each line once, where its first piece begins.
    private mutating func lookAtLine() {
        guard position >= lineEnd, position < scalars.count else { return }
        var (hasTab, hasAt) = (false, false)
        lineEnd = position
        while lineEnd < scalars.count, !scalars[lineEnd].isLineEnd {
            hasTab = hasTab || scalars[lineEnd] == "\t"
            hasAt = hasAt || scalars[lineEnd] == "@"
            lineEnd += 1
        }
        isRow = hasTab && hasAt
    }

    /// Whether the piece goes on behind this white space or comma, because it is the name in front of an address in angle
    /// brackets: the bracket follows at once, or nothing that ends a name and no other address stands before it.
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
    /// A comma of any width or script, which may also stand in a name.
    fileprivate var isComma: Bool {
        switch self {
        case ",", "，", "﹐", "、", "､", "﹑", "،": true
        default: false
        }
    }

    fileprivate var isSeparator: Bool {
        switch self {
        case ";", "\t", "；", "﹔", "؛": true
        default: isComma
        }
    }

    /// What settles whether the text in front of it is a name.
    fileprivate var isMark: Bool { self == "<" || self == "@" || isSeparator && !isComma || isLineEnd }

    fileprivate var isPunctuation: Bool {
        switch properties.generalCategory {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
            .finalPunctuation, .otherPunctuation:
            true
        default: false
        }
    }

    /// What Unicode counts as the end of a line (UAX 14, the mandatory breaks).
    fileprivate var isLineEnd: Bool {
        switch self {
        case "\n", "\u{B}", "\u{C}", "\r", "\u{85}", "\u{2028}", "\u{2029}": true
        default: false
        }
    }
}
