import Atrium
import AtriumSurfaces
import AtriumTesting
import Testing

extension Phrases {
    static let french = Phrases(
        "fr",
        [
            "Invitations": "Invitations",
            "{1} invites you to its training platform.": "{1} vous invite sur sa plateforme de formation.",
            "{1 invitation was|invitations were} sent.":
                "{1, plural, one {# invitation a été envoyée} other {# invitations ont été envoyées}}.",
            "invitation: pending": "en attente",
        ])
}

/// The code of the article about languages.
struct DocumentedLanguagesTests {
    @Test func `a text is said once, and translated by its name`() {
        let count = 2
        let sent: Words = "\(count, "invitation was", "invitations were") sent."
        let french = Languages([Phrases.french]).language("fr")
        #expect(french.text(sent) == "2 invitations ont été envoyées.")
        #expect(french.text("\(context: "invitation")pending") == "en attente")
        #expect(french.text("\("Acme") invites you to its training platform.").hasPrefix("Acme vous invite"))
    }

    @Test func `an integrator adds texts, for all organizations or for one`() async throws {
        let academy = try #require(OrganizationID("0193e1c0-0000-7000-8000-000000000000"))
        try await withTemporaryPlatform { configuration in
            configuration.phrases = SurfacePhrases.all + [Phrases("de", ["Team": "Gruppe", "Teams": "Gruppen"])]
            configuration.phrasesOfOrganization = { id in
                id == academy ? [Phrases("en", ["Team": "Faculty", "Teams": "Faculties"])] : []
            }
        } _: { test in
            let acme = try await test.organization()
            let german = acme.languages.language("de-CH")
            #expect(german.text("Teams") == "Gruppen" && german.text("Members") == "Mitglieder")
            #expect(acme.languages.language("en").text("Team") == "Team")
        }
    }
}
