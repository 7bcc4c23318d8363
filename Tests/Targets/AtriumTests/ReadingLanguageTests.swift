import AtriumTesting
import Testing

@testable import Atrium

/// In which language people read, and which texts an organization has.
struct ReadingLanguageTests {
    private static let phrases = [
        Phrases("fr", ["Team": "Équipe", "Home": "Accueil"]), Phrases("ar", ["Team": "فريق", "Home": "الرئيسية"]),
    ]

    @Test func `a member reads in the chosen language, and without a choice in the organization's`() async throws {
        try await withTemporaryPlatform(configure: { $0.phrases = Self.phrases }) { test in
            let acme = try await test.organization()
            let founder = try await test.member("boss@acme.example", roles: [Assignment(.administrator)], in: acme)
            let ada = try await test.member("ada@acme.example", name: "Ada", in: acme)
            #expect(try await acme.language(as: ada).tag == "en")
            try await acme.settings.change(OrganizationSettings(name: "Acme", language: "ar"), as: founder)
            #expect(try await acme.language(as: ada).text("Team") == "فريق")
            try await acme.members.chooseLanguage("fr", as: ada)
            #expect(try await acme.language(as: ada).text("Team") == "Équipe")
            #expect(try await acme.language(as: founder).tag == "ar")
            try await acme.members.chooseLanguage(nil, as: ada)
            #expect(try await acme.language(as: ada).tag == "ar")
            await #expect(throws: OrganizationError.invalidLanguage) {
                try await acme.members.chooseLanguage("french!", as: ada)
            }
            await #expect(throws: AccessError.self) { try await acme.members.chooseLanguage("fr", as: .visitor) }
            await #expect(throws: AccessError.self) { try await acme.language(as: .visitor) }
        }
    }

    @Test func `an organization may have words of its own`() async throws {
        let north = Phrases("fr", ["Team": "Faculté"])
        try await withTemporaryPlatform(configure: { configuration in
            configuration.phrases = Self.phrases
            configuration.phrasesOfOrganization = { _ in [north] }
        }) { test in
            let acme = try await test.organization()
            #expect(acme.languages.language("fr").text("Team") == "Faculté")
            #expect(acme.languages.language("fr").text("Home") == "Accueil")
            #expect(test.platform.languages.language("fr").text("Team") == "Équipe")
        }
    }

    @Test func `phrases that cannot be read are refused, for a platform and for an organization`() async throws {
        let broken = Phrases("fr", ["{1} is new": "{2} est nouveau"])
        let fault = "phrase '{1} is new' in 'fr': {2} names no argument of the text; use the numbers that the text has"
        await #expect(throws: ConfigurationError(faults: [fault])) {
            _ = try await withTemporaryPlatform(configure: { $0.phrases = [broken] }) { $0.platform }
        }
        try await withTemporaryPlatform(configure: { $0.phrasesOfOrganization = { _ in [broken] } }) {
            test async throws -> Void in
            await #expect(throws: ConfigurationError(faults: [fault])) { _ = try await test.organization() }
        }
    }
}
