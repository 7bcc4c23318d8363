import Atrium
import AtriumMail
import AtriumTesting
import TestSupport
import Testing

struct MailModuleTests {
    @Test func `the module keeps the rules of modules`() async throws {
        let mail = Mail(sender: try EmailAddress("no-reply@acme.example"), transport: Mailbox())
        try await verifyModule(
            mail, with: [Postbox()],
            operations: [.init("list mail", needs: .viewMail) { _ = try await $0.service.list(as: $1) }]
        ) { world in
            for member in [world.ada, world.bob] {
                try await world[Postbox.self].post(to: member.id, key: "test:\(member)", as: world.administrator)
            }
            world.keeps("the mail") { try await $0.service.list(as: $0.administrator) }
        }
    }
}
