import Atrium
import AtriumTesting
import TestSupport
import Testing

@testable import AtriumTeamPages

/// Each recipient gets a message once, whatever interrupts or repeats the sending.
struct MessageOnceTests {
    @Test func `a message to many recipients continues after a restart, and goes to each of them once`() async throws {
        try await withPages(pageSize: 3) { world in
            for index in 0..<20 { _ = try await world.member("m\(index)", in: [world.north]) }
            try await world.pages.send(news(.teams([world.north])), as: world.lee)
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
            try await pages.send(news(.teams([world.north])), as: world.lee)
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
            let message = news(.members([try #require(world.bob.member)]))
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
            let message = news(.teams([world.north]))
            let first = try await world.pages.send(message, operation: operation, as: world.lee)
            #expect(try await world.pages.send(message, operation: operation, as: world.lee) == first)
            await #expect(throws: MessageError.operationUsed) {
                try await world.pages.send(
                    news(.teams([world.north]), "else"), operation: operation, as: world.lee)
            }
            // The same operation of another sender is a different one.
            #expect(try await world.pages.send(message, operation: operation, as: world.administrator) != first)
            try await world.settle()
            #expect(world.received == ["ada": 2])
        }
    }
}
