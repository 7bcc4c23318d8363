import Atrium

/// The next release of ``Items``: its table has one more column.
struct NotedItems: Module {
    static let id = Items.id
    static let dependencies: [any Module.Type] = []
    static let permissions = Items.permissions
    static let schema = Schema(
        Items.creation, Migration("add note to item", "ALTER TABLE items_item ADD COLUMN note TEXT"))

    func start(in tenant: TenantContext) -> NotedItemService { NotedItemService(store: tenant.store) }
}

struct NotedItemService: Sendable {
    let store: Store

    /// The number of items without a note.
    func countWithoutNote(as principal: Principal) async throws -> Int {
        try await store.read(as: principal, .useItems) { work in
            try work.one("SELECT count(*) FROM items_item WHERE note IS NULL", as: Int.self)
        }
    }
}
