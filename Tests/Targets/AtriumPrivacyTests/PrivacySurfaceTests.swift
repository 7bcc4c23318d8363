import Atrium
import AtriumCourses
import AtriumPrivacy
import AtriumSurfaces
import AtriumTesting
import TestSupport
import Testing

struct PrivacySurfaceTests {
    @Test func `what is offered is what the service allows, for everybody`() async throws {
        try await withPrivacy { world async throws in
            let eve = try await world.admit("eve")
            try await world.privacy.erase(#require(eve.member), as: world.administrator)
            let zoe = try await world.admit("zoe")
            try await world.privacy.erase(#require(zoe.member), as: world.administrator)
            let check = SurfaceCheck(
                of: world.test.platform, in: world.tenant, module: Privacy.id,
                samples: [
                    "member": ["\(world.ada)", "\(world.bob)"], "members": ["\(world.ada)"],
                    "kernel/members": ["\(world.ada)"], "retention rule": ["members"], "list": ["\(world.ada)"],
                    "days": ["30"],
                ])
            let faults = try await check.faults(
                as: [
                    "visitor": .visitor, "member": .member(world.bob),
                    "manager": try await world.admit("max", [Assignment(.manager)]),
                    "supervisor": try await world.admit("lead", [Assignment(.supervisor, team: world.north)]),
                    "administrator": world.administrator, "operator": world.test.platform.operator("Grace"),
                ], now: world.test.clock.now)
            for fault in faults { Issue.record("\(fault)") }
        }
    }

    @Test func `every table of the module is declared`() async throws {
        #expect(try await PersonalDataCheck.faults(of: [Privacy.self, Courses.self]).isEmpty)
    }
}
