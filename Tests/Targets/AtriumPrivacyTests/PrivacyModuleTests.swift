import Atrium
import AtriumCourses
import AtriumPrivacy
import AtriumTesting
import Testing

struct PrivacyModuleTests {
    @Test func `the module keeps the rules of modules`() async throws {
        try await verifyModule(Privacy(), with: [Courses()]) { world in
            for name in ["eve", "zoe"] {
                let member = try await world.test.member("\(name)@acme.example", name: name, in: world.tenant)
                try await world.service.erase(member.id, as: world.administrator)
            }
            world.sample("members", try world.ada.id)
            world.sample("retention rule", "members")
            world.sample("list", try world.ada.id)
            world.sample("days", 30)
            world.keeps("the erasures") { try await $0.service.erasures(as: $0.administrator).entries }
        }
    }
}
