import AtriumTesting
import Foundation
import Testing

@testable import Atrium

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
