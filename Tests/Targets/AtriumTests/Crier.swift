import Atrium

/// Publishes the words that it gets.
struct Crier: Module {
    static let id: ModuleID = "crier"
    static let dependencies: [any Module.Type] = []
    static let permissions = [Permission("crier.cry", grantedTo: .everyMember)]
    static let schema = Schema()

    struct Cried: Event, Codable { let word: String }
    struct Called: Event, Codable { let word: String }
    struct Failure: Error {}

    struct Service: Sendable {
        let store: Store

        func cry(_ words: [String], as principal: Principal, failing: Bool = false) async throws {
            try await store.write(as: principal, Crier.permissions[0]) { work in
                for word in words {
                    if word.hasPrefix("call") {
                        try work.publish(Called(word: word))
                    } else {
                        try work.publish(Cried(word: word))
                    }
                }
                if failing { throw Failure() }
            }
        }
    }

    func start(in tenant: TenantContext) -> Service { Service(store: tenant.store) }
}
