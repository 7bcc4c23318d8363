import Atrium
import AtriumCourses
import AtriumLearningSlots
import AtriumMail
import AtriumSuggestions
import AtriumTesting
import TestSupport
import Testing

struct LearningSlotsModuleTests {
    @Test func `the module keeps the rules of modules`() async throws {
        let mail = Mail(sender: try EmailAddress("no-reply@acme.example"), transport: Mailbox())
        try await verifyModule(
            LearningSlots(), with: [Courses(), mail, Suggestions()],
            operations: [
                .init("set a slot", needs: .setSlots) { world, principal in
                    try await world.service.set(SlotWorld.tuesdays, of: world.south, as: principal)
                }
            ],
            // Who joined a team and left it while the module was off was never told of the slot.
            notCaughtUp: ["learningslots_invitation"]
        ) { world in
            for team in [world.north, world.south] {
                try await world.service.set(SlotWorld.tuesdays, of: team, as: world.administrator)
            }
            world.keeps("the slot") { try await $0.service.slot(of: $0.north, as: $0.supervisor) }
        }
    }
}
