import AtriumOperations
import AtriumTesting
import Testing

@testable import Atrium

/// Keeps events in the log when it is missing after a restart.
private struct Other: Module {
    static let id: ModuleID = "other"
    static let dependencies: [any Module.Type] = []
    static let permissions: [Permission] = []
    static let schema = Schema()

    func start(in tenant: TenantContext) throws { try tenant.after(Crier.Cried.self) { _, _ in throw Crier.Failure() } }
}

/// Events that are published while a module that subscribes to them is missing.
struct MissingModuleTests {
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
}
