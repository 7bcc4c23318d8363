import AtriumTesting
import Foundation
import Testing

@testable import Atrium

/// Counts its runs. Fails or wakes itself if a test says so.
private struct Ticker: Module {
    static let id: ModuleID = "ticker"
    static let dependencies: [any Module.Type] = []
    static let permissions = [Permission("ticker.tick", grantedTo: .everyMember)]
    static let schema = Schema()

    struct Failure: Error {}

    var interval = Duration.seconds(3600)
    /// Other recurring work that a former version registered.
    var former: StaticString?

    final class Service: Sendable {
        let store: Store
        let runs = Locked(0)
        let fails = Locked(false)
        let wakesItself = Locked(false)

        init(store: Store) { self.store = store }

        func wake(as principal: Principal, at moment: Date? = nil) async throws {
            try await store.write(as: principal, Ticker.permissions[0]) { try $0.wake("tick", at: moment) }
        }

        func tick(_ system: SystemPrincipal) async throws {
            runs.withLock { $0 += 1 }
            if wakesItself.withLock({ $0 }) {
                wakesItself.withLock { $0 = false }
                try await store.write(as: system) { try $0.wake("tick") }
            }
            if fails.withLock({ $0 }) { throw Failure() }
        }
    }

    func start(in tenant: TenantContext) throws -> Service {
        let service = Service(store: tenant.store)
        let system = tenant.system("tick")
        try tenant.every(interval, "tick") { try await service.tick(system) }
        if let former { try tenant.every(.seconds(60), former) {} }
        return service
    }
}

/// Runs a body every hour. The body gets the number of runs that have begun.
private struct Errand: Module {
    static let id: ModuleID = "errand"
    static let dependencies: [any Module.Type] = []
    static let permissions: [Permission] = []
    static let schema = Schema()

    let body: @Sendable (_ count: Int) async throws -> Void

    func start(in tenant: TenantContext) throws {
        let count = Locked(0)
        try tenant.every(.seconds(3600), "errand") {
            let number = count.withLock { count in
                count += 1
                return count
            }
            try await body(number)
        }
    }
}

struct RecurringTests {
    @Test func `recurring work runs once after each interval`() async throws {
        try await withAcme([Ticker()]) { acme async throws in
            let platform = acme.test.platform
            #expect(try await platform.runDue() == 0)
            acme.test.clock.advance(by: .seconds(3600))
            #expect(try await platform.runDue() == 1)
            #expect(try await platform.runDue() == 0)
            acme.test.clock.advance(by: .seconds(3600))
            #expect(try await platform.runDue() == 1)
            #expect(try acme.tenant[Ticker.self].runs.withLock { $0 } == 2)
        }
    }

