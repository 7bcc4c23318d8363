import AtriumOperations
import AtriumStorage
import AtriumTesting
import Foundation
import TestSupport
import Testing

@testable import Atrium

/// Events that modules handle after the commit, while modules come and go.
struct SubscriptionTests {
    /// Prints a receipt for each sale. It needs the totals.
    private struct Receipts: Module {
        static let id: ModuleID = "receipts"
        static let dependencies: [any Module.Type] = [Totals.self]
        static let permissions: [Permission] = []
        static let schema = Schema(Migration("create receipt", "CREATE TABLE receipts_receipt (printer TEXT) STRICT"))

        var printer = "the printer"

        func start(in tenant: TenantContext) throws {
            try tenant.after(Sales.Sold.self) { [printer] _, work in
                try work.run("INSERT INTO receipts_receipt VALUES (\(printer))")
            }
        }
    }

    /// Acts when it is told of a sale, before the receipts are.
    private struct Bell: Module {
        static let id: ModuleID = "bell"
        static let dependencies: [any Module.Type] = []
        static let permissions: [Permission] = []
        static let schema = Schema()

        let act = Locked<(@Sendable () -> Void)?>(nil)

        func start(in tenant: TenantContext) throws {
            try tenant.after(Sales.Sold.self) { [act] _, _ in act.withLock { $0.take() }?() }
        }
    }

    private let receipts: SQL = "SELECT printer FROM receipts_receipt"
    private let waiting: SQL = "SELECT count(*) FROM kernel_event"

    @Test func `while a module waits for one that is off, no events are kept for it`() async throws {
        try await withShop(beside: [Receipts()]) { shop in
            try await shop.switchTo(["totals": false])
            for _ in 0..<3 { try await shop.sell(1) }
            #expect(try await shop.states()["receipts"] == .waiting(for: ["totals"]))
            #expect(try await shop.count("SELECT count(*) FROM kernel_subscription") == 0)
            #expect(try await shop.count(waiting) == 0)
            try await shop.switchTo(["totals": true])
            try await shop.sell(1)
            try await shop.test.settle()
            #expect(try await shop.texts(receipts) == ["the printer"])
        }
    }

    @Test func `while a module waits for one that does not start, its events are kept`() async throws {
        try await withShop(beside: [Receipts()], configure: { $0.optionalModules = [Totals.self] }) { shop in
            shop.faults.starts.withLock { $0 = 1 }
            let shop = try await shop.reopened()
            for _ in 0..<3 { try await shop.sell(1) }
            #expect(try await shop.states()["receipts"] == .waiting(for: ["totals"]))
            #expect(try await shop.count(waiting) == 3)
            shop.test.clock.advance(by: .seconds(301))
            try await shop.test.settle()
            #expect(try await shop.texts(receipts).count == 3)
            #expect(try await shop.count(waiting) == 0)
            await shop.test.platform.close()
        }
    }

    @Test func `an event that waits during a change of the feature set is handled by the new instance`() async throws {
        let bell = Bell()
        let sets = ["old", "new"].map { name in
            FeatureSet(name, modules: [Sales(), Totals(), bell, Receipts(printer: name)])
        }
        try await withShop(
            beside: [bell, Receipts()], configure: { $0.featureSets = sets }, featureSet: "old"
        ) { shop in
            let plan = try await shop.tenant.modules.plan([:], featureSet: "new", as: shop.grace)
            let switching = Locked<Task<Void, any Error>?>(nil)
            bell.act.withLock {
                $0 = {
                    let isDone = Locked(false)
                    let task = Task {
                        defer { isDone.withLock { $0 = true } }
                        try await shop.tenant.modules.carryOut(plan, as: shop.grace)
                    }
                    switching.withLock { $0 = task }
                    // The change waits for the unit that runs here, and the next unit waits for the change.
                    while shop.tenant.writing.waitingCount == 0, !isDone.withLock(\.self) { sched_yield() }
                }
            }
            try await shop.sell(1)
            try await shop.test.settle()
            try await #require(switching.withLock(\.self)).value
            try await shop.test.settle()
            #expect(try await shop.texts(receipts) == ["new"])
        }
    }
}
