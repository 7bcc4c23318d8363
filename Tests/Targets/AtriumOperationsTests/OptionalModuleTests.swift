import AtriumOperations
import AtriumStorage
import AtriumTesting
import TestSupport
import Testing

@testable import Atrium

/// Modules without which an organization opens.
struct OptionalModuleTests {
    /// Its migration is not SQL.
    private struct Broken: Module {
        static let id: ModuleID = "broken"
        static let dependencies: [any Module.Type] = []
        static let permissions: [Permission] = []
        static let schema = Schema(Migration("create note", "CREATE TABLE broken_note (text TEXT NOT) STRICT"))

        func start(in tenant: TenantContext) -> Store { tenant.store }
    }

    private let configure: (inout PlatformConfiguration) -> Void = { $0.optionalModules = [Totals.self] }

    @Test func `a module that does not start is started again every five minutes, however often it fails`() async throws
    {
        try await withShop(configure: configure) { shop in
            shop.faults.starts.withLock { $0 = 13 }
            let shop = try await shop.reopened()
            for attempts in 1...12 {
                shop.test.clock.advance(by: .seconds(299))
                try await shop.test.settle()
                #expect(shop.faults.starts.withLock(\.self) == 13 - attempts)
                shop.test.clock.advance(by: .seconds(2))
                try await shop.test.settle()
                #expect(shop.faults.starts.withLock(\.self) == 12 - attempts)
                #expect(try await shop.states()["totals"] == .failed)
            }
            #expect(try await shop.tenant.failedJobs.list(as: shop.grace) == [])
            shop.test.clock.advance(by: .seconds(301))
            try await shop.test.settle()
            #expect(try await shop.states()["totals"] == .on)
            await shop.test.platform.close()
        }
    }

    @Test func `a switch says that an optional module did not start, and the module is started again later`()
        async throws
    {
        try await withShop(configure: configure) { shop in
            try await shop.switchTo(["totals": false])
            try await shop.sell(1)
            shop.faults.starts.withLock { $0 = 1 }
            await #expect(throws: ModuleError("totals", .failed)) { try await shop.switchTo(["totals": true]) }
            #expect(try await shop.states() == ["sales": .on, "totals": .failed, "report": .waiting(for: ["totals"])])
            shop.test.clock.advance(by: .seconds(301))
            try await shop.test.settle()
            #expect(try await shop.states() == ["sales": .on, "totals": .on, "report": .on])
            #expect(try await shop.tenant[Totals.self].total(as: shop.founder) == 1)
        }
    }

    @Test func `an organization is not created without the tables of an optional module`() async throws {
        try await withTemporaryPlatform([Broken()], configure: { $0.optionalModules = [Broken.self] }) { test in
            let error = await #expect(throws: DatabaseError.self) { try await test.organization() }
            #expect(error?.kind == .misuse)
            #expect(error?.message.hasPrefix("migration 'create note' of 'broken' failed: ") == true)
            await #expect(throws: OrganizationError.unknown) { try await test.platform.tenant("acme") }
        }
    }
}
