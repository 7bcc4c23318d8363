import Atrium
import AtriumCourses
import AtriumTesting
import Foundation
import TestSupport
import Testing

struct ImportReportTests {
    @Test func `a report gives refusals before skipped lines, with their ids and what was unknown`() async throws {
        try await withCourses { world async throws in
            let course = try CourseID("urn:course:x")
            try await world.courses.add(Course(id: course, title: "X"), as: world.administrator)
            let skipped = (1...1001).map { world.statement($0, "experienced", activity: "x") }.joined()
            let rest =
                world.statement(2001, "initialized", of: "eve@else.example", activity: "x")
                + world.statement(2002, "initialized", activity: "none")
                + world.statement(2003, "initialized", at: "yesterday", activity: "x")
            let report = try await world.load(skipped + rest, .xapi)
            #expect(report.counts == [.skipped: 1001, .held: 1, .refused: 2])
            #expect(report.remarks.count == ImportReport.remarkLimit)
            let first = report.remarks.prefix(4)
            #expect(first.map(\.verdict) == [.refused, .refused, .held, .skipped])
            #expect(first.map(\.id) == [2002, 2003, 2001, 1].map(world.id))
            #expect(first.map(\.line) == [1003, 1004, 1002, 1])
            #expect(first[0].reason.description.contains("'urn:course:none'"))
            #expect(first[3].reason.description.contains("'http://adlnet.gov/expapi/verbs/experienced'"))
            #expect(!report.remarks.contains { $0.reason.description.contains("eve") })
        }
    }

    @Test func `a remark about a one-line answer says which statement it means, and the link to more stays`()
        async throws
    {
        try await withCourses { world async throws in
            let statements = [
                world.statement(1, "initialized", activity: "none"), "7",
                world.statement(2, "initialized", activity: "no"),
            ].map { $0.trimmingCharacters(in: .newlines) }
            let report = try await world.load(
                "{\"statements\":[\(statements.joined(separator: ","))],\"more\":\"/x\"}", .xapi)
            #expect(report.remarks.map(\.line) == [1, 1, 1])
            #expect(report.remarks.map(\.position) == [1, 2, 3])
            #expect(report.remarks.map(\.id) == [world.id(1), nil, world.id(2)])
            #expect(report.more == "/x")
        }
    }

    @Test func `an error answer of a record store is refused, and the remark says why`() async throws {
        try await withCourses { world async throws in
            let report = try await world.load("{\"error\":\"unauthorized\"}", .xapi)
            #expect(report.counts == [.refused: 1])
            #expect(report.remarks[0].reason.description.contains("it may be an error message of the record store"))
        }
    }

    @Test func `a remark names the course or the event that is unknown`() async throws {
        try await withCourses { world async throws in
            let report = try await world.load(
                header + """
                    a1,ada@acme.example,none,enrolled,2025-02-01,,
                    a2,ada@acme.example,swift-101,finished,2025-02-01,,

                    """)
            #expect(report.remarks.map(\.id) == ["a1", "a2"])
            #expect(
                report.remarks[0].reason.description.contains("'none'")
                    && report.remarks[1].reason.description.contains("'finished'"))
        }
    }

    @Test(arguments: ["Fire safety", "Sécurité", "消防 1", "C++ (α)"])
    func `a remark names an unknown course in any script`(_ name: String) async throws {
        try await withCourses { world async throws in
            let report = try await world.load(header + "1,ada@acme.example,\(name),enrolled,2025-02-01,,\n")
            #expect(report.remarks.first?.reason.description.contains("'\(name)'") == true)
        }
    }

    @Test(arguments: ["ada@acme.example", "Ada <ada＠acme.example>", "x\u{202E}y", String(repeating: "é", count: 101)])
    func `a remark about a row with shifted cells shows no address, and only short plain texts`(_ name: String)
        async throws
    {
        try await withCourses { world async throws in
            let report = try await world.load(
                header + """
                    1,ada@acme.example,swift-101,\(name),2025-02-01,,
                    2,ada@acme.example,\(name),enrolled,2025-02-01,,

                    """)
            #expect(report.counts == [.refused: 2])
            #expect(!report.remarks.contains { $0.reason.description.contains(name) })
        }
    }
}
