import Atrium
import AtriumAnalytics
import AtriumCertificates
import AtriumCourses
import AtriumInvitations
import AtriumMail
import AtriumMailTesting
import AtriumSeats
import AtriumSuggestions
import AtriumSurfaces
import AtriumTeamPages
import AtriumTesting
import Foundation
import SurfacePages

/// An organization with all modules, whose pages the tests read.
struct PageWorld {
    let test: TemporaryPlatform
    let acme: Tenant
    /// The administrator.
    let ada: Principal
    let catalogue: SurfaceCatalogue

    /// The session of a person.
    func session(_ principal: Principal, in language: String = "en") -> SurfaceSession {
        SurfaceSession(
            acme, catalogue,
            Caller(
                principal, request: "1", now: test.clock.now, timeZone: .gmt,
                language: acme.languages.language(language)))
    }

    /// The pages as a person sees them.
    func pages(
        _ principal: Principal, in language: String = "en", _ change: (inout PageContext) -> Void = { _ in }
    ) async throws -> PageRenderer {
        var context = PageContext(organization: "Acme", base: "/acme", reader: "Ada Lovelace", formToken: "secret")
        change(&context)
        return try await PageRenderer(session(principal, in: language), context)
    }

    /// The form of an act, as a link of the site opens it.
    func form(
        _ path: String, _ input: FormInput, _ principal: Principal, in language: String = "en"
    ) async throws -> String {
        func page<A: Act>(_ act: A.Type) async throws -> String {
            let pages = try await pages(principal, in: language)
            return try await pages.page(of: act, pages.opening(of: act, input))
        }
        guard let act = catalogue.surface(path) as? any Act.Type else { return "" }
        return try await page(act)
    }

    /// The answer to a form that was sent with these faults.
    func corrected(_ path: String, _ input: FormInput, _ principal: Principal) async throws -> String {
        func page<A: Act>(_ act: A.Type) async throws -> String {
            guard case .invalid(let faults) = try await session(principal).prepare(act, input) else { return "" }
            return try await pages(principal).page(of: act, input, faults: faults)
        }
        guard let act = catalogue.surface(path) as? any Act.Type else { return "" }
        return try await page(act)
    }
}

func withPageWorld(and more: [any Module] = [], _ body: (PageWorld) async throws -> Void) async throws {
    let modules: [any Module] = [
        Seats(defaultLimit: 100), Mail(sender: try EmailAddress("no-reply@acme.example"), transport: Mailbox()),
        Invitations { "https://acme.example/join/\($0)" }, Courses(), Analytics(),
        Certificates { "https://acme.example/certificates/\($0)" }, Suggestions(), TeamPages(),
    ]
    try await withTemporaryPlatform(
        modules + more, configure: { $0.phrases = SurfacePhrases.all + PagePhrases.all }
    ) { test in
        let acme = try await test.organization()
        let ada = try await test.member(
            "ada@acme.example", name: "Ada Lovelace", roles: [Assignment(.administrator)], in: acme)
        try await body(
            PageWorld(test: test, acme: acme, ada: ada, catalogue: SurfaceCatalogue(of: test.platform)))
    }
}
