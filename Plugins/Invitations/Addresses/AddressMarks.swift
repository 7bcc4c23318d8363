/// What stands around an address and between two, of any script. Of ASCII only the usual brackets and quotes count: the
/// others may begin or end an address.
extension Unicode.Scalar {
    /// A comma of any width or script, which may also stand in a name.
    var isComma: Bool {
        switch self {
        case ",", "，", "﹐", "、", "､", "﹑", "،": true
        default: false
        }
    }

    var isSeparator: Bool {
        switch self {
        case ";", "\t", "；", "﹔", "؛": true
        default: isComma
        }
    }

    /// What Unicode counts as the end of a line (UAX 14, the mandatory breaks).
    var isLineEnd: Bool {
        switch self {
        case "\n", "\u{B}", "\u{C}", "\r", "\u{85}", "\u{2028}", "\u{2029}": true
        default: false
        }
    }

    var isColon: Bool { self == ":" || self == "：" }

    var opensAngle: Bool { self == "<" || self == "＜" }

    /// The low quotes count too: Unicode lists them with the brackets that open.
    var opensBracket: Bool {
        isASCII ? "<([".unicodeScalars.contains(self) : self == "＜" || properties.generalCategory == .openPunctuation
    }

    var closesBracket: Bool {
        isASCII ? ">)]".unicodeScalars.contains(self) : self == "＞" || properties.generalCategory == .closePunctuation
    }

    /// Whether no address holds it and a text may be quoted with it, at either end: languages differ in which they open with.
    var isQuote: Bool {
        guard !isASCII else { return self == "\"" }
        return switch properties.generalCategory {
        case .initialPunctuation, .finalPunctuation: true
        default: false
        }
    }

    /// Whether a text that begins with it may be quoted or in brackets, and so a name.
    var opensPair: Bool {
        isASCII ? "'\"`([".unicodeScalars.contains(self) : opensBracket && !opensAngle || isQuote
    }

    /// Whether a text between this sign and the other one is quoted, or in brackets.
    func pairs(with other: Unicode.Scalar) -> Bool {
        switch self {
        case "'", "\"", "`": other == self
        case "(": other == ")"
        case "[": other == "]"
        case _ where isASCII || other.isASCII || !opensPair: false
        default: other.isQuote || opensBracket && other.closesBracket
        }
    }

    var endsSentence: Bool {
        switch self {
        case ".", ":", "!", "?", "。", "｡", "．", "：", "！", "？": true
        default: false
        }
    }

    var isPunctuation: Bool {
        switch properties.generalCategory {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
            .finalPunctuation, .otherPunctuation:
            true
        default: false
        }
    }
}
