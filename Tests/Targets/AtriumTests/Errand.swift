import Atrium

/// Runs a body every hour. The body gets the number of runs that have begun.
struct Errand: Module {
    static let id: ModuleID = "errand"
    static let dependencies: [any Module.Type] = []
    static let permissions: [Permission] = []
    static let schema = Schema()

    let body: @Sendable (_ count: Int) async throws -> Void

    func start(in tenant: TenantContext) throws {
        let count = Locked(0)
        try tenant.every(.seconds(3600), "errand") {
            let number = count.withLock { count in
                count += 1
                return count
            }
            try await body(number)
        }
    }
}
