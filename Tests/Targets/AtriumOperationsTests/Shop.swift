import Atrium
import AtriumOperations
import AtriumStorage
import AtriumTesting
import Foundation

/// Counts sales. Its events reach the other modules.
struct Sales: Module {
    static let id: ModuleID = "sales"
    static let dependencies: [any Module.Type] = []
    static let permissions = [Permission.sell]
    static let schema = Schema(
        Migration("create sale", "CREATE TABLE sales_sale (row INTEGER PRIMARY KEY, amount INTEGER NOT NULL) STRICT"))

    struct Sold: Event, Codable { let amount: Int }

    struct Service: Sendable {
        let store: Store

        func sell(_ amount: Int, as principal: Principal) async throws {
            try await store.write(as: principal, .sell) { work in
                try work.run("INSERT INTO sales_sale (amount) VALUES (\(amount))")
                try work.publish(Sold(amount: amount))
            }
        }

        func sum(in work: UnitOfWork) throws -> Int {
            try store.within(work) { try $0.one("SELECT coalesce(sum(amount), 0) FROM sales_sale", as: Int.self) }
        }
    }

    func start(in tenant: TenantContext) -> Service { Service(store: tenant.store) }
}

/// Keeps the sum of all sales, in the commit of each sale. Each sale also adds a line, after its commit.
struct Totals: Module {
    static let id: ModuleID = "totals"
    static let dependencies: [any Module.Type] = [Sales.self]
    static let permissions = [Permission.readTotals]
    static let schema = Schema(
        Migration(
            "create total", "CREATE TABLE totals_total (sum INTEGER NOT NULL) STRICT",
            "INSERT INTO totals_total VALUES (0)",
            "CREATE TABLE totals_line (row INTEGER PRIMARY KEY, amount INTEGER NOT NULL) STRICT"))

    var faults = Faults()
    var limit = 100

    /// What goes wrong in a test.
    final class Faults: Sendable {
        let starts = Locked(0)
        let catchUps = Locked(0)
        let closed = Locked(0)
    }

    struct Failure: Error {}

    struct Service: Sendable {
        let store: Store
        let limit: Int

        func total(as principal: Principal) async throws -> Int {
            try await store.read(as: principal, .readTotals) {
                try $0.one("SELECT sum FROM totals_total", as: Int.self)
            }
        }

        func lines(as principal: Principal) async throws -> Int {
            try await store.read(as: principal, .readTotals) {
                try $0.one("SELECT count(*) FROM totals_line", as: Int.self)
            }
        }
    }

    func start(in tenant: TenantContext) async throws -> Service {
        let sales = try tenant.service(of: Sales.self)
        try tenant.onClose { [faults] in faults.closed.withLock { $0 += 1 } }
        if faults.starts.withLock({
            $0 -= 1; return $0 >= 0
        }) {
            throw Failure()
        }
        try tenant.on(Sales.Sold.self) { sale, work in
            try work.run("UPDATE totals_total SET sum = sum + \(sale.amount)")
            // A reaction relies on the rows that earlier reactions have kept.
            guard try work.one("SELECT sum FROM totals_total", as: Int.self) == sales.sum(in: work) else {
                throw Failure()
            }
        }
        try tenant.after(Sales.Sold.self) { try $1.run("INSERT INTO totals_line (amount) VALUES (\($0.amount))") }
        try tenant.every(.seconds(3600), "check") {}
        try tenant.contribute(Clerk(), to: .roles)
        try tenant.catchUp { [faults] work in
            if faults.catchUps.withLock({
                $0 -= 1; return $0 >= 0
            }) {
                throw Failure()
            }
            try work.run("UPDATE totals_total SET sum = \(sales.sum(in: work))")
        }
        return Service(store: tenant.store, limit: limit)
    }
}

/// Needs the totals, and does nothing.
struct Report: Module {
    static let id: ModuleID = "report"
    static let dependencies: [any Module.Type] = [Totals.self]
    static let permissions: [Permission] = []
    static let schema = Schema()

    func start(in tenant: TenantContext) throws -> String {
        _ = try tenant.service(of: Totals.self)
        return "report"
    }
}

struct Clerk: Role {
    let id: RoleID = "clerk"
    let rank = 10
    let permissions: Set<Permission> = [.sell]
    let exclusions: Set<RoleID> = [.manager]
}

extension Permission {
    static let sell = Permission("sales.sell", grantedTo: .administrator)
    static let readTotals = Permission("totals.read totals", grantedTo: .administrator)
}

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
