public import Atrium

/// Keeps the sum of all sales, in the commit of each sale. Each sale also adds a line, after its commit.
public struct Totals: Module {
    public static let id: ModuleID = "totals"
    public static let dependencies: [any Module.Type] = [Sales.self]
    public static let permissions = [Permission.readTotals]
    public static let schema = Schema(
        Migration(
            "create total", "CREATE TABLE totals_total (sum INTEGER NOT NULL) STRICT",
            "INSERT INTO totals_total VALUES (0)",
            "CREATE TABLE totals_line (row INTEGER PRIMARY KEY, amount INTEGER NOT NULL) STRICT"))

    private let faults: Faults
    private let limit: Int

    /// What goes wrong in a test, and what has ended.
    public final class Faults: Sendable {
        /// How many of the next starts fail.
        package let starts = Locked(0)
        /// How many of the next attempts to catch up fail.
        package let catchUps = Locked(0)
        /// How many instances have ended.
        package let closed = Locked(0)

        public init() {}
    }

    struct Failure: Error {}

    public struct Service: Sendable {
        let store: Store
        public let limit: Int

        public func total(as principal: Principal) async throws -> Int {
            try await store.read(as: principal, .readTotals) {
                try $0.one("SELECT sum FROM totals_total", as: Int.self)
            }
        }

        public func lines(as principal: Principal) async throws -> Int {
            try await store.read(as: principal, .readTotals) {
                try $0.one("SELECT count(*) FROM totals_line", as: Int.self)
            }
        }
    }

    public init(faults: Faults = Faults(), limit: Int = 100) { (self.faults, self.limit) = (faults, limit) }

    public func start(in tenant: TenantContext) async throws -> Service {
        let sales = try tenant.service(of: Sales.self)
        try tenant.onClose { [faults] in faults.closed.withLock { $0 += 1 } }
        try Self.fail(faults.starts)
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
            try Self.fail(faults.catchUps)
            try work.run("UPDATE totals_total SET sum = \(sales.sum(in: work))")
        }
        return Service(store: tenant.store, limit: limit)
    }

    /// Throws as often as the number says.
    private static func fail(_ count: Locked<Int>) throws {
        let isFailing = count.withLock { count in
            count -= 1
            return count >= 0
        }
        if isFailing { throw Failure() }
    }
}

/// Needs the totals, and does nothing.
public struct Report: Module {
    public static let id: ModuleID = "report"
    public static let dependencies: [any Module.Type] = [Totals.self]
    public static let permissions: [Permission] = []
    public static let schema = Schema(Migration("create page", "CREATE TABLE report_page (text TEXT) STRICT"))

    public init() {}

    public func start(in tenant: TenantContext) throws -> String {
        _ = try tenant.service(of: Totals.self)
        return "report"
    }
}

/// The role of the module of the totals.
public struct Clerk: Role {
    public let id: RoleID = "clerk"
    public let rank = 10
    public let permissions: Set<Permission> = [.sell]
    public let exclusions: Set<RoleID> = [.manager]

    public init() {}
}

extension Permission {
    public static let readTotals = Permission("totals.read totals", grantedTo: .everyMember)
}
