import AtriumOperations
import AtriumTesting
import Foundation
import Testing

@testable import Atrium

/// Recurring work that fails or is interrupted.
struct FailingWorkTests {
    @Test func `work that fails is reported and runs again`() async throws {
        let recorder = Recorder()
        try await withAcme([Ticker()], configure: { $0.observer = recorder }) { acme in
            try acme.tenant[Ticker.self].fails.withLock { $0 = true }
            acme.test.clock.advance(by: .seconds(3600))
            #expect(try await acme.test.platform.runDue() == 1)
            #expect(recorder.failures == ["tick"])
            acme.test.clock.advance(by: .seconds(3600))
            #expect(try await acme.test.platform.runDue() == 1)
        }
    }

    @Test func `work that keeps failing is retried after longer and longer delays, then parked until it is restarted`()
        async throws
    {
        try await withAcme([Ticker()], configure: { $0.observer = Recorder() }) { acme async throws in
            let (ticker, platform) = (try acme.tenant[Ticker.self], acme.test.platform)
            ticker.fails.withLock { $0 = true }
            acme.test.clock.advance(by: .seconds(3600))
            for delay in [0, 1, 4, 16, 64, 256, 1024, 3600, 3600, 3600] {
                acme.test.clock.advance(by: .seconds(delay - 1))
                #expect(try await platform.runDue() == 0 || delay == 0)
                acme.test.clock.advance(by: .seconds(1))
                try await platform.runDue()
            }
            #expect(ticker.runs.withLock { $0 } == 10)
            acme.test.clock.advance(by: .seconds(86_400))
            #expect(try await platform.runDue() == 0)
            let parked = try #require(try await acme.tenant.failedJobs.list(as: acme.founder).first)
            #expect(parked.name == "tick" && parked.attempts == 10 && parked.nextAttempt == nil)
            ticker.fails.withLock { $0 = false }
            #expect(try await acme.tenant.failedJobs.restart(parked, as: acme.founder))
            #expect(try await platform.runDue() == 1)
            #expect(try await acme.tenant.failedJobs.list(as: acme.founder) == [])
            #expect(try await acme.tenant.failedJobs.restart(parked, as: acme.founder) == false)
        }
    }

    @Test func `a wake does not shorten the time before the next attempt of failed work`() async throws {
        try await withAcme([Ticker()], configure: { $0.observer = Recorder() }) { acme async throws in
            let ticker = try acme.tenant[Ticker.self]
            ticker.fails.withLock { $0 = true }
            for _ in 1...12 {
                try await ticker.wake(as: acme.founder)
                try await acme.test.platform.runDue()
            }
            #expect(ticker.runs.withLock { $0 } == 1)
            let failure = try #require(try await acme.tenant.failedJobs.list(as: acme.founder).first)
            #expect(failure.nextAttempt == acme.test.clock.now + 1)
            // A wake during a run counts, even in the attempt that succeeds.
            acme.test.clock.advance(by: .seconds(1))
            ticker.fails.withLock { $0 = false }
            ticker.wakesItself.withLock { $0 = true }
            #expect(try await acme.test.platform.runDue() == 2)
        }
    }

    @Test
    func `work that throws a cancellation error, although nobody cancelled it, has failed and stops no other work`()
        async throws
    {
        let recorder = Recorder()
        let errand = Errand { _ in throw CancellationError() }
        try await withAcme([errand, Ticker()], configure: { $0.observer = recorder }) { acme async throws in
            acme.test.clock.advance(by: .seconds(3600))
            try await acme.test.platform.runDue()
            #expect(recorder.failures == ["errand"])
            #expect(try acme.tenant[Ticker.self].runs.withLock { $0 } == 1)
            #expect(try await acme.tenant.failedJobs.list(as: acme.founder).map(\.name) == ["errand"])
        }
    }

    @Test func `work that the cancellation of the running platform interrupted is due again at once`() async throws {
        let runs = Locked(0)
        let errand = Errand { count in
            runs.withLock { $0 = count }
            if count == 1 { try await Task.sleep(for: .seconds(3600)) }
        }
        try await withAcme([errand]) { acme async throws in
            acme.test.clock.advance(by: .seconds(3600))
            let running = Task { try await acme.test.platform.run() }
            while runs.withLock({ $0 }) == 0 { await Task.yield() }
            running.cancel()
            _ = await running.result
            // The body ends on its own. Until then, nobody starts it again.
            while runs.withLock({ $0 }) == 1 { try await acme.test.platform.runDue() }
            #expect(try await acme.tenant.failedJobs.list(as: acme.founder) == [])
        }
    }

    @Test func `work that the closing of the platform interrupted is due again at once after the restart`() async throws
    {
        let runs = Locked(0)
        let (started, start) = AsyncStream<Void>.makeStream()
        let (gate, opener) = AsyncStream<Void>.makeStream()
        let errand = Errand { _ in
            let isFirst = runs.withLock { runs in
                runs += 1
                return runs == 1
            }
            guard isFirst else { return }
            start.yield()
            for await _ in gate {}
        }
        try await withAcme([errand]) { acme async throws in
            acme.test.clock.advance(by: .seconds(3600))
            let running = Task { try await acme.test.platform.runDue() }
            for await _ in started { break }
            await acme.test.platform.close()
            opener.finish()
            _ = await running.result
            let again = try await acme.test.reopened()
            // Nobody opens the organization: the directory knows that it is due.
            try await again.platform.runDue()
            #expect(runs.withLock { $0 } == 2)
            await again.platform.close()
        }
    }
}
