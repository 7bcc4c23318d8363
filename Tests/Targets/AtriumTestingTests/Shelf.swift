import Atrium

/// A module with one fault. What it does not say is empty.
protocol FaultyModule: Module {}

extension FaultyModule {
    static var dependencies: [any Module.Type] { [] }
    static var permissions: [Permission] { [] }
    static var schema: Schema { Schema() }
}

/// Access to an organization in the module's own name, for modules that only need a store.
struct Desk: Sendable {
    let store: Store
    let system: SystemPrincipal

    init(_ tenant: TenantContext) { (store, system) = (tenant.store, tenant.system("write")) }

    func write(_ sql: SQL) async throws { try await store.write(as: system) { _ = try $0.run(sql) } }
}

extension Permission {
    static let order = Permission("orders.order", grantedTo: .manager)
    static let undeclared = Permission("orders.undeclared", grantedTo: .manager)
}

// MARK: - Schema

/// Makes a table that is not named after it.
struct Stray: FaultyModule {
    static let id: ModuleID = "stray"
    static let schema = Schema(Migration("create note", "CREATE TABLE note (id INTEGER PRIMARY KEY) STRICT"))

    func start(in tenant: TenantContext) {}
}

/// Adds a column that rows of the version before cannot have.
struct Abrupt: FaultyModule {
    static let id: ModuleID = "abrupt"
    static let schema = Schema(
        Migration("create note", "CREATE TABLE abrupt_note (number INTEGER PRIMARY KEY) STRICT"),
        Migration("add weight", "ALTER TABLE abrupt_note ADD COLUMN weight INTEGER NOT NULL"))

    func start(in tenant: TenantContext) {}
}

// MARK: - Starting

/// Looks up a module that it does not declare.
struct Peeker: FaultyModule {
    static let id: ModuleID = "peeker"

    func start(in tenant: TenantContext) throws { _ = try tenant.service(of: Goals.self) }
}

/// Declares a module.
struct Needy: FaultyModule {
    static let id: ModuleID = "needy"
    static let dependencies: [any Module.Type] = [Goals.self]

    func start(in tenant: TenantContext) throws { _ = try tenant.service(of: Goals.self) }
}

/// Says how to close what it opened only at the end of its start.
struct Leaky: FaultyModule {
    static let id: ModuleID = "leaky"
    static let schema = Schema(Migration("create start", "CREATE TABLE leaky_start (row INTEGER PRIMARY KEY) STRICT"))
    private let opened = Locked<Set<OrganizationID>>([])

    struct AlreadyOpen: Error {}

    func start(in tenant: TenantContext) async throws {
        let organization = tenant.organization
        guard opened.withLock({ $0.insert(organization).inserted }) else { throw AlreadyOpen() }
        try await Desk(tenant).write("INSERT OR IGNORE INTO leaky_start VALUES (1)")
        try tenant.onClose { [opened] in opened.withLock { _ = $0.remove(organization) } }
    }
}

// MARK: - Data

/// Writes everything to the organization that started first.
struct Mixing: FaultyModule {
    static let id: ModuleID = "mixing"
    static let schema = Schema(Migration("create note", "CREATE TABLE mixing_note (row INTEGER PRIMARY KEY) STRICT"))
    private let first = Locked<Desk?>(nil)

    func start(in tenant: TenantContext) throws -> Desk {
        try tenant.onClose { [first] in first.withLock { $0 = nil } }
        return first.withLock { first in
            if first == nil { first = Desk(tenant) }
            return first ?? Desk(tenant)
        }
    }
}

/// Begins with an empty table at each start.
struct Forgetful: FaultyModule {
    static let id: ModuleID = "forgetful"
    static let schema = Schema(Migration("create note", "CREATE TABLE forgetful_note (row INTEGER PRIMARY KEY) STRICT"))

    func start(in tenant: TenantContext) async throws -> Desk {
        try await Desk(tenant).write("DELETE FROM forgetful_note")
        return Desk(tenant)
    }
}

/// Keeps its notes in memory.
struct Airy: FaultyModule {
    static let id: ModuleID = "airy"

    final class Service: Sendable { let notes = Locked<[String]>([]) }

    func start(in tenant: TenantContext) -> Service { Service() }
}

/// Counts in memory what it then writes.
struct Miscounting: FaultyModule {
    static let id: ModuleID = "miscounting"
    static let schema = Schema(
        Migration(
            "create count", "CREATE TABLE miscounting_count (row INTEGER PRIMARY KEY, count INTEGER NOT NULL) STRICT"))

    func start(in tenant: TenantContext) throws {
        let count = Locked(0)
        try tenant.on(MemberRenamed.self) { _, work in
            let next = count.withLock { count in
                count += 1
                return count
            }
            try work.run("INSERT OR REPLACE INTO miscounting_count VALUES (1, \(next))")
        }
    }
}

/// Handles its events after the commit, and counts in memory what it then writes.
struct Stuttering: FaultyModule {
    static let id: ModuleID = "stuttering"
    static let schema = Schema(
        Migration(
            "create count", "CREATE TABLE stuttering_count (row INTEGER PRIMARY KEY, count INTEGER NOT NULL) STRICT"))

    struct Said: Event, Codable {}

    struct Service: Sendable {
        let desk: Desk
        func say() async throws { try await desk.store.write(as: desk.system) { _ = try $0.publish(Said()) } }
    }

    let count = Locked(0)

    func start(in tenant: TenantContext) throws -> Service {
        try tenant.after(Said.self) { [count] _, work in
            let next = count.withLock { count in
                count += 1
                return count
            }
            try work.run("INSERT OR REPLACE INTO stuttering_count VALUES (1, \(next))")
        }
        return Service(desk: Desk(tenant))
    }
}

/// Fails in the background.
struct Clumsy: FaultyModule {
    static let id: ModuleID = "clumsy"

    struct Dropped: Error {}

    func start(in tenant: TenantContext) throws { try tenant.every(.seconds(60), "carry") { throw Dropped() } }
}
