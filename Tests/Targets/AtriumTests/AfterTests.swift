import AtriumTesting
import Foundation
import Testing

@testable import Atrium

/// Publishes the words that it gets.
struct Crier: Module {
    static let id: ModuleID = "crier"
    static let dependencies: [any Module.Type] = []
    static let permissions = [Permission("crier.cry", grantedTo: .everyMember)]
    static let schema = Schema()

    struct Cried: Event, Codable { let word: String }
    struct Called: Event, Codable { let word: String }
    struct Failure: Error {}

    struct Service: Sendable {
        let store: Store

        func cry(_ words: [String], as principal: Principal, failing: Bool = false) async throws {
            try await store.write(as: principal, Crier.permissions[0]) { work in
                for word in words {
                    if word.hasPrefix("call") {
                        try work.publish(Called(word: word))
                    } else {
                        try work.publish(Cried(word: word))
                    }
                }
                if failing { throw Failure() }
            }
        }
    }

    func start(in tenant: TenantContext) -> Service { Service(store: tenant.store) }
}

/// Writes down each word after the commit. Fails on the words in `illegible`.
struct Scribe: Module {
    static let id: ModuleID = "scribe"
    static let dependencies: [any Module.Type] = []
    static let permissions: [Permission] = []
    static let schema = Schema(
        Migration("create word", "CREATE TABLE scribe_word (row INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT"))

    struct Illegible: Error {}
    struct Written: Event { let word: String }

    /// Words that it cannot write.
    let illegible = Locked<Set<String>>([])

    struct Service: Sendable {
        let store: Store

        func words(as principal: Principal) async throws -> [String] {
            try await store.read(as: principal, .viewOrganization) {
                try $0.rows("SELECT text FROM scribe_word ORDER BY row", as: String.self)
            }
        }
    }

    func start(in tenant: TenantContext) throws -> Service {
        @Sendable func write(_ word: String, in work: UnitOfWork) throws {
            try work.run("INSERT INTO scribe_word (text) VALUES (\(word))")
            if illegible.withLock({ $0.contains(word) }) { throw Illegible() }
            if word == "news" { try work.publish(Written(word: word)) }
        }
        try tenant.after(Crier.Cried.self) { event, work in try write(event.word, in: work) }
        try tenant.after(Crier.Called.self) { event, work in try write(event.word, in: work) }
        return Service(store: tenant.store)
    }
}

/// Keeps events in the log when it is missing after a restart.
private struct Other: Module {
    static let id: ModuleID = "other"
    static let dependencies: [any Module.Type] = []
    static let permissions: [Permission] = []
    static let schema = Schema()

    func start(in tenant: TenantContext) throws { try tenant.after(Crier.Cried.self) { _, _ in throw Crier.Failure() } }
}

/// The scribe as it was before it subscribed to `Cried`.
private struct FormerScribe: Module {
    static let id: ModuleID = "scribe"
    static let dependencies: [any Module.Type] = []
    static let permissions: [Permission] = []
    static let schema = Scribe.schema

    func start(in tenant: TenantContext) throws { try tenant.after(Crier.Called.self) { _, _ in } }
}

extension Acme {
    fileprivate func cry(_ words: String..., failing: Bool = false) async throws {
        try await tenant[Crier.self].cry(words, as: founder, failing: failing)
    }

    fileprivate var words: [String] { get async throws { try await tenant[Scribe.self].words(as: founder) } }

    fileprivate func rows(of table: String) async throws -> Int {
        try await tenant.file.read { connection in
            switch table {
            case "event": try connection.kernel.one("SELECT count(*) FROM kernel_event", as: Int.self)
            default: try connection.kernel.one("SELECT count(*) FROM kernel_audit", as: Int.self)
            }
        }
    }

