import Atrium
import AtriumTesting
import Foundation
import TestSupport
import Testing

@testable import AtriumTeamPages

struct LimitTests {
    private let long = String(repeating: "x\u{301}", count: 300_000)

    @Test func `a text is checked only after the permission`() async throws {
        try await withPages { world async throws in
            let pages = try world.pages
            for text in [long, ""] {
                let message = Message(to: .organization, subject: long, text: text)
                await #expect(throws: AccessError.self) { try await pages.preview(message, as: world.ada) }
                await #expect(throws: AccessError.self) { try await pages.send(message, as: .visitor) }
                await #expect(throws: MessageError.invalidSubject) {
                    try await pages.send(message, as: world.administrator)
                }
            }
            await #expect(throws: AccessError.self) {
                try await pages.saveDraft(long, of: world.north, basedOn: 0, as: world.ada)
            }
            await #expect(throws: TeamPageError.invalidMessage) {
                try await pages.saveDraft(long, of: world.north, basedOn: 0, as: world.lee)
            }
            #expect(try await pages.page(of: world.north, as: world.lee).revision == 0)
        }
    }

    @Test(arguments: [Int.max, .min, -1])
    func `an extreme revision or version number is refused`(_ number: Int) async throws {
        try await withPages { world async throws in
            let pages = try world.pages
            await #expect(throws: TeamPageError.conflict(current: 0)) {
                try await pages.saveDraft("Hello", of: world.north, basedOn: number, as: world.lee)
            }
            await #expect(throws: TeamPageError.unknownVersion) {
                try await pages.restore(number, of: world.north, basedOn: 0, as: world.lee)
            }
        }
    }

    @Test(arguments: [Double.infinity, 1e300, 1e12])
    func `a moment in the far future is refused, and one in the far past publishes at once`(_ seconds: Double)
        async throws
    {
        try await withPages { world async throws in
            let pages = try world.pages
            let revision = try await pages.saveDraft("Hello", of: world.north, basedOn: 0, as: world.lee)
            await #expect(throws: TeamPageError.tooFar) {
                try await pages.publish(
                    of: world.north, at: Date(timeIntervalSince1970: seconds), basedOn: revision, as: world.lee)
            }
            #expect(
                try await pages.publish(
                    of: world.north, at: Date(timeIntervalSince1970: -seconds), basedOn: revision, as: world.lee)
                    == revision + 1)
        }
    }

    @Test func `messages are compared by their bytes, however many accents they have`() async throws {
        try await withPages { world async throws in
            // As many accents in a row as a text may have.
            let marks = String(repeating: "x" + String(repeating: "\u{301}\u{323}", count: 14), count: 600)
            let (first, second) = ("x" + marks + "\u{301}", "x" + marks + "\u{323}")
            let operation = ID<Message>(at: world.test.clock.now, random: Array(repeating: 1, count: 10))
            func send(_ text: String) async throws -> ID<SentMessage> {
                let message = Message(to: .organization, subject: "News", text: text)
                return try await world.pages.send(message, operation: operation, as: world.administrator)
            }
            let sent = try await send(first)
            #expect(try await send(first) == sent)
            await #expect(throws: MessageError.operationUsed) { try await send(second) }
        }
    }

    @Test func `each sender has a daily limit`() async throws {
        try await withPages(messagesPerDay: 2) { world in
            let message = Message(to: .teams([world.north]), subject: "News", text: "Hello")
            try await world.pages.send(message, as: world.lee)
            world.test.clock.advance(by: .seconds(3600))
            try await world.pages.send(message, as: world.lee)
            await #expect(throws: MessageError.tooMany(perDay: 2)) {
                try await world.pages.send(message, as: world.lee)
            }
            try await world.pages.send(message, as: world.administrator)
            world.test.clock.advance(by: .seconds(23 * 3600))
            try await world.pages.send(message, as: world.lee)
            await #expect(throws: MessageError.tooMany(perDay: 2)) {
                try await world.pages.send(message, as: world.lee)
            }
        }
    }

    @Test func `a message that was sent while the clock was ahead does not count for another day`() async throws {
        try await withPages(messagesPerDay: 1) { world in
            let message = Message(to: .teams([world.north]), subject: "News", text: "Hello")
            world.test.clock.advance(by: .seconds(365 * 86_400))
            try await world.pages.send(message, as: world.lee)
            world.test.clock.advance(by: .seconds(-365 * 86_400))
            try await world.pages.send(message, as: world.lee)
            await #expect(throws: MessageError.tooMany(perDay: 1)) {
                try await world.pages.send(message, as: world.lee)
            }
        }
    }
}
