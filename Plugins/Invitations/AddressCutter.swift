internal import AtriumCSV

/// Cuts a pasted text into addresses, each with the name in front of it.
///
/// It reads scalars, since a `Character` may be as long as the text, and looks at each a fixed number of times: what comes
/// next is looked up once for all scalars in front of it.
struct AddressCutter {
    private let scalars: [Unicode.Scalar]
    private var position = 0
    private var line = 1
    /// The first mark, and the first scalar that is no white space, at or behind the scalar that was asked about last.
    private var (mark, solid) = (-1, -1)
    /// Whether these two begin an address in brackets.
    private var (markOpens, solidOpens) = (false, false)
    /// Where the line ends that was looked at last, whether it holds an address, and whether it is a row of a sheet.
    private var (lineEnd, hasAddress, isRow) = (0, false, false)

    init(_ text: String) { scalars = Array(text.unicodeScalars) }

    /// The next piece that is not empty. In a line with an address, what belongs to one is left out, and in a row all cells
    /// without one.
    mutating func next() -> AddressPiece? {
        while let piece = cut() {
            if !piece.isEmpty, !hasAddress || piece.holdsAt || !isRow && !piece.isBeside { return piece }
        }
        return nil
    }

    /// The scalars up to a separator or white space outside of quotes, through `>`, or through the colon of a label. A name in
    /// front of an address in brackets may contain white space and commas.
    private mutating func cut() -> AddressPiece? {
        skipSeparators()
        lookAtLine()
        let start = position
        position = endOfPair ?? position
        var (isQuoted, hasAt) = (false, false)
        scan: while position < scalars.count, !scalars[position].isLineEnd {
            let scalar = scalars[position]
            switch scalar {
            case "\"": isQuoted.toggle()
            case ">" where !isQuoted:
                position += 1
                break scan
            case _ where !isQuoted && !hasAt && endsLabel(position):
                position += 1
                break scan
            case _ where !isQuoted && scalar.isSeparator:
                guard scalar.isComma, !hasAt, continuesName(hasAt), !endsLabel(mark) else { break scan }
            case _ where !isQuoted && scalar.properties.isWhitespace && !continuesName(hasAt): break scan
            case "@": hasAt = true
            default: break
            }
            position += 1
        }
        return start == position ? nil : AddressPiece(line: line, scalars: scalars[start..<position])
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
        (lineEnd, hasAddress, isRow) = (position, false, false)
        while lineEnd < scalars.count, !scalars[lineEnd].isLineEnd {
            hasAddress = hasAddress || scalars[lineEnd] == "@"
            let isBar = scalars[lineEnd] == "|" && isBlank(lineEnd + 1)
            isRow = isRow || scalars[lineEnd] == "\t" || isBar
            lineEnd += 1
        }
    }

    /// Where a text in quotes or brackets ends that begins here, holds no address and none of these signs, and is followed by
    /// nothing or white space: a name. Straight double quotes are read while cutting.
    private var endOfPair: Int? {
        guard position < scalars.count, scalars[position].opensPair, scalars[position] != "\"" else { return nil }
        let end = scalars[(position + 1)...].firstIndex {
            $0 == "@" || $0.isLineEnd || $0.opensPair || scalars[position].pairs(with: $0)
        }
        guard let end, scalars[position].pairs(with: scalars[end]), isBlank(end + 1) else { return nil }
        return end + 1
    }

    private func isBlank(_ index: Int) -> Bool {
        index >= scalars.count || scalars[index].properties.isWhitespace || scalars[index].isSeparator
    }

    /// Whether a label ends with this colon, such as `Reply to:`.
    private func endsLabel(_ index: Int) -> Bool {
        (scalars[index] == ":" || scalars[index] == "：") && isBlank(index + 1)
    }

    /// Whether the piece goes on behind this white space or comma, because it is a label, or the name in front of an address in
    /// brackets: the bracket follows at once, or nothing that ends a name and no other address stands before it.
    private mutating func continuesName(_ hasAt: Bool) -> Bool {
        if hasAt {
            if solid < position {
                solid = position
                while solid < scalars.count, scalars[solid].properties.isWhitespace, !scalars[solid].isLineEnd {
                    solid += 1
                }
                // The address may be its own name: only a link is surely the same again.
                solidOpens = solid < scalars.count && (scalars[solid] == "<" || opensAddress(solid, asLink: true))
            }
            return solidOpens
        }
        if mark < position {
            mark = position
            while mark < scalars.count, !isMark(mark) { mark += 1 }
            markOpens = mark < scalars.count && (scalars[mark].opensBracket || endsLabel(mark))
        }
        return markOpens
    }

    /// Whether this settles if the text in front of it is a name.
    private func isMark(_ index: Int) -> Bool {
        let scalar = scalars[index]
        return scalar == "<" || scalar == "@" || scalar.isSeparator && !scalar.isComma || scalar.isLineEnd
            || endsLabel(index) || opensAddress(index)
    }

    /// Whether a bracket other than `<` begins here whose first word is a link or, unless it has to be one, an address. No word
    /// is looked at twice: another bracket ends it.
    private func opensAddress(_ index: Int, asLink: Bool = false) -> Bool {
        guard scalars[index].opensBracket, scalars[index] != "<" else { return false }
        let word = scalars[(index + 1)...]
        if asLink { return word.isLink }
        let at = word.firstIndex { $0 == "@" || $0.opensBracket || $0.properties.isWhitespace || $0.isSeparator }
        return at.map { scalars[$0] == "@" } ?? false
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

    /// What Unicode counts as the end of a line (UAX 14, the mandatory breaks).
    fileprivate var isLineEnd: Bool {
        switch self {
        case "\n", "\u{B}", "\u{C}", "\r", "\u{85}", "\u{2028}", "\u{2029}": true
        default: false
        }
    }
}
