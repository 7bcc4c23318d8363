import Atrium
import AtriumCourses
import AtriumSurfaces
import AtriumTesting
import Foundation
import SurfacePages
import Testing

struct PageTests {
    private static let hostile = "<script>alert(1)</script>\"'&amp;"

    private func withPages(_ body: (TemporaryPlatform, Tenant, PageRenderer, SurfaceSession) async throws -> Void)
        async throws
    {
        try await withPageWorld { world in
            try await body(world.test, world.acme, try await world.pages(world.ada), world.session(world.ada))
        }
    }

    @Test func `every surface without required fields has a page, and no text of a person becomes an element`()
        async throws
    {
        try await withPages { test, acme, pages, session in
            let ada = session.caller.principal
            let team = try await acme.teams.create(Self.hostile, as: ada)
            _ = try await test.member("eve@acme.example", name: Self.hostile, teams: [team], in: acme)
            try await acme[Courses.self].add(Course(id: try CourseID("c"), title: Self.hostile), as: ada)
            var count = 0
            for type in session.catalogue.surfaces {
                guard let html = try await page(type, pages) else { continue }
                count += 1
                #expect(!html.contains("<script"), "\(type.path)")
                #expect(html.contains("<title>\(type.title) · Acme</title>"), "\(type.path)")
                try save(html, type.path)
            }
            #expect(count > 15)
            let members = try await page(MembersTable.self, pages)
            #expect(members?.contains("&lt;script&gt;") == true)
        }
    }

    @Test func `an act is previewed, confirmed with what was shown, and told`() async throws {
        try await withPages { _, _, pages, session in
            guard let act = session.catalogue.surface("invitations/invite") as? any Act.Type else {
                Issue.record("there is no such act")
                return
            }
            let input = FormInput(["addresses": ["eve@acme.example, <b>, eve@acme.example"]])
            guard case .preview(let preview, let stamp, _) = try await session.prepare(act, input) else {
                Issue.record("no preview")
                return
            }
            let html = try await self.preview(act, input, preview, stamp, pages)
            #expect(html.contains("1 person gets an invitation") && html.contains("value=\"\(stamp)\""))
            #expect(html.contains("name=\"_token\" value=\"secret\"") && !html.contains("<b>,"))
            try save(html, "preview")
            guard case .done(let outcome) = try await session.perform(act, input, stamp: stamp) else {
                Issue.record("not done")
                return
            }
            let done = try await self.outcome(act, outcome, pages)
            #expect(done.contains("1 invitation was sent."))
        }
    }

    // MARK: - Helpers

    private func page(_ type: any Surface.Type, _ pages: PageRenderer) async throws -> String? {
        func table<T: Table>(_ type: T.Type) async throws -> String? {
            guard let value = try? T.form.read(FormInput()) else { return nil }
            return try await pages.page(of: value)
        }
        func sheet<S: Sheet>(_ type: S.Type) async throws -> String? {
            guard let value = try? S.form.read(FormInput()) else { return nil }
            return try await pages.page(of: value)
        }
        // Operators may do more than administrators.
        func form<A: Act>(_ type: A.Type) async throws -> String? {
            do { return try await pages.page(of: type, pages.opening(of: type, FormInput())) } catch is Obstacle {
                return nil
            }
        }
        if let type = type as? any Table.Type { return try await table(type) }
        if let type = type as? any Sheet.Type { return try await sheet(type) }
        if let type = type as? any Act.Type { return try await form(type) }
        return nil
    }

    private func preview<A: Act>(
        _ act: A.Type, _ input: FormInput, _ preview: Preview, _ stamp: String, _ pages: PageRenderer
    ) async throws -> String { try await pages.page(of: act, input, preview, stamp: stamp, isChanged: false) }

    private func outcome<A: Act>(_ act: A.Type, _ outcome: Outcome, _ pages: PageRenderer) async throws -> String {
        try await pages.page(of: act, outcome)
    }

    /// Writes a page for the eye, if a folder is named.
    private func save(_ html: String, _ path: String) throws {
        guard let folder = ProcessInfo.processInfo.environment["ACADEMY_PAGES"] else { return }
        let inlined = html.replacing(
            "<link rel=\"stylesheet\" href=\"/style.css\">", with: "<style>\(PageRenderer.style)</style>")
        try inlined.write(toFile: "\(folder)/\(path.replacing("/", with: "-")).html", atomically: true, encoding: .utf8)
    }
}
