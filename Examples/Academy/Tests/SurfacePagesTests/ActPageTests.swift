import Atrium
import AtriumSurfaces
import AtriumTesting
import SurfacePages
import Testing

struct ActPageTests {
    @Test func `an act says whom it is about, and nobody can change that`() async throws {
        try await withPageWorld { world in
            let eve = try await world.test.member("eve@acme.example", name: "Eve <3", in: world.acme)
            let member = try #require(eve.member)
            let input = FormInput(["member": ["\(member)"]])
            let form = try await world.form("kernel/deactivate", input, world.ada)
            #expect(form.contains("<dt>Member</dt>") && form.contains("<bdi>Eve &lt;3</bdi>"))
            #expect(form.contains("type=\"hidden\" name=\"member\" value=\"\(member)\""))
            #expect(form.contains("<a class=\"quietlink\" href=\"/acme/kernel/member?member=\(member)\">Cancel</a>"))
        }
    }

    @Test func `what a place fills in is fixed, and what the reader fills in stays open after a fault`() async throws {
        try await withPageWorld { world in
            let north = try await world.acme.teams.create("North", as: world.ada)
            let opened = try await world.form("kernel/rename-team", FormInput(["team": ["\(north)"]]), world.ada)
            #expect(opened.contains("<bdi>North</bdi>") && !opened.contains("<select"))
            #expect(opened.contains("name=\"_about\" value=\"team\""))
            // The reader chose the team of a role here.
            let eve = try await world.test.member("eve@acme.example", in: world.acme)
            let input = FormInput([
                "member": ["\(try #require(eve.member))"], "role": [""], "team": ["\(north)"], "_about": ["member"],
            ])
            let again = try await world.corrected("kernel/grant-role", input, world.ada)
            #expect(again.contains("<option value=\"\(north)\" selected=\"\">North</option>"))
        }
    }

    @Test func `faults stand above the form with links to their fields, and beside the fields`() async throws {
        try await withPageWorld { world in
            let html = try await world.corrected("kernel/create-team", FormInput(["name": [""]]), world.ada)
            #expect(html.contains("<title>Error: Create a team · Acme</title>"))
            #expect(html.contains("<a href=\"#field-name\">Name is required</a>"))
            #expect(html.contains("<small class=\"fault\" id=\"name-fault\">Name is required</small>"))
            #expect(html.contains("id=\"field-name\" type=\"text\" name=\"name\""))
            #expect(html.contains("aria-invalid=\"true\" aria-describedby=\"name-fault\""))
        }
    }

    @Test func `a fault of a field that is not shown is told without a link`() async throws {
        try await withPageWorld { world in
            let html = try await world.corrected("kernel/deactivate-members", FormInput(["members": []]), world.ada)
            #expect(html.contains("Members is empty; tick at least one row") && !html.contains("#field-members"))
        }
    }

    @Test func `an empty choice says what it means: any in a filter, none in an act, and a choice that is missing`()
        async throws
    {
        try await withPageWorld { world in
            let eve = try await world.test.member("eve@acme.example", in: world.acme)
            let member = FormInput(["member": ["\(try #require(eve.member))"]])
            let form = try await world.form("kernel/grant-role", member, world.ada)
            #expect(form.contains("<option value=\"\">choose</option><option value=\"member\">"))
            #expect(form.contains("Team <span class=\"optional\">(optional)</span>"))
            #expect(form.contains("<option value=\"\">none</option>"))
            let table = try await world.pages(world.ada).page(of: MembersTable())
            #expect(table.contains("<option value=\"\">any</option>") && !table.contains("(optional)"))
        }
    }
}
