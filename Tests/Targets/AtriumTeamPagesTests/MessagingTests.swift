import Atrium
import AtriumMail
import AtriumTesting
import Foundation
import TestSupport
import Testing

@testable import AtriumTeamPages

struct MessagingTests {
    private static func message(_ audience: MessageAudience, _ text: String = "Dear *all*") -> Message {
        Message(to: audience, subject: "News", text: text)
    }

    @Test func `a message goes to each member of the audience once, and to nobody else`() async throws {
        try await withPages { world in
            let (bob, carl) = (try #require(world.bob.member), try #require(world.carl.member))
            let pages = try world.pages
            try await pages.send(Self.message(.teams([world.north, world.south])), as: world.administrator)
            try await world.settle()
            #expect(world.received == ["ada": 1, "bob": 1])
            try await pages.send(Self.message(.members([bob, carl])), as: world.administrator)
            try await world.settle()
            #expect(world.received == ["ada": 1, "bob": 2, "carl": 1])
            try await pages.send(Self.message(.organization), as: world.administrator)
            try await world.settle()
            #expect(world.received == ["founder": 1, "admin": 1, "lee": 1, "ada": 2, "bob": 3, "carl": 2])
        }
    }

    @Test func `the mail names its sender and no other recipient, and has its text as plain text and HTML`()
        async throws
    {
        try await withPages { world in
            let text = "Dear *all*, see [this](https://x.example) <script>"
            try await world.pages.send(Self.message(.teams([world.north]), text), as: world.lee)
            try await world.settle()
            let mail = try #require(world.mailbox.mails.first)
            try await world.pages.send(Self.message(.organization), as: world.administrator)
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
                    try await world.pages.send(Self.message(audience), as: world.lee)
                }
                await #expect(throws: AccessError.self, "\(audience)") {
                    try await world.pages.preview(Self.message(audience), as: world.lee)
                }
            }
            for audience in [MessageAudience.teams([world.north]), .members([ada])] {
                try await world.pages.send(Self.message(audience), as: world.lee)
            }
            await #expect(throws: AccessError.self) {
                try await world.pages.send(Self.message(.members([ada])), as: world.ada)
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
            try await world.pages.send(Self.message(.teams([world.north])), as: world.lee)
            try await world.pages.send(Self.message(.organization), as: world.administrator)
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
                let preview = try await world.pages.preview(Self.message(audience), as: world.administrator)
                #expect(preview.recipientCount == count)
                #expect(preview.html == "<p>Dear <em>all</em></p>\n")
                #expect(preview.plainText == "Dear all\n")
            }
            try await world.settle()
            #expect(world.mailbox.mails.isEmpty)
            for (audience, _) in audiences {
                try await world.pages.send(Self.message(audience), as: world.administrator)
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

    @Test func `a message to many recipients continues after a restart, and goes to each of them once`() async throws {
        try await withPages(pageSize: 3) { world in
            for index in 0..<20 { _ = try await world.member("m\(index)", in: [world.north]) }
            try await world.pages.send(Self.message(.teams([world.north])), as: world.lee)
            try await world.pages.sendWaitingMessages()
            try await world.pages.sendWaitingMessages()
            let half = try await world.pages.messages(as: world.lee).messages
            #expect(half.map(\.recipientCount) == [6])
            #expect(half.map(\.isComplete) == [false])
            let again = try await world.test.reopened()
            while try await again.platform.runDue() > 0 {}
            #expect(world.received.count == 21)
            #expect(world.received.values.allSatisfy { $0 == 1 })
            let pages = try await again.platform.tenant("acme")[TeamPages.self]
            let sent = try #require(try await pages.messages(as: world.lee).messages.first)
            #expect(sent.recipientCount == 21)
            #expect(sent.isComplete)
            var (names, cursor): ([String], RecipientPage.Cursor?) = ([], nil)
            repeat {
                let page = try await pages.recipients(of: sent.id, from: cursor, as: world.lee)
                #expect(page.recipients.count <= 3)
                names += page.recipients.map(\.name)
                cursor = try page.next.map { try .init($0.description) }
            } while cursor != nil
            #expect(Set(names) == Set((0..<20).map { "m\($0)" } + ["Ada"]))
            #expect(names.count == 21)
            let foreign = RecipientPage.Cursor(
                after: PagePosition(ID(at: world.test.clock.now, random: []), try #require(world.ada.member)))
            await #expect(throws: CursorError.otherList) {
                try await pages.recipients(of: sent.id, from: foreign, as: world.lee)
            }
            await again.platform.close()
        }
    }

    @Test func `overlapping runs send to each recipient once`() async throws {
        try await withPages(pageSize: 2) { world in
            for index in 0..<9 { _ = try await world.member("m\(index)", in: [world.north]) }
            let pages = try world.pages
            try await pages.send(Self.message(.teams([world.north])), as: world.lee)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<12 { group.addTask { try await pages.sendWaitingMessages() } }
                try await group.waitForAll()
            }
            try await world.settle()
            #expect(world.received.count == 10)
            #expect(world.received.values.allSatisfy { $0 == 1 })
        }
    }

    @Test func `repeating an operation returns what was sent, even if its audience is gone`() async throws {
        try await withPages { world async throws in
            let operation: ID<Message> = ID(at: world.test.clock.now, random: Array(repeating: 1, count: 10))
            let message = Self.message(.members([try #require(world.bob.member)]))
            let first = try await world.pages.send(message, operation: operation, as: world.administrator)
            try await world.tenant.members.deactivate(try #require(world.bob.member), as: world.administrator)
            #expect(try await world.pages.send(message, operation: operation, as: world.administrator) == first)
            await #expect(throws: MemberError.notActive) {
                try await world.pages.send(message, as: world.administrator)
            }
        }
    }

    @Test func `a repeated operation sends once, and another message under it is refused`() async throws {
        try await withPages { world in
            let operation: ID<Message> = ID(at: world.test.clock.now, random: Array(repeating: 1, count: 10))
            let message = Self.message(.teams([world.north]))
            let first = try await world.pages.send(message, operation: operation, as: world.lee)
            #expect(try await world.pages.send(message, operation: operation, as: world.lee) == first)
            await #expect(throws: MessageError.operationUsed) {
                try await world.pages.send(
                    Self.message(.teams([world.north]), "else"), operation: operation, as: world.lee)
            }
            // The same operation of another sender is a different one.
            #expect(try await world.pages.send(message, operation: operation, as: world.administrator) != first)
            try await world.settle()
            #expect(world.received == ["ada": 2])
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

    @Test(arguments: [
        ("", "x", MessageError.invalidSubject), ("  ", "x", .invalidSubject), ("a\r\nBcc: b@c", "x", .invalidSubject),
        (String(repeating: "x", count: 201), "x", .invalidSubject), ("a", " \n", .emptyText), ("a", "", .emptyText),
        ("a", String(repeating: "x", count: 20_001), .textTooLong), ("a", "x\0", .textTooLong),
    ])
    func `an invalid message is refused`(_ subject: String, _ text: String, _ error: MessageError) async throws {
        try await withPages { world async throws in
            let message = Message(to: .organization, subject: subject, text: text)
            await #expect(throws: error) { try await world.pages.send(message, as: world.administrator) }
            await #expect(throws: error) { try await world.pages.preview(message, as: world.administrator) }
            #expect(try await world.pages.messages(as: world.administrator).messages.isEmpty)
        }
    }

    @Test func `an empty, unknown, archived, inactive or too large audience is refused`() async throws {
        try await withPages { world in
            let gone = try #require(try await world.member("Gone").member)
            try await world.tenant.members.deactivate(gone, as: world.administrator)
            let old = try await world.tenant.teams.create("Old", as: world.administrator)
            try await world.tenant.teams.archive(old, as: world.administrator)
            func ids<Noun>(_ count: Int) -> Set<ID<Noun>> {
                Set(
                    (0..<count).map {
                        ID(at: Date(timeIntervalSince1970: Double($0)), random: Array(repeating: 0, count: 10))
                    })
            }
            func fails(_ audience: MessageAudience, _ error: some Error & Equatable) async {
                await #expect(throws: error) {
                    try await world.pages.send(Self.message(audience), as: world.administrator)
                }
            }
            await fails(.members([]), MessageError.nobody)
            await fails(.teams([]), MessageError.nobody)
            await fails(.teams(ids(101)), MessageError.audienceTooLarge)
            await fails(.members(ids(1001)), MessageError.audienceTooLarge)
            await fails(.teams(ids(1)), TeamError.unknown)
            await fails(.teams([world.north, old]), TeamError.archived)
            await fails(.members(ids(1)), MemberError.unknown)
            await fails(.members([gone]), MemberError.notActive)
        }
    }

    @Test func `a message never goes to members of another organization`() async throws {
        try await withPages { world in
            let other = try await world.test.organization("other", founder: "boss@other.example")
            let boss = try await world.test.member(
                "eve@other.example", roles: [Assignment(.administrator)], in: other)
            await #expect(throws: MemberError.unknown) {
                try await world.pages.send(
                    Self.message(.members([#require(boss.member)])), as: world.administrator)
            }
            try await world.pages.send(Self.message(.organization), as: world.administrator)
            try await world.settle()
            #expect(world.received["boss"] == nil && world.received["eve"] == nil)
            #expect(try await other[TeamPages.self].messages(as: boss).messages.isEmpty)
        }
    }
}
