import AtriumOperations
import AtriumStorage
import AtriumTesting
import TestSupport
import Testing

@testable import Atrium

/// Purges, and the roles that members hold.
struct PurgeRightsTests {
    /// Has the role that the module of the totals also has.
    private struct Staff: Module {
        static let id: ModuleID = "staff"
        static let dependencies: [any Module.Type] = []
        static let permissions: [Permission] = []
        static let schema = Schema()

        func start(in tenant: TenantContext) throws { try tenant.contribute(Clerk(), to: .roles) }
    }

    @Test(arguments: ["module", "configuration"])
    func `a role that a module or the configuration has now stays with its holders`(_ owner: String) async throws {
        try await withShop { shop in
            let clerk = try await clerk(in: shop)
            await shop.test.platform.close()
            var configuration = shop.test.configuration
            if owner == "configuration" { configuration.roles = [Clerk()] }
            let modules: [any Module] = owner == "module" ? [Sales(), Staff()] : [Sales()]
            let platform = try await Platform.open(configuration, modules: modules)
            let tenant = try await platform.tenant("acme")
            try await tenant.modules.purge("totals", as: shop.grace)
            #expect(try await tenant.members.member(clerk, as: shop.founder).assignments == [Assignment("clerk")])
            // What the role excludes is still excluded.
            await #expect(throws: RoleError.excluded(.manager)) {
                try await tenant.roles.grant(Assignment(.manager), to: clerk, as: shop.founder)
            }
            await platform.close()
        }
    }

    @Test func `a role that a module had before it was switched off stays with its holders`() async throws {
        try await withShop { shop in
            let clerk = try await clerk(in: shop)
            let shop = try await shop.reopened(with: [Sales(), Staff()])
            try await shop.switchTo(["staff": false])
            try await shop.tenant.modules.purge("totals", as: shop.grace)
            try await shop.switchTo(["staff": true])
            let member = try await shop.tenant.members.member(clerk, as: shop.founder)
            #expect(member.assignments == [Assignment("clerk")])
            await shop.test.platform.close()
        }
    }

    @Test func `a role that nobody else has is gone, with what it excluded`() async throws {
        try await withShop { shop in
            let clerk = try await clerk(in: shop)
            try await shop.switchTo(["totals": false])
            try await shop.tenant.modules.purge("totals", as: shop.grace)
            #expect(try await shop.tenant.members.member(clerk, as: shop.founder).assignments == [])
            let exclusions: SQL = "SELECT role || ' ' || other FROM kernel_exclusion WHERE 'clerk' IN (role, other)"
            #expect(try await shop.texts(exclusions) == [])
        }
    }

    @Test func `who may not purge learns nothing about the modules`() async throws {
        try await withShop { shop in
            for module in ["totals", "nothing"] as [ModuleID] {
                await #expect(throws: AccessError.self) {
                    try await shop.tenant.modules.purge(module, as: shop.founder)
                }
            }
        }
    }

    private func clerk(in shop: Shop) async throws -> MemberID {
        try await shop.test.member("clerk@acme.example", roles: [Assignment("clerk")], in: shop.tenant).id
    }
}
