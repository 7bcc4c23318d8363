import Atrium
import AtriumCourses
import AtriumTesting
import Foundation
import TestSupport
import Testing

/// Statements in the forms that real systems send.
struct FoundStatementTests {
    private static let id = "6f1a0c4e-0000-4000-8000-000000000001"

    /// Bob's statement about a course, which it names by the course's link.
    private func statement(
        _ verb: String = "completed", id: String = id, object: String = "", time: String? = "2026-01-05T10:00:00Z",
        _ rest: String = ""
    ) -> String {
        let timestamp = time.map { #","timestamp":"\#($0)""# } ?? ""
        return #"""
            {"id":"\#(id)","actor":{"mbox":"mailto:bob@x.example"},
             "verb":{"id":"http://adlnet.gov/expapi/verbs/\#(verb)"},
             "object":{"id":"https://lms.example/course/1"\#(object)}\#(timestamp)\#(rest)}
            """#
    }

    private func withBob(_ body: (CourseWorld, MemberID) async throws -> Void) async throws {
        try await withCourses { world async throws in
            let course = Course(id: try CourseID("safety"), title: "Safety", link: "https://lms.example/course/1")
            try await world.courses.add(course, as: world.administrator)
            let bob = try await world.test.member("bob@x.example", in: world.tenant)
            try await body(world, #require(bob.member))
        }
    }

    @Test(arguments: [1, 7, 65_536])
    func `the answer of a learning record store is read, with its link to more`(_ size: Int) async throws {
        try await withBob { world, _ async throws in
            let second = statement("initialized", id: "6f1a0c4e-0000-4000-8000-000000000002")
            let text = """
                {
                 "statements": [
                \(statement()),
                \(second)
                 ],
                 "more": "/xAPI/statements?more=abc"
                }
                """
            let report = try await world.load(text, .xapi, size: size)
            #expect(report.total == 2 && report[.accepted] >= 1)
            #expect(report.more == "/xAPI/statements?more=abc")
            let last = try await world.load(#"{"statements":[\#(statement())],"more":""}"#, .xapi)
            #expect(last.counts == [.repeated: 1] && last.more == nil)
        }
    }

    @Test func `the same statement with another definition and time format counts as repeated`() async throws {
        try await withBob { world, _ async throws in
            let names = ["Safety", "Safety 2026"].map { #","definition":{"name":{"en":"\#($0)"}}"# }
            #expect(try await world.load(statement(object: names[0]), .xapi).counts == [.accepted: 1])
            for time in ["2026-01-05T10:00:00.000Z", "2026-01-05T11:00:00+0100", "2026-01-05T10:00:00.0009Z"] {
                let again = statement(object: #","objectType":"Activity""# + names[1], time: time, #","stored":"x""#)
                #expect(try await world.load(again, .xapi).counts == [.repeated: 1], "\(time)")
            }
            let other = try await world.load(statement(time: "2026-01-05T10:00:01Z"), .xapi)
            #expect(other.counts == [.refused: 1])
            #expect(other.remarks.first?.id == Self.id)
        }
    }

    @Test func `a time that a store adds to a statement makes no difference`() async throws {
        try await withBob { world, _ async throws in
            #expect(try await world.load(statement(time: nil), .xapi).counts == [.accepted: 1])
            let stored = statement(time: "2026-01-05T08:00:00Z", #","stored":"2026-01-05T08:00:00Z""#)
            #expect(try await world.load(stored, .xapi).counts == [.repeated: 1])
        }
    }

    @Test func `a held statement is compared by its meaning too`() async throws {
        try await withCourses { world async throws in
            let course = Course(id: try CourseID("safety"), title: "Safety", link: "https://lms.example/course/1")
            try await world.courses.add(course, as: world.administrator)
            for time in ["2026-01-05T10:00:00Z", "2026-01-05T10:00:00.000+00", "2026-01-05T11:00+01:00"] {
                let text = statement(object: #","definition":{"moreInfo":"\#(time)"}"#, time: time)
                #expect(try await world.load(text, .xapi).counts == [.held: 1])
            }
            #expect(try await world.load(statement(time: "2026-01-05T10:00:01Z"), .xapi).counts == [.refused: 1])
        }
    }

    @Test func `a completion is accepted even if its duration has months`() async throws {
        try await withBob { world, bob async throws in
            let text = statement("completed", #","result":{"duration":"P3Y1M29DT4H35M59.14S"}"#)
            #expect(try await world.load(text, .xapi).counts == [.accepted: 1])
            #expect(try await world.courses.participations(of: bob, as: world.administrator).count == 1)
        }
    }

    @Test(arguments: [
        #"{"duration":"P1M"}"#, #"{"duration":7}"#, "[]", #"{"extensions":[]}"#,
        #"{"extensions":{"https://w3id.org/xapi/cmi5/result/extensions/progress":"half"}}"#,
    ])
    func `work with an unreadable duration or progress is recorded without it, with a remark`(_ result: String)
        async throws
    {
        try await withBob { world, bob async throws in
            let report = try await world.load(statement("progressed", #","result":\#(result)"#), .xapi)
            #expect(report.counts == [.accepted: 1])
            #expect(report.remarks.map(\.verdict) == [.accepted] && report.remarks[0].id == Self.id)
            #expect(report.remarks[0].reason.description.hasPrefix("the statement is recorded without its "))
            let found = try await world.courses.participations(of: bob, as: world.administrator)
            #expect(found.map(\.activities) == [1] && found.map(\.minutes) == [nil])
        }
    }

    @Test func `a time offset without a colon is read`() async throws {
        try await withBob { world, bob async throws in
            let text = statement("progressed", time: "2026-01-05T10:00:00+0000")
            #expect(try await world.load(text, .xapi).counts == [.accepted: 1])
            let entries = try await world.courses.entries(of: bob, in: CourseID("safety"), as: world.administrator)
            #expect(entries.map(\.effectiveAt) == [Date(timeIntervalSince1970: 1_767_607_200)])
        }
    }
}
