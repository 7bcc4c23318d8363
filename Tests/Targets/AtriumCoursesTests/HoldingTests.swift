import Atrium
import AtriumCourses
import AtriumTesting
import Foundation
import TestSupport
import Testing

struct HoldingTests {
    @Test func `lines of unknown people wait in the holding list until somebody says who they are`() async throws {
        try await withCourses { world async throws in
            let text =
                header + """
                    z1,ada@private.example,swift-101,enrolled,2025-02-01,,
                    a1,ada@private.example,swift-101,activity,2025-02-03,25,
                    a2,ada@private.example,swift-101,completed,2025-03-01,,
                    x1,eve@private.example,swift-101,enrolled,2025-03-01,,

                    """
            let members = try await world.tenant.members.list(as: world.administrator).entries.count
            #expect(try await world.load(text).counts == [.held: 4])
            #expect(try await world.load(text).counts == [.held: 4])
            let held = try await world.courses.heldLearners(as: world.administrator)
            #expect(held.map(\.name) == ["mailto:ada@private.example", "mailto:eve@private.example"])
            #expect(held.map(\.lines) == [3, 1])
            let report = try await world.courses.resolve(
                "mailto:ada@private.example", to: world.ada, as: world.administrator)
            #expect(report.counts == [.accepted: 3])
            #expect(try await world.participation().state == .completed)
            #expect(try await world.load(text).counts == [.repeated: 3, .held: 1])
            let more = header + "a3,ada@private.example,swift-101,activity,2025-02-05,,\n"
            #expect(try await world.load(more).counts == [.accepted: 1])
            #expect(
                try await world.courses.discardHeldLines(of: "mailto:eve@private.example", as: world.administrator) == 1
            )
            #expect(try await world.courses.heldLearners(as: world.administrator).isEmpty)
            #expect(try await world.tenant.members.list(as: world.administrator).entries.count == members)
        }
    }

    @Test func `held people come in pages, the longest wait first, and no cursor names a person`() async throws {
        try await withCourses { world async throws in
            let names = (0..<250).map { "p\($0 * 7 % 250)@private.example" }
            let lines = (names + names.reversed()).enumerated().map { "h\($0),\($1),swift-101,enrolled,2025-02-01,,\n" }
            _ = try await world.load(header + lines.joined())
            var (held, cursor): ([String], HeldLearner.Cursor?) = ([], nil)
            repeat {
                let page = try await world.courses.heldLearners(after: cursor, as: world.administrator)
                #expect(page.allSatisfy { $0.lines == 2 } && page.count <= 100)
                held += page.map(\.name)
                cursor = try page.last.map { try .init($0.cursor.description) }
                // Nobody is skipped although a person leaves the list between two pages.
                if let last = page.last {
                    _ = try await world.courses.discardHeldLines(of: last.name, as: world.administrator)
                }
            } while cursor != nil
            #expect(held == names.map { "mailto:\($0)" })
        }
    }

    @Test func `a member who joins later is found when the source is imported again`() async throws {
        try await withCourses { world async throws in
            let text = header + "1,bob@acme.example,swift-101,enrolled,2025-02-01,,\n"
            #expect(try await world.load(text).counts == [.held: 1])
            let bob = try await world.member("bob")
            #expect(try await world.load(text).counts == [.accepted: 1])
            #expect(try await world.courses.heldLearners(as: world.administrator).isEmpty)
            #expect(try await world.courses.participations(of: bob, as: world.administrator).count == 1)
        }
    }

    @Test(arguments: [
        "1,bob@acme.example,swift-101,enrolled,2025-02-02,,", "1,eve@acme.example,swift-101,enrolled,2025-02-01,,",
        "1,bob@acme.example,https://learn.example/sqlite,enrolled,2025-02-01,,",
        "1,bob@acme.example,swift-101,initialized,2025-02-01,,", "1,ada@acme.example,swift-101,enrolled,2025-02-01,,",
    ])
    func `a held id with another body is a conflict, and the held line stays`(_ line: String) async throws {
        try await withCourses { world async throws in
            _ = try await world.load(header + "1,bob@acme.example,swift-101,enrolled,2025-02-01,,\n")
            #expect(try await world.load(header + line + "\n").counts == [.refused: 1])
            let held = try await world.courses.heldLearners(as: world.administrator)
            #expect(held.map(\.name) == ["mailto:bob@acme.example"])
        }
    }

    @Test func `a held name can be resolved and forgotten, but a member's address stays theirs`() async throws {
        try await withCourses { world async throws in
            let bob = try await world.member("bob")
            await #expect(throws: LearningError.nobodyHeld) {
                try await world.courses.resolve("mailto:bob@acme.example", to: world.ada, as: world.administrator)
            }
            let line = "carl@else.example,swift-101,activity,2025-02-01,,\n"
            _ = try await world.load(header + "1," + line)
            _ = try await world.courses.resolve("mailto:carl@else.example", to: bob, as: world.administrator)
            #expect(try await world.load(header + "2," + line).counts == [.accepted: 1])
            #expect(try await world.courses.removeMapping(of: "mailto:carl@else.example", as: world.administrator))
            #expect(
                try await world.courses.removeMapping(of: "mailto:carl@else.example", as: world.administrator) == false)
            #expect(try await world.load(header + "3," + line).counts == [.held: 1])
        }
    }
}
