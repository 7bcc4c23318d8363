public import Atrium

/// The greetings of one organization.
public struct GreetingService: Sendable {
    let store: Store

    /// Adds a text, and returns its id. The same `id` is added once only. Throws ``GreetingError``.
    @discardableResult
    public func add(
        _ text: String, id: ID<Greeting>? = nil, as principal: Principal
    ) async throws -> ID<Greeting> {
        try await store.write(as: principal, .useGreetings) { work in
            guard let member = principal.member else { throw MemberError.unknown }
            guard TextRule.isLine(text, upTo: 200) else { throw GreetingError.invalidText }
            let id = try id ?? work.newID()
            let added = try work.run(
                """
                INSERT INTO greetings_greeting VALUES (\(id), \(member), \(text), \(work.now))
                ON CONFLICT DO NOTHING
                """)
            if added == 1 { try work.publish(GreetingAdded(id: id, member: member)) }
            return id
        }
    }

    /// All greetings, the newest first.
    public func list(as principal: Principal) async throws -> [Greeting] {
        try await store.read(as: principal, .useGreetings) { work in
            try work.rows(
                "SELECT \(Greeting.columns) FROM greetings_greeting ORDER BY added_at DESC, id DESC",
                make: Greeting.init)
        }
    }
}
