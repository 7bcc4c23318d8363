import AtriumTesting
import Foundation
import Testing

@testable import Atrium

struct AccessTests {
    @Test func `a permission holds only for the principals and in the scopes for which it is granted`() async throws {
        try await withAcme([Greetings()]) { acme in
            let north = try await acme.tenant.teams.create("North", as: acme.founder)
            let south = try await acme.tenant.teams.create("South", as: acme.founder)
            let ada = try await acme.member("ada", [], [north])
            let bob = try await acme.member("bob", [], [south])
            let (adaID, bobID) = (try #require(ada.member), try #require(bob.member))
            let lead = try await acme.member("lead", [Assignment(.supervisor, team: north)])
            let manager = try await acme.member("manager", [Assignment(.manager)])
            let account = Principal.account(
                try await acme.test.platform.createAccount(provenAddress: EmailAddress("x@x.example"), name: "X"))
            let service = try acme.tenant[Greetings.self]
            func may(_ permission: Permission, _ scope: Scope, _ principal: Principal) async throws -> Bool {
                do { try await service.knock(permission, in: scope, as: principal) } catch is AccessError {
                    return false
                }
                return true
            }
            #expect(try await may(.greetPerson, .member(adaID), ada))
            #expect(try await !may(.greetPerson, .member(bobID), ada))
            #expect(try await !may(.greetPerson, .organization, ada))
            #expect(try await may(.greetPerson, .anywhere, ada))
            #expect(try await may(.greetPerson, .member(adaID), lead))
            #expect(try await !may(.greetPerson, .member(bobID), lead))
            #expect(try await may(.greetPerson, .team(north), lead))
            #expect(try await !may(.greetPerson, .team(south), lead))
            #expect(try await !may(.greetPerson, .organization, lead))
            #expect(try await may(.greetPerson, .organization, manager))
            #expect(try await may(.greetPerson, .team(south), manager))
            #expect(try await may(.greetVisitors, .organization, .visitor))
            #expect(try await !may(.greetAccounts, .organization, .visitor))
            #expect(try await may(.greetAccounts, .organization, account))
            #expect(try await !may(.greet, .organization, account))
            #expect(try await may(.greet, .organization, ada))
            #expect(try await service.reach(of: .greetPerson, as: lead).teams == [north])
            #expect(
                try await service.reach(of: .greetPerson, as: ada) == Reach(everyone: false, teams: [], oneself: adaID))
            #expect(try await service.reach(of: .greetPerson, as: manager).everyone)
            #expect(
                try await service.reach(of: .greet, as: .visitor) == Reach(everyone: false, teams: [], oneself: nil))
            // A member who leaves the team leaves the supervisor's scope at once.
            try await acme.tenant.teams.remove(adaID, from: north, as: acme.founder)
            #expect(try await !may(.greetPerson, .member(adaID), lead))
        }
    }

    @Test func `a supervisor of one team has no access to what belongs to a member in another team`()
        async throws
    {
        try await withAcme([Greetings()]) { acme in
            let north = try await acme.tenant.teams.create("North", as: acme.founder)
            let south = try await acme.tenant.teams.create("South", as: acme.founder)
            let ada = try await acme.member("ada", [], [north, south])
            let bob = try await acme.member("bob", [], [north])
            let id = try #require(ada.member)
            let northLead = try await acme.member("lead", [Assignment(.supervisor, team: north)])
            let southLead = try await acme.member("other", [Assignment(.supervisor, team: south)])
            let manager = try await acme.member("manager", [Assignment(.manager)])
            let service = try acme.tenant[Greetings.self]
            func may(_ scope: Scope, _ principal: Principal) async throws -> Bool {
                do { try await service.knock(.greetPerson, in: scope, as: principal) } catch is AccessError {
                    return false
                }
                return true
            }
            let both = [northLead, southLead]
            for lead in both { #expect(try await may(.member(id), lead)) }
            for principal in [northLead, manager, ada] { #expect(try await may(.member(id, of: north), principal)) }
            for principal in [southLead, bob, .visitor] { #expect(try await !may(.member(id, of: north), principal)) }
            for principal in [southLead, manager, ada] { #expect(try await may(.member(id, of: south), principal)) }
            for principal in [northLead, bob] { #expect(try await !may(.member(id, of: south), principal)) }
            // The row still belongs to the team and to the person after the person has left the team.
            try await acme.tenant.teams.remove(id, from: north, as: acme.founder)
            #expect(try await may(.member(id, of: north), northLead))
            #expect(try await may(.member(id, of: north), ada))
            #expect(try await !may(.member(id), northLead))
            #expect(try await !may(.member(id, of: north), southLead))
        }
    }

    @Test func `the audit chain names the person and the team of a scope`() async throws {
        try await withAcme([Greetings()]) { acme in
            let north = try await acme.tenant.teams.create("North", as: acme.founder)
            let ada = try await acme.member("ada", [], [north])
            let id = try #require(ada.member)
            let store = try acme.tenant[Greetings.self].store
            try await store.write(as: ada, .greetPerson, in: .member(id, of: north)) { _ in }
            let last = try await acme.tenant.file.read { connection in
                try connection.kernel.one(
                    "SELECT payload FROM kernel_audit ORDER BY sequence DESC LIMIT 1", as: String.self)
            }
            #expect(last.contains("\tgreetings.greet person\tmember:\(id) of team:\(north)\t-\t"))
        }
    }

    @Test func `a deactivated member loses access at once`() async throws {
        try await withAcme([Greetings()]) { acme in
            let ada = try await acme.member("ada")
            try await acme.tenant[Greetings.self].greet("Bob", as: ada)
            try await acme.tenant.members.deactivate(#require(ada.member), as: acme.founder)
            await #expect(throws: AccessError.self) { try await acme.tenant[Greetings.self].greet("Bob", as: ada) }
        }
    }

    @Test func `a permission that no module declares throws a usage error, not a refusal`() async throws {
        try await withAcme([Greetings()]) { acme in
            await #expect(throws: UnitError.undeclared("greetings.undeclared")) {
                try await acme.tenant[Greetings.self].knock(.undeclared, in: .organization, as: acme.founder)
            }
        }
    }

    @Test func `a refusal is reported to the observer without personal data`() async throws {
        let recorder = Recorder()
        try await withAcme(configure: { $0.observer = recorder }) { acme in
            let ada = try await acme.member("ada")
            let error = await #expect(throws: AccessError.self) {
                try await acme.tenant.settings.change(OrganizationSettings(name: "X"), as: ada)
            }
            #expect(recorder.refused == ["kernel.change settings"])
            #expect(
                error.map { "\($0)" }
                    == "permission 'kernel.change settings' is not held here; ask an administrator for a role that grants it"
            )
        }
    }
}
