import Atrium
import HTTPTypes
import SurfaceServerTesting
import Testing

@testable import SurfaceServer

/// In which language the server answers.
struct LanguageTests {
    @Test(arguments: [
        ("fr-CH, fr;q=0.9, en;q=0.8, de;q=0.7, *;q=0.5", ["fr-CH", "fr", "en", "de"]),
        ("en;q=0.2,ar", ["ar", "en"]), ("de;q=0, fr", ["fr"]), ("", []), ("*", []), (";;;,,q=1", []),
        ("fr ; q=0.5 , de", ["de", "fr"]), ("fr;q=x", ["fr"]),
    ])
    func `a browser says which languages it wants, the most wanted first`(header: String, tags: [String]) {
        #expect(AcceptLanguage.tags(header) == tags)
    }

    @Test func `a header of any length takes no time`() {
        #expect(AcceptLanguage.tags(String(repeating: "fr,", count: 100_000)).count == 20)
    }

    @Test(arguments: [
        ("fr-CA", "fr", "Connexion"), ("ar", "ar", "تسجيل الدخول"), ("pt-BR, de;q=0.1", "de", "Anmeldung"),
        ("xx", "en", "Sign in"), ("fr-@x", "en", "Sign in"), ("ar-u-nu-arab", "ar", "تسجيل الدخول"),
    ])
    func `a visitor reads in the language of the browser`(header: String, language: String, title: String) async throws
    {
        try await withSite { site in
            let page = try await site.client.send(.get, "/sign-in", [.acceptLanguage: header])
            #expect(page.text.contains("<html lang=\"\(language)\""))
            #expect(page.text.contains("<h1>\(title)</h1>"))
            let missing = try await site.client.send(.get, "/nowhere", [.acceptLanguage: header])
            #expect(missing.status == .notFound && missing.text.contains("<html lang=\"\(language)\""))
        }
    }

    @Test func `a member reads in the chosen language, whatever the browser wants`() async throws {
        try await withSite { site in
            try await site.acme.members.chooseLanguage("ar", as: site.ada)
            let cookie = try await site.client.signIn("ada@acme.example")
            let headers: HTTPFields = [.cookie: cookie, .acceptLanguage: "fr"]
            let page = try await site.client.send(.get, "/o/acme/kernel/members", headers)
            #expect(page.text.contains("<html lang=\"ar\" dir=\"rtl\">"))
            let unknown = try await site.client.send(.get, "/o/acme/kernel/nothing", headers)
            #expect(unknown.status == .notFound && unknown.text.contains("<html lang=\"ar\" dir=\"rtl\">"))
        }
    }
}
