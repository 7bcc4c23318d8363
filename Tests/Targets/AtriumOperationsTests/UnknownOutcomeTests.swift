import AtriumOperations
import AtriumStorage
import AtriumTesting
import FaultyVFS
import Foundation
import TestSupport
import Testing

@testable import Atrium

/// Switches whose commit fails in a way that leaves open whether it took place. Then the rows decide.
struct UnknownOutcomeTests {
    private let choice: SQL = "SELECT is_chosen IS NOT 0 FROM kernel_module WHERE id = 'totals'"
    private let featureSet: SQL = "SELECT feature_set FROM kernel_organization"
    private let sets = [3, 9].map { FeatureSet("\($0)", modules: [Sales(), Totals(limit: $0), Report()]) }

    @Test func `after a switch that could not be written, the modules that work are those of the file`() async throws {
        try await withFaultyShop { shop, faults in
            var failures = 0
            for step in 0..<8 {
                let isOn = try await shop.states()["totals"] == .on
                let plan = try await shop.tenant.modules.plan(["totals": !isOn], as: shop.grace)
                let hasSucceeded = await succeeds(faults, failingAt: step) {
                    try await shop.tenant.modules.carryOut(plan, as: shop.grace)
                }
                if !hasSucceeded { failures += 1 }
                let isChosen = try await shop.count(choice) == 1
                #expect(isChosen == (hasSucceeded ? !isOn : isOn))
                #expect(try await shop.states()["totals"] == (isChosen ? .on : .off))
                // The reaction of the module that works refuses a sale if it has missed one.
                try await shop.sell(1)
                if isChosen { #expect(try await shop.tenant[Totals.self].total(as: shop.founder) == step + 1) }
            }
            #expect(failures > 0)
        }
    }

    @Test func `after a change of the feature set that could not be written, the set is that of the file`() async throws
    {
        try await withFaultyShop(configure: { $0.featureSets = sets }, featureSet: "3") { shop, faults in
            var failures = 0
            for step in 0..<8 {
                let former = try shop.tenant[Totals.self].limit
                let next = former == 3 ? 9 : 3
                let plan = try await shop.tenant.modules.plan([:], featureSet: "\(next)", as: shop.grace)
                let hasSucceeded = await succeeds(faults, failingAt: step) {
                    try await shop.tenant.modules.carryOut(plan, as: shop.grace)
                }
                if !hasSucceeded { failures += 1 }
                let limit = hasSucceeded ? next : former
                #expect(try await shop.texts(featureSet) == ["\(limit)"])
                #expect(try shop.tenant[Totals.self].limit == limit)
            }
            #expect(failures > 0)
        }
    }

    @Test func `a switch that is in the file took place, although its log was deleted meanwhile`() async throws {
        try await withShop(configure: { $0.featureSets = sets }, featureSet: "3") { shop in
            try await shop.sell(1)
            try deleteLog(of: shop)
            try await shop.switchTo(["totals": false])
            #expect(try await shop.states() == ["sales": .on, "totals": .off, "report": .waiting(for: ["totals"])])
            try await shop.sell(1)
            try deleteLog(of: shop)
            let plan = try await shop.tenant.modules.plan([:], featureSet: "9", as: shop.grace)
            try await shop.tenant.modules.carryOut(plan, as: shop.grace)
            #expect(try shop.tenant[Totals.self].limit == 9)
            #expect(try await shop.tenant[Totals.self].total(as: shop.founder) == 2)
            let shop = try await shop.reopened()
            #expect(try shop.tenant[Totals.self].limit == 9)
            await shop.test.platform.close()
        }
    }

    /// Whether an act succeeds while one of the writes to its files fails (IOERR_WRITE).
    private func succeeds(
        _ faults: OpaquePointer, failingAt step: Int, _ act: () async throws -> Void
    ) async -> Bool {
        faulty_vfs_arm(faults, FAULTY_WRITE, step, 1, 778)
        defer { faulty_vfs_disarm(faults) }
        do {
            try await act()
            return true
        } catch { return false }
    }

    private func deleteLog(of shop: Shop) throws {
        try FileManager.default.removeItem(atPath: "\(shop.test.folder)/tenants/\(shop.tenant.id).db-wal")
    }
}
