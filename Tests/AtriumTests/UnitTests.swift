import Atrium
import AtriumTesting
import Foundation
import Testing

private final class Leak: @unchecked Sendable {
    // Reason: the test is what shows that a unit kept this way is of no use.
    var work: UnitOfWork?
}

struct UnitTests {
    @Test func `what several modules do in one unit is one commit, or none`() async throws {
        try await withAcme([Greetings(), Echo()]) { acme in
            let echo = try acme.tenant[Echo.self]
            try await echo.both("Ada", as: acme.founder, failing: false)
            await #expect(throws: Echo.Failure.self) { try await echo.both("Bob", as: acme.founder, failing: true) }
            #expect(try await echo.names(as: acme.founder) == ["Ada"])
            #expect(try await acme.tenant[Greetings.self].count(as: acme.founder) == 1)
        }
    }

    @Test func `a reaction is in the publisher's commit and under the publisher's name`() async throws {
        try await withAcme([Greetings(), Echo()]) { acme in
            try await acme.tenant[Greetings.self].greet("Ada", as: acme.founder)
            #expect(try await acme.tenant[Echo.self].names(as: acme.founder) == ["Ada by \(acme.founder)"])
        }
    }

    @Test(arguments: [false, true])
    func `a reaction that throws fails the unit, even if the publisher catches it`(_ catching: Bool) async throws {
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

    @Test func `events that chase each other end at the eighth`() async throws {
        try await withAcme([Greetings(), Echo()]) { acme async throws in
            let error = await #expect(throws: ReactionError.self) {
                try await acme.tenant[Greetings.self].greet("everybody", as: acme.founder)
            }
            #expect(error?.cause as? UnitError == .tooDeep)
            #expect(try await acme.tenant[Echo.self].names(as: acme.founder).isEmpty)
        }
    }

    @Test func `a unit is of no use after its body, nor in another tenant`() async throws {
        try await withAcme([Greetings()]) { acme in
            let other = try await acme.test.organization("other", founder: "boss@other.example")
            let leak = Leak()
            let (store, foreign) = (try acme.tenant[Greetings.self].store, try other[Greetings.self].store)
            try await store.read(as: acme.founder, .greet) { work in
                leak.work = work
                #expect(throws: UnitError.foreignTenant) { try foreign.within(work) { _ in } }
            }
            #expect(throws: UnitError.ended) { try leak.work?.run("SELECT 1") }
            #expect(throws: UnitError.ended) {
                try leak.work.map { try store.within($0) { _ = try $0.run("SELECT 1") } }
            }
        }
    }

    @Test func `a module's SQL does not reach the kernel's tables, nor another module's`() async throws {
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
