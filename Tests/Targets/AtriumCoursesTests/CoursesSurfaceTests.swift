import Atrium
import AtriumCourses
import AtriumTesting
import TestSupport
import Testing

struct CoursesSurfaceTests {
    @Test func `what is offered is what the service allows, for everybody`() async throws {
        try await withCourses { world in
            let north = try await world.tenant.teams.create("North", as: world.administrator)
            let lead = try await world.admit("lead", [Assignment(.supervisor, team: north)])
            let manager = try await world.admit("manager", [Assignment(.manager)])
            let plain = try await world.admit("plain", [], [north])
            let other = try await world.admit("other")
            let people = [plain, other].compactMap(\.member).map(\.description)
            _ = try await world.load(
                """
                id,email,course,event,date
                h1,ada@private.example,swift-101,enrolled,2025-02-01
                h2,eve@private.example,swift-101,enrolled,2025-02-01
                f1,plain@acme.example,swift-101,enrolled,2062-02-01
                f2,other@acme.example,swift-101,enrolled,2062-02-01

                """)
            let check = SurfaceCheck(
                of: world.test.platform, in: world.tenant, module: Courses.id,
                samples: [
                    "member": people, "course": world.catalogue.map(\.id.description),
                    "courses/catalogue": world.catalogue.map(\.id.description),
                ], file: "id,email,course,event,date\n1,plain@acme.example,swift-101,enrolled,2025-01-01\n")
            let faults = try await check.faults(
                as: [
                    "visitor": .visitor, "member": plain, "supervisor": lead, "manager": manager,
                    "administrator": world.administrator,
                ], now: world.test.clock.now)
            for fault in faults { Issue.record("\(fault)") }
        }
    }
}
