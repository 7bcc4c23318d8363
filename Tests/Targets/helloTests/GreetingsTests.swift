import Atrium
import AtriumTesting
import Synchronization
import Testing
import hello

/// Counts what the module publishes.
final class Counter: Module {
    static let id: ModuleID = "counter"
    static let dependencies: [any Module.Type] = []
    static let permissions: [Permission] = []
    static let schema = Schema()
    let count = Mutex(0)

    func start(in tenant: TenantContext) throws {
        try tenant.on(GreetingAdded.self) { _, _ in self.count.withLock { $0 += 1 } }
    }
}

struct GreetingsTests {
    @Test func `the module keeps the rules of modules`() async throws {
        try await verifyModule(
            Greetings(),
            operations: [
                .init("add", as: \.ada, needs: .useGreetings) { world, principal in
                    try await world.service.add("third", as: principal)
                }
            ]
        ) { world in
            for text in ["first", "second"] { try await world.service.add(text, as: world.ada) }
            world.keeps("what was added") { try await $0.service.list(as: $0.ada) }
        }
    }

    @Test func `members read what they added, the newest first`() async throws {
        try await withTemporaryPlatform([Greetings()]) { test in
            let acme = try await test.organization()
            let ada = try await test.member("ada@acme.example", in: acme)
            let bob = try await test.member("bob@acme.example", in: acme)
            try await acme[Greetings.self].add("first", as: ada)
            test.clock.advance(by: .seconds(1))
            try await acme[Greetings.self].add("second", as: bob)
            #expect(try await acme[Greetings.self].list(as: ada).map(\.text) == ["second", "first"])
        }
    }

    @Test func `no organization reads what another one added`() async throws {
        try await withTemporaryPlatform([Greetings()]) { test in
            let acme = try await test.organization()
            let ada = try await test.member("ada@acme.example", in: acme)
            try await acme[Greetings.self].add("first", as: ada)
            let other = try await test.organization("other", founder: "boss@other.example")
            let eve = try await test.member("eve@other.example", in: other)
            #expect(try await other[Greetings.self].list(as: eve) == [])
            await #expect(throws: AccessError.self) { try await acme[Greetings.self].list(as: eve) }
        }
    }

    @Test func `a visitor neither adds nor reads`() async throws {
        try await withTemporaryPlatform([Greetings()]) { test in
            let service = try await test.organization()[Greetings.self]
            await #expect(throws: AccessError.self) { try await service.add("first", as: .visitor) }
            await #expect(throws: AccessError.self) { try await service.list(as: .visitor) }
        }
    }

    @Test func `what comes again is added and published once`() async throws {
        let counter = Counter()
        try await withTemporaryPlatform([Greetings(), counter]) { test in
            let acme = try await test.organization()
            let ada = try await test.member("ada@acme.example", in: acme)
            let id = try await acme[Greetings.self].add("first", as: ada)
            try await acme[Greetings.self].add("first", id: id, as: ada)
            await #expect(throws: GreetingError.invalidText) { try await acme[Greetings.self].add("", as: ada) }
            #expect(try await acme[Greetings.self].list(as: ada).count == 1)
            #expect(counter.count.withLock { $0 } == 1)
        }
    }
}
