import AtriumLanguages
import AtriumValues
import Testing

/// Texts in other languages than the source.
struct PhrasesTests {
    private let languages = Languages([
        Phrases(
            "fr",
            [
                "Invitations": "Invitations",
                "{1} of {2} are invited": "Sur {2}, {1} sont invités",
                "{1 invitation was|invitations were} sent again.":
                    "{1, plural, one {# invitation a été renvoyée} other {# invitations ont été renvoyées}}.",
                "invitation: pending": "en attente",
                "{1} may not {2}": "{2} : interdit à {1}",
                "leave": "partir",
            ]),
        Phrases("fr-CH", ["leave": "s'en aller"]),
        Phrases(
            "ar",
            [
                "{1 seat|seats} for {2}":
                    "{1, plural, zero {لا مقاعد لـ{2}} one {مقعد لـ{2}} two {مقعدان لـ{2}} few {# مقاعد لـ{2}} many {# مقعدًا لـ{2}} other {# مقعد لـ{2}}}"
            ]),
    ])

    @Test func `an argument stands where the translation has it`() {
        let french = languages.language("fr")
        #expect(french.text("\(3) of \(28_785) are invited") == "Sur 28\u{202F}785, 3 sont invités")
        #expect(french.text("\("Ada") may not \("leave" as Words)") == "partir : interdit à Ada")
    }

    @Test(arguments: [
        (0, "0 invitation a été renvoyée."), (1, "1 invitation a été renvoyée."),
        (2, "2 invitations ont été renvoyées."),
    ])
    func `a plural is the one of the language`(count: Int, text: String) {
        #expect(
            languages.language("fr").text("\(count, "invitation was", "invitations were") sent again.") == text)
    }

    @Test(arguments: [
        (0, "لا مقاعد"), (1, "مقعد"), (2, "مقعدان"), (3, "3 مقاعد"), (11, "11 مقعدًا"), (100, "100 مقعد"),
        (103, "103 مقاعد"),
    ])
    func `a language may have six plurals, with other arguments inside`(count: Int, text: String) {
        let arabic = languages.language(ofDocument: "ar")
        // A name keeps its own direction.
        #expect(arabic.text("\(count, "seat", "seats") for \("Ada")") == "\(text) لـ\u{2068}Ada\u{2069}")
    }

    @Test func `the same word may have several translations`() {
        let french = languages.language("fr")
        #expect(french.text("\(context: "invitation")pending") == "en attente")
        #expect(french.text("pending") == "pending")
        #expect(("\(context: "invitation")pending" as Words).description == "pending")
    }

    @Test func `a place has the texts of its language, and those of its own`() {
        let swiss = languages.language("fr-CH")
        #expect(swiss.text("leave") == "s'en aller" && swiss.text("Invitations") == "Invitations")
        #expect(languages.language("FR-be").text("leave") == "partir")
        #expect(languages.language("fr-CA").text(12.5, digits: 1) == "12,5")
    }

    @Test func `a text without a translation is shown in English, and reported once`() {
        let french = languages.language("fr")
        #expect(french.text("Home") == "Home" && french.text("Home") == "Home")
        #expect(french.text("\(1), \(2)") == "1, 2")
        #expect(languages.missing.map { "\($0.language): \($0.key)" } == ["fr: Home"])
        #expect(languages.language("pt").text("Home") == "Home" && languages.missing.count == 1)
    }

    @Test func `an integrator replaces single texts, also of the source`() {
        let own = languages.replacing([
            Phrases("en", ["Team {1}": "Faculty {1}"]), Phrases("fr", ["leave": "quitter"]),
        ])
        #expect(own.language("en-GB").text("Team \("North")") == "Faculty North")
        #expect(own.language("fr").text("leave") == "quitter" && languages.language("fr").text("leave") == "partir")
    }

    @Test func `the wanted language is the first one that is known`() {
        #expect(languages.language(preferring: ["pt-BR", "fr-CA", "ar"]).tag == "fr")
        #expect(languages.language(preferring: ["pt-BR"]).tag == "en" && languages.language(preferring: []).tag == "en")
        // Arabic has one phrase here, so people cannot read in it; a single document can be.
        #expect(languages.tags == ["en", "fr", "fr-ch"])
        #expect(languages.language("ar").tag == "en" && languages.language(ofDocument: "ar").tag == "ar")
    }

    @Test(arguments: [
        ("{2} is", "{2} names no argument of the text; use the numbers that the text has"),
        ("{1", "after '{1' comes '}' or ', plural, one {…} other {…}}'"),
        ("{0}", "after '{' comes the number of an argument"), ("1}", "a '}' has no '{'; add it"),
        ("{1, plural, one {x}}", "a plural has no form 'other'; add it"),
        (
            "{1, plural, one {x} other {y}",
            "'' is no plural form; use zero, one, two, few, many or other, each with {…}"
        ),
        (
            "{1, plural, lots {x} other {y}}",
            "'lots' is no plural form; use zero, one, two, few, many or other, each with {…}"
        ),
        ("{1, plural, other {x", "a '{' has no '}'; add it"),
        ("{1, select, a {x}}", "after '{1' comes '}' or ', plural, one {…} other {…}}'"),
    ])
    func `a translation that cannot be read is named`(text: String, reason: String) {
        #expect(Self.faults(of: [Phrases("fr", ["{1} is new": text])]) == ["phrase '{1} is new' in 'fr': \(reason)"])
    }

    @Test func `a text is translated once, and into a language`() {
        #expect(
            Self.faults(of: [Phrases("fr", ["a": "b", "a": "c"])])
                == ["phrase 'a' in 'fr': it is translated twice; remove one translation"])
        #expect(Self.faults(of: [Phrases("french!", [:])]).count == 1)
    }

    private static func faults(of phrases: [Phrases]) -> [String] {
        do { _ = try Languages(phrases).checked() } catch { return (error as? ConfigurationError)?.faults ?? [] }
        return []
    }
}
