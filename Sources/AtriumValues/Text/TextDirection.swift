internal import AtriumSystem

/// The direction in which a text runs. The raw value is that of HTML's `dir`.
public enum TextDirection: String, Sendable {
    /// The direction of Latin letters, and of a text without any letter.
    case leftToRight = "ltr"
    /// The direction of Hebrew and Arabic letters, for example.
    case rightToLeft = "rtl"

    /// The direction of the first letter that has one, as in HTML's `dir="auto"`.
    public init(of text: some StringProtocol) {
        let first = text.unicodeScalars.first { $0.properties.isAlphabetic && !$0.properties.isEmoji }
        switch first?.value ?? 0 {
        case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF: self = .rightToLeft
        default: self = .leftToRight
        }
    }

    /// The direction of a language, given as a tag of BCP 47. The script that the tag names decides. Without one, the script
    /// that the language mostly uses decides. Any other text gives left to right.
    public init(ofLanguage tag: String) {
        let subtags = ASCII.lowercased(tag).split(separator: "-").map(String.init)
        // The script comes after the language and up to three extensions of it (RFC 5646, section 2.1).
        let script = subtags.dropFirst().prefix(4).first {
            $0.utf8.count == 4 && $0.utf8.allSatisfy { (0x61...0x7A).contains($0) }
        }
        let isRightToLeft = script.map(Self.scripts.contains) ?? subtags.first.map(Self.languages.contains) ?? false
        self = isRightToLeft ? .rightToLeft : .leftToRight
    }

    /// Scripts from right to left, by their codes: https://unicode.org/iso15924/iso15924-codes.html
    private static let scripts: Set<String> = [
        "adlm", "arab", "aran", "armi", "hebr", "mand", "mend", "nkoo", "rohg", "samr", "syrc", "thaa", "yezi",
    ]

    /// Languages that mostly use one of these scripts, by CLDR's likely scripts.
    private static let languages: Set<String> = [
        "ar", "arc", "azb", "bal", "bgn", "bqi", "ckb", "dv", "fa", "glk", "he", "iw", "ji", "khw", "ks", "lrc", "luz",
        "mzn",
        "nqo", "pnb", "prs", "ps", "rhg", "sd", "sdh", "skr", "syr", "ug", "ur", "yi",
    ]
}

extension TextRule {
    /// A name for use inside another text. The name does not change the direction of that text, because it is put between
    /// U+2068 and U+2069. A name in ASCII stays as it is.
    public static func isolated(_ text: String) -> String {
        text.utf8.allSatisfy { $0 < 0x80 } ? text : "\u{2068}\(text)\u{2069}"
    }
}
