import AtriumOperations
import AtriumStorage
import AtriumTesting
import Testing

@testable import Atrium

/// Switches beside other switches and beside work that runs.
struct ConcurrentSwitchingTests {
    /// Has recurring work that once does what a test says.
    private struct Clockwork: Module {
        static let id: ModuleID = "clockwork"
        static let dependencies: [any Module.Type] = []
        static let permissions: [Permission] = []
        static let schema = Schema()

        let act = Locked<(@Sendable () async throws -> Void)?>(nil)
        let runs = Locked(0)

        func start(in tenant: TenantContext) throws {
            try tenant.every(.seconds(60), "tick") { [act, runs] in
                runs.withLock { $0 += 1 }
                try await act.withLock { $0.take() }?()
            }
        }
    }

    @Test func `of two plans that were made from the same state, only the first is carried out`() async throws {
        try await withShop { shop in
            let plan = try await shop.tenant.modules.plan(["totals": false], as: shop.grace)
            // Both begin while another change has its turn.
            let (begun, outcomes) = (Locked(0), Locked<[ModulePlanError?]>([]))
            try await withThrowingTaskGroup(of: Void.self) { group in
                await shop.tenant.switching.run {
                    for _ in 0..<2 {
                        group.addTask {
                            begun.withLock { $0 += 1 }
                            do {
                                try await shop.tenant.modules.carryOut(plan, as: shop.grace)
                                outcomes.withLock { $0.append(nil) }
                            } catch let error as ModulePlanError { outcomes.withLock { $0.append(error) } }
                        }
                    }
                    while begun.withLock(\.self) < 2 { await Task.yield() }
                    for _ in 0..<100 { await Task.yield() }
                }
                try await group.waitForAll()
            }
            #expect(outcomes.withLock(\.self) == [nil, .outdated])
            #expect(try await shop.states()["totals"] == .off)
        }
    }

    @Test func `a switch leaves the work of other modules as it is, also work that runs now`() async throws {
        let clockwork = Clockwork()
        try await withShop(beside: [clockwork]) { shop in
            let jobs: SQL = """
                SELECT name || ' ' || is_running || ' ' || due_at FROM kernel_job ORDER BY name
                """
            let seen = Locked<[[String]]>([])
            clockwork.act.withLock {
                $0 = {
                    let before = try await shop.texts(jobs)
                    try await shop.switchTo(["report": false])
                    let after = try await shop.texts(jobs)
                    seen.withLock { $0 = [before, after] }
                }
            }
            shop.test.clock.advance(by: .seconds(61))
            try await shop.test.settle()
            let rows = seen.withLock(\.self)
            // The clock shows 1767603661 seconds now. The check is due an hour after the beginning, the next tick in a minute.
            #expect(rows == Array(repeating: ["check 0 1767607200000", "tick 1 1767603721000"], count: 2))
            #expect(clockwork.runs.withLock(\.self) == 1)
        }
    }
}
