import AtriumOperations
import AtriumStorage
import AtriumTesting
import Foundation
import TestSupport
import Testing

@testable import Atrium

struct PurgingTests {
    /// Every name and every row in a file that begins with a module's prefix or names the module.
    private func traces(of module: String, in shop: Shop) async throws -> [String] {
        try await shop.tenant.file.read { connection in
            try connection.kernel.rows(
                """
                SELECT name FROM sqlite_schema WHERE tbl_name LIKE \("\(module)|_%") ESCAPE '|'
                UNION ALL SELECT name FROM kernel_migration WHERE owner = \(module) AND position >= 0
                UNION ALL SELECT name FROM kernel_job WHERE module = \(module)
                UNION ALL SELECT event FROM kernel_subscription WHERE module = \(module)
                UNION ALL SELECT event FROM kernel_event
                UNION ALL SELECT role FROM kernel_assignment WHERE role = 'clerk'
                UNION ALL SELECT 'free page' FROM pragma_freelist_count WHERE freelist_count > 0
                """, as: String.self)
        }
    }

    @Test func `nothing is left of a purged module, and the audit chain says so`() async throws {
        try await withShop { shop in
            for _ in 0..<50 { try await shop.sell(1_234_567) }
            _ = try await shop.test.member("clerk@acme.example", roles: [Assignment("clerk")], in: shop.tenant)
            try await shop.switchTo(["totals": false])
            #expect(try await !traces(of: "totals", in: shop).isEmpty)
            try await shop.tenant.modules.purge("totals", as: shop.grace)
            #expect(try await traces(of: "totals", in: shop).isEmpty)
            let status = try await shop.tenant.modules.list(as: shop.grace).first { $0.id == "totals" }
            #expect(status?.state == .off && status?.hasTables == false)
            let last = try await shop.tenant.file.read { connection in
                try connection.kernel.rows("SELECT payload FROM kernel_audit ORDER BY sequence", as: String.self)
            }
            #expect(last.contains { $0.contains("kernel.purge modules") && $0.contains("module:totals") })
            #expect(last.contains { $0.hasSuffix("operator:Grace") })
            #expect(try await shop.tenant.audit.verify(as: shop.founder).count == last.count)
            // The other modules go on, also after a restart.
            try await shop.sell(2)
            let again = try await shop.test.reopened()
            let tenant = try await again.platform.tenant("acme")
            #expect(throws: ModuleError("totals", .off)) { try tenant[Totals.self] }
            await again.platform.close()
        }
    }

    @Test func `a purged module that is switched on again begins with empty tables and catches up`() async throws {
        try await withShop { shop in
            try await shop.sell(5)
            try await shop.switchTo(["totals": false])
            try await shop.tenant.modules.purge("totals", as: shop.grace)
            try await shop.tenant.modules.purge("totals", as: shop.grace)
            try await shop.switchTo(["totals": true])
            #expect(try await shop.tenant[Totals.self].total(as: shop.founder) == 5)
            #expect(try await shop.tenant[Totals.self].lines(as: shop.founder) == 0)
            #expect(try shop.tenant[Report.self] == "report")
            try await shop.sell(1)
            #expect(try await shop.tenant[Totals.self].total(as: shop.founder) == 6)
        }
    }

    @Test func `only what is off or missing is purged, and only by an operator`() async throws {
        try await withShop { shop in
            let modules = shop.tenant.modules
            await #expect(throws: ModulePurgeError.notOff("totals")) {
                try await modules.purge("totals", as: shop.grace)
            }
            await #expect(throws: ModulePurgeError.unknown("nothing")) {
                try await modules.purge("nothing", as: shop.grace)
            }
            try await shop.switchTo(["totals": false])
            await #expect(throws: ModulePurgeError.notOff("report")) {
                try await modules.purge("report", as: shop.grace)
            }
            await #expect(throws: AccessError.self) { try await modules.purge("totals", as: shop.founder) }
            await #expect(throws: AccessError.self) { _ = try await modules.export("totals", as: shop.founder) }
        }
    }

    @Test func `the data of a module that the program lacks can be purged`() async throws {
        try await withShop { shop in
            try await shop.sell(1)
            let again = try await shop.test.reopened(with: [Sales()])
            let tenant = try await again.platform.tenant("acme")
            try await tenant.modules.purge("totals", as: shop.grace)
            #expect(try await tenant.modules.list(as: shop.grace).map(\.id) == ["sales", "report"])
            let back = try await again.reopened(with: [Sales(), Totals(), Report()])
            let last = try await back.platform.tenant("acme")
            #expect(throws: ModuleError("totals", .off)) { try last[Totals.self] }
            await back.platform.close()
        }
    }

    @Test func `an export makes the tables again`() async throws {
        try await withShop { shop in
            try await shop.sell(7)
            try await shop.test.settle()
            let text = try await shop.tenant.modules.export("totals", as: shop.grace)
            #expect(text.contains("CREATE TABLE totals_line"))
            #expect(text.contains("INSERT INTO \"totals_total\" VALUES (7);"))
            #expect(text.contains("INSERT INTO \"totals_line\" VALUES (1, 7);"))
        }
    }

    @Test func `a module that the feature set lacks has no tables until it is switched on`() async throws {
        let set = FeatureSet("Starter", modules: [Sales()])
        try await withShop(configure: { $0.featureSets = [set] }, featureSet: "Starter") { shop in
            #expect(try await traces(of: "totals", in: shop).isEmpty)
            try await shop.sell(3)
            try await shop.switchTo(["report": true])
            #expect(try await shop.tenant[Totals.self].total(as: shop.founder) == 3)
            let again = try await shop.test.reopened()
            let tenant = try await again.platform.tenant("acme")
            #expect(try await tenant[Totals.self].total(as: shop.founder) == 3)
            await again.platform.close()
        }
    }

    @Test(arguments: [false, true])
    func `data of a newer version refuses the organization, or only the module if it is optional`(
        _ isOptional: Bool
    ) async throws {
        let configure: (inout PlatformConfiguration) -> Void = { $0.optionalModules = isOptional ? [Totals.self] : [] }
        try await withShop(configure: configure) { shop in
            try await shop.sell(1)
            try await shop.tenant.store.write(as: .kernel, .system) { work in
                try work.kernel.run("INSERT INTO kernel_migration VALUES ('totals', 1, 'add a column', \([UInt8]()))")
            }
            let again = try await shop.test.reopened()
            if isOptional {
                let tenant = try await again.platform.tenant("acme")
                let states = try await tenant.modules.list(as: shop.grace).map(\.state)
                #expect(states == [.on, .failed, .waiting(for: ["totals"])])
                try await tenant[Sales.self].sell(2, as: shop.founder)
            } else {
                let error = await #expect(throws: DatabaseError.self) { try await again.platform.tenant("acme") }
                #expect(error?.message.contains("schema of 'totals': the file was written by a newer version") == true)
            }
            await again.platform.close()
        }
    }
}
