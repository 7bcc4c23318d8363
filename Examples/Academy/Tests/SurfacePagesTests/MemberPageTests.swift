import Atrium
import AtriumCourses
import AtriumSurfaces
import AtriumTeamPages
import AtriumTesting
import Foundation
import SurfacePages
import Testing

struct MemberPageTests {
    @Test func `the page of a member has the name as its heading, and everything that can be done with the member`()
        async throws
    {
        try await withPageWorld { world in
            let eve = try await world.test.member("eve@acme.example", name: "Eve", in: world.acme)
            let member = try #require(eve.member)
            let html = try await world.pages(world.ada).page(of: MemberSheet(member: member))
            #expect(html.contains("<title>Eve · Member · Acme</title>") && html.contains("<h1><bdi>Eve</bdi></h1>"))
            for path in ["kernel/deactivate", "kernel/grant-role", "suggestions/suggest-to-member"] {
                let style = path == "kernel/deactivate" ? "button quiet danger" : "button quiet"
                #expect(html.contains("<a class=\"\(style)\" href=\"/acme/\(path)?member=\(member)\">"), "\(path)")
            }
            #expect(!html.contains("What you may not do here"))
        }
    }

    @Test func `the page of a member says what the reader may not do, and which role allows it`() async throws {
        try await withPageWorld { world in
            let north = try await world.acme.teams.create("North", as: world.ada)
            let sue = try await world.test.member(
                "sue@acme.example", roles: [Assignment(.supervisor, team: north)], in: world.acme)
            let eve = try await world.test.member("eve@acme.example", teams: [north], in: world.acme)
            let html = try await world.pages(sue).page(of: MemberSheet(member: try #require(eve.member)))
            #expect(html.contains("<summary>What you may not do here</summary>"))
            #expect(html.contains("<dt>Remove</dt><dd>you may not manage members here; a role that allows it"))
            #expect(!html.contains("href=\"/acme/kernel/remove?"))
        }
    }

    @Test func `the page of a team offers what belongs to the team`() async throws {
        try await withPageWorld { world in
            let north = try await world.acme.teams.create("North", as: world.ada)
            let html = try await world.pages(world.ada).page(of: TeamSheet(team: north))
            #expect(html.contains("<h1><bdi>North</bdi></h1>"))
            #expect(html.contains("<a href=\"/acme/kernel/find-members?team=\(north)\">Add people</a>"))
            #expect(html.contains("href=\"/acme/kernel/rename-team?name=North&amp;team=\(north)\""))
        }
    }

    @Test func `the home of a member shows the first rows of its other sections, and leaves out those without rows`()
        async throws
    {
        try await withPageWorld { world in
            try await world.acme[Courses.self].add(Course(id: try CourseID("c"), title: "Safety"), as: world.ada)
            let eve = try await world.test.member("eve@acme.example", in: world.acme)
            let home = try #require(world.catalogue.surface("teampages/home") as? any Sheet.Type)
            let html = try await page(home, try await world.pages(eve))
            #expect(html.contains("<h2>Catalogue</h2>") && html.contains("<bdi>Safety</bdi>"))
            #expect(!html.contains("<h2>My goals</h2>"))
        }
    }

    @Test func `a document on a page has no heading of the first level`() async throws {
        try await withPageWorld { world in
            let north = try await world.acme.teams.create("North", as: world.ada)
            let pages = try world.acme[TeamPages.self]
            try await pages.saveDraft("# Welcome", of: north, basedOn: 0, as: world.ada)
            let sheet = try #require(world.catalogue.surface("teampages/page") as? any Sheet.Type)
            let html = try await page(sheet, try await world.pages(world.ada), FormInput(["team": ["\(north)"]]))
            #expect(html.contains("<h2>Welcome</h2>") && html.components(separatedBy: "<h1>").count == 2)
        }
    }

    private func page<S: Sheet>(
        _ sheet: S.Type, _ pages: PageRenderer, _ input: FormInput = FormInput()
    ) async throws -> String { try await pages.page(of: try S.form.read(input)) }
}
