import Atrium
import AtriumCourses
import AtriumTesting
import Foundation
import TestSupport
import Testing

struct StatementImportTests {
    @Test func `xAPI statements enrol a member, record work and end the enrolment`() async throws {
        try await withCourses { world async throws in
            let text =
                "[" + world.statement(1, "initialized", activity: "x") + ","
                + world.statement(
                    2, "progressed", at: "2025-03-02T10:00:00Z", activity: "x",
                    result: """
                        {"duration": "PT1H", "extensions": {"https://w3id.org/xapi/cmi5/result/extensions/progress": 30}}
                        """) + "," + world.statement(3, "passed", at: "2025-03-03T10:00:00Z", activity: "x") + ","
                + world.statement(4, "completed", at: "2025-03-03T10:01:00Z", activity: "x") + ","
                + world.statement(5, "experienced", activity: "x") + "]"
            try await world.courses.add(
                Course(id: CourseID("urn:course:x"), title: "X"), as: world.administrator)
            let report = try await world.load(text, .xapi)
            #expect(report.counts == [.accepted: 3, .repeated: 1, .skipped: 1])
            let found = try await world.courses.participations(of: world.ada, as: world.administrator)
            let participation = try #require(found.first)
            #expect(participation.state == .completed && participation.minutes == 60 && participation.activities == 1)
            #expect(participation.enrolledAt == participation.startedAt && participation.enrolledAt != nil)
            #expect(try await world.load(text, .xapi).counts == [.repeated: 4, .skipped: 1])
        }
    }

    @Test func `the same id with another body is a conflict, whatever the difference is`() async throws {
        try await withCourses { world async throws in
            try await world.courses.add(
                Course(id: CourseID("urn:course:swift-101"), title: "X"), as: world.administrator)
            _ = try await world.load(world.statement(1, "initialized"), .xapi)
            let other = world.statement(1, "initialized", result: #"{"success": true}"#)
            let report = try await world.load(other, .xapi)
            #expect(report.counts == [.refused: 1])
            #expect(report.remarks.first?.reason == LearningError.conflict.words)
        }
    }

    @Test(arguments: [true, false])
    func `a voided statement does not count, even if the void comes first`(_ isFirst: Bool) async throws {
        try await withCourses { world async throws in
            try await world.courses.add(
                Course(id: CourseID("urn:course:swift-101"), title: "X"), as: world.administrator)
            let (statement, void) = (world.statement(1, "progressed"), world.void(9, 1))
            let report = try await world.load(isFirst ? void + statement : statement + void, .xapi)
            #expect(report.counts == (isFirst ? [.accepted: 1, .skipped: 1] : [.accepted: 2]))
            let found = try await world.courses.participations(of: world.ada, as: world.administrator)
            #expect(found.allSatisfy { $0.activities == 0 && $0.state == .notEnrolled })
            let again = try await world.load(statement + void, .xapi)
            #expect(again.counts == (isFirst ? [.skipped: 1, .repeated: 1] : [.repeated: 2]))
            #expect(try await world.load(world.void(9, 2), .xapi).counts == [.refused: 1])
            #expect(try await world.load(world.void(10, 1), .xapi).counts == [.repeated: 1])
            // A voiding statement is no learning, and cannot be voided.
            #expect(try await world.load(world.void(11, 9), .xapi).counts == [.refused: 1])
            #expect(try await world.load(world.void(12, 12), .xapi).counts == [.refused: 1])
            #expect(try await world.load(world.statement(9, "progressed"), .xapi).counts == [.refused: 1])
        }
    }

    @Test func `voiding a held statement takes it from the list`() async throws {
        try await withCourses { world async throws in
            try await world.courses.add(
                Course(id: CourseID("urn:course:swift-101"), title: "X"), as: world.administrator)
            let statement = world.statement(1, "progressed", of: "eve@else.example")
            #expect(try await world.load(statement, .xapi).counts == [.held: 1])
            #expect(try await world.load(world.void(2, 1), .xapi).counts == [.accepted: 1])
            #expect(try await world.courses.heldLearners(as: world.administrator).isEmpty)
            #expect(try await world.load(statement, .xapi).counts == [.skipped: 1])
        }
    }

    @Test func `the first statement that is not voided enrols, whenever the void comes`() async throws {
        for isVoidFirst in [true, false] {
            try await withCourses { world async throws in
                try await world.courses.add(
                    Course(id: CourseID("urn:course:swift-101"), title: "X"), as: world.administrator)
                let statements =
                    world.statement(1, "initialized", at: "2025-03-01T10:00:00Z")
                    + world.statement(2, "progressed", at: "2025-03-02T10:00:00Z")
                    + world.statement(3, "completed", at: "2025-03-03T10:00:00Z")
                let void = world.void(9, 1)
                _ = try await world.load(isVoidFirst ? void + statements : statements + void, .xapi)
                let found = try await world.courses.participations(of: world.ada, as: world.administrator)
                let participation = try #require(found.first)
                #expect(participation.state == .completed)
                #expect(participation.enrolledAt == noon(3, 2).addingTimeInterval(-7200))
                #expect(participation.startedAt == participation.enrolledAt)
            }
        }
    }

    @Test func `a statement for a retired course is recorded`() async throws {
        try await withCourses { world async throws in
            let course = try CourseID("urn:course:swift-101")
            try await world.courses.add(Course(id: course, title: "X"), as: world.administrator)
            try await world.courses.retire(course, as: world.administrator)
            #expect(try await world.load(world.statement(1, "initialized"), .xapi).counts == [.accepted: 1])
        }
    }
}
