import Atrium
import AtriumTesting
import Foundation
import TestSupport
import Testing

@testable import AtriumCourses

/// So many accents that comparing or hashing a letter with them as a `String` takes minutes.
private let marks = String(repeating: "\u{301}\u{323}", count: 100_000)
private let accents = "x" + marks

struct HostileImportTests {
    @Test func `JSON members with very long names are read and told apart, and their order does not matter`() throws {
        let one = StatementSample.with("context", "{\"\(accents)\":1,\"\(accents)y\":2}")
        let other = StatementSample.with("context", "{\"\(accents)y\":2,\"\(accents)\":1}")
        #expect(try one.read().digest == other.read().digest)
        #expect(try one.read().digest != StatementSample.with("context", "{\"\(accents)\":1}").read().digest)
        let twice = StatementSample.with("context", "{\"\(accents)\":2,\"\(accents)\":1}")
        #expect(throws: StatementFault.repeatedName) { try twice.read() }
    }

    @Test func `JSON names that Unicode considers equal are two members`() throws {
        let both = StatementSample.with("context", "{\"\u{E9}\":1,\"e\u{301}\":1}")
        #expect(try both.read().digest != StatementSample.with("context", "{\"\u{E9}\":1}").read().digest)
    }

    @Test func `a statement with 20,000 members in any order is read`() throws {
        let members = (0..<20_000).map { "\"\($0)\":\($0)" }
        let one = StatementSample.with("context", "{\(members.joined(separator: ","))}")
        let other = StatementSample.with("context", "{\(members.reversed().joined(separator: ","))}")
        #expect(try one.read().digest == other.read().digest)
    }

    static let texts: [(member: String, json: String, fault: StatementFault)] = [
        ("id", "\"\(accents)\"", .id), ("id", "\"\(String(repeating: "-", count: 1_000_000))\"", .id),
        ("timestamp", "\"2015-11-18T12:17:00.\(String(repeating: "0", count: 1_000_000))\"", .timestamp),
        ("timestamp", "\"\(accents)\"", .timestamp),
        ("actor", "{\"objectType\":\"Agent\(marks)\"}", .actor),
        ("actor", "{\"mbox\":\"mailto:\(marks)\"}", .address),
        ("actor", "{\"openid\":\"x:\(accents)\"}", .longIdentifier),
        ("actor", "{\"mbox\":\"mailto\u{1A}a@x.example\"}", .notJSON),
        ("actor", "{\"account\":{\"homePage\":\"x:y\",\"name\":\"\(accents)\"}}", .longIdentifier),
        ("object", "{\"objectType\":\"Activity\(marks)\",\"id\":\"x:y\"}", .activity),
    ]

    @Test(arguments: texts.indices)
    func `a hostile value is reported as the fault of its own member`(_ index: Int) {
        let (member, json, fault) = Self.texts[index]
        var sample = StatementSample.with(member, json)
        // Otherwise it would replace the timestamp.
        sample.members["stored"] = nil
        #expect(throws: fault) { try sample.read() }
    }

    @Test func `a hostile duration is left out`() throws {
        for duration in ["PT\(String(repeating: "9", count: 1_000_000))M", "PT\(marks)"] {
            let statement = try StatementSample.with("result", "{\"duration\":\"\(duration)\"}").read()
            #expect(statement.minutes == nil && statement.omitted == [.duration])
        }
    }

    @Test func `a very long verb is an unknown verb, and a very long fraction is read as a time`() throws {
        let verb = "http://adlnet.gov/expapi/verbs/passed" + marks
        #expect(try StatementSample.with("verb", "{\"id\":\"\(verb)\"}").read().verb == .other(verb))
        let fraction = "\"2015-11-18T12:17:00.25\(String(repeating: "0", count: 1_000_000))Z\""
        #expect(try StatementSample.with("timestamp", fraction).read().timestamp == StatementSample().read().timestamp)
    }

    @Test(arguments: ["id", "email", "course", "event", "date", "minutes", "progress"])
    func `a line with a very long cell is refused`(_ column: String) async throws {
        let columns = ["id", "email", "course", "event", "date", "minutes", "progress"]
        try await withCourses { world async throws in
            let usual = ["id": "1", "email": "ada@acme.example", "course": "swift-101", "event": "activity"]
            for cell in [accents, "completed" + marks, String(repeating: "9", count: 400_000)] {
                var cells = usual
                cells["date"] = "2025-02-01"
                cells[column] = cell
                let line = columns.map { cells[$0] ?? "" }.joined(separator: ",")
                let report = try await world.load(header + line + "\n", size: 65_536)
                #expect(report.counts == [.refused: 1])
            }
        }
    }

    @Test func `names of learners and ids of entries have a length limit`() async throws {
        try await withCourses { world async throws in
            let (courses, admin) = (world.courses, world.administrator)
            await #expect(throws: LearningError.invalidLearner) {
                try await courses.resolve(accents, to: world.ada, as: admin)
            }
            await #expect(throws: LearningError.invalidLearner) {
                try await courses.removeMapping(of: accents, as: admin)
            }
            await #expect(throws: LearningError.invalidLearner) {
                try await courses.discardHeldLines(of: accents, as: admin)
            }
            await #expect(throws: LearningError.unknownEntry) {
                try await courses.void(accents, of: world.ada, as: admin)
            }
            await #expect(throws: LearningError.invalidID) { try await world.record(.enrolled, id: accents) }
        }
    }

    @Test func `a search has a length limit, and a visitor is refused before a course is checked`() async throws {
        try await withCourses { world async throws in
            await #expect(throws: CourseError.invalidSearch) {
                try await world.courses.list(CourseQuery(text: accents), as: world.administrator)
            }
            let course = Course(
                id: try CourseID("x"), title: accents, language: "en" + String(repeating: "-x", count: 99))
            await #expect(throws: AccessError.self) { try await world.courses.add(course, as: .visitor) }
            await #expect(throws: AccessError.self) { try await world.courses.change(course, as: .visitor) }
            await #expect(throws: CourseError.invalidTitle) {
                try await world.courses.add(course, as: world.administrator)
            }
            var other = course
            other.title = "X"
            await #expect(throws: CourseError.invalidLanguage) {
                try await world.courses.add(other, as: world.administrator)
            }
        }
    }
}
