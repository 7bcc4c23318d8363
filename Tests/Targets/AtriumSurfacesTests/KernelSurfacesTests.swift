import Atrium
import AtriumSurfaces
import AtriumTesting
import Testing

struct KernelSurfacesTests {
    @Test func `what the kernel offers is what its services allow, for everybody`() async throws {
        try await withTemporaryPlatform { test in
            let acme = try await test.organization()
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
