import Atrium
import AtriumCertificates
import AtriumCourses
import AtriumTesting
import TestSupport
import Testing

struct CertificatesSurfaceTests {
    @Test func `what is offered is what the service allows, for everybody`() async throws {
        try await withCertificates { world in
            let north = try await world.tenant.teams.create("North", as: world.administrator)
            let lead = try await world.admit("lead", [Assignment(.supervisor, team: north)])
            let manager = try await world.admit("manager", [Assignment(.manager)])
            let bob = try await world.member("bob", [], [north])
            try await world.complete()
            try await world.complete(bob)
            let certificates = [try await world.certificate(), try await world.certificate(of: bob)]
            let check = SurfaceCheck(
                of: world.test.platform, in: world.tenant, module: Certificates.id,
                samples: [
                    "member": ["\(world.ada)", "\(bob)"], "team": ["\(north)"],
                    "course": world.catalogue.map(\.id.description), "certificate": certificates.map(\.id.description),
                ])
            let faults = try await check.faults(
                as: [
                    "visitor": .visitor, "member": .member(world.ada), "supervisor": lead, "manager": manager,
                    "administrator": world.administrator,
                ], now: world.test.clock.now)
            for fault in faults { Issue.record("\(fault)") }
        }
    }
}
