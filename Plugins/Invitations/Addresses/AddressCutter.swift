internal import AtriumCSV

/// Cuts a pasted text into addresses, each with the name in front of it.
///
/// It reads scalars, since a `Character` may be as long as the text, and looks at each a fixed number of times: what comes
/// next is looked up once for all scalars in front of it, and no look ahead goes beyond the place where the next one begins.
struct AddressCutter {
    private let scalars: [Unicode.Scalar]
    private var position = 0
    private var line = 1
    /// The next mark, and the next @ or end of an item, counted from the scalar that was asked about last.
    private var (mark, itemEnd) = (-1, -1)
    /// Whether the mark begins an address in brackets or ends a label.
    private var markGoesOn = false
    /// Where the line ends that was looked at last, whether it holds an address, whether it is a row of a sheet, and whether it
    /// is a list with commas or semicolons.
    private var (lineEnd, hasAddress, isRow, isList) = (0, false, false, false)

    init(_ text: String) { scalars = Array(text.unicodeScalars) }

    /// The next piece that is not empty. In a line with an address, what belongs to one is left out, and in a row all cells
    /// without one.
    mutating func next() -> AddressPiece? {
        while let piece = cut() {
            if !piece.isEmpty, !hasAddress || piece.holdsAt || !isRow && !piece.isBeside { return piece }
        }
        return nil
    }

    /// The scalars up to a separator, white space or a bracket behind an address, through `>`, or through the colon of a label.
    /// A name in front of an address in brackets may contain white space and commas, and an item of a list without an address
    /// white space.
    private mutating func cut() -> AddressPiece? {
        let isAdded = skipSeparators()
        lookAtLine()
        let start = position
        var hasAt = false
        while position < scalars.count, !scalars[position].isLineEnd {
            let scalar = scalars[position]
            if scalar == "\"" || position == start, let end = endOfPair(position) {
                position = end
                continue
            }
            if hasAt, scalar.opensAngle || opensAddress(position) { break }
            if scalar.isSeparator || scalar.properties.isWhitespace, hasAt || !goesOn() { break }
            position += 1
            if scalar == ">" || hasAt && !scalar.isASCII && scalar.closesBracket {
                // As of `"Jane <a@x.example>"`.
                if position < scalars.count, scalars[position].isQuote, isBlank(position + 1) { position += 1 }
                break
            }
            if !hasAt, endsLabel(position - 1) { break }
            hasAt = hasAt || scalar == "@"
        }
        guard start < position else { return nil }
        return AddressPiece(
            line: line, scalars: scalars[start..<position], isAdded: isAdded && scalars[start].opensBracket)
    }

    /// Goes on to what may begin a piece. Whether no separator and no line end was there.
    private mutating func skipSeparators() -> Bool {
        var isOnlyBlank = true
        while position < scalars.count {
            let scalar = scalars[position]
            guard scalar.isSeparator || scalar.properties.isWhitespace else { break }
            isOnlyBlank = isOnlyBlank && !scalar.isSeparator && !scalar.isLineEnd
            // CR LF is one line end.
            let isPair = scalar == "\r" && position + 1 < scalars.count && scalars[position + 1] == "\n"
            if scalar.isLineEnd, !isPair { line += 1 }
            position += 1
        }
        return isOnlyBlank
    }

    /// Looks at each line once, where its first piece begins.
    private mutating func lookAtLine() {
        guard position >= lineEnd, position < scalars.count else { return }
        (lineEnd, hasAddress, isRow, isList) = (position, false, false, false)
        while lineEnd < scalars.count, !scalars[lineEnd].isLineEnd {
            let scalar = scalars[lineEnd]
            hasAddress = hasAddress || scalar == "@"
            isRow = isRow || scalar == "\t" || scalar == "|" && isBlank(lineEnd + 1)
            isList = isList || scalar.isSeparator && scalar != "\t"
            lineEnd += 1
        }
    }