    @Test func `a wake makes recurring work run earlier, and a wake during a run is not lost`() async throws {
        try await withAcme([Ticker()]) { acme in
            let ticker = try acme.tenant[Ticker.self]
            try await ticker.wake(as: acme.founder)
            ticker.wakesItself.withLock { $0 = true }
            #expect(try await acme.test.platform.runDue() == 2)
            #expect(try await acme.test.platform.runDue() == 0)
            try await ticker.wake(as: acme.founder, at: acme.test.clock.now + 60)
            #expect(try await acme.test.platform.runDue() == 0)
            acme.test.clock.advance(by: .seconds(60))
            #expect(try await acme.test.platform.runDue() == 1)
        }
    }

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
            let parked = try #require(try await acme.tenant.failedJobs.failures(as: acme.founder).first)
            #expect(parked.name == "tick" && parked.attempts == 10 && parked.nextAttempt == nil)
            ticker.fails.withLock { $0 = false }
            #expect(try await acme.tenant.failedJobs.restart(parked, as: acme.founder))
            #expect(try await platform.runDue() == 1)
            #expect(try await acme.tenant.failedJobs.failures(as: acme.founder) == [])
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
            let failure = try #require(try await acme.tenant.failedJobs.failures(as: acme.founder).first)
            #expect(failure.nextAttempt == acme.test.clock.now + 1)
            // A wake during a run counts, even in the attempt that succeeds.
            acme.test.clock.advance(by: .seconds(1))
            ticker.fails.withLock { $0 = false }
            ticker.wakesItself.withLock { $0 = true }
            #expect(try await acme.test.platform.runDue() == 2)
        }
    }

    @Test func `an organization is due at once after a write, and at the time of its next work when it is idle`()
        async throws
    {
        try await withAcme([Ticker()]) { acme in
            let directory = acme.test.platform.directory
            try await acme.test.platform.runDue()
            #expect(try await directory.wakeAt() == acme.test.clock.now + 3600)
            try await acme.tenant[Ticker.self].wake(as: acme.founder, at: acme.test.clock.now + 60)
            #expect(try await directory.wakeAt() == acme.test.clock.now)
            try await acme.test.platform.runDue()
            #expect(try await directory.wakeAt() == acme.test.clock.now + 60)
            try await acme.tenant[Ticker.self].wake(as: acme.founder, at: acme.test.clock.now + 30)
            await acme.tenant.close()
            #expect(try await directory.wakeAt() == acme.test.clock.now + 30)
        }
    }

    @Test func `a closed organization is opened again when its work is due, and not before`() async throws {
        let recorder = Recorder()
        try await withAcme([Ticker()], configure: { $0.observer = recorder }) { acme async throws in
            let again = try await acme.test.reopened()
            let before = recorder.opened
            #expect(try await again.platform.runDue() == 0)
            #expect(recorder.opened == before)
            again.clock.advance(by: .seconds(3600))
            #expect(try await again.platform.runDue() == 1)
            #expect(recorder.opened == before + 1)
            await again.platform.close()
        }
    }

    @Test func `the running platform reacts to a wake and ends when it is cancelled`() async throws {
        try await withAcme([Ticker()]) { acme in
            let ticker = try acme.tenant[Ticker.self]
            let running = Task { try await acme.test.platform.run() }
            try await ticker.wake(as: acme.founder)
            while ticker.runs.withLock({ $0 }) == 0 { await Task.yield() }
            running.cancel()
            _ = await running.result
            #expect(ticker.runs.withLock { $0 } == 1)
        }
    }

    @Test func `work that a module no longer registers does not keep the organization awake`() async throws {
        try await withAcme([Ticker(former: "tock")]) { acme async throws in
            try await acme.test.platform.runDue()
            let test = try await acme.test.reopened(with: [Ticker()])
            _ = try await test.platform.tenant("acme")
            test.clock.advance(by: .seconds(60))
            try await test.platform.runDue()
            #expect(try await test.platform.directory.wakeAt() == test.clock.now + 3540)
            await test.platform.close()
        }
    }

    @Test func `two concurrent callers never run the same due work at the same time`() async throws {
        let (now, most) = (Locked(0), Locked(0))
        let slow = Errand { _ in
            let count = now.withLock { now in
                now += 1
                return now
            }
            most.withLock { $0 = max($0, count) }
            for _ in 1...100 { await Task.yield() }
            now.withLock { $0 -= 1 }
        }
        try await withAcme([slow]) { acme async throws in
            for _ in 1...20 {
                acme.test.clock.advance(by: .seconds(3600))
                async let (one, other) = (acme.test.platform.runDue(), acme.test.platform.runDue())
                _ = try await (one, other)
            }
            #expect(most.withLock { $0 } == 1)
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
            #expect(try await acme.tenant.failedJobs.failures(as: acme.founder).map(\.name) == ["errand"])
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
            #expect(try await acme.tenant.failedJobs.failures(as: acme.founder) == [])
        }
    }

    @Test func `work that the closing of the platform interrupted is due again at once after the restart`() async throws {
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

    @Test func `a shorter interval takes effect at the next start`() async throws {
        try await withAcme([Ticker(interval: .seconds(30 * 86_400))]) { acme async throws in
            let test = try await acme.test.reopened(with: [Ticker()])
            let ticker = try await test.platform.tenant("acme")[Ticker.self]
            test.clock.advance(by: .seconds(3600))
            try await test.platform.runDue()
            #expect(ticker.runs.withLock { $0 } == 1)
            await test.platform.close()
        }
    }

    // MARK: - A clock that was ahead

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
                try await acme.tenant.failedJobs.failures(as: acme.founder).map(\.nextAttempt) == [clock.now + 3600])
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

    @Test func `an organization that is due without any work is checked once, and not at every run`() async throws {
        try await withAcme([Ticker()]) { acme async throws in
            let (directory, clock) = (acme.test.platform.directory, acme.test.clock)
            try await acme.test.platform.runDue()
            try await directory.setWake(of: acme.tenant.id, at: clock.now)
            #expect(try await directory.due(at: clock.now) == [acme.tenant.id])
            let again = try await acme.test.reopened()
            #expect(try await again.platform.runDue() == 0)
            #expect(try await again.platform.directory.due(at: clock.now) == [])
            #expect(try await again.platform.directory.wakeAt() == clock.now + 3600)
            await again.platform.close()
        }
    }

    @Test func `work that was not registered cannot be woken`() async throws {
        try await withAcme([Ticker()]) { acme in
            let store = try acme.tenant[Ticker.self].store
            await #expect(throws: UnitError.unknownWork("tock")) {
                try await store.write(as: acme.founder, Ticker.permissions[0]) { try $0.wake("tock") }
            }
        }
    }
}

extension Directory {
    /// The earliest time at which an organization is due.
    fileprivate func wakeAt() async throws -> Date? {
        try await file.read { try $0.kernel.one("SELECT min(wake_at) FROM kernel_organization", as: Date?.self) }
    }
}
