import AtriumTesting
import Testing

@testable import Atrium

struct AfterTests {
    @Test func `events of all types are handled after their commit, once each and in order`() async throws {
        try await withAcme([Crier(), Scribe()]) { acme async throws in
            try await acme.cry("one", "call two", "three")
            try await acme.cry("four")
            try await acme.test.platform.runDue()
            #expect(try await acme.words == ["one", "call two", "three", "four"])
            try await acme.test.platform.runDue()
            let again = try await acme.restarted()
            #expect(try await again.words == ["one", "call two", "three", "four"])
            await again.test.platform.close()
        }
    }

    @Test func `events are handled even if nobody runs the platform`() async throws {
        try await withAcme([Crier(), Scribe()]) { acme async throws in
            try await acme.cry("one")
            while try await acme.words.isEmpty { await Task.yield() }
            #expect(try await acme.words == ["one"])
        }
    }

    @Test func `an event of a failed unit is never handled`() async throws {
        try await withAcme([Crier(), Scribe()]) { acme async throws in
            await #expect(throws: Crier.Failure.self) { try await acme.cry("one", failing: true) }
            try await acme.test.platform.runDue()
            #expect(try await acme.words == [])
        }
    }

    @Test func `many events are handled in several commits, and none is stored afterwards`() async throws {
        try await withAcme([Crier(), Scribe()]) { acme async throws in
            let words = (1...200).map { "word \($0)" }
            try await acme.tenant[Crier.self].cry(words, as: acme.founder)
            try await acme.test.platform.runDue()
            #expect(try await acme.words == words)
            #expect(try await acme.rows(of: "event") == 0)
        }
    }

    @Test func `events without a subscriber are not stored`() async throws {
        try await withAcme([Crier()]) { acme async throws in
            try await acme.cry("one")
            #expect(try await acme.rows(of: "event") == 0)
        }
    }

    @Test func `an event that a module publishes while it starts reaches its subscribers`() async throws {
        struct Herald: Module {
            static let id: ModuleID = "herald"
            static let dependencies: [any Module.Type] = []
            static let permissions: [Permission] = []
            static let schema = Schema()
            func start(in tenant: TenantContext) async throws {
                try await tenant.store.write(as: tenant.system("cry")) { work in
                    try work.publish(Crier.Cried(word: "here I am"))
                }
            }
        }
        try await withAcme([Scribe()]) { acme async throws in
            let with = try await acme.restarted(with: [Herald(), Scribe()])
            try await with.test.platform.runDue()
            #expect(try await with.words == ["here I am"])
            await with.test.platform.close()
        }
    }

    @Test func `an event type that has a different name in each process is refused`() async throws {
        struct Hidden: Event, Codable {}
        struct Ear: Module {
            static let id: ModuleID = "ear"
            static let dependencies: [any Module.Type] = []
            static let permissions: [Permission] = []
            static let schema = Schema()
            func start(in tenant: TenantContext) throws { try tenant.after(Hidden.self) { _, _ in } }
        }
        let error = await #expect(throws: ModuleStartError.self) { try await withAcme([Ear()]) { _ in } }
        #expect("\(try #require(error?.cause as? ConfigurationError))".hasPrefix("module 'ear': event "))
    }

    @Test func `a unit that runs while its organization closes still has its reactions and its events`()
        async throws
    {
        struct Latecomer: Module {
            static let id: ModuleID = "latecomer"
            static let dependencies: [any Module.Type] = []
            static let permissions: [Permission] = []
            static let schema = Schema()
            let isAtWork = Locked(false)
            let isClosing = Locked(false)
            let reactions = Locked(0)

            func start(in tenant: TenantContext) throws -> Store {
                try tenant.on(Crier.Cried.self) { _, _ in reactions.withLock { $0 += 1 } }
                try tenant.onClose { isClosing.withLock { $0 = true } }
                return tenant.store
            }

            /// Publishes a moment after the organization has told its modules that it closes.
            func cry(_ store: Store, as principal: Principal) async throws {
                try await store.write(as: principal, .viewOrganization) { work in
                    isAtWork.withLock { $0 = true }
                    while !isClosing.withLock({ $0 }) {}
                    let end = ContinuousClock.now + .milliseconds(20)
                    while ContinuousClock.now < end {}
                    _ = try work.publish(Crier.Cried(word: "late"))
                }
            }
        }
        let latecomer = Latecomer()
        try await withAcme([Crier(), Scribe(), latecomer]) { acme async throws in
            let (store, founder) = (try acme.tenant[Latecomer.self], acme.founder)
            async let cry: Void = latecomer.cry(store, as: founder)
            while !latecomer.isAtWork.withLock({ $0 }) { await Task.yield() }
            let again = try await acme.restarted()
            try await cry
            #expect(latecomer.reactions.withLock { $0 } == 1)
            try await again.test.platform.runDue()
            #expect(try await again.words == ["late"])
            await again.test.platform.close()
        }
    }

    @Test func `the kernel's own events can be handled after their commit`() async throws {
        struct Welcome: Module {
            static let id: ModuleID = "welcome"
            static let dependencies: [any Module.Type] = []
            static let permissions: [Permission] = []
            static let schema = Schema()
            let met = Locked<[MemberID]>([])
            let granted = Locked<[Assignment]>([])
            func start(in tenant: TenantContext) throws {
                try tenant.after(MemberJoined.self) { event, _ in met.withLock { $0.append(event.member) } }
                try tenant.after(RoleGranted.self) { event, _ in granted.withLock { $0.append(event.assignment) } }
            }
        }
        let welcome = Welcome()
        try await withAcme([welcome]) { acme async throws in
            let team = try await acme.tenant.teams.create("North", as: acme.founder)
            let ada = try await acme.member("ada", [Assignment(.manager), Assignment(.supervisor, team: team)])
            try await acme.test.platform.runDue()
            #expect(welcome.met.withLock { $0.last } == ada.member)
            #expect(
                welcome.granted.withLock { $0 } == [
                    Assignment(.administrator), Assignment(.manager), Assignment(.supervisor, team: team),
                ])
        }
    }

    @Test func `a handler can publish events too, and its changes have entries in the audit chain`() async throws {
        try await withAcme([Crier(), Scribe()]) { acme async throws in
            let before = try await acme.rows(of: "audit")
            try await acme.cry("one")
            try await acme.test.platform.runDue()
            #expect(try await acme.rows(of: "audit") == before + 2)
            try await acme.cry("news")
            try await acme.test.platform.runDue()
            #expect(try await acme.rows(of: "audit") == before + 4)
            #expect(try await acme.tenant.audit.verify(as: acme.founder).firstFault == nil)
        }
    }
}
