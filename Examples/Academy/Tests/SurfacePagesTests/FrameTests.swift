import Atrium
import AtriumSurfaces
import AtriumTesting
import SurfacePages
import Testing

struct FrameTests {
    @Test(arguments: [
        ("Ada Lovelace", "AL"), ("Ada", "A"), ("ada king of lovelace", "AL"), ("王小明", "王"), ("محمد علي", "مع"),
        ("ßara ßmith", "SS"), ("(Ada) \"Countess\"", "AC"), ("👩‍💻", "–"), ("é́va ḱ", "É́Ḱ"), ("क्षमा देवी", "क्षदे"),
    ])
    func `[E3] the reader's menu shows two letters at most, of any script`(name: String, initials: String) async throws
    {
        try await withPageWorld { world in
            let html = try await world.pages(world.ada) { $0.reader = name }.page(of: MembersTable())
            #expect(html.contains("<span class=\"initials\" aria-hidden=\"true\">\(initials)</span>"))
        }
    }

    @Test(arguments: [
        ("en", "ltr"), ("de-CH", "ltr"), ("ar", "rtl"), ("ar-EG", "rtl"), ("he", "ltr"),
    ])
    func `the reader's language decides in which direction a page runs`(
        language: String, direction: String
    ) async throws {
        try await withPageWorld { world in
            let html = try await world.pages(world.ada, in: language).page(of: MembersTable())
            #expect(html.contains("dir=\"\(direction)\">"))
        }
    }

    @Test func `the menu leads to each organization, and to the areas that the roles open there`() async throws {
        try await withPageWorld { world in
            let html = try await world.pages(world.ada) {
                $0.organizations = [
                    .init(name: "Harbor", path: "/harbor", areas: [.init(.home, path: "/harbor/teampages/home")])
                ]
            }.page(of: MembersTable())
            #expect(html.contains("<a class=\"name\" href=\"/acme\" aria-current=\"true\">"))
            #expect(html.contains("<a class=\"name\" href=\"/harbor\">"))
            #expect(html.contains("<a href=\"/harbor/teampages/home\">Home</a>"))
            let eve = try await world.test.member("eve@acme.example", in: world.acme)
            let home = try #require(world.catalogue.surface("teampages/home") as? any Sheet.Type)
            let own = try await page(home, try await world.pages(eve))
            #expect(own.contains(">Home</a>") && !own.contains("/acme/kernel/audit"))
        }
    }

    private func page<S: Sheet>(_ sheet: S.Type, _ pages: PageRenderer) async throws -> String {
        try await pages.page(of: try S.form.read(FormInput()))
    }
}
