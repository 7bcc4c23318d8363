import Atrium
import AtriumCourses
import AtriumMail
import AtriumSuggestions
import AtriumTeamPages
import AtriumTesting
import TestSupport
import Testing

struct TeamPagesModuleTests {
    @Test func `the module keeps the rules of modules`() async throws {
        let mail = Mail(sender: try EmailAddress("no-reply@acme.example"), transport: Mailbox())
        try await verifyModule(TeamPages(), with: [mail, Courses(), Suggestions()]) { world in
            let (service, administrator) = (try world.service, world.administrator)
            for text in ["first", "second"] {
                let revision = try await service.page(of: world.north, as: administrator).revision
                let draft = try await service.saveDraft(text, of: world.north, basedOn: revision, as: administrator)
                try await service.publish(of: world.north, basedOn: draft, as: administrator)
            }
            let revision = try await service.page(of: world.north, as: administrator).revision
            _ = try await service.saveDraft("Hello", of: world.north, basedOn: revision, as: administrator)
            _ = try await service.send(
                Message(to: .teams([world.north]), subject: "News", text: "text"), as: world.supervisor)
            let message = try await service.send(
                Message(to: .organization, subject: "More", text: "text"), as: administrator)
            world.sample("revision", 1)
            world.sample("message", message)
            world.keeps("Ada's home") { try await $0.service.home(as: $0.ada) }
        }
    }
}
