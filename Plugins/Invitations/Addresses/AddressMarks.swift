/// The signs around and between addresses, in any script. In ASCII, only the usual brackets and quotes count, because the other
/// signs may start or end an address.
extension Unicode.Scalar {
    /// Whether the sign is a comma of any width or script. A comma may also be part of a name.
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

    /// Whether Unicode counts the sign as the end of a line (UAX 14, the mandatory breaks).
    var isLineEnd: Bool {
        switch self {
        case "\n", "\u{B}", "\u{C}", "\r", "\u{85}", "\u{2028}", "\u{2029}": true
        default: false
        }
    }

    var isColon: Bool { self == ":" || self == "：" }

    var opensAngle: Bool { self == "<" || self == "＜" }

    /// Low quotes also count: Unicode classes them as opening punctuation.
    var opensBracket: Bool {
        isASCII ? "<([".unicodeScalars.contains(self) : self == "＜" || properties.generalCategory == .openPunctuation
    }

    var closesBracket: Bool {
        isASCII ? ">)]".unicodeScalars.contains(self) : self == "＞" || properties.generalCategory == .closePunctuation
    }

    /// Whether the sign may start or end a quotation and is never part of an address. Languages differ in which sign opens a
    /// quotation.
    var isQuote: Bool {
        guard !isASCII else { return self == "\"" }
        return switch properties.generalCategory {
        case .initialPunctuation, .finalPunctuation: true
        default: false
        }
    }

    /// Whether a text that starts with the sign may be in quotes or brackets, and therefore may be a name.
    var opensPair: Bool {
        isASCII ? "'\"`([".unicodeScalars.contains(self) : opensBracket && !opensAngle || isQuote
    }

    /// Whether a text between this sign and `other` is in quotes or brackets.
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
