import Atrium

/// A second module. It counts the events of the first one in the same commit.
struct Tallies: Module {
    static let id: ModuleID = "tallies"
    static let dependencies: [any Module.Type] = [Items.self]
    static let permissions: [Permission] = [.seeTallies]
    static let schema = Schema(
        Migration(
            "create tally",
            "CREATE TABLE tallies_tally (row INTEGER PRIMARY KEY, count INTEGER NOT NULL, total INTEGER NOT NULL) STRICT",
            "INSERT INTO tallies_tally VALUES (1, 0, 0)"))

    func start(in tenant: TenantContext) throws -> TallyService {
        try tenant.on(ItemAdded.self) { event, work in
            try work.run("UPDATE tallies_tally SET count = count + 1, total = total + \(event.amount) WHERE row = 1")
        }
        return TallyService(store: tenant.store)
    }
}

extension Permission {
    static let seeTallies = Permission("tallies.see", grantedTo: .everyMember)
}

struct TallyService: Sendable {
    let store: Store

    func count(as principal: Principal) async throws -> Int {
        try await store.read(as: principal, .seeTallies) { work in
            try work.one("SELECT count FROM tallies_tally WHERE row = 1", as: Int.self)
        }
    }
}
