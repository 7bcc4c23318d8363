import Atrium
import AtriumCourses
import AtriumInvitations
import AtriumLaunchKit
import AtriumMail
import AtriumSeats
import AtriumTesting
import TestSupport
import Testing

struct LaunchKitModuleTests {
    @Test func `the module keeps the rules of modules`() async throws {
        let mail = Mail(sender: try EmailAddress("no-reply@training.example"), transport: Mailbox())
        try await verifyModule(
            LaunchKit { _ in kitAddress }, with: [Seats(), mail, Invitations { Mailbox.link + $0 }, Courses()],
            operations: [.init("see the design", needs: .designKit) { _ = try await $0.service.design(as: $1) }]
        ) { world in
            for name in ["lead", "write"] {
                try await world[Courses.self].add(Course(id: CourseID(name), title: name), as: world.administrator)
            }
            world.sample("language", "en", "fr")
            world.sample("revision", 0, 1)
            world.upload("<svg viewBox=\"0 0 9 9\"><path d=\"M0 0h9v9z\"/></svg>")
        }
    }
}
