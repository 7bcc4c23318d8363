import AtriumLanguages
import AtriumValues
import Foundation
import Testing

/// Numbers, days and moments by place.
struct FormatTests {
    private static let all = Languages(["fr", "de", "ar", "hi", "es", "fa", "pl", "th"].map { Phrases($0, [:]) })

    @Test(arguments: [
        ("en", "1,234,567", "1,234", "-12"), ("de", "1.234.567", "1.234", "-12"),
        ("fr", "1\u{202F}234\u{202F}567", "1\u{202F}234", "-12"), ("es", "1.234.567", "1234", "-12"),
        ("hi", "12,34,567", "1,234", "-12"), ("ar-EG", "١٬٢٣٤٬٥٦٧", "١٬٢٣٤", "\u{61C}-١٢"),
    ])
    func `a number has the digits and separators of the place`(tag: String, large: String, small: String, minus: String)
    {
        let language = Self.all.language(tag)
        #expect(language.text(1_234_567) == large && language.text(1_234) == small && language.text(-12) == minus)
        #expect(language.text(.min).count > 19 && language.text(.max).count > 19)
    }

    @Test(arguments: [
        ("en", "Jan 5, 2026", "Jan 2026", "Jan 5, 2026, 2:07\u{202F}PM"),
        ("en-GB", "5 Jan 2026", "Jan 2026", "5 Jan 2026, 14:07"),
        ("de", "5. Jan. 2026", "Jan. 2026", "5. Jan. 2026, 14:07"),
        ("fr", "5 janv. 2026", "janv. 2026", "5 janv. 2026, 14:07"),
        ("th", "5 ม.ค. 2026", "ม.ค. 2026", "5 ม.ค. 2026, 14:07"),
        ("ar-SA", "٥ يناير، ٢٠٢٦", "يناير ٢٠٢٦", "٥ يناير، ٢٠٢٦، ٢:٠٧\u{A0}م"),
        ("ar", "5 يناير، 2026", "يناير 2026", "5 يناير، 2026، 2:07 م"),
    ])
    func `days and moments are those of the Gregorian calendar, as the place writes them`(
        tag: String, day: String, month: String, moment: String
    ) {
        let language = Self.all.language(tag)
        let date = Day(year: 2026, month: 1, day: 5)
        #expect(language.text(date) == day && language.month(of: date) == month)
        #expect(language.text(date.start(in: .gmt).addingTimeInterval(14 * 3600 + 7 * 60 + 59), in: .gmt) == moment)
    }

    @Test func `a percentage is rounded down, and a fraction has as many decimals as it needs`() {
        let (english, french) = (Language.english, Self.all.language("fr"))
        #expect(english.percentage(2, of: 3) == "66%" && french.percentage(2, of: 3) == "66\u{A0}%")
        #expect(english.text("\(percentage: 0.6667)") == "66.7%" && english.text("\(12.50)") == "12.5")
        #expect(french.text("\(-0.25)") == "-0,25" && english.text("\(1e300)") == "1e+300")
        #expect(english.text("\(1e12)") == "1,000,000,000,000" && english.text(0.5, digits: 100) == "0.5")
    }

    @Test(arguments: [
        "", "x", "en-", "zz-ZZ", String(repeating: "a", count: 10_000), "ar-u-nu-arab", "fr-@x", "fr-éé", "ar-zzzz-zz",
        "fr-x-private", "de-u-ca-islamic", "\0",
    ])
    func `any tag gives a language`(tag: String) {
        #expect(!Self.all.language(tag).text(5).isEmpty && Self.all.language(tag).text("Home") == "Home")
    }
}
