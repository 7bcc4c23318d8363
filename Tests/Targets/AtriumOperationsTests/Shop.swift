import Atrium
import AtriumOperations
import AtriumStorage
import AtriumTesting
import TestSupport

/// An organization with the three modules, its founder and an operator.
struct Shop {
    let test: TemporaryPlatform
    let tenant: Tenant
    let founder: Principal
    let grace: Principal
    let faults: Totals.Faults

    func sell(_ amount: Int) async throws { try await tenant[Sales.self].sell(amount, as: founder) }

    func switchTo(_ choices: [ModuleID: Bool]) async throws {
        try await tenant.modules.carryOut(tenant.modules.plan(choices, as: grace), as: grace)
    }

    func states() async throws -> [ModuleID: ModuleState] {
        let modules = try await tenant.modules.list(as: grace)
        return Dictionary(uniqueKeysWithValues: modules.map { ($0.id, $0.state) })
    }

    /// Texts that a query of the kernel finds in the organization's file.
    func texts(_ query: SQL) async throws -> [String] {
        try await tenant.file.read { try $0.kernel.rows(query, as: String.self) }
    }

    /// The number that a query of the kernel finds in the organization's file.
    func count(_ query: SQL) async throws -> Int {
        try await tenant.file.read { try $0.kernel.one(query, as: Int.self) }
    }

    /// The same organization after a restart. It has the same modules unless others are given.
    func reopened(with modules: [any Module]? = nil) async throws -> Shop {
        let test = try await test.reopened(with: modules)
        let tenant = try await test.platform.tenant("acme")
        return Shop(test: test, tenant: tenant, founder: founder, grace: grace, faults: faults)
    }
}

/// Runs a test in an organization with the three modules, and with those that the test adds.
func withShop(
    beside others: [any Module] = [], configure: (inout PlatformConfiguration) -> Void = { _ in },
    featureSet: String = "", _ body: (Shop) async throws -> Void
) async throws {
    let faults = Totals.Faults()
    let modules: [any Module] = [Sales(), Totals(faults: faults), Report()] + others
    try await withTemporaryPlatform(modules, configure: configure) { test in
        let address = try EmailAddress("founder@acme.example")
        let account = try await test.platform.createAccount(provenAddress: address, name: "Founder")
        let tenant = try await test.platform.createOrganization(
            OrganizationSettings(name: "Acme"), slug: "acme", founder: address, featureSet: featureSet)
        try await body(
            Shop(
                test: test, tenant: tenant, founder: try await tenant.principal(for: account),
                grace: test.platform.operator("Grace"), faults: faults))
    }
}
