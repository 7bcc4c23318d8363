import Atrium
import AtriumSurfaces
import AtriumTerminal
import AtriumTesting
import Foundation
import Testing

struct TerminalHelpTests {
    private let catalogue = SurfaceCatalogue([])

    private func withSession(_ body: (TemporaryPlatform, Tenant, SurfaceSession) async throws -> Void) async throws {
        try await withTemporaryPlatform { test in
            let acme = try await test.organization()
            let account = try #require(try await test.platform.account(EmailAddress("founder@acme.example")))
            let caller = Caller(
                try await acme.principal(for: account), request: "1", now: test.clock.now, timeZone: .gmt)
            try await body(test, acme, SurfaceSession(acme, catalogue, caller))
        }
    }

    @Test func `help lists the fields with what can be chosen`() async throws {
        try await withSession { _, acme, session in
            _ = try await acme.teams.create("North", as: session.caller.principal)
            let help = try await TerminalHelp(catalogue, for: session).text(for: MembersTable.self)
            #expect(help.hasPrefix("Members\nEverybody who belongs to the organization."))
            #expect(help.contains("--state") && help.contains("[active]") && help.contains("North"))
        }
    }

    @Test func `help needs no organization, and says where a table leads`() async throws {
        let help = try await TerminalHelp(catalogue, width: 60) { "academy \($0.name)" }.text(for: MembersTable.self)
        #expect(help.contains("\n  academy members [options]\n"))
        #expect(
            help.contains("deactivated") && help.contains("From here:\n") && help.contains("academy remove-members"))
        #expect(help.split(separator: "\n").allSatisfy { $0.count <= 60 })
    }

    @Test func `the index says why something is not offered`() async throws {
        try await withSession { test, acme, session in
            let ada = try await test.member("ada@acme.example", in: acme)
            let caller = Caller(ada, request: "1", now: test.clock.now, timeZone: .gmt)
            let index = try await TerminalHelp(catalogue, for: SurfaceSession(acme, catalogue, caller)).index()
            let lines = index.split(separator: "\n")
            let line = try #require(lines.firstIndex { $0.hasPrefix("  kernel/create-team ") })
            #expect(lines[line + 1].contains("not offered: ") && lines[line + 1].contains("administrator"))
            #expect(lines.first == "kernel")
            #expect(try await !TerminalHelp(catalogue).index().contains("not offered"))
        }
    }
}
