internal import AtriumCSV

/// A part of a pasted text: an address, sometimes with a name before it, or some other text.
struct AddressPiece {
    /// The line in the text, counted from 1.
    let line: Int
    let scalars: ArraySlice<Unicode.Scalar>
    /// Whether the piece starts with a bracket and only blanks separate it from the previous piece.
    let isAdded: Bool

    /// The text in the last brackets if it contains an @, otherwise the whole piece; without the signs around an address.
    var address: ArraySlice<Unicode.Scalar> {
        guard let open = scalars.lastIndex(where: \.opensBracket), scalars[open...].contains("@") else {
            return Self.bare(scalars)
        }
        // A bracket that is not closed and has no blank before it may be meant as part of the address.
        let followsBlank = open == scalars.startIndex || scalars[open - 1].isBlank
        let isClosed = scalars.last { !$0.isBlank && !$0.endsSentence && !$0.isQuote }?.closesBracket == true
        return Self.bare(followsBlank || isClosed ? scalars[(open + 1)...] : scalars)
    }

    var holdsAt: Bool { scalars.contains("@") }

    /// Whether the piece has only signs that surround addresses: blanks, bullets, dots, brackets.
    var isEmpty: Bool {
        scalars.allSatisfy {
            $0.isBlank || $0.opensBracket || $0.closesBracket || $0 != "@" && $0.isPunctuation
        }
    }

    /// Whether the piece is not an address but belongs to one in the same line: a name in quotes or brackets, a label (`To:`),
    /// a number or an abbreviation (`1.`, `Dr.`), or a sign. A label or abbreviation with a dot inside does not count: it may
    /// be meant as an address.
    var isAnnotation: Bool {
        let text = scalars.trimmed
        guard !holdsAt, let first = text.first, let last = text.last else { return false }
        if text.count > 1, first.pairs(with: last) { return true }
        if last.isColon, !text.dropLast().contains(".") { return true }
        if last == ".", !text.dropLast().contains(where: { $0 == "." || $0.isBlank }) { return true }
        return !text.contains { $0.properties.isAlphabetic }
    }

    /// Whether the piece is one word with a letter and with a dot inside, such as an address whose @ is missing.
    var isDottedWord: Bool {
        !scalars.contains(where: \.isBlank) && scalars.contains { $0.properties.isAlphabetic }
            && scalars.dropFirst().dropLast().contains(".")
    }

    /// The text without surrounding blanks, brackets, quotes, `mailto:`, label and sentence end.
    private static func bare(_ scalars: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        var (text, isLink) = (scalars.trimmed, false)
        while let first = text.first, let last = text.last {
            if last.endsSentence || last.closesBracket || last.isQuote {
                text = text.dropLast().trimmed
            } else if first.opensBracket || first.isQuote {
                text = text.dropFirst().trimmed
            } else if text.count > 1, first.pairs(with: last) {
                text = text.dropFirst().dropLast().trimmed
            } else if !isLink, text.isLink {
                // A question mark ends the address of a link: RFC 6068, section 2.
                text = text.dropFirst(7).prefix { $0 != "?" }.trimmed
                isLink = true
            } else if !isLink, let label = text.label {
                text = text.dropFirst(label.count).trimmed
            } else {
                break
            }
        }
        return text
    }
}

extension ArraySlice<Unicode.Scalar> {
    /// Whether the text starts with `mailto:`.
    var isLink: Bool {
        (first == "m" || first == "M") && String(String.UnicodeScalarView(prefix(7))).lowercased() == "mailto:"
    }

    /// The label at the start, through its colon, such as `SMTP:`; it contains no @. The scheme of another link is not a label.
    fileprivate var label: Self? {
        guard let colon = firstIndex(where: { $0 == ":" || $0 == "@" }), self[colon] == ":" else { return nil }
        guard let next = self[colon...].dropFirst().first, next != "/", next != "@" else { return nil }
        return self[...colon]
    }
}
