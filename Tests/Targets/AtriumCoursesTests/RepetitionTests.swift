import Atrium
import AtriumCourses
import AtriumOperations
import AtriumTesting
import Foundation
import TestSupport
import Testing

/// An import of the same source counts as repeated, even if its names have another meaning now.
struct RepetitionTests {
    private func withLinkedCourse(_ body: (CourseWorld, Course) async throws -> Void) async throws {
        try await withCourses { world async throws in
            let course = Course(id: try CourseID("linked"), title: "X", link: "https://learn.example/a")
            try await world.courses.add(course, as: world.administrator)
            try await body(world, course)
        }
    }

    private func statement(_ number: Int, of address: String, _ world: CourseWorld) -> String {
        world.statement(number, "passed", of: address)
            .replacing("urn:course:swift-101", with: "https://learn.example/a")
    }

    @Test func `a statement counts as repeated even if its course's link has changed or is another course's now`()
        async throws
    {
        try await withLinkedCourse { world, course async throws in
            let (ada, eve) = ("ada@acme.example", "eve@else.example")
            let text = statement(1, of: ada, world) + statement(2, of: eve, world)
            #expect(try await world.load(text, .xapi).counts == [.accepted: 1, .held: 1])
            var changed = course
            changed.link = "https://learn.example/b"
            try await world.courses.change(changed, as: world.administrator)
            #expect(try await world.load(text, .xapi).counts == [.repeated: 1, .held: 1])
            let other = Course(id: try CourseID("other"), title: "Y", link: course.link)
            try await world.courses.add(other, as: world.administrator)
            #expect(try await world.load(text, .xapi).counts == [.repeated: 1, .held: 1])
            // A held statement is recorded in the course that it named when it came.
            _ = try await world.test.member(eve, name: "Eve", in: world.tenant)
            #expect(try await world.load(text, .xapi).counts == [.repeated: 1, .accepted: 1])
            #expect(try await world.load(text, .xapi).counts == [.repeated: 2])
            let attempts = try await world.courses.attempts(
                of: world.ada, in: course.id, as: world.administrator)
            #expect(attempts.count == 1)
            #expect(try await world.load(statement(1, of: eve, world), .xapi).counts == [.refused: 1])
        }
    }

    @Test func `a statement counts as repeated even if its learner's name was forgotten`() async throws {
        try await withLinkedCourse { world, _ async throws in
            let (text, name) = (statement(1, of: "eve@else.example", world), "mailto:eve@else.example")
            #expect(try await world.load(text, .xapi).counts == [.held: 1])
            _ = try await world.courses.resolve(name, to: world.ada, as: world.administrator)
            #expect(try await world.courses.removeMapping(of: name, as: world.administrator))
            #expect(try await world.load(text, .xapi).counts == [.repeated: 1])
        }
    }

    @Test func `a statement counts as repeated even if its address was released or is another member's now`()
        async throws
    {
        try await withLinkedCourse { world, course async throws in
            let text = statement(1, of: "ada@acme.example", world)
            #expect(try await world.load(text, .xapi).counts == [.accepted: 1])
            let account = try await world.test.changeAddress(from: "ada@acme.example", to: "ada@new.example")
            try await world.test.platform.releaseAddress(
                EmailAddress("ada@acme.example"), of: account, as: world.test.platform.operator("Grace"))
            #expect(try await world.load(text, .xapi).counts == [.repeated: 1])
            let next = try await world.member("ada")
            #expect(try await world.load(text, .xapi).counts == [.repeated: 1])
            #expect(try await world.courses.participations(of: next, as: world.administrator).isEmpty)
        }
    }

    @Test func `a row whose address or course is no longer known is refused with that reason`() async throws {
        try await withLinkedCourse { world, course async throws in
            let text = header + "1,ada@acme.example,https://learn.example/a,enrolled,2025-02-01,,\n"
            #expect(try await world.load(text).counts == [.accepted: 1])
            var changed = course
            changed.link = "https://learn.example/b"
            try await world.courses.change(changed, as: world.administrator)
            let report = try await world.load(text)
            #expect(report.counts == [.refused: 1])
            #expect(report.remarks.map(\.reason) == [LearningError.namesChanged.words])
            let current = text.replacing("https://learn.example/a", with: "linked")
            #expect(try await world.load(current).counts == [.repeated: 1])
            let account = try await world.test.changeAddress(from: "ada@acme.example", to: "ada@new.example")
            try await world.test.platform.releaseAddress(
                EmailAddress("ada@acme.example"), of: account, as: world.test.platform.operator("Grace"))
            #expect(try await world.load(current).remarks.map(\.reason) == [LearningError.namesChanged.words])
        }
    }

    @Test func `a statement with the same name twice is refused and completes nothing`() async throws {
        try await withLinkedCourse { world, course async throws in
            let text = statement(1, of: "ada@acme.example", world).replacing(
                #""verb":"#, with: #""verb": {"id": "http://adlnet.gov/expapi/verbs/failed"}, "verb":"#)
            let report = try await world.load(text, .xapi)
            #expect(report.counts == [.refused: 1])
            #expect(try #require(report.remarks.first).reason.description.contains("the same name twice in one object"))
            #expect(try await world.courses.participations(of: world.ada, as: world.administrator).isEmpty)
        }
    }

    @Test func `a statement counts as repeated even if a store left out its empty parts`() async throws {
        try await withLinkedCourse { world, _ async throws in
            let text = statement(1, of: "ada@acme.example", world)
            #expect(text.contains(#""result": {}, "#))
            #expect(try await world.load(text, .xapi).counts == [.accepted: 1])
            let bare = text.replacing(#""result": {}, "#, with: "")
            let other = text.replacing(#""result": {}"#, with: #""context": {"contextActivities": {"category": []}}"#)
            #expect(try await world.load(bare + other, .xapi).counts == [.repeated: 2])
        }
    }
}
