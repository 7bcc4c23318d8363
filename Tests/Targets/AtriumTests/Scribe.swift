import Atrium

/// Writes down each word after the commit. Fails on the words in `illegible`.
struct Scribe: Module {
    static let id: ModuleID = "scribe"
    static let dependencies: [any Module.Type] = []
    static let permissions: [Permission] = []
    static let schema = Schema(
        Migration("create word", "CREATE TABLE scribe_word (row INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT"))

    struct Illegible: Error {}
    struct Written: Event { let word: String }

    /// Words that it cannot write.
    let illegible = Locked<Set<String>>([])

    struct Service: Sendable {
        let store: Store

        func words(as principal: Principal) async throws -> [String] {
            try await store.read(as: principal, .viewOrganization) {
                try $0.rows("SELECT text FROM scribe_word ORDER BY row", as: String.self)
            }
        }
    }

    func start(in tenant: TenantContext) throws -> Service {
        @Sendable func write(_ word: String, in work: UnitOfWork) throws {
            try work.run("INSERT INTO scribe_word (text) VALUES (\(word))")
            if illegible.withLock({ $0.contains(word) }) { throw Illegible() }
            if word == "news" { try work.publish(Written(word: word)) }
        }
        try tenant.after(Crier.Cried.self) { event, work in try write(event.word, in: work) }
        try tenant.after(Crier.Called.self) { event, work in try write(event.word, in: work) }
        return Service(store: tenant.store)
    }
}
