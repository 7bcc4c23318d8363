import AtriumValues
import Testing

struct TextRuleTests {
    @Test(arguments: [
        "a", "Ada Lovelace", "Ægir Þórðarson", "محمد بن عبد الله", "שלום", "王小明", "👩‍👩‍👧‍👦 Family", "नमस्ते", "می\u{200C}خواهم",
        "🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F} Alba", "x\u{301}\u{316}", "❤️", "a\u{AD}b", "\u{301}",
        String(repeating: "é", count: 200), "e" + String(repeating: "\u{301}", count: 30), "a\u{A0}b", "c\u{FFFD}",
    ])
    func `a valid line is accepted`(_ text: String) { #expect(TextRule.isLine(text, upTo: 200)) }

    @Test(arguments: [
        "", " ", "\u{A0}\u{3000}", "\u{200B}", "\u{200D}\u{FEFF}", "\u{2800}", "\u{3164}", "a\nb", "a\r\nb", "a\tb",
        "a\u{B}b", "a\u{C}b",
        "a\u{85}b", "a\u{2028}b", "a\u{2029}b", "a\0", "\u{1B}[31m", "a\u{7F}", "a\u{9B}", "a\u{61C}b", "a\u{200E}b",
        "a\u{200F}b",
        "a\u{202A}b", "a\u{202B}b", "a\u{202C}b", "a\u{202D}b", "a\u{202E}b", "a\u{2066}b", "a\u{2067}b", "a\u{2068}b",
        "a\u{2069}b", "\u{2067}a\u{2069}",
        "a\u{E0001}", "a\u{E0041}", "🏴\u{E0067}", "🏴\u{E007F}", "🏴\u{E0067}\u{E0062}\u{E0073}x", "x\u{E0067}\u{E007F}",
        "🏴" + String(repeating: "\u{E0061}", count: 7) + "\u{E007F}",
        "e" + String(repeating: "\u{301}", count: 31), String(repeating: "a", count: 201),
        String(repeating: "👩‍👩‍👧‍👦", count: 81),
    ])
    func `an invalid line is refused`(_ text: String) { #expect(!TextRule.isLine(text, upTo: 200)) }

    @Test(arguments: [
        "", "a", "a\nb\r\nc\rd\u{85}e\u{2028}f\u{2029}g\tend\u{B}\u{C}", "עברית\u{200F}!", "ا\u{61C}1\u{200E}2",
        "see \u{2067}עברית\u{2069} here", "\u{2066}a\u{202B}b\u{202C}c\u{2069}\n\u{2068}d\u{2069}",
        "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}", String(repeating: "x", count: 1000),
    ])
    func `a valid text is accepted`(_ text: String) { #expect(TextRule.isText(text, upTo: 1000)) }

    @Test(arguments: [
        "a\0b", "\u{7}", "\u{1B}[2J", "a\u{7F}", "a\u{9B}", "a\u{E0041}", "a\u{202D}b\u{202C}",
        "a\u{202E}b",
        "a\u{2067}b", "a\u{202B}b", "a\u{2067}b\nc\u{2069}", "a\u{202A}b\u{2029}c\u{202C}", "a\u{2069}b", "a\u{202C}b",
        "\u{2067}a\u{202C}", "\u{202B}a\u{2069}", "e" + String(repeating: "\u{316}", count: 31),
        String(repeating: "x", count: 1001), String(repeating: "👩‍👩‍👧‍👦", count: 161),
    ])
    func `an invalid text is refused`(_ text: String) { #expect(!TextRule.isText(text, upTo: 1000)) }

    @Test(arguments: [0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF] as [UInt32])
    func `a code point that is never a character in Unicode is refused in every text`(_ number: UInt32) throws {
        let text = "a\(Character(try #require(Unicode.Scalar(number))))"
        #expect(!TextRule.isLine(text, upTo: 200) && !TextRule.isText(text, upTo: 200))
        #expect(TextRule.line(of: text, upTo: 200) == "a")
    }

    @Test(arguments: [Int.min, -1, 0])
    func `no line fits a limit of zero or less, and no limit is too large`(_ limit: Int) {
        #expect(!TextRule.isLine("a", upTo: limit) && !TextRule.isText("a", upTo: limit))
        #expect(TextRule.isText("", upTo: limit) == (limit == 0))
        #expect(TextRule.isLine("é", upTo: .max) && TextRule.isText("é", upTo: .max))
        #expect(TextRule.line(of: "é", upTo: limit).isEmpty && TextRule.line(of: "é", upTo: .max) == "é")
    }

    /// Texts of a megabyte each. The time to compare their characters grows with the square of their number.
    @Test(arguments: ["\u{301}", "\u{301}\u{316}", " ", "\u{200D}", "👩\u{200D}", "🇩", "\r\n", "\u{E0067}", "\u{2067}"])
    func `a hostile text of a megabyte is judged by its content`(_ piece: String) {
        let text = "a" + String(repeating: piece, count: 1_000_000 / piece.utf8.count)
        #expect(!TextRule.isLine(text, upTo: 200) && !TextRule.isText(text, upTo: 20_000))
        let isMarks = piece.first?.unicodeScalars.first?.properties.generalCategory == .nonspacingMark
        let isLine = piece == " " || piece == "\u{200D}" || piece.utf8.count == 7 || piece == "🇩"
        #expect(TextRule.isLine(text, upTo: 1_000_001) == isLine)
        #expect(TextRule.isText(text, upTo: 1_000_001) == (isLine || piece == "\r\n"))
        #expect(TextRule.line(of: text, upTo: 80).unicodeScalars.count <= (isMarks ? 31 : 800))
    }

    @Test func `the line that is made of a text is a valid line`() {
        #expect(TextRule.line(of: "\u{1B}[31ma\r\n\u{2028}\u{202E}b\u{E0041}", upTo: 80) == "[31mab")
        #expect(TextRule.line(of: String(repeating: "é", count: 100), upTo: 80).count == 80)
        #expect(TextRule.line(of: "Ægir 👩‍👩‍👧‍👦", upTo: 80) == "Ægir 👩‍👩‍👧‍👦")
    }
}

struct LanguageTagLengthTests {
    @Test func `a language tag has at most 100 bytes`() {
        let tag = "en" + String(repeating: "-abcdefg", count: 12)
        #expect(LanguageTag.isWellFormed(tag) && !LanguageTag.isWellFormed(tag + "-abc"))
    }
}
