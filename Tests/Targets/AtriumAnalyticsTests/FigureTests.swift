import Atrium
import AtriumAnalytics
import AtriumCourses
import AtriumInvitations
import Foundation
import TestSupport
import Testing

struct FigureTests {
    @Test func `figures count by the date of the event, and the end of an interval is excluded`() async throws {
        try await withAnalytics { world async throws in
            let ada = try await world.member("ada")
            try await world.record(.enrolled, ada, "2025-01-31")
            try await world.record(.activity(minutes: 20), ada, "2025-02-01")
            try await world.record(.activity(), ada, "2025-02-28")
            try await world.record(.completed, ada, "2025-03-01")
            #expect(try await world.count(.enrolled, "2025-01-01..2025-02-01") == 1)
            #expect(try await world.count(.enrolled, "2025-01-01..2025-01-31") == 0)
            #expect(try await world.count(.started, "2025-02-01..2025-03-01") == 1)
            #expect(try await world.count(.activities, "2025-02-01..2025-03-01") == 2)
            #expect(try await world.count(.minutes, "2025-02-01..2025-03-01") == 20)
            #expect(try await world.count(.active, "2025-02-01..2025-03-01") == 1)
            #expect(try await world.count(.active, "2025-02-02..2025-02-28") == 0)
            #expect(try await world.count(.completed, "2025-02-01..2025-03-01") == 0)
            #expect(try await world.count(.certificates, "2025-03-01..2025-03-02") == 1)
        }
    }

    @Test func `a completion rate counts only ended enrolments, and is none if there are none`() async throws {
        try await withAnalytics { world async throws in
            let days = "2025-01-01..2026-01-01"
            #expect(try await world.value(.completionRate, days) == .none)
            for (name, end) in [("a", Learning.completed), ("b", .failed), ("c", .withdrawn), ("d", .completed)] {
                let member = try await world.member(name)
                try await world.record(.enrolled, member, "2025-02-01")
                try await world.record(end, member, "2025-03-01")
            }
            let still = try await world.member("e")
            try await world.record(.enrolled, still, "2025-02-01")
            #expect(try await world.value(.completionRate, days) == .rate(part: 2, total: 4))
        }
    }

    @Test func `an invitation and its acceptance count once, for the teams that the person joins`() async throws {
        try await withAnalytics { world async throws in
            let ada = try await world.invite("ada", [world.north])
            let invitations = try world.tenant[Invitations.self]
            _ = try await invitations.invite(
                [EmailAddress("bob@acme.example")], teams: [world.north], as: world.administrator)
            _ = try await invitations.resend(InvitationQuery(), as: world.administrator)
            _ = try await invitations.invite(
                [EmailAddress("lead@acme.example")], role: .supervisor, teams: [world.north], as: world.administrator)
            let days = "2026-01-05..2026-01-06"
            // The founder was invited too.
            #expect(try await world.count(.invited, days) == 4)
            #expect(try await world.count(.invited, days, team: world.north) == 2)
            #expect(try await world.count(.activated, days, team: world.north) == 1)
            #expect(try await world.count(.activated, days, member: ada) == 1)
            #expect(try await world.value(.invited, days, course: world.swift) == .none)
        }
    }

    @Test func `a start moves to an earlier activity, and back when that activity is voided`() async throws {
        try await withAnalytics { world async throws in
            let ada = try await world.member("ada", [], [world.north])
            try await world.record(.initialized, ada, "2025-03-10", id: "open")
            try await world.record(.activity(), ada, "2025-02-10", id: "early")
            #expect(try await world.count(.started, "2025-02-01..2025-03-01", team: world.north) == 1)
            #expect(try await world.count(.started, "2025-03-01..2025-04-01", team: world.north) == 0)
            try await world.courses.void("early", of: ada, as: world.administrator)
            #expect(try await world.count(.started, "2025-03-01..2025-04-01", team: world.north) == 1)
            #expect(try await world.count(.started, "2025-01-01..2026-01-01") == 1)
            try await world.courses.void("open", of: ada, as: world.administrator)
            #expect(try await world.count(.started, "2025-01-01..2026-01-01") == 0)
            #expect(try await world.count(.activities, "2025-01-01..2026-01-01") == 0)
        }
    }

