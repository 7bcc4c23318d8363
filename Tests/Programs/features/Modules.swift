import Atrium

extension Permission {
    static let sell = Permission("sales.sell", grantedTo: .everyMember)
    static let readTotals = Permission("totals.read totals", grantedTo: .everyMember)
}

/// Notes sales.
struct Sales: Module {
    static let id: ModuleID = "sales"
    static let dependencies: [any Module.Type] = []
    static let permissions = [Permission.sell]
    static let schema = Schema(Migration("create sale", "CREATE TABLE sales_sale (row INTEGER PRIMARY KEY) STRICT"))

    struct Sold: Event, Codable {}

    struct Service: Sendable {
        let store: Store

        func sell(as principal: Principal) async throws {
            try await store.write(as: principal, .sell) { work in
                try work.run("INSERT INTO sales_sale DEFAULT VALUES")
                try work.publish(Sold())
            }
        }

        func sum(as principal: Principal) async throws -> Int {
            try await store.read(as: principal, .sell) { try $0.one("SELECT count(*) FROM sales_sale", as: Int.self) }
        }

        func sum(in work: UnitOfWork) throws -> Int {
            try store.within(work) { try $0.one("SELECT count(*) FROM sales_sale", as: Int.self) }
        }
    }

    func start(in tenant: TenantContext) -> Service { Service(store: tenant.store) }
}

/// Keeps the number of sales, in the commit of each. Its reaction refuses a sale if the number is not right.
struct Totals: Module {
    static let id: ModuleID = "totals"
    static let dependencies: [any Module.Type] = [Sales.self]
    static let permissions = [Permission.readTotals]
    static let schema = Schema(
        Migration(
            "create total", "CREATE TABLE totals_total (sum INTEGER NOT NULL) STRICT",
            "INSERT INTO totals_total VALUES (0)",
            "CREATE TABLE totals_line (row INTEGER PRIMARY KEY) STRICT"))

    struct Wrong: Error {}

    struct Service: Sendable {
        let store: Store

        func sum(as principal: Principal) async throws -> Int {
            try await store.read(as: principal, .readTotals) {
                try $0.one("SELECT sum FROM totals_total", as: Int.self)
            }
        }
    }

    func start(in tenant: TenantContext) throws -> Service {
        let sales = try tenant.service(of: Sales.self)
        try tenant.on(Sales.Sold.self) { _, work in
            try work.run("UPDATE totals_total SET sum = sum + 1")
            guard try work.one("SELECT sum FROM totals_total", as: Int.self) == sales.sum(in: work) else {
                throw Wrong()
            }
        }
        try tenant.after(Sales.Sold.self) { _, work in try work.run("INSERT INTO totals_line DEFAULT VALUES") }
        try tenant.every(.seconds(3600), "check") {}
        try tenant.catchUp { try $0.run("UPDATE totals_total SET sum = \(sales.sum(in: $0))") }
        return Service(store: tenant.store)
    }
}

/// Needs the totals.
struct Report: Module {
    static let id: ModuleID = "report"
    static let dependencies: [any Module.Type] = [Totals.self]
    static let permissions: [Permission] = []
    static let schema = Schema(Migration("create page", "CREATE TABLE report_page (text TEXT) STRICT"))

    func start(in tenant: TenantContext) throws { _ = try tenant.service(of: Totals.self) }
}
