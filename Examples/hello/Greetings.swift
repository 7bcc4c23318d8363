import Atrium

/// Greets people, and counts the greetings of each organization.
struct Greetings: Module {
    static let id: ModuleID = "greetings"
    static let dependencies: [any Module.Type] = []
    static let permissions = [Permission.greet]
    static let schema = Schema(
        Migration(
            "create greeting", "CREATE TABLE greetings_greeting (name TEXT PRIMARY KEY, count INTEGER NOT NULL) STRICT")
    )

    func start(in tenant: TenantContext) -> GreetingService { GreetingService(store: tenant.store) }
}

extension Permission {
    /// Greet somebody. Every active member may.
    static let greet = Permission("greetings.greet", grantedTo: .everyMember)
}

/// Greets the people of one organization.
struct GreetingService: Sendable {
    let store: Store

    /// Greets `name`, and returns how often it has greeted that name.
    func greet(_ name: String, as principal: Principal) async throws -> Int {
        try await store.write(as: principal, .greet) { work in
            try work.one(
                """
                INSERT INTO greetings_greeting VALUES (\(name), 1)
                ON CONFLICT (name) DO UPDATE SET count = count + 1 RETURNING count
                """, as: Int.self)
        }
    }
}
