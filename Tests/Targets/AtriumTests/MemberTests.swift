import AtriumOperations
import AtriumTesting
import Foundation
import Testing

@testable import Atrium

struct MemberTests {
    @Test func `members change from state to state, and a change that is not allowed is refused`() async throws {
        try await withAcme { acme in
            let team = try await acme.tenant.teams.create("North", as: acme.founder)
            let ada = try await acme.member("ada", [Assignment(.manager)], [team])
            let id = try #require(ada.member)
            let members = acme.tenant.members
            await #expect(throws: MemberError.notDeactivated) { try await members.reactivate(id, as: acme.founder) }
            try await members.deactivate(id, as: acme.founder)
            await #expect(throws: MemberError.notActive) { try await members.deactivate(id, as: acme.founder) }
            await #expect(throws: AccessError.self) { try await members.list(as: ada) }
            await #expect(throws: MemberError.alreadyMember) { try await acme.member("ada") }
            try await members.reactivate(id, as: acme.founder)
            #expect(try await acme.entry(ada).assignments == [Assignment(.manager)])
            #expect(try await acme.entry(ada).teams == [team])
            acme.test.clock.advance(by: .seconds(60))
            try await members.remove(id, as: acme.founder)
            #expect(try await acme.entry(ada).member.state == .removed)
            #expect(try await acme.entry(ada).assignments.isEmpty)
            #expect(try await acme.entry(ada).teams.isEmpty)
            await #expect(throws: MemberError.unknown) { try await members.remove(id, as: acme.founder) }
            #expect(try await durations(of: team, in: acme.tenant) == [60])
            #expect(try await acme.member("ada") == ada)
            #expect(try await acme.entry(ada).member.state == .active)
        }
    }

    @Test func `a corrected name is found and listed, and stays when the person comes back`() async throws {
        try await withAcme { acme in
            let ada = try await acme.member("Ad")
            let (id, members) = (try #require(ada.member), acme.tenant.members)
            await #expect(throws: NameError.self) { try await members.rename(id, to: "Ada\n", as: acme.founder) }
            try await members.rename(id, to: "Zoë", as: acme.founder)
            #expect(try await members.list(as: acme.founder).entries.map(\.member.name) == ["Founder", "Zoë"])
            #expect(try await members.find("ZOE\u{308}", as: acme.founder).map(\.id) == [id])
            try await members.remove(id, as: acme.founder)
            #expect(try await acme.member("Ad") == ada)
            #expect(try await acme.entry(ada).member.name == "Zoë")
            try await members.deactivate(id, as: acme.founder)
            try await members.rename(id, to: "Zoé", as: acme.founder)
            #expect(try await acme.entry(ada).member.name == "Zoé")
            let unknown = MemberID(at: acme.test.clock.now, random: Array(repeating: 9, count: 10))
            await #expect(throws: MemberError.unknown) {
                try await members.rename(unknown, to: "Eve", as: acme.founder)
            }
        }
    }