    @Test func `events count on the days of the organization's time zone, also past events after the zone changes`()
        async throws
    {
        try await withAnalytics { world async throws in
            let ada = try await world.member("ada", [], [world.north])
            let date = try #require(Day("2025-03-31")).start(in: .gmt).addingTimeInterval(23 * 3600)
            try await world.courses.record(.activity(), of: ada, in: world.swift, at: date, as: world.administrator)
            #expect(try await world.count(.activities, "2025-03-31..2025-04-01") == 1)
            let zone = try #require(TimeZone(identifier: "Asia/Tokyo"))
            try await world.tenant.settings.change(
                OrganizationSettings(name: "Acme", timeZone: zone), as: world.administrator)
            #expect(try await world.count(.activities, "2025-03-31..2025-04-01") == 0)
            #expect(try await world.count(.activities, "2025-04-01..2025-05-01", team: world.north) == 1)
            try await world.courses.record(.activity(), of: ada, in: world.swift, at: date, as: world.administrator)
            #expect(try await world.count(.activities, "2025-04-01..2025-04-02") == 2)
        }
    }

    @Test func `weeks begin on the organization's first weekday, and the interval cuts its first and last week`()
        async throws
    {
        try await withAnalytics { world async throws in
            let ada = try await world.member("ada")
            try await world.record(.activity(), ada, "2025-03-09")  // a Sunday
            try await world.record(.activity(), ada, "2025-03-10")
            func weeks() async throws -> [String] {
                let query = FigureQuery(days: try interval("2025-03-05..2025-03-13"), each: .week)
                let table = try await world.analytics.table(query, as: world.administrator)
                return table.rows.map { row in
                    "\(row.days.lowerBound) \(row.days.upperBound) \(table.value(of: .activities, in: row))"
                }
            }
            #expect(
                try await weeks() == ["2025-03-05 2025-03-10 count(1)", "2025-03-10 2025-03-13 count(1)"])
            try await world.tenant.settings.change(
                OrganizationSettings(name: "Acme", firstWeekday: .sunday), as: world.administrator)
            #expect(
                try await weeks() == ["2025-03-05 2025-03-09 count(0)", "2025-03-09 2025-03-13 count(2)"])
        }
    }

    @Test func `a table lists every team, course and member, with zero for those without events`() async throws {
        try await withAnalytics { world async throws in
            let ada = try await world.member("ada", [], [world.north])
            try await world.record(.activity(), ada, "2025-02-03")
            let days = try interval("2025-01-01..2025-04-01")
            let teams = try await world.analytics.table(FigureQuery(.teams, days: days), as: world.administrator)
            #expect(teams.rows.map(\.name) == ["North", "South"])
            #expect(teams.rows.map { teams.value(of: .active, in: $0) } == [.count(1), .count(0)])
            #expect(teams.totals.map { teams.value(of: .active, in: $0) } == [.count(1)])
            let courses = try await world.analytics.table(
                FigureQuery(.courses, days: days, each: .month), as: world.administrator)
            #expect(courses.rows.map(\.name) == ["SQLite", "SQLite", "SQLite", "Swift", "Swift", "Swift"])
            #expect(
                courses.rows.map { courses.value(of: .activities, in: $0) }.suffix(3) == [
                    .count(0), .count(1), .count(0),
                ])
            for rows in [FigureQuery.Rows.organization, .teams, .courses, .members] {
                let empty = try await world.analytics.table(
                    FigureQuery(rows, days: days.lowerBound..<days.lowerBound, each: .day), as: world.administrator)
                #expect(!empty.rows.isEmpty)
                #expect(empty.rows.allSatisfy { empty.value(of: .activities, in: $0) == .count(0) })
            }
            let idle = try await world.member("idle", [], [world.south])
            let members = try await world.analytics.table(FigureQuery(.members, days: days), as: world.administrator)
            #expect(members.rows.contains { $0.subject == .member(idle) })
        }
    }

    @Test func `an interval beyond the calendar, or with too many periods, is refused`() async throws {
        try await withAnalytics { world async throws in
            let analytics = try world.analytics
            let year = try #require(Day("2025-01-01"))
            await #expect(throws: AnalyticsError.invalidInterval) {
                let days = Day(number: .min)..<Day(number: .max)
                _ = try await analytics.table(FigureQuery(days: days, each: .day), as: world.administrator)
            }
            for days in [
                Day(year: 0, month: 12)..<year, year..<Day(year: 10_000, month: 1, day: 2),
                Day(number: -800_000)..<year,
            ] {
                await #expect(throws: AnalyticsError.invalidInterval) {
                    _ = try await analytics.table(FigureQuery(days: days, each: .month), as: world.administrator)
                }
            }
            await #expect(throws: AnalyticsError.tooManyRows) {
                let days = year..<year.advanced(by: 1_000_000)
                _ = try await analytics.table(FigureQuery(days: days, each: .day), as: world.administrator)
            }
        }
    }
}
