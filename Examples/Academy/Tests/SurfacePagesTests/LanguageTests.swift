import Atrium
import AtriumCourses
import AtriumInvitations
import AtriumSuggestions
import AtriumSurfaces
import AtriumTesting
import Foundation
import SurfacePages
import Testing

/// Pages in other languages. The names of people and things are in Arabic, so that an English word on a page is a text that is
/// not translated.
struct LanguageTests {
    /// What is the same in every language: formats, parts of addresses, and examples.
    private static let known: Set<String> = [
        "BCP", "CSV", "Markdown", "Europe", "Paris", "Message", "ID", "UTC", "GMT", "API", "OpenAPI", "HTML", "xAPI",
        "email", "role", "teams", "name", "example", "com", "org", "acme", "invalid", "https", "en", "de", "CH", "ar",
        "Acme", "Ada", "Lovelace", "AL", "kernel", "settle", "premium", "atrium", "AM", "PM", "Deutsch", "English",
        "français", "fran", "ais", "Premium",
    ]

    @Test(arguments: ["ar"]) func `no page has an English text`(language: String) async throws {
        try await withPageWorld { world in
            try await fill(world)
            for principal in [world.ada, try await learner(world)] {
                for (path, html) in try await pages(world, principal, language) {
                    let words = Self.texts(html).flatMap(Self.latinWords).filter { !Self.known.contains($0) }
                    #expect(words.isEmpty, "\(path)")
                }
            }
        }
    }

    @Test(arguments: ["ar", "de", "fr"]) func `every text of the pages is translated`(language: String) async throws {
        try await withPageWorld { world in
            try await fill(world)
            var count = 0
            for principal in [world.ada, try await learner(world)] {
                count += try await pages(world, principal, language).count
            }
            #expect(count > 100)
            #expect(world.acme.languages.missing.isEmpty)
        }
    }

    // MARK: - Parts

    private func fill(_ world: PageWorld) async throws {
        let (acme, ada) = (world.acme, world.ada)
        try await acme.settings.change(
            OrganizationSettings(name: "\u{0623}\u{0643}\u{0645}\u{064A}", language: "ar"), as: ada)
        let north = try await acme.teams.create("\u{0627}\u{0644}\u{0634}\u{0645}\u{0627}\u{0644}", as: ada)
        let course = Course(id: try CourseID("1"), title: "\u{062F}\u{0648}\u{0631}\u{0629}")
        try await acme[Courses.self].add(course, as: ada)
        _ = try await acme[Invitations.self].invite([EmailAddress("1@2.example")], teams: [north], as: ada).get()
        try await acme[Suggestions.self].suggest(course.id, to: .team(north), as: ada)
    }

    private func learner(_ world: PageWorld) async throws -> Principal {
        let teams = try await world.acme.teams.list(as: world.ada).map(\.id)
        return try await world.test.member(
            "3@2.example", name: "\u{0645}\u{062D}\u{0645}\u{062F}", teams: teams, in: world.acme)
    }

    /// The pages that a person may open: tables, sheets and forms, and the pages of a member and of a team.
    private func pages(
        _ world: PageWorld, _ principal: Principal, _ language: String
    ) async throws -> [(path: String, html: String)] {
        let renderer = try await world.pages(principal, in: language) { $0.reader = "\u{0645}" }
        var pages: [(String, String)] = []
        for type in world.catalogue.surfaces {
            do {
                if let table = type as? any Table.Type {
                    pages.append((type.path, try await page(table, renderer)))
                } else if let sheet = type as? any Sheet.Type {
                    pages.append((type.path, try await page(sheet, renderer)))
                } else {
                    pages.append((type.path, try await world.form(type.path, FormInput(), principal, in: language)))
                }
            } catch is Obstacle {} catch is InvalidFields {} catch is any ExplainedError {}
        }
        if let member = principal.member {
            do { pages.append(("member", try await renderer.page(of: MemberSheet(member: member)))) } catch is Obstacle
            {}
        }
        for team in try await world.acme.teams.list(as: world.ada) {
            do { pages.append(("team", try await renderer.page(of: TeamSheet(team: team.id)))) } catch is Obstacle {}
        }
        return pages
    }

    private func page<T: Table>(_ type: T.Type, _ renderer: PageRenderer) async throws -> String {
        try await renderer.page(of: T.form.read(FormInput()))
    }

    private func page<S: Sheet>(_ type: S.Type, _ renderer: PageRenderer) async throws -> String {
        try await renderer.page(of: S.form.read(FormInput()))
    }

    /// What people read or hear of a page: its texts and some of its attributes.
    private static func texts(_ html: String) -> [String] {
        let body = html.replacing(/<(code|style|svg|option value="[A-Z])[^>]*>.*?<\/(code|style|svg|option)>/, with: "")
        let labels = body.matches(of: /(?:aria-label|title|alt|placeholder)="([^"]*)"/).map { String($0.1) }
        return labels + body.split(separator: /<[^>]*>/).map(String.init)
    }

    private static func latinWords(_ text: String) -> [String] {
        text.replacing(/[^\s]+@[^\s]+/, with: "").replacing(/&\w+;|….?\w+|[0-9a-f]{16,}/, with: " ").matches(
            of: /[A-Za-z]{2,}/
        ).map {
            String($0.0)
        }
    }
}
