import Atrium
import AtriumTesting
import Foundation
import Testing

private final class Leak: @unchecked Sendable {
    // Reason: the test shows that a unit that is kept in this way refuses every use.
    var work: UnitOfWork?
}

struct UnitTests {
    @Test func `the changes of several modules in one unit are one commit or none`() async throws {
        try await withAcme([Greetings(), Echo()]) { acme in
            let echo = try acme.tenant[Echo.self]
            try await echo.both("Ada", as: acme.founder, failing: false)
            await #expect(throws: Echo.Failure.self) { try await echo.both("Bob", as: acme.founder, failing: true) }
            #expect(try await echo.names(as: acme.founder) == ["Ada"])
            #expect(try await acme.tenant[Greetings.self].count(as: acme.founder) == 1)
        }
    }

    @Test func `a reaction is part of the publisher's commit and runs in the publisher's name`() async throws {
        try await withAcme([Greetings(), Echo()]) { acme in
            try await acme.tenant[Greetings.self].greet("Ada", as: acme.founder)
            #expect(try await acme.tenant[Echo.self].names(as: acme.founder) == ["Ada by \(acme.founder)"])
        }
    }

    @Test(arguments: [false, true])
    func `a reaction that throws fails the unit, even if the publisher catches the error`(_ catching: Bool) async throws
    {
        try await withAcme([Greetings(), Echo()]) { acme async throws in
            let error = await #expect(throws: ReactionError.self) {
                try await acme.tenant[Greetings.self].greet("nobody", as: acme.founder, catching: catching)
            }
            #expect(error?.module == "echo")
            #expect(error?.event == "Greeted")
            #expect(error?.cause is Echo.Failure)
            #expect(try await acme.tenant[Greetings.self].count(as: acme.founder) == 0)
        }
    }

    @Test func `events that cause each other without end stop at the eighth`() async throws {
        try await withAcme([Greetings(), Echo()]) { acme async throws in
            let error = await #expect(throws: ReactionError.self) {
                try await acme.tenant[Greetings.self].greet("everybody", as: acme.founder)
            }
            #expect(error?.cause as? UnitError == .tooDeep)
            #expect(try await acme.tenant[Echo.self].names(as: acme.founder).isEmpty)
        }
    }

    @Test func `a unit refuses every use after its body has ended, and in another tenant`() async throws {
        try await withAcme([Greetings()]) { acme in
            let other = try await acme.test.organization("other", founder: "boss@other.example")
            let leak = Leak()
            let (store, foreign) = (try acme.tenant[Greetings.self].store, try other[Greetings.self].store)
            try await store.read(as: acme.founder, .greet) { work in
                leak.work = work
                #expect(throws: UnitError.foreignOrganization) { try foreign.within(work) { _ in } }
            }
            #expect(throws: UnitError.ended) { try leak.work?.run("SELECT 1") }
            #expect(throws: UnitError.ended) {
                try leak.work.map { try store.within($0) { _ = try $0.run("SELECT 1") } }
            }
        }
    }

    @Test func `an act that is refused leaves no change, and the unit continues`() async throws {
        try await withAcme([Greetings()]) { acme in
            let (good, closed) = (
                try await acme.tenant.teams.create("Good", as: acme.founder),
                try await acme.tenant.teams.create("Closed", as: acme.founder)
            )
            try await acme.tenant.teams.archive(closed, as: acme.founder)
            let ada = try #require(try await acme.member("ada").member)
            try await acme.tenant.teams.add(ada, to: good, as: acme.founder)
            let account = try await acme.test.platform.createAccount(
                provenAddress: EmailAddress("bob@acme.example"), name: "Bob")
            let both = [Assignment(.administrator), Assignment(.supervisor, team: good)]
            try await acme.tenant[Greetings.self].store.write(as: acme.founder, .greet) { work in
                func admit(_ assignments: [Assignment] = [], _ teams: [TeamID] = []) throws {
                    _ = try work.admit(
                        account, name: "Bob", address: EmailAddress("bob@acme.example"), assignments: assignments,
                        teams: teams)
                }
                #expect(throws: TeamError.archived) { try admit([], [good, closed]) }
                #expect(throws: TeamError.alreadyIn) { try admit([], [good, good]) }
                #expect(throws: RoleError.self) { try admit(both) }
                #expect(throws: TeamError.alreadyIn) { try work.grant([Assignment(.manager)], teams: [good], to: ada) }
                #expect(throws: TeamError.archived) {
                    try work.grant([Assignment(.manager)], teams: [closed], to: ada)
                }
                #expect(throws: RoleError.self) { try work.grant(both, teams: [], to: ada) }
                try work.run("INSERT INTO greetings_greeting VALUES ('after', 1)")
            }
            #expect(try await acme.tenant[Greetings.self].count(as: acme.founder) == 1)
            let members = try await acme.tenant.members.list(as: acme.founder).entries
            #expect(members.map(\.member.name).sorted() == ["Founder", "ada"])
            #expect(members.first { $0.member.id == ada }?.assignments == [])
        }
    }

    @Test func `an act that throws after it has written fails the unit, even if the error is caught`() async throws {
        try await withAcme([Greetings(), Echo()]) { acme async throws in
            let (store, echo) = (try acme.tenant[Greetings.self].store, try acme.tenant[Echo.self])
            let error = await #expect(throws: BrokenActError.self) {
                try await store.write(as: acme.founder, .greet) { work in
                    #expect(throws: Echo.Failure.self) {
                        try echo.store.within(work) { own in
                            try own.run("INSERT INTO echo_name VALUES ('half')")
                            throw Echo.Failure()
                        }
                    }
                    // Nothing more runs. Nothing is committed, even if the body ends without an error.
                    #expect(throws: BrokenActError.self) { try work.run("SELECT 1") }
                }
            }
            #expect(error?.module == "echo")
            #expect(error?.cause is Echo.Failure)
            #expect(try await echo.names(as: acme.founder).isEmpty)
            // An act that throws before it has written does not fail the unit.
            try await store.write(as: acme.founder, .greet) { work in
                try? echo.store.within(work) { _ in throw Echo.Failure() }
                try work.run("INSERT INTO greetings_greeting VALUES ('after', 1)")
            }
            #expect(try await acme.tenant[Greetings.self].count(as: acme.founder) == 1)
        }
    }

    @Test func `a module's SQL reaches neither the kernel's tables nor another module's`() async throws {
        try await withAcme([Greetings(), Echo()]) { acme in
            let store = try acme.tenant[Greetings.self].store
            for sql in ["SELECT * FROM kernel_member", "DELETE FROM kernel_audit", "SELECT * FROM echo_name"]
                as [StaticString]
            {
                let error = await #expect(throws: DatabaseError.self) {
                    try await store.write(as: acme.founder, .greet) { _ = try $0.run(SQL(stringLiteral: sql)) }
                }
                #expect(error?.kind == .denied)
            }
        }
    }
}
