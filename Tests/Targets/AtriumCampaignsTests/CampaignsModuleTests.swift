import Atrium
import AtriumCourses
import AtriumTesting
import TestSupport
import Testing

@testable import AtriumCampaigns

struct CampaignsModuleTests {
    @Test func `the module keeps the rules of modules`() async throws {
        let modules = try campaignModules(Mailbox()).filter { !($0 is Campaigns) }
        try await verifyModule(Campaigns(), with: modules, acts: learningActs()) { world in
            let course = try CourseID("swift")
            try await world[Courses.self].add(Course(id: course, title: "Swift"), as: world.administrator)
            world.sample("course", course)
            let bytes = SeededBytes(seed: 7)
            for content in [message(on: day(20)), message(on: day(21), for: world.north)] {
                let id = ID<PlanEntry>(at: world.test.clock.now, random: bytes.next(10))
                try await world.service.add(id, content, as: world.administrator)
                world.sample("plan-entry", id)
                world.sample("campaigns/plan", id)
            }
            world.sample("revision", 1)
        }
    }
}
