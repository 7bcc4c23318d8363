internal import AtriumSystem

/// In which direction a text runs; the raw value is that of HTML's `dir`.
public enum TextDirection: String, Sendable {
    case leftToRight = "ltr"
    case rightToLeft = "rtl"

    /// By the first letter that has a direction, as HTML's `dir="auto"`.
    public init(of text: some StringProtocol) {
        let first = text.unicodeScalars.first { $0.properties.isAlphabetic && !$0.properties.isEmoji }
        switch first?.value ?? 0 {
        case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF: self = .rightToLeft
        default: self = .leftToRight
        }
    }

    /// Of a language, by a tag of BCP 47: by its script, if it names one, else by the script in which the language is written
    /// mostly. A tag that is none runs from left to right.
    public init(ofLanguage tag: String) {
        let subtags = ASCII.lowercased(tag).split(separator: "-").map(String.init)
        // Behind the language and up to three of its extensions (RFC 5646, section 2.1).
        let script = subtags.dropFirst().prefix(4).first {
            $0.utf8.count == 4 && $0.utf8.allSatisfy { (0x61...0x7A).contains($0) }
        }
        let isRightToLeft = script.map(Self.scripts.contains) ?? subtags.first.map(Self.languages.contains) ?? false
        self = isRightToLeft ? .rightToLeft : .leftToRight
    }

    /// https://unicode.org/iso15924/iso15924-codes.html
    private static let scripts: Set<String> = [
        "adlm", "arab", "aran", "armi", "hebr", "mand", "mend", "nkoo", "rohg", "samr", "syrc", "thaa", "yezi",
    ]

    /// CLDR's likely scripts.
    private static let languages: Set<String> = [
        "ar", "arc", "azb", "bal", "bgn", "bqi", "ckb", "dv", "fa", "glk", "he", "iw", "ji", "khw", "ks", "lrc", "luz",
        "mzn",
        "nqo", "pnb", "prs", "ps", "rhg", "sd", "sdh", "skr", "syr", "ug", "ur", "yi",
    ]
}

extension TextRule {
    /// A name for the middle of another text, whose direction it does not change: between U+2068 and U+2069, unless it is ASCII.
    public static func isolated(_ text: String) -> String {
        text.utf8.allSatisfy { $0 < 0x80 } ? text : "\u{2068}\(text)\u{2069}"
    }
}
