internal import AtriumCSV

/// Cuts a pasted text into addresses, each with the name before it.
///
/// It reads scalars, because one `Character` may be as long as the text. It looks at each scalar a fixed number of times: it
/// looks up the next mark once for all scalars before that mark, and no look-ahead goes beyond the place where the next
/// look-ahead starts.
struct AddressCutter {
    private let scalars: [Unicode.Scalar]
    private var position = 0
    private var line = 1
    /// The index of the next mark, and of the next @ or item end. Each is valid up to that index and is then looked up again.
    private var (mark, itemEnd) = (-1, -1)
    /// Whether the mark starts an address in brackets or ends a label.
    private var markGoesOn = false
    /// The line that was looked at last: its end, whether it has an address, whether it is a row of a sheet, and whether it is
    /// a list with commas or semicolons.
    private var (lineEnd, hasAddress, isRow, isList) = (0, false, false, false)
    /// The cell that was looked at last, in a row of a sheet, and whether it has an address.
    private var (cell, cellHasAddress) = (0..<0, false)

    init(_ text: String) { scalars = Array(text.unicodeScalars) }

    /// The next piece that is not empty. In a line with an address, it leaves out texts that belong to an address. In a row
    /// with an address, it leaves out all cells without an @, unless the cell is one word with a dot inside.
    mutating func next() -> AddressPiece? {
        while let piece = cut() {
            if !piece.isEmpty, !hasAddress || piece.holdsAt || isMeant(piece) { return piece }
        }
        return nil
    }

    /// Whether a piece without an @, in a line with an address, may be meant as an address.
    private func isMeant(_ piece: AddressPiece) -> Bool {
        guard isRow, !cellHasAddress else { return !piece.isAnnotation }
        return piece.scalars.indices == cell && piece.isDottedWord
    }

    /// Cuts the next piece, which may be empty. The piece ends before a separator, white space, or a bracket that follows an
    /// address; or after `>`, or after the colon of a label. A name before an address in brackets may contain white space and
    /// commas. A list item without an address may contain white space.
    private mutating func cut() -> AddressPiece? {
        let isAdded = skipSeparators()
        lookAtLine()
        lookAtCell()
        let start = position
        var hasAt = false
        while position < scalars.count, !scalars[position].isLineEnd {
            let scalar = scalars[position]
            if scalar == "\"" || position == start, let end = endOfPair(position) {
                position = end
                continue
            }
            if hasAt, scalar.opensAngle || opensAddress(position) { break }
            if scalar.isSeparator || scalar.properties.isWhitespace, hasAt || !continuesPiece() { break }
            position += 1
            if scalar == ">" || hasAt && !scalar.isASCII && scalar.closesBracket {
                // The closing quote of `"Jane <a@x.example>"`.
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

    /// Moves to the next scalar that may start a piece. Returns whether it skipped neither a separator nor a line end.
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

    /// Looks at each line once, where the line's first piece starts.
    private mutating func lookAtLine() {
        guard position >= lineEnd, position < scalars.count else { return }
        (lineEnd, hasAddress, isRow, isList) = (position, false, false, false)
        while lineEnd < scalars.count, !scalars[lineEnd].isLineEnd {
            let scalar = scalars[lineEnd]
            hasAddress = hasAddress || scalar == "@"
            isRow = isRow || endsCell(lineEnd)
            isList = isList || scalar.isSeparator && scalar != "\t"
            lineEnd += 1
        }
    }

    /// Looks at each cell of a row once, where the cell's first piece starts. Blanks at its end do not count.
    private mutating func lookAtCell() {
        guard isRow, position >= cell.upperBound else { return }
        var (next, end) = (position, position)
        cellHasAddress = false
        while next < lineEnd, !endsCell(next) {
            cellHasAddress = cellHasAddress || scalars[next] == "@"
            next += 1
            if !scalars[next - 1].isBlank { end = next }
        }
        cell = position..<end
    }

    private func endsCell(_ index: Int) -> Bool {
        scalars[index] == "\t" || scalars[index] == "|" && isBlank(index + 1)
    }

    /// The end of a name in quotes or brackets that starts here; `nil` if there is none. A sign opens only at the start of a
    /// word and closes only at the end of one. Elsewhere it is a letter (`ד"ר`, `O'Brien`). A text with an @ is a name only
    /// between straight double quotes and before an address in brackets. Between straight double quotes, a quote after a
    /// backslash closes nothing (RFC 5322, section 3.2.4).
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

    /// Whether an address in brackets follows, directly or after white space.
    private func precedesAddress(_ index: Int) -> Bool {
        let solid = scalars[index...].firstIndex { !$0.properties.isWhitespace || $0.isLineEnd }
        return solid.map(opensAddress) ?? false
    }

    private func isBlank(_ index: Int) -> Bool {
        index >= scalars.count || scalars[index].isBlank || scalars[index].isSeparator
    }

    /// Whether this colon ends a label such as `Reply to:`.
    private func endsLabel(_ index: Int) -> Bool { scalars[index].isColon && isBlank(index + 1) }

    /// Whether this colon ends a label directly before an address, such as `SMTP:`. No word is looked at twice, because the
    /// look ahead ends at the next colon.
    private func endsLabelOfWord(_ index: Int) -> Bool {
        guard scalars[index] == ":", index < 6 || !scalars[(index - 6)...].isLink else { return false }
        let start = scalars[(index + 1)...].isLink ? index + 8 : index + 1
        let end = scalars[start...].firstIndex {
            $0 == "@" || $0 == ":" || $0.isSeparator || $0.properties.isWhitespace
        }
        return end.map { scalars[$0] == "@" } ?? false
    }

    /// Whether the piece continues after this white space or separator: as a label, as an item without an address, or as the
    /// name before an address in brackets. Such a name must not be followed by a sign that ends a name, or by another address,
    /// before that address.
    private mutating func continuesPiece() -> Bool {
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

    /// Whether this scalar decides if the text before it is a name.
    private func isMark(_ index: Int) -> Bool {
        let scalar = scalars[index]
        return scalar.opensAngle || scalar == "@" || scalar.isSeparator && !scalar.isComma || scalar.isLineEnd
            || endsLabel(index) || endsLabelOfWord(index) || opensAddress(index)
    }

    /// Whether this scalar is a bracket whose first word is an address. No word is looked at twice, because the look ahead ends
    /// at the next bracket.
    private func opensAddress(_ index: Int) -> Bool {
        guard scalars[index].opensBracket else { return false }
        let end = scalars[(index + 1)...].firstIndex {
            $0 == "@" || $0.opensBracket || $0.properties.isWhitespace || $0.isSeparator
        }
        return end.map { scalars[$0] == "@" } ?? false
    }
}