    /// Where a name ends that begins here in quotes or brackets. A sign opens only where a word begins and closes only where one
    /// ends: elsewhere it is a letter (`ד"ר`, `O'Brien`). What holds an @ is a name only between straight double
    /// quotes, where a quote behind a backslash closes nothing (RFC 5322, section 3.2.4), and in front of an address in brackets.
    private func endOfPair(_ index: Int) -> Int? {
        guard opens(index) else { return nil }
        let isString = scalars[index] == "\""
        var (end, hasAt) = (index + 1, false)
        while end < scalars.count, !scalars[end].isLineEnd {
            let scalar = scalars[end]
            let closes = scalars[index].pairs(with: scalar) && endsWord(end) && !(isString && isEscaped(end))
            if closes { return !hasAt || precedesAddress(end + 1) ? end + 1 : nil }
            if scalar == "\"" || !isString, opens(end) { return nil }
            hasAt = hasAt || scalar == "@"
            guard isString || !hasAt else { return nil }
            end += 1
        }
        return nil
    }

    private func opens(_ index: Int) -> Bool {
        guard index < scalars.count, scalars[index].opensPair, !isBlank(index + 1) else { return false }
        guard index > 0, !isBlank(index - 1) else { return true }
        let before = scalars[index - 1]
        return before.isColon || before.closesBracket
    }

    private func endsWord(_ index: Int) -> Bool { isBlank(index + 1) || scalars[index + 1].opensBracket }

    private func isEscaped(_ index: Int) -> Bool {
        var start = index
        while start > 0, scalars[start - 1] == "\\" { start -= 1 }
        return (index - start) % 2 == 1
    }

    /// Whether an address in brackets follows, after white space or at once.
    private func precedesAddress(_ index: Int) -> Bool {
        let solid = scalars[index...].firstIndex { !$0.properties.isWhitespace || $0.isLineEnd }
        return solid.map(opensAddress) ?? false
    }

    private func isBlank(_ index: Int) -> Bool {
        index >= scalars.count || scalars[index].isBlank || scalars[index].isSeparator
    }

    /// Whether a label ends with this colon, such as `Reply to:`.
    private func endsLabel(_ index: Int) -> Bool { scalars[index].isColon && isBlank(index + 1) }

    /// Whether a label ends with this colon at once in front of an address, such as `SMTP:`. No word is looked at twice:
    /// another colon ends it.
    private func endsLabelOfWord(_ index: Int) -> Bool {
        guard scalars[index] == ":", index < 6 || !scalars[(index - 6)...].isLink else { return false }
        let start = scalars[(index + 1)...].isLink ? index + 8 : index + 1
        let end = scalars[start...].firstIndex {
            $0 == "@" || $0 == ":" || $0.isSeparator || $0.properties.isWhitespace
        }
        return end.map { scalars[$0] == "@" } ?? false
    }

    /// Whether the piece goes on behind this white space or separator: as a label, as the name in front of an address in
    /// brackets, if nothing that ends a name and no other address stands before it, or as an item without an address.
    private mutating func goesOn() -> Bool {
        let scalar = scalars[position]
        guard scalar.isComma || !scalar.isSeparator else { return false }
        if mark < position {
            mark = position
            while mark < scalars.count, !isMark(mark) { mark += 1 }
            markGoesOn = mark < scalars.count && (scalars[mark].opensBracket || scalars[mark].isColon)
        }
        if scalar.isComma { return markGoesOn && !scalars[mark].isColon }
        return markGoesOn || isList && isInItemWithoutAt()
    }

    private mutating func isInItemWithoutAt() -> Bool {
        if itemEnd < position {
            itemEnd = position
            while itemEnd < scalars.count, !endsItem(itemEnd) { itemEnd += 1 }
        }
        return itemEnd == scalars.count || scalars[itemEnd] != "@"
    }

    private func endsItem(_ index: Int) -> Bool {
        scalars[index] == "@" || scalars[index].isSeparator || scalars[index].isLineEnd
    }

    /// Whether this settles if the text in front of it is a name.
    private func isMark(_ index: Int) -> Bool {
        let scalar = scalars[index]
        return scalar.opensAngle || scalar == "@" || scalar.isSeparator && !scalar.isComma || scalar.isLineEnd
            || endsLabel(index) || endsLabelOfWord(index) || opensAddress(index)
    }

    /// Whether a bracket begins here whose first word is an address. No word is looked at twice: another bracket ends it.
    private func opensAddress(_ index: Int) -> Bool {
        guard scalars[index].opensBracket else { return false }
        let end = scalars[(index + 1)...].firstIndex {
            $0 == "@" || $0.opensBracket || $0.properties.isWhitespace || $0.isSeparator
        }
        return end.map { scalars[$0] == "@" } ?? false
    }
}
