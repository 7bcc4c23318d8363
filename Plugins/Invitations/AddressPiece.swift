internal import AtriumCSV

/// A part of a pasted text: an address, maybe with the name in front of it, or something else.
struct AddressPiece {
    /// From 1.
    let line: Int
    let scalars: ArraySlice<Unicode.Scalar>

    /// What stands in the last brackets, if an @ does, or else all; without what stands around an address.
    var address: ArraySlice<Unicode.Scalar> {
        guard let open = scalars.lastIndex(where: \.opensBracket), scalars[open...].contains("@") else {
            return Self.bare(scalars)
        }
        // A bracket that is neither closed nor apart may be meant as a part of the address.
        let isApart = open == scalars.startIndex || scalars[open - 1].isBlank
        let isClosed = scalars.last { !$0.isBlank && !$0.endsSentence }?.closesBracket == true
        return Self.bare(isApart || isClosed ? scalars[(open + 1)...] : scalars)
    }

    var holdsAt: Bool { scalars.contains("@") }

    /// Whether it is only what stands around addresses: blanks, bullets, dots, brackets.
    var isEmpty: Bool { scalars.allSatisfy { $0.isBlank || $0 == "<" || $0 == ">" || $0 != "@" && $0.isPunctuation } }

    /// Whether it is no address but belongs to one in the same line: a name in quotes or brackets, a label (`To:`), a number or
    /// an abbreviation (`1.`, `Dr.`), a sign. What has a dot within may be meant as an address.
    var isBeside: Bool {
        let text = scalars.trimmed
        guard !holdsAt, let first = text.first, let last = text.last else { return false }
        if text.count > 1, first.pairs(with: last) { return true }
        if [".", ":", "："].contains(last), !text.dropLast().contains(".") { return true }
        return !text.contains { $0.properties.isAlphabetic }
    }

    /// The text without blanks, brackets, pairs of quotes, `mailto:` and the end of a sentence around it.
    private static func bare(_ scalars: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        var (text, isLink) = (scalars.trimmed, false)
        while let first = text.first, let last = text.last {
            if last.endsSentence || last.closesBracket {
                text = text.dropLast().trimmed
            } else if first.opensBracket {
                text = text.dropFirst().trimmed
            } else if text.count > 1, first.pairs(with: last) {
                text = text.dropFirst().dropLast().trimmed
            } else if !isLink, text.isLink {
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

extension ArraySlice<Unicode.Scalar> {
    /// Whether `mailto:` begins it.
    var isLink: Bool { String(String.UnicodeScalarView(prefix(7))).lowercased() == "mailto:" }
}

extension Unicode.Scalar {
    private static let pairs: [Unicode.Scalar: Unicode.Scalar] = [
        "'": "'", "\"": "\"", "`": "`", "‘": "’", "“": "”", "„": "“", "«": "»", "‹": "›", "「": "」", "(": ")", "[": "]",
        "（": "）", "［": "］", "【": "】",
    ]

    /// Whether a text between this sign and the other one is quoted, or in brackets.
    func pairs(with other: Unicode.Scalar) -> Bool { Self.pairs[self] == other }

    /// Whether such a text may begin with it.
    var opensPair: Bool { Self.pairs[self] != nil }

    var opensBracket: Bool {
        switch self {
        case "<", "(", "[", "（", "［", "【": true
        default: false
        }
    }

    var closesBracket: Bool {
        switch self {
        case ">", ")", "]", "）", "］", "】": true
        default: false
        }
    }

    fileprivate var endsSentence: Bool {
        switch self {
        case ".", ":", "!", "?", "。", "：", "！", "？": true
        default: false
        }
    }

    fileprivate var isPunctuation: Bool {
        switch properties.generalCategory {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
            .finalPunctuation, .otherPunctuation:
            true
        default: false
        }
    }
}
