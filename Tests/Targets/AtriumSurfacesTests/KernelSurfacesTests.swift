import Atrium
import AtriumOperations
import AtriumSurfaces
import AtriumTesting
import Testing

/// A module that can be switched.
private struct Lamp: Module {
    static let id: ModuleID = "lamp"
    static let dependencies: [any Module.Type] = []
    static let permissions: [Permission] = []
    static let schema = Schema()

    func start(in tenant: TenantContext) {}
}

struct KernelSurfacesTests {
    @Test func `what the kernel offers is what its services allow, for everybody`() async throws {
        let set = FeatureSet("Everything", modules: [Lamp()], switchable: [Lamp.self])
        try await withTemporaryPlatform([Lamp()], configure: { $0.featureSets = [set] }) { test in
            let acme = try await test.organization()
            let grace = try test.platform.operator("Grace")
            try await acme.modules.carryOut(
                acme.modules.plan([:], featureSet: "Everything", as: grace), as: grace)
            let north = try await acme.teams.create("North", as: test.founder(of: acme))
            let south = try await acme.teams.create("South", as: test.founder(of: acme))
            let founder = try await test.founder(of: acme)
            let lead = try await test.member(
                "lead@acme.example", roles: [Assignment(.supervisor, team: north)], in: acme)
            let manager = try await test.member("max@acme.example", roles: [Assignment(.manager)], in: acme)
            let ada = try await test.member("ada@acme.example", teams: [north], in: acme)
            let bob = try await test.member("bob@acme.example", teams: [south], in: acme)
            let carl = try await test.member("carl@acme.example", teams: [north], in: acme)
            let dora = try await test.member("dora@acme.example", teams: [south], in: acme)
            let people = [ada, bob].compactMap(\.member).map(\.description)
            let check = SurfaceCheck(
                of: test.platform, in: acme, module: KernelSurfaces.id,
                samples: [
                    "member": people, "team": ["\(north)", "\(south)"], "role": ["manager", "member"],
                    "module": ["lamp"],
                    "kernel/members": [carl, dora].compactMap(\.member).map(\.description),
                ])
            let faults = try await check.faults(
                as: [
                    "visitor": .visitor, "member": ada, "supervisor": lead, "manager": manager,
                    "administrator": founder,
                ], now: test.clock.now)
            for fault in faults { Issue.record("\(fault)") }
        }
    }
}

extension TemporaryPlatform {
    func founder(of tenant: Tenant) async throws -> Principal {
        let account = try #require(try await platform.account(EmailAddress("founder@acme.example")))
        return try await tenant.principal(for: account)
    }
}
