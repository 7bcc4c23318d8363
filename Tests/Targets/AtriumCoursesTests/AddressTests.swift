import Atrium
import AtriumCourses
import AtriumOperations
import AtriumTesting
import Foundation
import TestSupport
import Testing

/// Imports name people by their addresses. An address can change, and can pass to another person.
struct AddressTests {
    private let text = header + "1,ada@acme.example,swift-101,enrolled,2025-02-01,,\n"
    private let more = header + "2,ada@acme.example,swift-101,activity,2025-02-03,25,\n"

    @Test func `a line with a member's former address is still understood`() async throws {
        try await withCourses { world async throws in
            #expect(try await world.load(text).counts == [.accepted: 1])
            try await world.test.changeAddress(from: "ada@acme.example", to: "ada@new.example")
            #expect(try await world.load(text).counts == [.repeated: 1])
            #expect(try await world.load(more).counts == [.accepted: 1])
            #expect(try await world.kinds() == [.enrolled, .activity])
        }
    }

    @Test func `recorded lines stay with the former owner of an address, and new lines go to the new owner`()
        async throws
    {
        try await withCourses { world async throws in
            _ = try await world.load(text)
            let account = try await world.test.changeAddress(from: "ada@acme.example", to: "ada@new.example")
            try await world.test.platform.releaseAddress(
                EmailAddress("ada@acme.example"), of: account, as: world.test.platform.operator("Grace"))
            #expect(try await world.load(more).counts == [.held: 1])
            let next = try await world.member("ada")
            #expect(next != world.ada)
            #expect(try await world.load(text).counts == [.refused: 1])
            #expect(try await world.kinds() == [.enrolled])
            #expect(try await world.courses.participations(of: next, as: world.administrator).isEmpty)
            let own = header + "3,ada@acme.example,swift-101,enrolled,2025-02-03,,\n"
            #expect(try await world.load(own).counts == [.accepted: 1])
            #expect(try await world.courses.participations(of: next, as: world.administrator).count == 1)
        }
    }

    @Test func `a line with a future date does not go to the next owner of its address`() async throws {
        try await withCourses { world async throws in
            _ = try await world.load(text)
            #expect(
                try await world.load(header + "2,ada@acme.example,swift-101,enrolled,2026-02-01,,\n").counts == [
                    .held: 1
                ])
            let account = try await world.test.changeAddress(from: "ada@acme.example", to: "ada@new.example")
            #expect(try await world.courses.futureLines(as: world.administrator).count == 1)
            try await world.test.platform.releaseAddress(
                EmailAddress("ada@acme.example"), of: account, as: world.test.platform.operator("Grace"))
            #expect(try await world.courses.futureLines(as: world.administrator).isEmpty)
            #expect(
                try await world.courses.heldLearners(as: world.administrator).map(\.name) == [
                    "mailto:ada@acme.example"
                ])
            let next = try await world.member("ada")
            world.test.clock.advance(by: .seconds(40 * 86_400))
            try await world.test.platform.runDue()
            #expect(try await world.courses.participations(of: next, as: world.administrator).isEmpty)
        }
    }
}
