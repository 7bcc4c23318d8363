import Atrium
import AtriumSurfaces
import AtriumTerminal
import AtriumTesting
import Foundation
import Testing

struct TerminalRendererTests {
    private func withRenderer(_ body: (TemporaryPlatform, Tenant, SurfaceSession) async throws -> Void) async throws {
        try await withTemporaryPlatform { test in
            let acme = try await test.organization()
            let account = try #require(try await test.platform.account(EmailAddress("founder@acme.example")))
            let caller = Caller(
                try await acme.principal(for: account), request: "1", now: test.clock.now, timeZone: .gmt)
            try await body(test, acme, SurfaceSession(acme, SurfaceCatalogue(of: test.platform), caller))
        }
    }

    @Test func `a table has aligned columns, whatever people are named`() async throws {
        try await withRenderer { test, acme, session in
            let north = try await acme.teams.create("北部", as: session.caller.principal)
            for (address, name) in [("a", "李小龍"), ("b", "José\u{301}"), ("c", "Eve")] {
                _ = try await test.member("\(address)@acme.example", name: name, teams: [north], in: acme)
            }
            let text = try await TerminalRenderer(session).text(of: MembersTable(team: north))
            #expect(
                text == """
                    Members

                      Name    Address         State   Roles  Teams  Joined
                      Eve     c@acme.example  active         北部   Jan 5, 2026, 9:00 AM
                      José́    b@acme.example  active         北部   Jan 5, 2026, 9:00 AM
                      李小龍  a@acme.example  active         北部   Jan 5, 2026, 9:00 AM

                    """)
        }
    }

    @Test func `a table without rows says why, unless filters leave nothing`() async throws {
        try await withRenderer { _, _, session in
            let renderer = try await TerminalRenderer(session)
            #expect(try await renderer.text(of: TeamsTable()).hasSuffix("\n\n  There is no team yet.\n"))
            let filtered = try await renderer.text(of: MembersTable(text: "nobody"))
            #expect(filtered.hasSuffix("\n\n  There is nothing here.\n"))
        }
    }

    @Test func `an area shows what the caller is offered, and names what does not fit`() async throws {
        try await withRenderer { test, acme, session in
            let ada = try await test.member("ada@acme.example", name: "Ada", in: acme)
            for name in ["North", "South", "West"] {
                _ = try await acme.teams.create(name, as: session.caller.principal)
            }
            let text = try await TerminalRenderer(session, width: 24).text(
                of: .administration, FormInput(["text": ["ada"]]), limit: 2)
            #expect(text.contains("  Name  Address\n  Ada   ada@acme.example\n  Too wide to be shown\n  here: State,"))
            #expect(
                text.contains("  North") && text.contains("  There is more: kernel/teams") && !text.contains("West"))
            let caller = Caller(ada, request: "1", now: test.clock.now, timeZone: .gmt)
            let own = try await TerminalRenderer(SurfaceSession(acme, session.catalogue, caller))
                .text(of: .administration)
            #expect(!own.contains("Members"))
        }
    }

    @Test func `an act shows what it would do, with the words to confirm it`() async throws {
        try await withRenderer { test, acme, session in
            _ = try await test.member("ada@acme.example", name: "Ada", in: acme)
            let renderer = try await TerminalRenderer(session)
            guard
                let act = session.catalogue.surface("kernel/deactivate-members") as? any Act.Type,
                case .preview(let preview, let stamp, _) = try await session.prepare(
                    act, FormInput(["members": ["all:text=ada"]]))
            else {
                Issue.record("no preview")
                return
            }
            #expect(
                renderer.text(of: .preview(preview, stamp: stamp, isChanged: false)) == """
                    +  1  Ada  access ends
                    1 member of 1: access ends
                    Confirm with --yes --expect \(stamp)

                    """)
            let invalid = try await session.perform(act, FormInput(["members": [""]]))
            #expect(renderer.text(of: invalid) == "--members is empty; tick at least one row\n")
        }
    }

    @Test func `what was pasted cannot move the cursor or change colours`() async throws {
        try await withRenderer { _, _, session in
            let line = ReportLine(1, "a\u{1B}[31m\u{202E}b\nc", .bad, "is no address")
            let text = try await TerminalRenderer(session).text(
                of: .preview(Preview(0, "Nothing.", lines: [line]), stamp: "", isChanged: false))
            #expect(text == "x  1  a [31m b c  is no address\nNothing.\n")
        }
    }

    @Test func `colours mark titles and states, and take no room`() async throws {
        try await withRenderer { _, _, session in
            let text = try await TerminalRenderer(session, style: .coloured).text(of: MembersTable())
            #expect(text.hasPrefix("\u{1B}[1mMembers\u{1B}[0m\n"))
            #expect(text.contains("founder@acme.example  \u{1B}[32mactive\u{1B}[0m  administrator"))
            let plain = try await TerminalRenderer(session).text(of: MembersTable())
            #expect(text.replacing(/\u{1B}\[[0-9]+m/, with: "") == plain)
        }
    }

    @Test func `a table has what identifies its rows only if that is asked for`() async throws {
        try await withRenderer { _, acme, session in
            let founder = try #require(session.caller.principal.member)
            let text = try await TerminalRenderer(session, width: 50).text(of: MembersTable(), ids: true)
            #expect(text.contains("  ID") && text.contains("  \(founder)  Founder"))
            #expect(try await !TerminalRenderer(session).text(of: MembersTable()).contains("\(founder)"))
        }
    }

    @Test func `long texts go on in the next line, below their column`() {
        let rows = [["--a", "one two three four five six seven"], ["--bcd", "eight"]]
        #expect(
            TextColumns.lines(rows, isNumeric: [false, false], within: 30) == [
                "--a    one two three four five", "       six seven", "--bcd  eight",
            ])
    }
}
