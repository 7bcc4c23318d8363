import Atrium
import AtriumSurfaces

/// Asks for other permissions than those that it declares and names.
struct Orders: FaultyModule {
    static let id: ModuleID = "orders"
    static let permissions = [Permission.order]

    struct Service: Sendable {
        let store: Store

        func order(_ permission: Permission, as principal: Principal) async throws {
            try await store.write(as: principal, permission) { _ in }
        }
    }

    func start(in tenant: TenantContext) -> Service { Service(store: tenant.store) }
}

/// Has texts that may be about a person, and does not say so.
struct Gossip: FaultyModule {
    static let id: ModuleID = "gossip"
    static let schema = Schema(Migration("create rumour", "CREATE TABLE gossip_rumour (text TEXT NOT NULL) STRICT"))

    func start(in tenant: TenantContext) {}
}

/// Is translated into French, except for one text.
struct Babel: FaultyModule, SurfaceProvider {
    static let id: ModuleID = "babel"
    static let phrases = [Phrases("fr", ["Tower": "Tour", "Height": "Hauteur"])]
    static let surfaces: [any Surface.Type] = [Tower.self]

    func start(in tenant: TenantContext) {}

    struct Tower: Sheet {
        typealias Provider = Babel
        static let name: SurfaceName = "tower"
        static let title: Words = "Tower"
        static let help: Words = "How high the tower is."
        static let needs = Need<Self>(.viewOrganization)
        static let form = Form(Self.init, Field("height", \.height, .optional(.line), "Height"))
        let height: String?

        func blocks(in service: Void, for caller: Caller) async throws -> [Block] { [] }
    }
}

/// Offers every member what only managers may see.
struct Showy: FaultyModule, SurfaceProvider {
    static let id: ModuleID = "showy"
    static let permissions = [Permission("showy.see", grantedTo: .manager)]
    static let surfaces: [any Surface.Type] = [Window.self]

    func start(in tenant: TenantContext) -> Store { tenant.store }

    struct Window: Sheet {
        typealias Provider = Showy
        static let name: SurfaceName = "window"
        static let title: Words = "Window"
        static let needs = Need<Self>(.viewOrganization)
        static let form = Form<Self>(Self.init)

        func blocks(in service: Store, for caller: Caller) async throws -> [Block] {
            try await service.read(as: caller.principal, Showy.permissions[0]) { _ in [] }
        }
    }
}
