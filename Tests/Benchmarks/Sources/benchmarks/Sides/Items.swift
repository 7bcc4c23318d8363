import Atrium

/// A module as an author writes it: one table and a few operations on it.
struct Items: Module {
    static let id: ModuleID = "items"
    static let dependencies: [any Module.Type] = []
    static let permissions = [Permission.useItems, .supervise]
    static let schema = Schema(creation)

    static let creation = Migration(
        "create item",
        """
        CREATE TABLE items_item (
            id INTEGER PRIMARY KEY, name TEXT NOT NULL, amount INTEGER NOT NULL, is_open INTEGER NOT NULL) STRICT
        """,
        "CREATE TABLE items_padding (content BLOB NOT NULL) STRICT")

    func start(in tenant: TenantContext) -> ItemService { ItemService(tenant: tenant, store: tenant.store) }
}

extension Permission {
    static let useItems = Permission("items.use", grantedTo: .everyMember)
    static let supervise = Permission("items.supervise", grantedTo: .supervisor)
}

/// An item was added. Other modules can count it.
struct ItemAdded: Event { let amount: Int }

struct Item: Sendable, Equatable {
    let id: Int
    let name: String
    let amount: Int
    let isOpen: Bool

    /// The item that has this id on every side.
    init(_ id: Int) {
        self.id = id
        (name, amount, isOpen) = ("item number \(id)", id % 1_000, id % 2 == 0)
    }

    init(id: Int, name: String, amount: Int, isOpen: Bool) {
        (self.id, self.name, self.amount, self.isOpen) = (id, name, amount, isOpen)
    }

    /// A number that depends on all columns, so that a side cannot leave one out.
    var digest: Int { id &+ name.utf8.count &+ amount &+ (isOpen ? 1 : 0) }

    /// The sum of the digests of the items with these ids.
    static func digest(of ids: some Sequence<Int>) -> Int { ids.reduce(0) { $0 &+ Item($1).digest } }
}

struct ItemService: Sendable {
    let tenant: TenantContext
    let store: Store

    func item(_ id: Int, as principal: Principal) async throws -> Item? {
        try await store.read(as: principal, .useItems) { try Self.item(id, in: $0) }
    }

    /// Reads items one by one in one unit of work, and returns the sum of their digests.
    func digest(of ids: [Int], as principal: Principal) async throws -> Int {
        try await store.read(as: principal, .useItems) { work in
            var sum = 0
            for id in ids { sum &+= try Self.item(id, in: work)?.digest ?? 0 }
            return sum
        }
    }

    func items(_ ids: Range<Int>, as principal: Principal) async throws -> [Item] {
        try await store.read(as: principal, .useItems) { work in
            try work.rows(
                """
                SELECT id, name, amount, is_open FROM items_item
                WHERE id >= \(ids.lowerBound) AND id < \(ids.upperBound) ORDER BY id
                """, make: Item.init)
        }
    }

    func count(from id: Int, as principal: Principal) async throws -> Int {
        try await store.read(as: principal, .useItems) { work in
            try work.one("SELECT count(*) FROM items_item WHERE id >= \(id)", as: Int.self)
        }
    }

    /// Checks the permission `times` times in one unit.
    func checkSupervision(of team: TeamID, times: Int, as principal: Principal) async throws -> Int {
        try await store.read(as: principal, .supervise, in: .team(team)) { work in
            for _ in 0..<times { try work.require(.supervise, in: .team(team)) }
            return times
        }
    }

    func add(_ ids: Range<Int>, as principal: Principal) async throws {
        try await store.write(as: principal, .useItems) { work in
            for id in ids { try Self.insert(Item(id), in: work) }
        }
    }

    func add(_ item: Item, as principal: Principal) async throws {
        try await store.write(as: principal, .useItems) { try Self.insert(item, in: $0) }
    }

    /// Adds an item and publishes an event about it.
    func announce(_ item: Item, as principal: Principal) async throws {
        try await store.write(as: principal, .useItems) { work in
            try Self.insert(item, in: work)
            try work.publish(ItemAdded(amount: item.amount))
        }
    }

    func remove(from id: Int, as principal: Principal) async throws {
        try await store.write(as: principal, .useItems) { try $0.run("DELETE FROM items_item WHERE id >= \(id)") }
    }

    /// Makes the WAL grow to the size that it keeps.
    func growLog(rows: Int, as principal: Principal) async throws {
        try await store.write(as: principal, .useItems) { work in
            for _ in 0..<rows { try work.run("INSERT INTO items_padding VALUES (zeroblob(4000))") }
            try work.run("DELETE FROM items_padding")
        }
    }

    /// Admits members without an invitation, each with the given assignments and, if teams are given, in one of them. A module
    /// can add members from another source in this way.
    func admit(
        _ numbers: Range<Int>, accounts: [AccountID] = [], teams: [TeamID] = [], assignments: [Assignment] = []
    ) async throws -> [MemberID] {
        try await store.write(as: tenant.system("admit members")) { work in
            try numbers.map { number in
                try work.admit(
                    accounts.indices.contains(number) ? accounts[number] : work.newID(), name: "Person \(number)",
                    address: EmailAddress("person-\(number)@acme.example"),
                    assignments: assignments, teams: teams.isEmpty ? [] : [teams[number % teams.count]])
            }
        }
    }

    private static func item(_ id: Int, in work: UnitOfWork) throws -> Item? {
        try work.first("SELECT id, name, amount, is_open FROM items_item WHERE id = \(id)", make: Item.init)
    }

    private static func insert(_ item: Item, in work: UnitOfWork) throws {
        try work.run("INSERT INTO items_item VALUES (\(item.id), \(item.name), \(item.amount), \(item.isOpen))")
    }
}

extension Item {
    init(_ row: Atrium.Row) throws {
        self.init(id: try row[0], name: try row[1], amount: try row[2], isOpen: try row[3])
    }
}
