import AtriumOperations
import AtriumTesting
import Foundation
import Testing

@testable import Atrium

/// Events whose handlers fail.
struct EventRetryTests {
    @Test func `a handler that throws leaves no change and stops neither the publisher nor later events`() async throws
    {
        let scribe = Scribe()
        try await withAcme([Crier(), scribe]) { acme async throws in
            scribe.illegible.withLock { $0 = ["two"] }
            try await acme.cry("one", "two", "three")
            try await acme.cry("four")
            try await acme.test.platform.runDue()
            #expect(try await acme.words == ["one", "three", "four"])
            let failures = try await acme.tenant.failedJobs.list(as: acme.founder)
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
            let failure = try #require(try await acme.tenant.failedJobs.list(as: acme.founder).first)
            #expect(failure.attempts == 2)
            #expect(failure.nextAttempt == acme.test.clock.now + 4)
            scribe.illegible.withLock { $0 = [] }
            acme.test.clock.advance(by: .seconds(4))
            let again = try await acme.restarted()
            try await again.test.platform.runDue()
            #expect(try await again.words == ["one"])
            #expect(try await again.tenant.failedJobs.list(as: acme.founder) == [])
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
            let parked = try #require(try await acme.tenant.failedJobs.list(as: acme.founder).first)
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
            #expect(try await deaf.tenant.failedJobs.list(as: acme.founder) == [])
            await deaf.test.platform.close()
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
                try await acme.tenant.failedJobs.list(as: acme.founder).map(\.nextAttempt) == [clock.now + 3600])
            clock.advance(by: year)
            try await acme.tenant.file.write { connection in
                _ = try connection.kernel.run("UPDATE kernel_job SET due_at = \(clock.now + 3600) WHERE sequence > 0")
            }
            clock.advance(by: .zero - year)
            let again = try await acme.restarted()
            #expect(
                try await again.tenant.failedJobs.list(as: acme.founder).map(\.nextAttempt) == [clock.now + 3600])
            clock.advance(by: .seconds(3600))
            try await again.test.platform.runDue()
            #expect(try await again.words == ["one"])
            await again.test.platform.close()
        }
    }
}
