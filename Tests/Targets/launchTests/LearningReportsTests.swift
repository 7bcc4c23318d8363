import Atrium
import AtriumAnalytics
import AtriumCourses
import AtriumInvitations
import AtriumMail
import AtriumSeats
import AtriumTesting
import Foundation
import Testing

@testable import launch

@Suite struct LearningReportsTests {
    private func withReports(
        _ events: [(Learning, String)], _ body: (_ report: (String) throws -> String) throws -> Void
    ) async throws {
        let modules: [any Module] = [
            Seats(),
            Mail(sender: try EmailAddress("no-reply@ou.example"), transport: FolderTransport(folder: "/dev/null")),
            Invitations { $0 }, Courses(), Analytics(),
        ]
        try await withTemporaryPlatform(modules) { test in
            let tenant = try await test.organization()
            let administrator = try await test.member(
                "admin@ou.example", roles: [Assignment(.administrator)], in: tenant)
            let teams = try await ["Wales", "East, \"far\"", "Ærø"].asyncMap {
                try await tenant.teams.create($0, as: administrator)
            }
            let ada = try await test.member("student-1@ou.example", teams: [teams[0]], in: tenant)
            let course = try CourseID("AAA-2013J")
            try await tenant[Courses.self].add(Course(id: course, title: "A"), as: administrator)
            for (learning, day) in events {
                try await tenant[Courses.self].record(
                    learning, of: #require(ada.member), in: course, at: #require(Day(day)).start(in: .gmt),
                    as: administrator)
            }
            let reports = try await LearningReports(tenant: tenant, administrator: administrator)
            let folder = "\(test.folder)/reports"
            try reports.write(into: folder)
            try body { try String(contentsOfFile: "\(folder)/\($0).csv", encoding: .utf8) }
        }
    }

    @Test func `months without events are listed between the first and the last month, and not before or after`()
        async throws
    {
        let events: [(Learning, String)] = [
            (.initialized, "2013-06-01"), (.enrolled, "2013-09-30"), (.activity(), "2013-10-01"),
            (.activity(), "2014-01-31"), (.failed, "2014-03-01"),
        ]
        try await withReports(events) { report throws in
            #expect(
                try report("months")
                    == """
                    month,active_members,enrolments,submissions,completions,withdrawals
                    2013-09,0,1,0,0,0
                    2013-10,1,0,1,0,0
                    2013-11,0,0,0,0,0
                    2013-12,0,0,0,0,0
                    2014-01,1,0,1,0,0

                    """.replacing("\n", with: "\r\n"))
            #expect(
                try report("courses")
                    == """
                    course,enrolments,submissions,completions,withdrawals,failures,certificates
                    AAA-2013J,1,2,0,0,1,0

                    """.replacing("\n", with: "\r\n"))
        }
    }

    @Test func `teams are sorted by the bytes of their names, and listed even if nothing was learnt`() async throws {
        try await withReports([]) { report throws in
            let zeros = ",0,0,0,0,0,0,0"
            let lines = [
                "team,members,active_members,enrolments,submissions,completions,withdrawals,failures,certificates",
                #""East, ""far""",0"# + zeros, "Wales,1" + zeros, "Ærø,0" + zeros,
            ]
            #expect(try report("teams") == lines.map { $0 + "\r\n" }.joined())
            #expect(try report("months").split(separator: "\r\n").count == 1)
        }
    }
}

extension Array {
    fileprivate func asyncMap<Value>(_ make: (Element) async throws -> Value) async rethrows -> [Value] {
        var values: [Value] = []
        for element in self { values.append(try await make(element)) }
        return values
    }
}
