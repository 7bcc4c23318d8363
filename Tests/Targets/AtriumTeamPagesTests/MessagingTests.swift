import Atrium
import AtriumMail
import AtriumTeamPages
import AtriumTesting
import TestSupport
import Testing

struct MessagingTests {
    @Test func `a message goes to each member of the audience once, and to nobody else`() async throws {
        try await withPages { world in
            let (bob, carl) = (try #require(world.bob.member), try #require(world.carl.member))
            let pages = try world.pages
            try await pages.send(news(.teams([world.north, world.south])), as: world.administrator)
            try await world.settle()
            #expect(world.received == ["ada": 1, "bob": 1])
            try await pages.send(news(.members([bob, carl])), as: world.administrator)
            try await world.settle()
            #expect(world.received == ["ada": 1, "bob": 2, "carl": 1])
            try await pages.send(news(.organization), as: world.administrator)
            try await world.settle()
            #expect(world.received == ["founder": 1, "admin": 1, "lee": 1, "ada": 2, "bob": 3, "carl": 2])
        }
    }

    @Test func `the mail names its sender and no other recipient, and has its text as plain text and HTML`()
        async throws
    {
        try await withPages { world in
            let text = "Dear *all*, see [this](https://x.example) <script>"
            try await world.pages.send(news(.teams([world.north]), text), as: world.lee)
            try await world.settle()
            let mail = try #require(world.mailbox.mails.first)
            try await world.pages.send(news(.organization), as: world.administrator)
            try await world.settle()
            let content = String(decoding: mail.content, as: UTF8.self).replacing("=\r\n", with: "")
            #expect(content.contains("From: \"Lee (Acme)\"\r\n <no-reply@acme.example>"))
            #expect(content.contains("Subject: News\r\n"))
            #expect(content.contains("Dear all, see this (https://x.example) <script>"))
            #expect(content.contains("Dear <em>all</em>"))
            #expect(content.contains("&lt;script&gt;"))
            for mail in world.mailbox.mails {
                let others = ["ada", "bob", "carl"].filter { !mail.recipient.description.hasPrefix($0) }
                let content = String(decoding: mail.content, as: UTF8.self)
                #expect(!others.contains { content.contains("\($0)@") })
            }
        }
    }

    @Test func `supervisors can write to their teams and the people in them, and to nobody else`() async throws {
        try await withPages { world in
            let (ada, bob) = (try #require(world.ada.member), try #require(world.bob.member))
            let unknown = MemberID(at: world.test.clock.now, random: Array(repeating: 7, count: 10))
            let refused: [MessageAudience] = [
                .organization, .teams([world.south]), .teams([world.north, world.south]), .members([bob]),
                .members([ada, bob]), .members([unknown]),
            ]
            for audience in refused {
                await #expect(throws: AccessError.self, "\(audience)") {
                    try await world.pages.send(news(audience), as: world.lee)
                }
                await #expect(throws: AccessError.self, "\(audience)") {
                    try await world.pages.preview(news(audience), as: world.lee)
                }
            }
            for audience in [MessageAudience.teams([world.north]), .members([ada])] {
                try await world.pages.send(news(audience), as: world.lee)
            }
            await #expect(throws: AccessError.self) {
                try await world.pages.send(news(.members([ada])), as: world.ada)
            }
            try await world.settle()
            #expect(world.received == ["ada": 2])
        }
    }

    @Test func `a member who joins a team after the sending gets no mail, and one who leaves it still does`()
        async throws
    {
        try await withPages { world in
            let gone = try #require(try await world.member("Gone", in: [world.north]).member)
            world.test.clock.advance(by: .seconds(1))
            try await world.pages.send(news(.teams([world.north])), as: world.lee)
            try await world.pages.send(news(.organization), as: world.administrator)
            world.test.clock.advance(by: .seconds(1))
            try await world.tenant.teams.add(#require(world.carl.member), to: world.north, as: world.lee)
            _ = try await world.member("Late", in: [world.north])
            try await world.tenant.teams.remove(#require(world.ada.member), from: world.north, as: world.lee)
            try await world.tenant.members.remove(gone, as: world.administrator)
            try await world.settle()
            #expect(world.received == ["founder": 1, "admin": 1, "lee": 1, "ada": 2, "bob": 1, "carl": 1])
            let messages = try await world.pages.messages(as: world.administrator).messages
            #expect(Set(messages.map(\.recipientCount)) == [1, 6])
        }
    }

    @Test func `a preview has the same count as sending, shows the text, and sends nothing`() async throws {
        try await withPages(pageSize: 2) { world in
            let members = try (0..<3).map { _ in try #require(world.ada.member) }
            let gone = try #require(try await world.member("Gone", in: [world.north]).member)
            try await world.tenant.members.deactivate(gone, as: world.administrator)
            _ = try await world.member("Both", in: [world.north, world.south])
            let audiences: [(MessageAudience, Int)] = [
                (.organization, 7), (.teams([world.north]), 2), (.teams([world.north, world.south]), 3),
                (.members(Set(members)), 1),
            ]
            for (audience, count) in audiences {
                let preview = try await world.pages.preview(news(audience), as: world.administrator)
                #expect(preview.recipientCount == count)
                #expect(preview.html == "<p>Dear <em>all</em></p>\n")
                #expect(preview.plainText == "Dear all\n")
            }
            try await world.settle()
            #expect(world.mailbox.mails.isEmpty)
            for (audience, _) in audiences {
                try await world.pages.send(news(audience), as: world.administrator)
                world.test.clock.advance(by: .seconds(1))
            }
            try await world.settle()
            let sent = try await world.pages.messages(as: world.administrator)
            #expect(sent.messages.map(\.recipientCount) == [1, 3])
            #expect(sent.messages.allSatisfy { $0.isComplete })
            let next = try MessagePage.Cursor(try #require(sent.next).description)
            let rest = try await world.pages.messages(from: next, as: world.administrator)
            #expect(rest.messages.map(\.recipientCount) == [2, 7])
            #expect(rest.next == nil)
        }
    }

    @Test func `a sent message is seen by its sender, the supervisors of all its teams, and administrators`()
        async throws
    {
        try await withPages { world in
            let (ada, kim) = (
                try #require(world.ada.member),
                try await world.member(
                    "Kim", [Assignment(.supervisor, team: world.north)])
            )
            func send(_ subject: String, _ audience: MessageAudience, _ principal: Principal) async throws {
                try await world.pages.send(Message(to: audience, subject: subject, text: "x"), as: principal)
                world.test.clock.advance(by: .seconds(1))
            }
            try await send("all", .organization, world.administrator)
            try await send("north", .teams([world.north]), world.administrator)
            try await send("both", .teams([world.north, world.south]), world.administrator)
            try await send("south", .teams([world.south]), world.administrator)
            try await send("to Ada", .members([ada]), world.lee)
            func subjects(_ principal: Principal) async throws -> [String] {
                try await world.pages.messages(as: principal).messages.map(\.message.subject)
            }
            #expect(try await subjects(world.administrator) == ["to Ada", "south", "both", "north", "all"])
            #expect(try await subjects(world.lee) == ["to Ada", "north"])
            #expect(try await subjects(kim) == ["north"])
            await #expect(throws: AccessError.self) { try await subjects(world.ada) }
            let hidden = try await world.pages.messages(as: world.administrator).messages[1].id
            let unknown: ID<SentMessage> = ID(at: world.test.clock.now, random: Array(repeating: 7, count: 10))
            for id in [hidden, unknown] {
                await #expect(throws: MessageError.unknown) {
                    try await world.pages.recipients(of: id, as: world.lee)
                }
            }
        }
    }

    @Test func `a message never goes to members of another organization`() async throws {
        try await withPages { world in
            let other = try await world.test.organization("other", founder: "boss@other.example")
            let boss = try await world.test.member(
                "eve@other.example", roles: [Assignment(.administrator)], in: other)
            await #expect(throws: MemberError.unknown) {
                try await world.pages.send(
                    news(.members([#require(boss.member)])), as: world.administrator)
            }
            try await world.pages.send(news(.organization), as: world.administrator)
            try await world.settle()
            #expect(world.received["boss"] == nil && world.received["eve"] == nil)
            #expect(try await other[TeamPages.self].messages(as: boss).messages.isEmpty)
        }
    }
}
