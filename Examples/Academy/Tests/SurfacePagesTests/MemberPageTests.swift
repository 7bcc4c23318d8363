import Atrium
import AtriumSurfaces
import AtriumTesting
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
                #expect(html.contains("<a class=\"button quiet\" href=\"/acme/\(path)?member=\(member)\">"), "\(path)")
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
}
