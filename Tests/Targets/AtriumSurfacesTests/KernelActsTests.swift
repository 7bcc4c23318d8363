import Atrium
import AtriumTesting
import Foundation
import Testing

@testable import AtriumSurfaces

struct KernelActsTests {
    private func withSession(
        _ body: (SurfaceSession, _ founder: Principal, Tenant, TemporaryPlatform) async throws -> Void
    ) async throws {
        try await withTemporaryPlatform { test in
            let acme = try await test.organization()
            let founder = try await test.founder(of: acme)
            let session = SurfaceSession(
                acme, SurfaceCatalogue(of: test.platform),
                Caller(founder, request: "1", now: test.clock.now, timeZone: .gmt))
            try await body(session, founder, acme, test)
        }
    }

    @Test func `a member of several teams is taken out of the one that is chosen`() async throws {
        try await withSession { session, founder, acme, test in
            let north = try await acme.teams.create("North", as: founder)
            let south = try await acme.teams.create("South", as: founder)
            _ = try await acme.teams.create("West", as: founder)
            let ada = try #require(
                try await test.member("ada@acme.example", teams: [north, south], in: acme).member)
            let entry = try await acme.members.member(ada, as: founder)
            let offers = session.catalogue.offers(on: entry, of: MembersTable.self)
            let offered = try #require(offers.compactMap { $0 as? RemoveFromTeam }.first)
            #expect(offered.team == nil)
            var input = RemoveFromTeam.form.write(offered)
            let field = try #require(RemoveFromTeam.form.fields.first { $0.name == "team" })
            #expect(try await session.choices(of: field, input)?.map(\.label.description) == ["North", "South"])
            input.texts["team"] = ["\(south)"]
            _ = try await session.perform(RemoveFromTeam.self, input)
            let left = try await acme.members.member(ada, as: founder)
            #expect(left.teams == [north])
            let only = session.catalogue.offers(on: left, of: MembersTable.self).compactMap { $0 as? RemoveFromTeam }
            #expect(only.first?.team == north)
        }
    }

    @Test func `a member of several roles loses the one that is chosen`() async throws {
        try await withSession { session, founder, acme, test in
            let north = try await acme.teams.create("North", as: founder)
            let roles = [Assignment(.manager), Assignment(.supervisor, team: north)]
            let ada = try #require(
                try await test.member("ada@acme.example", roles: roles, teams: [north], in: acme).member)
            let entry = try await acme.members.member(ada, as: founder)
            let offers = session.catalogue.offers(on: entry, of: MembersTable.self)
            let offered = try #require(offers.compactMap { $0 as? RevokeRole }.first)
            var input = RevokeRole.form.write(offered)
            let field = try #require(RevokeRole.form.fields.first { $0.name == "role" })
            #expect(try await session.choices(of: field, input)?.map(\.text) == ["manager", "supervisor"])
            (input.texts["role"], input.texts["team"]) = (["supervisor"], ["\(north)"])
            _ = try await session.perform(RevokeRole.self, input)
            #expect(try await acme.members.member(ada, as: founder).assignments == [Assignment(.manager)])
        }
    }

    @Test func `several members get access again`() async throws {
        try await withSession { session, founder, acme, test in
            for name in ["ada", "bob"] {
                let member = try #require(try await test.member("\(name)@acme.example", in: acme).member)
                try await acme.members.deactivate(member, as: founder)
            }
            guard
                case .done(let outcome) = try await session.perform(
                    ReactivateMembers.self, FormInput(["members": ["all:state=deactivated"]]))
            else {
                Issue.record("not done")
                return
            }
            #expect(outcome.lines.map(\.number) == [1, 2] && outcome.summary.description == "2 of 2 done.")
            let active = try await acme.members.list(as: founder).entries.count { $0.member.state == .active }
            #expect(active == 3)
        }
    }

    @Test func `settings are not changed by a form that was opened before they changed`() async throws {
        try await withSession { session, founder, acme, _ in
            var input = try await session.opening(ChangeSettings.self, FormInput())
            input.texts["name"] = ["Summit"]
            guard case .done = try await session.perform(ChangeSettings.self, input) else {
                Issue.record("not done")
                return
            }
            input.texts["name"] = ["Peak"]
            guard case .refused = try await session.perform(ChangeSettings.self, input) else {
                Issue.record("changed by an old form")
                return
            }
            #expect(try await acme.settings.organization(as: founder).name == "Summit")
        }
    }

    @Test func `work that has not failed is not restarted`() async throws {
        try await withSession { session, _, _, _ in
            guard case .refused = try await session.perform(RestartJob.self, FormInput(["job": ["x"]])) else {
                Issue.record("restarted")
                return
            }
        }
    }

    @Test func `the audit is searched by the names of people`() async throws {
        try await withSession { session, founder, acme, test in
            let ada = try #require(try await test.member("ada@acme.example", name: "Ada Byron", in: acme).member)
            try await acme.roles.grant(Assignment(.manager), to: ada, as: founder)
            let found = try await session.page(of: AuditTable(text: "byron")).rows
            #expect(!found.isEmpty && found.allSatisfy { String(reflecting: $0.content).contains("\(ada)") })
            #expect(try await session.page(of: AuditTable(text: "nobody")).rows.isEmpty)
        }
    }

    @Test func `sections stand in their groups, each once`() async throws {
        try await withSession { session, _, _, _ in
            let sections = try await session.surfaces(in: .administration)
            let groups = sections.map { session.catalogue.group(of: $0, in: .administration)?.rawValue ?? 9 }
            #expect(groups == groups.sorted() && Set(groups).isSuperset(of: [0, 2]))
            #expect(Set(sections.map { $0.path }).count == sections.count)
        }
    }

    @Test func `what is confirmed is said in words, and nothing hidden is`() async throws {
        try await withSession { session, founder, acme, test in
            let north = try await acme.teams.create("North", as: founder)
            let ada = try #require(try await test.member("ada@acme.example", name: "Ada", in: acme).member)
            let input = FormInput(["member": ["\(ada)"], "role": ["supervisor"], "team": ["\(north)"]])
            let texts = try await CellText(for: session)
            let facts = try await session.entries(of: GrantRole.self, input, without: ["member"])
            #expect(facts.map { "\($0.label): \(texts.text($0.value))" } == ["Role: supervisor", "Team: North"])
            let settings = try await session.opening(ChangeSettings.self, FormInput())
            let shown = try await session.entries(of: ChangeSettings.self, settings).map(\.label.description)
            #expect(shown == ["Name", "Language", "Time zone", "First day of the week"])
        }
    }
}
