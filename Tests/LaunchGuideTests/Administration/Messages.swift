import Atrium
import AtriumMail
import AtriumSurfaces
import AtriumTeamPages
import TestSupport
import Testing

/// Messages to members and teams.
struct Messages {
    private func recipients(_ world: GuideWorld) async throws -> Set<String> {
        try await world.settle()
        let mails = world.base.mailbox.mails.map(\.recipient.description)
        return Set(mails.filter { $0.hasSuffix("@acme.example") && !$0.hasPrefix("founder") })
    }

    @Test func `[A3] an administrator writes to a member, to a team and to everybody`() async throws {
        try await withGuide { world in
            let administrator = world.administrator
            try await administrator.does(
                "teampages/send-to-member", ["member": world.newcomer.id, "subject": "Hello", "text": "Welcome!"])
            #expect(try await recipients(world) == ["carl@acme.example"])
            try await administrator.does(
                "teampages/send-to-team", ["team": world.south, "subject": "News", "text": "Read this."])
            #expect(try await recipients(world) == ["carl@acme.example", "bob@acme.example"])
            let preview = try await administrator.prepares(
                "teampages/send-to-everybody", ["subject": "News", "text": "Read this."])
            #expect(preview.contains("7 people"))
            try await administrator.does("teampages/send-to-everybody", ["subject": "All", "text": "Read this."])
            #expect(try await recipients(world).isSuperset(of: ["ada@acme.example", "eve@acme.example"]))
            #expect(try await administrator.reads("teampages/messages").contains("News"))
        }
    }

    @Test func `[A3] a supervisor writes to their own team only`() async throws {
        try await withGuide { world in
            let lea = world.supervisor
            try await lea.does("teampages/send-to-team", ["team": world.north, "subject": "N", "text": "Hi"])
            #expect(try await recipients(world) == ["ada@acme.example"])
            #expect(
                try await lea.lacks("teampages/send-to-team", ["team": world.south, "subject": "N", "text": "Hi"])
                    == .sendMessages)
            await #expect(throws: AccessError(permission: "teampages.send messages")) {
                try await world.pages.send(
                    Message(to: .members([world.southerner.id]), subject: "N", text: "Hi"), as: lea.principal)
            }
        }
    }

    @Test func `[A3] managers and members write to nobody`() async throws {
        try await withGuide { world in
            for person in [world.manager, world.member, world.foreigner, world.visitor] {
                #expect(try await person.lacks("teampages/messages") == .sendMessages)
                #expect(try await person.lacks("teampages/send-to-everybody") == .sendMessages)
                for audience in [MessageAudience.organization, .teams([world.north]), .members([try world.member.id])] {
                    await #expect(throws: AccessError(permission: "teampages.send messages")) {
                        try await world.pages.send(
                            Message(to: audience, subject: "N", text: "Hi"), as: person.principal)
                    }
                }
            }
            #expect(try await recipients(world).isEmpty)
        }
    }
}
