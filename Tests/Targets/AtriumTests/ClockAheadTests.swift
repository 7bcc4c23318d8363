import AtriumOperations
import AtriumTesting
import Foundation
import Testing

@testable import Atrium

/// Recurring work of a platform whose clock was ahead and was then corrected.
struct ClockAheadTests {
    private static let year = Duration.seconds(365 * 86_400)

    @Test func `work that ran while the clock was ahead runs again one interval after the clock is correct`()
        async throws
    {
        try await withAcme([Ticker()]) { acme async throws in
            let (platform, clock) = (acme.test.platform, acme.test.clock)
            clock.advance(by: Self.year)
            #expect(try await platform.runDue() == 1)
            clock.advance(by: .zero - Self.year)
            #expect(try await platform.runDue() == 0)
            // The directory has this time too, so that nobody looks at the organization before.
            #expect(try await platform.directory.due(at: clock.now) == [])
            #expect(try await platform.directory.wakeAt() == clock.now + 3600)
            clock.advance(by: .seconds(3600))
            #expect(try await platform.runDue() == 1)
            clock.advance(by: .seconds(3600))
            #expect(try await platform.runDue() == 1)
        }
    }

    @Test(arguments: [false, true], [false, true])
    func `a clock that was ahead does not delay work after a restart, whenever it was corrected, even after a write`(
        _ isRightBefore: Bool, _ isWrittenBetween: Bool
    ) async throws {
        try await withAcme([Ticker()]) { acme async throws in
            let clock = acme.test.clock
            clock.advance(by: Self.year)
            #expect(try await acme.test.platform.runDue() == 1)
            if isRightBefore { clock.advance(by: .zero - Self.year) }
            if isWrittenBetween { _ = try await acme.tenant.teams.create("North", as: acme.founder) }
            await acme.test.platform.close()
            if !isRightBefore { clock.advance(by: .zero - Self.year) }
            let again = try await acme.test.reopened()
            #expect(try await again.platform.runDue() == 0)
            #expect(try await again.platform.directory.due(at: clock.now) == [])
            clock.advance(by: .seconds(3600))
            #expect(try await again.platform.runDue() == 1)
            await again.platform.close()
        }
    }

    @Test func `work that failed while the clock was ahead waits no longer than the longest backoff`() async throws {
        try await withAcme([Ticker(interval: .seconds(30 * 86_400))], configure: { $0.observer = Recorder() }) {
            acme async throws in
            let (ticker, platform, clock) = (try acme.tenant[Ticker.self], acme.test.platform, acme.test.clock)
            ticker.fails.withLock { $0 = true }
            clock.advance(by: Self.year)
            #expect(try await platform.runDue() == 1)
            clock.advance(by: .zero - Self.year)
            #expect(try await platform.runDue() == 0)
            #expect(
                try await acme.tenant.failedJobs.list(as: acme.founder).map(\.nextAttempt) == [clock.now + 3600])
            clock.advance(by: .seconds(3600))
            #expect(try await platform.runDue() == 1)
        }
    }

    @Test func `an organization that could not be opened while the clock was ahead is tried again`() async throws {
        try await withAcme([Ticker()], configure: { $0.observer = Recorder() }) { acme async throws in
            let (clock, path) = (acme.test.clock, "\(acme.test.folder)/tenants/\(acme.tenant.id).db")
            clock.advance(by: Self.year)
            await acme.test.platform.close()
            try FileManager.default.moveItem(atPath: path, toPath: path + ".away")
            let again = try await acme.test.reopened()
            #expect(try await again.platform.runDue() == 0)
            try FileManager.default.moveItem(atPath: path + ".away", toPath: path)
            clock.advance(by: .zero - Self.year)
            #expect(try await again.platform.runDue() == 0)
            clock.advance(by: .seconds(3600))
            #expect(try await again.platform.runDue() == 1)
            await again.platform.close()
        }
    }
}
