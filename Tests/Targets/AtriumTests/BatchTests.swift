import AtriumTesting
import Foundation
import Testing

@testable import Atrium

/// Publishes many numbers at once.
private struct Counter: Module {
    static let id: ModuleID = "counter"
    static let dependencies: [any Module.Type] = []
    static let permissions: [Permission] = []
    static let schema = Schema(
        Migration("create nothing", "CREATE TABLE counter_none (row INTEGER PRIMARY KEY) STRICT"))

    struct Counted: Event { let number: Int }

    struct Service: Sendable {
        let store: Store

        func publish(_ numbers: [Int], as principal: Principal) async throws -> Bool {
            try await store.write(as: principal, .viewOrganization) { work in
                try work.publish(contentsOf: numbers.map { Counted(number: $0) })
            }
        }
    }

    func start(in tenant: TenantContext) -> Service { Service(store: tenant.store) }
}

/// Notes the numbers that it gets, one by one and in batches.
private struct Listener: Module {
    static let id: ModuleID = "listener"
    static let dependencies: [any Module.Type] = [Counter.self]
    static let permissions: [Permission] = []
    static let schema = Schema(
        Migration("create note", "CREATE TABLE listener_note (row INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT"))

    struct Failure: Error {}

    struct Service: Sendable {
        let store: Store

        func notes(as principal: Principal) async throws -> [String] {
            try await store.read(as: principal, .viewOrganization) {
                try $0.rows("SELECT text FROM listener_note ORDER BY row", as: String.self)
            }
        }
    }

    func start(in tenant: TenantContext) throws -> Service {
        try tenant.on(Counter.Counted.self) { event, work in
            if event.number < 0 { throw Failure() }
            try work.run("INSERT INTO listener_note (text) VALUES (\("one \(event.number)"))")
        }
        try tenant.onBatch(of: Counter.Counted.self) { events, work in
            try work.run("INSERT INTO listener_note (text) VALUES (\("all \(events.map(\.number))"))")
        }
        try tenant.catchUp { try $0.run("INSERT INTO listener_note (text) VALUES ('caught up')") }
        return Service(store: tenant.store)
    }
}

struct BatchTests {
    @Test func `each reaction gets all events of a batch before the next reaction does`() async throws {
        try await withAcme([Counter(), Listener()]) { acme async throws in
            #expect(try await acme.tenant[Counter.self].publish([1, 2], as: acme.founder))
            #expect(try await acme.tenant[Listener.self].notes(as: acme.founder) == ["one 1", "one 2", "all [1, 2]"])
        }
    }

    @Test func `an empty batch reaches no subscriber`() async throws {
        try await withAcme([Counter(), Listener()]) { acme async throws in
            #expect(try await acme.tenant[Counter.self].publish([], as: acme.founder) == false)
            #expect(try await acme.tenant[Listener.self].notes(as: acme.founder) == [])
        }
    }

    @Test func `one event that a reaction refuses undoes the whole batch`() async throws {
        try await withAcme([Counter(), Listener()]) { acme async throws in
            await #expect(throws: ReactionError.self) {
                try await acme.tenant[Counter.self].publish([1, -1], as: acme.founder)
            }
            #expect(try await acme.tenant[Listener.self].notes(as: acme.founder) == [])
        }
    }

    @Test func `a module that was not installed for a time catches up once`() async throws {
        try await withAcme([Counter(), Listener()]) { acme in
            let (test, founder) = (acme.test, acme.founder)
            func notes(_ test: TemporaryPlatform) async throws -> [String] {
                try await test.platform.tenant("acme")[Listener.self].notes(as: founder)
            }
            #expect(try await notes(test).isEmpty)
            let again = try await test.reopened()
            #expect(try await notes(again).isEmpty)
            await again.platform.close()
            let without = try await Platform.open(at: test.folder, modules: [Counter()])
            _ = try await without.tenant("acme")
            await without.close()
            let back = try await test.reopened()
            #expect(try await notes(back) == ["caught up"])
            let last = try await back.reopened()
            #expect(try await notes(last) == ["caught up"])
            await last.platform.close()
        }
    }

    @Test func `the team history distinguishes the teams that a member joined with from later ones`() async throws {
        try await withAcme { acme async throws in
            let (tenant, founder) = (acme.tenant, acme.founder)
            let north = try await tenant.teams.create("North", as: founder)
            let south = try await tenant.teams.create("South", as: founder)
            let east = try await tenant.teams.create("East", as: founder)
            let ada = try #require(try await acme.member("ada", [], [north, south]).member)
            // The clock does not move, so that only the unit distinguishes this team from the first ones.
            try await tenant.teams.add(ada, to: east, as: founder)
            acme.test.clock.advance(by: .seconds(60))
            try await tenant.teams.remove(ada, from: north, as: founder)
            try await tenant.teams.add(ada, to: north, as: founder)
            let periods = try await tenant.store.read(as: founder, .viewOrganization) { try $0.teamPeriods(of: ada) }
            #expect(periods.map(\.team) == [north, south, east, north])
            #expect(periods.map(\.isFirst) == [true, true, false, false])
            let end = try #require(periods[0].until)
            #expect(end.timeIntervalSince(periods[0].from) == 60)
            #expect(periods[3].from == end && periods[3].until == nil)
        }
    }
}
