import AtriumOperations
import AtriumStorage
import AtriumTesting
import FaultyVFS
import TestSupport
import Testing

@testable import Atrium

/// Purges beside other writes, and purges that fail.
struct PurgeFailureTests {
    @Test func `a purge waits for the writes that have begun, and later writes wait for the purge`() async throws {
        try await withShop { shop in
            try await shop.switchTo(["totals": false])
            let (writing, isPurged) = (shop.tenant.writing, Locked(false))
            await writing.enter()
            let purge = Task {
                defer { isPurged.withLock { $0 = true } }
                try await shop.tenant.modules.purge("totals", as: shop.grace)
            }
            while writing.waitingCount < 1, !isPurged.withLock(\.self) { await Task.yield() }
            #expect(try await hasTables(in: shop))
            let sale = Task {
                try await shop.sell(1)
                return try await hasTables(in: shop)
            }
            while writing.waitingCount < 2, !isPurged.withLock(\.self) { await Task.yield() }
            writing.leave()
            try await purge.value
            #expect(try await !sale.value)
        }
    }

    @Test func `if a purge fails on its way, the events that only the module waited for are no longer kept`()
        async throws
    {
        var unwritten = 0
        for step in 0..<8 {
            try await withFaultyShop { shop, faults in
                try await shop.sell(1)
                try await shop.test.settle()
                let shop = try await shop.reopened(with: [Sales()])
                let modules = shop.tenant.modules
                // IOERR_FSYNC.
                faulty_vfs_arm(faults, FAULTY_SYNC, step, 1, 1034)
                var failure: (any Error)?
                do { try await modules.purge("totals", as: shop.grace) } catch { failure = error }
                faulty_vfs_disarm(faults)
                let isPurged = try await shop.count("SELECT count(*) FROM kernel_subscription") == 0
                try await shop.sell(2)
                #expect(try await shop.count("SELECT count(*) FROM kernel_event") == (isPurged ? 0 : 1))
                #expect(isPurged || failure != nil)
                if failure != nil {
                    if isPurged { unwritten += 1 }
                    try await modules.purge("totals", as: shop.grace)
                    #expect(try await !hasTables(in: shop))
                    #expect(try await shop.count("SELECT freelist_count FROM pragma_freelist_count") == 0)
                }
                await shop.test.platform.close()
            }
        }
        #expect(unwritten > 0)
    }

    private func hasTables(in shop: Shop) async throws -> Bool {
        try await shop.count("SELECT count(*) FROM sqlite_schema WHERE tbl_name = 'totals_total'") > 0
    }
}
