import Atrium
import AtriumTesting
import Foundation
import Testing

struct TeamTests {
    @Test func `a supervisor adds active members to their own team and removes them again`() async throws {
        try await withAcme { acme in
            let north = try await acme.tenant.teams.create("North", as: acme.founder)
            let south = try await acme.tenant.teams.create("South", as: acme.founder)
            let lead = try await acme.member("lead", [Assignment(.supervisor, team: north)])
            let ada = try #require(try await acme.member("ada").member)
            let teams = acme.tenant.teams
            try await teams.add(ada, to: north, as: lead)
            await #expect(throws: TeamError.alreadyIn) { try await teams.add(ada, to: north, as: lead) }
            await #expect(throws: AccessError.self) { try await teams.add(ada, to: south, as: lead) }
            acme.test.clock.advance(by: .seconds(30))
            try await teams.remove(ada, from: north, as: lead)
            await #expect(throws: TeamError.notIn) { try await teams.remove(ada, from: north, as: lead) }
            try await teams.add(ada, to: north, as: lead)
            #expect(try await durations(of: north, in: acme.tenant) == [30, nil])
            try await acme.tenant.members.deactivate(ada, as: acme.founder)
            await #expect(throws: MemberError.notActive) { try await teams.add(ada, to: south, as: acme.founder) }
            let leadEntry = try await acme.entry(lead)
            #expect(leadEntry.teams.isEmpty)
        }
    }

    @Test func `names are unique among teams that are not archived, whatever their case`() async throws {
        try await withAcme { acme in
            let north = try await acme.tenant.teams.create("North", as: acme.founder)
            await #expect(throws: TeamError.nameTaken) { try await acme.tenant.teams.create("NORTH", as: acme.founder) }
            let south = try await acme.tenant.teams.create("South", as: acme.founder)
            await #expect(throws: TeamError.nameTaken) {
                try await acme.tenant.teams.rename(south, to: "north", as: acme.founder)
            }
            try await acme.tenant.teams.archive(north, as: acme.founder)
            try await acme.tenant.teams.rename(south, to: "North", as: acme.founder)
            #expect(try await acme.tenant.teams.list(as: acme.founder).map(\.name) == ["North"])
            #expect(try await acme.tenant.teams.list(archived: true, as: acme.founder).count == 2)
        }
    }

    @Test(arguments: [
        "", "   ", "a\nb", "\u{0}", String(repeating: "x", count: 201), "a\u{2028}b", "a\u{202E}b", "\u{200B}",
        "\u{301}", " \u{301}", "\u{941} \u{941}", "\u{640}", "\u{FFFB}", "\u{1D159}", "\u{13430}",
        "e" + String(repeating: "\u{301}", count: 500_000),
    ])
    func `a name that cannot be read is refused for a team, an organization and an account`(_ name: String) async throws
    {
        try await withAcme { acme in
            let error = await #expect(throws: NameError.self) {
                try await acme.tenant.teams.create(name, as: acme.founder)
            }
            #expect(error?.description.contains("no control or direction character") == true)
            let settings = OrganizationSettings(name: name)
            await #expect(throws: NameError.self) { try await acme.tenant.settings.change(settings, as: acme.founder) }
            await #expect(throws: NameError.self) {
                try await acme.test.platform.createAccount(provenAddress: EmailAddress("x@acme.example"), name: name)
            }
        }
    }

    @Test func `an archived team that is opened again has no members and keeps its history`() async throws {
        try await withAcme { acme in
            let teams = acme.tenant.teams
            let north = try await teams.create("North", as: acme.founder)
            let lead = try await acme.member("lead", [Assignment(.supervisor, team: north)])
            let ada = try await acme.member("ada", [], [north])
            await #expect(throws: TeamError.notArchived) { try await teams.unarchive(north, as: acme.founder) }
            try await teams.archive(north, as: acme.founder)
            try await teams.unarchive(north, as: acme.founder)
            #expect(try await teams.list(as: acme.founder).map(\.name) == ["North"])
            #expect(try await acme.entry(ada).teams.isEmpty)
            #expect(try await acme.entry(lead).assignments.isEmpty)
            try await teams.add(#require(ada.member), to: north, as: acme.founder)
            #expect(try await durations(of: north, in: acme.tenant) == [0, nil])
        }
    }

    @Test func `an archived team whose name was taken stays archived until the name is free`() async throws {
        try await withAcme { acme in
            let teams = acme.tenant.teams
            let old = try await teams.create("North", as: acme.founder)
            try await teams.archive(old, as: acme.founder)
            let new = try await teams.create("NORTH", as: acme.founder)
            await #expect(throws: TeamError.nameTaken) { try await teams.unarchive(old, as: acme.founder) }
            #expect(try await teams.list(as: acme.founder).map(\.id) == [new])
            try await teams.rename(new, to: "North 2", as: acme.founder)
            try await teams.unarchive(old, as: acme.founder)
            #expect(try await teams.list(as: acme.founder).map(\.name) == ["North", "North 2"])
            let unknown = TeamID(at: acme.test.clock.now, random: Array(repeating: 9, count: 10))
            await #expect(throws: TeamError.unknown) { try await teams.unarchive(unknown, as: acme.founder) }
        }
    }

    @Test func `archiving a team ends memberships and supervision, and keeps the history`() async throws {
        try await withAcme { acme in
            let north = try await acme.tenant.teams.create("North", as: acme.founder)
            let lead = try await acme.member("lead", [Assignment(.supervisor, team: north)])
            _ = try await acme.member("ada", [], [north])
            try await acme.tenant.teams.archive(north, as: acme.founder)
            #expect(try await acme.entry(lead).assignments.isEmpty)
            await #expect(throws: AccessError.self) { try await acme.tenant.teams.list(as: lead) }
            #expect(try await durations(of: north, in: acme.tenant) == [0])
            await #expect(throws: TeamError.archived) {
                try await acme.tenant.teams.rename(north, to: "Nord", as: acme.founder)
            }
        }
    }
}
