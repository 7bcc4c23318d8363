public import Atrium

/// Counts sales. Its events reach the other modules.
public struct Sales: Module {
    public static let id: ModuleID = "sales"
    public static let dependencies: [any Module.Type] = []
    public static let permissions = [Permission.sell]
    public static let schema = Schema(
        Migration("create sale", "CREATE TABLE sales_sale (row INTEGER PRIMARY KEY, amount INTEGER NOT NULL) STRICT"))

    public struct Sold: Event, Codable { public let amount: Int }

    public struct Service: Sendable {
        let store: Store

        public func sell(_ amount: Int, as principal: Principal) async throws {
            try await store.write(as: principal, .sell) { work in
                try work.run("INSERT INTO sales_sale (amount) VALUES (\(amount))")
                try work.publish(Sold(amount: amount))
            }
        }

        public func sum(as principal: Principal) async throws -> Int {
            try await store.read(as: principal, .sell) { try sum(in: $0) }
        }

        func sum(in work: UnitOfWork) throws -> Int {
            try store.within(work) { try $0.one("SELECT coalesce(sum(amount), 0) FROM sales_sale", as: Int.self) }
        }
    }

    public init() {}

    public func start(in tenant: TenantContext) -> Service { Service(store: tenant.store) }
}

extension Permission {
    public static let sell = Permission("sales.sell", grantedTo: .everyMember)
}
