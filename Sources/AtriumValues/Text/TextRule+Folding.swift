internal import Foundation

extension TextRule {
    /// The form by which names and titles are found, ordered and told apart. It has no case, accents or compatibility forms.
    /// Each run of blanks becomes one blank, and blanks at the ends are removed. Folding a folded text changes nothing.
    ///
    /// "elodie" finds "Élodie", "lukasz" finds "Łukasz", "strasse" finds "STRAẞE". Latin, Greek and Cyrillic letters lose their
    /// marks. Hebrew and Arabic letters lose their vowels. The signs of other scripts are letters of their own, and stay. Files
    /// keep folded keys. Therefore folding is based on what Unicode never changes: the compatibility decomposition (UAX #15)
    /// and the values of digits, and on the two tables of this file.
    public static func folded(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 >= 0x7F || $0 == UInt8(ascii: "`") }) else {
            return joiningWords(of: text.lowercased())
        }
        var folded = String.UnicodeScalarView()
        // Decompose before making letters small: a sign may be made of capital letters.
        for scalar in withApostrophes(text).decomposedStringWithCompatibilityMapping.unicodeScalars
        where !scalar.isDropped {
            for small in scalar.properties.lowercaseMapping.unicodeScalars {
                if let letters = letters[small] {
                    folded.append(contentsOf: letters.unicodeScalars)
                } else if let digit = small.decimalDigit {
                    folded.append(digit)
                } else {
                    folded.append(small)
                }
            }
        }
        return joiningWords(of: String(folded).precomposedStringWithCanonicalMapping)
    }

    /// Replaces accents that stand alone with apostrophes. People type them for an apostrophe, and they would become blanks.
    private static func withApostrophes(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: accents.contains) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.map { accents.contains($0) ? "'" : $0 }))
    }

    private static let accents: Set<Unicode.Scalar> = [
        "\u{B4}", "\u{384}", "\u{1FBD}", "\u{1FBF}", "\u{1FFD}", "\u{1FFE}",
    ]

    private static func joiningWords(of text: String) -> String {
        var words = String.UnicodeScalarView()
        var isBehindBlank = false
        for scalar in text.unicodeScalars {
            if scalar.properties.isWhitespace {
                isBehindBlank = !words.isEmpty
            } else {
                if isBehindBlank { words.append(" ") }
                isBehindBlank = false
                words.append(scalar)
            }
        }
        return String(words)
    }

    /// Letters and signs without a decomposition, and their folded forms.
    private static let letters: [Unicode.Scalar: String] = Dictionary(
        uniqueKeysWithValues: (cldr + ours).flatMap { base, forms in forms.unicodeScalars.map { ($0, base) } })

    /// Small letters and signs, as CLDR's transform Latin-ASCII writes them
    /// (https://github.com/unicode-org/cldr/blob/main/common/transforms/Latin-ASCII.xml).
    private static let cldr: [(String, String)] = [
        ("a", "ⱥᶏᴀ"), ("b", "ƀƃɓʙᴃᵬᶀ"), ("c", "ƈȼɕᴄꞓ"), ("d", "đðƌȡɖɗᴅᴆᵭᶁᶑꝱꝺ"), ("e", "ɇɛᴇᶒᶓⱸ"),
        ("f", "ƒᵮᶂꜰꝼ"), ("g", "ǥɠɡɢʛᶃꞡ"), ("h", "ħɦɧʜⱨ"), ("i", "ıɨɩɪᵻᶖ"), ("j", "ȷɉɟʝᴊ"), ("k", "ƙᴋᶄⱪꝁꝃꝅꞣ"),
        ("l", "łƚȴɫɬɭʟᴌᶅⱡꝇꝉꝲ"), ("m", "ɱᴍᵯᶆꝳ"), ("n", "ŋƞȵɲɳɴᵰᶇꝴꞑꞥ"), ("o", "øᴏⱺꝋꝍ"), ("p", "ƥᴘᵱᵽᶈꝑꝓꝕ"),
        ("q", "ĸʠꝗꝙ"), ("r", "ɍɼɽɾʀᵲᵳᶉꝵꝶꞧ"), ("s", "ȿʂᵴᶊẜẝꜱꞩ"), ("t", "ŧƫƭȶʈᴛᵵⱦꝷꞇ"), ("u", "ʉᴜᵾᶙ"),
        ("v", "ʋᴠᶌỽⱱⱴꝟ"), ("w", "ᴡⱳ"), ("x", "ᶍ"), ("y", "ƴɏʏỿ"), ("z", "ƶȥɀʐʑᴢᵶᶎⱬ"), ("aa", "ꜳ"),
        ("ae", "æᴁ"), ("ao", "ꜵ"), ("au", "ꜷ"), ("av", "ꜹꜻ"), ("ay", "ꜽ"), ("db", "ȸ"), ("dz", "ʣʥ"),
        ("hv", "ƕ"), ("ll", "ỻ"), ("ls", "ʪ"), ("lz", "ʫ"), ("oe", "œɶ"), ("oi", "ƣ"), ("oo", "ꝏ"),
        ("qp", "ȹ"), ("ss", "ß"), ("th", "þᵺꝥꝧ"), ("ts", "ʦ"), ("ue", "ᵫ"), ("vy", "ꝡ"),
        ("'", "\u{2BC}\u{2018}\u{2019}\u{201B}"),
        ("-", "\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2212}"),
    ]

    /// Our additions, because people type one sign for the other: the schwa, the open o, the marks for an apostrophe or a
    /// glottal stop, the final sigma, Hebrew's hyphen and geresh, the Persian yeh and kaf, and the Arabic yeh without dots, teh
    /// marbuta and alef wasla. A braille cell without dots is a blank.
    private static let ours: [(String, String)] = [
        ("e", "əǝ"), ("o", "ɔ"), ("σ", "ς"), (" ", "\u{2800}"),
        ("\u{64A}", "\u{6CC}\u{649}"), ("\u{643}", "\u{6A9}"), ("\u{647}", "\u{629}"), ("\u{627}", "\u{671}"),
        ("'", "`\u{2B9}\u{2BB}\u{2BD}\u{2BE}\u{2BF}\u{2032}\u{2035}\u{5F3}\u{A78C}"), ("-", "\u{5BE}"),
    ]
}

extension Unicode.Scalar {
    /// The ASCII digit for a decimal digit of another script.
    fileprivate var decimalDigit: Unicode.Scalar? {
        guard value > 0x7F, properties.numericType == .decimal, let number = properties.numericValue else { return nil }
        return Unicode.Scalar(UInt8(ascii: "0") + UInt8(number))
    }

    /// Whether folding drops it: a mark over, through or under a Latin, Greek or Cyrillic letter, a Hebrew or Arabic vowel,
    /// Arabic's tatweel, or a character that shows nothing.
    fileprivate var isDropped: Bool {
        switch value {
        case 0x300...0x36F, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE20...0xFE2F: true
        case 0x591...0x5BD, 0x5BF, 0x5C1, 0x5C2, 0x5C4, 0x5C5, 0x5C7: true
        case 0x610...0x61A, 0x640, 0x64B...0x65F, 0x670, 0x6D6...0x6DC, 0x6DF...0x6E4, 0x6E7, 0x6E8, 0x6EA...0x6ED: true
        default: properties.isDefaultIgnorableCodePoint
        }
    }
}