    /// Restarts the platform, with other modules if they are given, and returns the same organization.
    fileprivate func restarted(with modules: [any Module]? = nil) async throws -> Acme {
        let test = try await test.reopened(with: modules)
        return Acme(test: test, tenant: try await test.platform.tenant("acme"), founder: founder)
    }
}

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

    @Test func `a handler that throws leaves no change and stops neither the publisher nor later events`() async throws
    {
        let scribe = Scribe()
        try await withAcme([Crier(), scribe]) { acme async throws in
            scribe.illegible.withLock { $0 = ["two"] }
            try await acme.cry("one", "two", "three")
            try await acme.cry("four")
            try await acme.test.platform.runDue()
            #expect(try await acme.words == ["one", "three", "four"])
            let failures = try await acme.tenant.failedJobs.failures(as: acme.founder)
            #expect(failures.map(\.module) == ["scribe"])
            #expect(failures.first?.name.hasSuffix("Crier.Cried") == true)
            #expect(failures.first?.error == "Illegible()")
            #expect(failures.first?.nextAttempt == acme.test.clock.now + 1)
        }
    }

    @Test func `a failed handler is retried after one second, then after four, even after a restart`() async throws {
        let scribe = Scribe()
        try await withAcme([Crier(), scribe]) { acme async throws in
            scribe.illegible.withLock { $0 = ["one"] }
            try await acme.cry("one")
            try await acme.test.platform.runDue()
            acme.test.clock.advance(by: .seconds(1))
            try await acme.test.platform.runDue()
            let failure = try #require(try await acme.tenant.failedJobs.failures(as: acme.founder).first)
            #expect(failure.attempts == 2)
            #expect(failure.nextAttempt == acme.test.clock.now + 4)
            scribe.illegible.withLock { $0 = [] }
            acme.test.clock.advance(by: .seconds(4))
            let again = try await acme.restarted()
            try await again.test.platform.runDue()
            #expect(try await again.words == ["one"])
            #expect(try await again.tenant.failedJobs.failures(as: acme.founder) == [])
            await again.test.platform.close()
        }
    }

    @Test func `a handler that has failed ten times is parked until an administrator restarts it`() async throws {
        let scribe = Scribe()
        try await withAcme([Crier(), scribe]) { acme async throws in
            scribe.illegible.withLock { $0 = ["one"] }
            try await acme.cry("one")
            for _ in 1...12 {
                try await acme.test.platform.runDue()
                acme.test.clock.advance(by: .seconds(3600))
            }
            let parked = try #require(try await acme.tenant.failedJobs.failures(as: acme.founder).first)
            #expect(parked.attempts == 10)
            #expect(parked.nextAttempt == nil)
            scribe.illegible.withLock { $0 = [] }
            try await acme.test.platform.runDue()
            #expect(try await acme.words == [])
            #expect(try await acme.tenant.failedJobs.restart(parked, as: acme.founder))
            try await acme.test.platform.runDue()
            #expect(try await acme.words == ["one"])
            #expect(try await acme.tenant.failedJobs.restart(parked, as: acme.founder) == false)
        }
    }

    @Test func `events wait for a missing module and reach it when it is back`() async throws {
        try await withAcme([Crier(), Scribe()]) { acme async throws in
            try await acme.cry("before")
            try await acme.test.platform.runDue()
            let without = try await acme.restarted(with: [Crier()])
            try await without.cry("meanwhile", "call meanwhile")
            try await without.test.platform.runDue()
            #expect(try await without.rows(of: "event") == 2)
            let back = try await without.restarted(with: [Crier(), Scribe()])
            try await back.cry("after")
            try await back.test.platform.runDue()
            #expect(try await back.words == ["before", "meanwhile", "call meanwhile", "after"])
            #expect(try await back.rows(of: "event") == 0)
            await back.test.platform.close()
        }
    }

    @Test func `a failed event is not retried for a module that no longer subscribes to it`() async throws {
        struct Deaf: Module {
            static let id: ModuleID = "scribe"
            static let dependencies: [any Module.Type] = []
            static let permissions: [Permission] = []
            static let schema = Scribe.schema
            func start(in tenant: TenantContext) {}
        }
        let scribe = Scribe()
        try await withAcme([Crier(), scribe]) { acme async throws in
            scribe.illegible.withLock { $0 = ["one"] }
            try await acme.cry("one")
            try await acme.test.platform.runDue()
            let deaf = try await acme.restarted(with: [Crier(), Deaf()])
            #expect(try await deaf.tenant.failedJobs.failures(as: acme.founder) == [])
            await deaf.test.platform.close()
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

    @Test func `waiting events reach a module that came back while its organization was suspended`() async throws {
        try await withAcme([Crier(), Scribe()]) { acme async throws in
            let without = try await acme.restarted(with: [Crier()])
            try await without.cry("one")
            try await without.test.platform.runDue()
            try await without.test.platform.suspend(acme.tenant.id)
            let test = try await without.test.reopened(with: [Crier(), Scribe()])
            try await test.platform.resume(acme.tenant.id)
            try await test.platform.runDue()
            let words = try await test.platform.tenant("acme")[Scribe.self].words(as: acme.founder)
            #expect(words == ["one"])
            await test.platform.close()
        }
    }

    @Test func `an event that failed while the clock was ahead is retried within an hour of the correct time`()
        async throws
    {
        let scribe = Scribe()
        try await withAcme([Crier(), scribe], configure: { $0.observer = Recorder() }) { acme async throws in
            let (clock, year) = (acme.test.clock, Duration.seconds(365 * 86_400))
            scribe.illegible.withLock { $0 = ["one"] }
            clock.advance(by: year)
            try await acme.cry("one")
            try await acme.test.platform.runDue()
            clock.advance(by: .zero - year)
            scribe.illegible.withLock { $0 = [] }
            // A run moves the next attempt to within an hour, and so does a start.
            try await acme.test.platform.runDue()
            #expect(
                try await acme.tenant.failedJobs.failures(as: acme.founder).map(\.nextAttempt) == [clock.now + 3600])
            clock.advance(by: year)
            try await acme.tenant.file.write { connection in
                _ = try connection.kernel.run("UPDATE kernel_job SET due_at = \(clock.now + 3600) WHERE sequence > 0")
            }
            clock.advance(by: .zero - year)
            let again = try await acme.restarted()
            #expect(
                try await again.tenant.failedJobs.failures(as: acme.founder).map(\.nextAttempt) == [clock.now + 3600])
            clock.advance(by: .seconds(3600))
            try await again.test.platform.runDue()
            #expect(try await again.words == ["one"])
            await again.test.platform.close()
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

    @Test func `a new module gets only the events that are published from then on`() async throws {
        try await withAcme([Crier(), Other()]) { acme async throws in
            try await acme.cry("before")
            try await acme.test.platform.runDue()
            let with = try await acme.restarted(with: [Crier(), Scribe()])
            try await with.cry("after")
            try await with.test.platform.runDue()
            #expect(try await with.words == ["after"])
            await with.test.platform.close()
        }
    }

    @Test func `a module that is back gets the events that waited, even if nobody opens the organization`() async throws
    {
        try await withAcme([Crier(), Scribe()]) { acme async throws in
            let without = try await acme.restarted(with: [Crier()])
            try await without.cry("one")
            let test = try await without.test.reopened(with: [Crier(), Scribe()])
            try await test.platform.runDue()
            let words = try await test.platform.tenant("acme")[Scribe.self].words(as: acme.founder)
            #expect(words == ["one"])
            await test.platform.close()
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
