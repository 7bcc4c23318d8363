import Atrium
import Foundation

/// Counts its runs. Fails or wakes itself if a test says so.
struct Ticker: Module {
    static let id: ModuleID = "ticker"
    static let dependencies: [any Module.Type] = []
    static let permissions = [Permission("ticker.tick", grantedTo: .everyMember)]
    static let schema = Schema()

    struct Failure: Error {}

    var interval = Duration.seconds(3600)
    /// Other recurring work that a former version registered.
    var former: StaticString?

    final class Service: Sendable {
        let store: Store
        let runs = Locked(0)
        let fails = Locked(false)
        let wakesItself = Locked(false)

        init(store: Store) { self.store = store }

        func wake(as principal: Principal, at moment: Date? = nil) async throws {
            try await store.write(as: principal, Ticker.permissions[0]) { try $0.wake("tick", at: moment) }
        }

        func tick(_ system: SystemPrincipal) async throws {
            runs.withLock { $0 += 1 }
            if wakesItself.withLock({ $0 }) {
                wakesItself.withLock { $0 = false }
                try await store.write(as: system) { try $0.wake("tick") }
            }
            if fails.withLock({ $0 }) { throw Failure() }
        }
    }

    func start(in tenant: TenantContext) throws -> Service {
        let service = Service(store: tenant.store)
        let system = tenant.system("tick")
        try tenant.every(interval, "tick") { try await service.tick(system) }
        if let former { try tenant.every(.seconds(60), former) {} }
        return service
    }
}
