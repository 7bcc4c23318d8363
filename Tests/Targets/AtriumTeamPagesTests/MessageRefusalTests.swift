import Atrium
import AtriumTeamPages
import Foundation
import TestSupport
import Testing

/// Messages and audiences that are refused.
struct MessageRefusalTests {
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
                    try await world.pages.send(news(audience), as: world.administrator)
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
}