    @Test func `a member cannot correct the name of someone of higher rank`() async throws {
        struct Clerk: Role {
            let id: RoleID = "clerk"
            let rank = 50
            let permissions: Set<Permission> = [.manageMembers]
        }
        try await withAcme(configure: { $0.roles = [Clerk()] }) { acme async throws in
            let clerk = try await acme.member("clerk", [Assignment("clerk")])
            let (ada, founder) = (try await acme.member("ada"), try #require(acme.founder.member))
            try await acme.tenant.members.rename(#require(ada.member), to: "Ada", as: clerk)
            await #expect(throws: MemberError.outranked) {
                try await acme.tenant.members.rename(founder, to: "Nobody", as: clerk)
            }
        }
    }

    @Test func `an account that is rebuilt from its member has the corrected name`() async throws {
        try await withAcme { acme in
            let ada = try await acme.member("ada")
            try await acme.tenant.members.rename(#require(ada.member), to: "Ada Lovelace", as: acme.founder)
            await acme.test.platform.close()
            try FileManager.default.removeItem(atPath: "\(acme.test.folder)/directory.db")
            _ = try await Platform.rebuildDirectory(acme.test.configuration, modules: [])
            let again = try await acme.test.reopened()
            let account = try #require(try await again.platform.account(EmailAddress("ada@acme.example")))
            #expect(try await again.platform.directory.account(account)?.name == "Ada Lovelace")
            await again.platform.close()
        }
    }

    @Test func `a page continues after the last entry, however many members join in between`() async throws {
        try await withAcme { acme in
            for name in ["b", "d", "f", "h"] { _ = try await acme.member(name) }
            var query = MemberQuery()
            query.limit = 2
            let first = try await acme.tenant.members.list(query, as: acme.founder)
            #expect(first.entries.map(\.member.name) == ["b", "d"])
            for name in ["a", "e"] { _ = try await acme.member(name) }
            query.cursor = try first.next.map { try .init($0.description) }
            let second = try await acme.tenant.members.list(query, as: acme.founder)
            #expect(second.entries.map(\.member.name) == ["e", "f"])
            query.cursor = try second.next.map { try .init($0.description) }
            let third = try await acme.tenant.members.list(query, as: acme.founder)
            #expect(third.entries.map(\.member.name) == ["Founder", "h"])
            #expect(third.next == nil)
        }
    }

    @Test func `a cursor contains no name, and is refused in another organization`() async throws {
        try await withAcme { acme in
            for name in ["bob", "dan"] { _ = try await acme.member(name) }
            var query = MemberQuery()
            query.limit = 1
            let first = try await acme.tenant.members.list(query, as: acme.founder)
            let next = try #require(first.next)
            #expect(next.position == first.entries.first?.member.id)
            let other = try await acme.test.organization("other", founder: "boss@other.example")
            let account = try #require(try await acme.test.platform.account(EmailAddress("boss@other.example")))
            let boss = try await other.principal(for: account)
            query.cursor = next
            await #expect(throws: CursorError.gone) { try await other.members.list(query, as: boss) }
            let page = try await acme.tenant.members.list(query, as: acme.founder)
            #expect(page.entries.map(\.member.name) == ["dan"])
        }
    }

    @Test func `a search text with only marks finds nobody, and one with only blanks finds everybody`() async throws {
        try await withAcme { acme async throws in
            var query = MemberQuery()
            for (text, count) in [("\u{301}", 0), ("\u{640}", 0), (" ", 1), ("", 1)] {
                query.text = text
                #expect(try await acme.tenant.members.list(query, as: acme.founder).entries.count == count)
            }
        }
    }

    @Test func `a search text of a megabyte finds nobody, without delay`() async throws {
        try await withAcme { acme async throws in
            let text = "founder" + String(repeating: "\u{301}", count: 500_000)
            var query = MemberQuery()
            query.text = text
            #expect(try await acme.tenant.members.list(query, as: acme.founder).entries.isEmpty)
            #expect(try await acme.tenant.members.find(text, as: acme.founder).isEmpty)
        }
    }

    @Test func `members are found by name, address, state, team and role`() async throws {
        try await withAcme { acme in
            let team = try await acme.tenant.teams.create("North", as: acme.founder)
            _ = try await acme.test.member("x1@acme.example", name: "Ægir Åse", teams: [team], in: acme.tenant)
            let gone = try await acme.member("gone", [Assignment(.manager)])
            try await acme.tenant.members.deactivate(#require(gone.member), as: acme.founder)
            func names(_ change: (inout MemberQuery) -> Void) async throws -> [String] {
                var query = MemberQuery()
                change(&query)
                return try await acme.tenant.members.list(query, as: acme.founder).entries.map(\.member.name)
            }
            #expect(try await names { $0.text = "ÆGIR" } == ["Ægir Åse"])
            #expect(try await names { $0.text = "X1@" } == ["Ægir Åse"])
            #expect(try await names { $0.text = "%" } == [])
            #expect(try await names { $0.state = .deactivated } == ["gone"])
            #expect(try await names { $0.team = team } == ["Ægir Åse"])
            #expect(try await names { $0.role = .manager } == ["gone"])
        }
    }

    @Test func `supervisors see their teams, members see themselves, and supervisors find people to add`() async throws
    {
        try await withAcme { acme in
            let north = try await acme.tenant.teams.create("North", as: acme.founder)
            let south = try await acme.tenant.teams.create("South", as: acme.founder)
            let ada = try await acme.member("ada", [], [north])
            _ = try await acme.member("bob", [], [south])
            let lead = try await acme.member("lead", [Assignment(.supervisor, team: north)])
            #expect(try await acme.tenant.members.list(as: lead).entries.map(\.member.name) == ["ada", "lead"])
            #expect(try await acme.tenant.members.list(as: ada).entries.map(\.member.name) == ["ada"])
            #expect(try await acme.tenant.teams.list(as: lead).map(\.name) == ["North"])
            #expect(try await acme.tenant.members.find("bo", as: lead).map(\.name) == ["bob"])
            #expect(try await acme.tenant.members.find("bob@acme.example", as: lead).map(\.name) == ["bob"])
            for text in [" bob@acme.example", "BOB@acme.example\u{200B} "] {
                #expect(try await acme.tenant.members.find(text, as: lead).map(\.name) == ["bob"])
            }
            #expect(try await acme.tenant.members.find("@acme", as: lead).isEmpty)
            #expect(try await acme.tenant.members.find("b", as: lead).isEmpty)
            await #expect(throws: AccessError.self) { try await acme.tenant.members.find("bob", as: ada) }
        }
    }

    @Test func `an id of another organization causes the same error as an unknown one`() async throws {
        try await withAcme { acme in
            let other = try await acme.test.organization("other", founder: "boss@other.example")
            let eve = try #require(try await acme.test.member("eve@other.example", in: other).member)
            let unknown = MemberID(at: acme.test.clock.now, random: Array(repeating: 9, count: 10))
            let lead = try await acme.member(
                "lead", [Assignment(.supervisor, team: try await acme.tenant.teams.create("North", as: acme.founder))])
            for id in [eve, unknown] {
                await #expect(throws: MemberError.unknown) {
                    try await acme.tenant.members.remove(id, as: acme.founder)
                }
                await #expect(throws: MemberError.unknown) {
                    try await acme.tenant.members.member(id, as: acme.founder)
                }
                await #expect(throws: AccessError(permission: "kernel.view members")) {
                    try await acme.tenant.members.member(id, as: lead)
                }
            }
        }
    }
}
