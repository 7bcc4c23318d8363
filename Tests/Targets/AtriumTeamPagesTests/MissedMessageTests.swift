import Atrium
import AtriumMail
import AtriumTesting
import Foundation
import TestSupport
import Testing

@testable import AtriumTeamPages

/// Recipients whom a message misses, and how the sender learns of them.
struct MissedMessageTests {
    private static let message = Message(to: .organization, subject: "Plans", text: "For *all*.")

    private func optOut(_ principal: Principal, _ world: PageWorld) async throws {
        try await world.tenant[Mail.self].setOptedOut(
            true, of: .messages, for: #require(principal.member), as: principal)
    }

    @Test func `the sender sees, before and after the sending, how many members get no messages`() async throws {
        try await withPages { world in
            try await optOut(world.bob, world)
            let preview = try await world.pages.preview(Self.message, as: world.administrator)
            #expect(preview.recipientCount == 5 && preview.optedOutCount == 1)
            let id = try await world.pages.send(Self.message, as: world.administrator)
            try await world.settle()
            #expect(world.received == ["founder": 1, "admin": 1, "lee": 1, "ada": 1, "carl": 1])
            let sent = try #require(try await world.pages.messages(as: world.administrator).messages.first)
            #expect(sent.recipientCount == 6 && sent.missedCount == 1)
            let missed = try await world.pages.recipients(of: id, as: world.administrator).recipients.filter(\.isMissed)
            #expect(missed.map(\.name) == ["Bob"])
        }
    }

    @Test func `a member who left or was deactivated while a message waited does not get it, and is counted`()
        async throws
    {
        try await withPages { world in
            world.mailbox.isDown = true
            try await world.pages.send(Self.message, as: world.administrator)
            try await world.settle()
            try await world.tenant.members.remove(#require(world.ada.member), as: world.administrator)
            try await world.tenant.members.deactivate(#require(world.bob.member), as: world.administrator)
            world.mailbox.isDown = false
            world.test.clock.advance(by: .seconds(2 * 86_400))
            try await world.settle()
            #expect(world.received == ["founder": 1, "admin": 1, "lee": 1, "carl": 1])
            let sent = try #require(try await world.pages.messages(as: world.administrator).messages.first)
            #expect(sent.missedCount == 2)
        }
    }

    @Test func `answers go to the person who wrote the message`() async throws {
        try await withPages { world in
            try await world.pages.send(
                Message(to: .teams([world.north]), subject: "Plans", text: "x"), as: world.lee)
            try await world.settle()
            let mail = String(decoding: try #require(world.mailbox.mails.first).content, as: UTF8.self)
            #expect(mail.contains("Reply-To: \"Lee\"\r\n <lee@acme.example>\r\n"))
        }
    }
}
