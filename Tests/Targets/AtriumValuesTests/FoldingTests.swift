import AtriumValues
import Testing

struct FoldingTests {
    @Test(arguments: [
        ("Élodie", "elodie"), ("E\u{301}lodie", "elodie"), ("Łukasz Żak", "lukasz zak"), ("İlker", "ilker"),
        ("ILKER", "ilker"), ("ılker", "ilker"), ("Nguyễn Văn A", "nguyen van a"), ("STRAẞE", "strasse"),
        ("Straße", "strasse"), ("Æsir ŒUVRE Ørsted", "aesir oeuvre orsted"), ("ＡＢＣ ﬁn", "abc fin"),
        ("O’Brien", "o'brien"), ("Jean‑Luc", "jean-luc"), ("  a \u{A0}\u{3000} b ", "a b"), ("a\u{200B}b", "ab"),
        ("Ёлка Йод", "елка иод"), ("ΌΔΟΣ", "οδοσ"), ("οδός", "οδοσ"), ("שָׁלוֹם", "שלום"), ("مُحَمَّد", "محمد"),
        ("Ɛyram Ƃ ȼɇɉɍɏ ʉʋɦ Ⱥⱦ ɟ", "eyram b cejry uvh at j"), ("Əliyev Ɔlɔ", "eliyev olo"),
        ("ʻOkina Qurʾān", "'okina qur'an"),
        ("ᴀʙᴄ Ꜳ ǅ", "abc aa dz"), ("علی کریم", "علي كريم"), ("a\u{2800}b", "a b"), ("ガギグ", "ガギグ"), ("ｶﾞ", "ガ"),
        ("O´Brien", "o'brien"), ("O`BRIEN", "o'brien"), ("O′Brien", "o'brien"), ("OʹBrien", "o'brien"),
        ("בן־גוריון", "בן-גוריון"), ("ז׳בוטינסקי", "ז'בוטינסקי"), ("مصطفى فاطمة ٱلله", "مصطفي فاطمه الله"),
        ("٣۴५", "345"),
        ("한국어", "한국어"), ("हिन्दी", "हिन्दी"),
    ])
    func `a name has one folded form, without case, accents and compatibility forms`(_ text: String, _ folded: String) {
        #expect(Array(TextRule.folded(text).unicodeScalars) == Array(folded.unicodeScalars))
        #expect(Array(TextRule.folded(folded).unicodeScalars) == Array(folded.unicodeScalars))
    }

    @Test func `folding a folded text changes nothing, whatever the text is`() {
        for value in UInt32(0)...0x1FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let once = TextRule.folded("x\(scalar)y")
            let twice = TextRule.folded(once)
            #expect(once.utf8.elementsEqual(twice.utf8), "U+\(String(value, radix: 16))")
        }
    }

    @Test(arguments: [
        ("שלום", TextDirection.rightToLeft), ("(1) مرحبا", .rightToLeft), ("Hello שלום", .leftToRight),
        ("123", .leftToRight),
    ])
    func `the first letter decides the direction of a text`(_ text: String, _ direction: TextDirection) {
        #expect(TextDirection(of: text) == direction)
    }

    @Test(arguments: [
        ("ar", TextDirection.rightToLeft), ("AR-eg", .rightToLeft), ("he", .rightToLeft), ("az-Arab", .rightToLeft),
        ("uz-Arab-AF", .rightToLeft), ("ur-Latn", .leftToRight), ("pa-PK", .leftToRight), ("en", .leftToRight),
        ("", .leftToRight), ("-", .leftToRight), ("ks-Deva", .leftToRight), ("zh-cmn-Hans", .leftToRight),
    ])
    func `a language tag decides the direction of its letters`(_ tag: String, _ direction: TextDirection) {
        #expect(TextDirection(ofLanguage: tag) == direction)
    }
}
