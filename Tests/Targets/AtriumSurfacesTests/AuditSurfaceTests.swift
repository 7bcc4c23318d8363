import Atrium
import AtriumTesting
import Foundation
import Testing

@testable import AtriumSurfaces

/// Reads the audit, and nobody's name.
private struct Auditor: Role {
    let id: RoleID = "auditor"
    let rank = 5
    let permissions: Set<Permission> = [.viewAudit]
}

struct AuditSurfaceTests {
    private func withAudit(
        _ body: (_ acme: Tenant, _ north: TeamID, _ session: (Principal) -> SurfaceSession, TemporaryPlatform)
            async throws -> Void
    ) async throws {
        try await withTemporaryPlatform(configure: { $0.roles.append(Auditor()) }) { test in
            let acme = try await test.organization()
            let founder = try await test.founder(of: acme)
            let north = try await acme.teams.create("North", as: founder)
            let ada = try await test.member("ada@acme.example", name: "Ada", in: acme)
            try await acme.teams.add(#require(ada.member), to: north, as: founder)
            try await body(
                acme, north,
                { principal in
                    SurfaceSession(
                        acme, SurfaceCatalogue(of: test.platform),
                        Caller(principal, request: "1", now: test.clock.now, timeZone: .gmt))
                }, test)
        }
    }

    private func lines(_ session: SurfaceSession) async throws -> [String] {
        let texts = try await CellText(for: session)
        return try await session.page(of: AuditTable()).rows.map { row in
            [row.who, row.what.cell, row.place, row.about].map(texts.text).joined(separator: " | ")
        }
    }

    @Test func `the audit says in words who did what, where and about whom`() async throws {
        try await withAudit { acme, north, session, test in
            let founder = try await test.founder(of: acme)
            let lines = try await lines(session(founder))
            #expect(lines.first == "Founder | manage team members | North | Ada")
            #expect(lines.contains("Founder | manage teams | the organization | North"))
            try await acme.settings.changeSlug(to: "peak", as: test.platform.operator("Grace"))
            #expect(
                try await self.lines(session(founder)).first == "operator Grace | change slug | the organization | –")
            let ids = try await session(founder).page(of: AuditTable(text: "\(north)")).rows.map(\.id)
            #expect(ids.count == 2)
        }
    }

    @Test func `an act of a program names the member and the token`() async throws {
        try await withAudit { acme, _, session, test in
            let founder = try await test.founder(of: acme)
            let program = founder.limited(to: [Permission.manageTeams.id], by: "token:0123456789abcdef")
            _ = try await acme.teams.create("South", as: program)
            #expect(
                try await lines(session(founder)).first
                    == "Founder, token …abcdef | manage teams | the organization | South")
        }
    }

    @Test func `the audit shows only those names that its reader may see`() async throws {
        try await withAudit { acme, _, session, test in
            let auditor = try await test.member(
                "eve@acme.example", name: "Eve", roles: [Assignment("auditor")], in: acme)
            let lines = try await lines(session(auditor))
            #expect(lines.contains { $0.hasPrefix("a member whom you do not see | manage teams | the organization") })
            #expect(!lines.contains { $0.contains("Founder") || $0.contains("Ada") || $0.contains("North") })
        }
    }

    @Test func `the audit is searched by the words of the reader's language`() async throws {
        try await withAudit { acme, _, session, test in
            let french = Languages(SurfacePhrases.all).language("fr")
            let caller = Caller(
                try await test.founder(of: acme), request: "1", now: test.clock.now, timeZone: .gmt, language: french)
            let reader = SurfaceSession(acme, session(caller.principal).catalogue, caller)
            let rows = try await reader.page(of: AuditTable(text: "Gérer les équipes")).rows
            #expect(!rows.isEmpty && rows.allSatisfy { $0.content?.permission == "kernel.manage teams" })
            #expect(try await reader.page(of: AuditTable(text: "kernel.manage teams")).rows.count == rows.count)
            #expect(try await reader.page(of: AuditTable(text: "gérer les équipages")).rows.isEmpty)
        }
    }

    @Test func `a file of the audit has the ids beside the words`() async throws {
        try await withAudit { acme, north, session, test in
            let founder = try await test.founder(of: acme)
            var text = ""
            for try await chunk in try await session(founder).csv(of: AuditTable()).open() {
                text += String(decoding: chunk, as: UTF8.self)
            }
            let lines = text.split(separator: "\r\n")
            #expect(lines.first == "entry,time,who,what,where,about,principal,permission,scope,subject")
            let create =
                "Founder,manage teams,the organization,North,\(founder),kernel.manage teams,organization,team:\(north)"
            #expect(lines.contains { $0.hasSuffix(create) })
        }
    }

    @Test func `an entry whose content is erased says so`() {
        let row = AuditTable.Row(id: 4, content: nil, names: [:])
        #expect(row.what == "The content of this entry is erased." && row.who == .none && row.about == .none)
    }

    @Test func `parts of an entry are read as references`() throws {
        func words(_ text: String) -> [String] {
            AuditReference.list(text).map { if case .words(let words) = $0 { words.description } else { "" } }
        }
        #expect(words("system:mail:hand over: again") == ["module mail: hand over: again"])
        #expect(words("invitation:0123456789abcdef") == ["invitation …abcdef"])
        #expect(words("member:unreadable") == ["member …adable"])
        let (member, team) = ("00000000000000000000000000", "00000000000000000000000001")
        #expect(AuditReference.list("member:\(member) of team:\(team)").count == 2)
    }
}
