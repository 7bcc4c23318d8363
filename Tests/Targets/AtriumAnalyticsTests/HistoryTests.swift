import AtriumCourses
import AtriumInvitations
import AtriumTesting
import Foundation
import TestSupport
import Testing

@testable import Atrium
@testable import AtriumAnalytics

/// Compares the rollups with a plain count of the events, over random pasts.
struct HistoryTests {
    private func withHistory(
        _ seed: UInt64, zone: TimeZone = .gmt, _ body: (AnalyticsWorld, History) async throws -> Void
    ) async throws {
        try await withAnalytics { world in
            if zone != .gmt {
                try await world.tenant.settings.change(
                    OrganizationSettings(name: "Acme", timeZone: zone), as: world.administrator)
            }
            var history = History(world: world, seed: seed, zone: zone)
            for _ in 0..<200 { try await history.step() }
            try await history.load()
            #expect(history.facts.count > 50)
            try await body(world, history)
        }
    }

    private static let figures: [KeyFigure] = [
        .active, .enrolled, .started, .completed, .failed, .withdrawn, .completionRate, .activities, .minutes,
        .certificates,
    ]

    private func check(
        _ world: AnalyticsWorld, _ history: History, _ rows: FigureQuery.Rows, _ each: Period?, _ days: Range<Day>,
        team: TeamID? = nil
    ) async throws {
        var query = FigureQuery(rows, days: days, each: each)
        (query.team, query.figures) = (team, Self.figures)
        let table = try await world.analytics.table(query, as: world.administrator)
        #expect(!table.rows.isEmpty)
        for row in table.rows + table.totals {
            var (team, course, member) = (team, CourseID?.none, MemberID?.none)
            switch row.subject {
            case .organization: break
            case .team(let id): team = id
            case .course(let id): course = id
            case .member(let id): member = id
            }
            let expected = history.expected(row.days, team: team, course: course, member: member)
            for figure in table.figures {
                #expect(
                    table.value(of: figure, in: row) == expected[figure],
                    "\(figure.id) of \(row.subject) in \(row.days), by \(String(describing: each))")
            }
        }
    }

    private static let days = Day(year: 2025, month: 5, day: 1)..<Day(year: 2027, month: 1, day: 1)

    @Test(arguments: [1, 2] as [UInt64])
    func `the rollups agree with a plain count of the events, for all rows and periods`(_ seed: UInt64) async throws {
        try await withHistory(seed) { world, history in
            for rows in [FigureQuery.Rows.organization, .teams, .courses, .members] {
                for each in [nil, .month, .quarter, .year, .week] as [Period?] {
                    try await check(world, history, rows, each, Self.days)
                }
                // A part of a month is counted by days.
                try await check(world, history, rows, nil, Day(year: 2025, month: 8, day: 17)..<Self.days.upperBound)
            }
            for rows in [FigureQuery.Rows.organization, .courses, .members] {
                try await check(world, history, rows, .month, Self.days, team: world.south)
            }
        }
    }

    @Test(arguments: [5] as [UInt64])
    func `the rollups use the days of another time zone`(_ seed: UInt64) async throws {
        let zone = try #require(TimeZone(identifier: "Pacific/Auckland"))
        try await withHistory(seed, zone: zone) { world, history in
            try await check(
                world, history, .teams, .day, Self.days.upperBound.advanced(by: -700)..<Self.days.upperBound)
            try await check(world, history, .courses, .month, Self.days)
        }
    }

    @Test(arguments: [7, 8] as [UInt64])
    func `a rebuild gives the same rollups, and so does a change of the time zone and back`(_ seed: UInt64) async throws
    {
        try await withHistory(seed) { world, _ in
            for number in 0..<8 { _ = try await world.invite("invited\(number)", [world.south]) }
            let before = try await dump(world)
            let analytics = try world.analytics
            try await analytics.store.write(as: analytics.tenant.system("rebuild")) {
                try analytics.rebuild(in: $0)
            }
            #expect(try await dump(world) == before)
            for zone in ["Asia/Kolkata", "GMT"] {
                try await world.tenant.settings.change(
                    OrganizationSettings(name: "Acme", timeZone: try #require(TimeZone(identifier: zone))),
                    as: world.administrator)
            }
            #expect(try await dump(world) == before)
        }
    }

    @Test func `a module that was absent for a while counts everything when it is back`() async throws {
        try await withAnalytics { first in
            var world = first
            let ada = try await world.member("ada", [], [world.north])
            try await world.record(.activity(), ada, "2025-06-01")
            await world.test.platform.close()

            let without = try await Platform.open(
                at: world.test.folder, modules: analyticsModules(world.mailbox, withAnalytics: false))
            let bare = try await without.tenant("acme")
            let date = Day(year: 2025, month: 7, day: 1).start(in: .gmt)
            try await bare[Courses.self].record(
                .activity(), of: ada, in: world.swift, at: date, as: world.administrator)
            try await bare.teams.remove(ada, from: world.north, as: world.administrator)
            await without.close()

            world = try await world.reopened()
            #expect(try await world.count(.activities, "2025-01-01..2026-01-01") == 2)
            #expect(try await world.count(.activities, "2025-01-01..2026-01-01", team: world.north) == 2)
            #expect(try await world.count(.invited, "2000-01-01..2100-01-01") == 1)
            await world.test.platform.close()
        }
    }

    /// All rows of the rollups as text, with names instead of surrogate keys.
    private func dump(_ world: AnalyticsWorld) async throws -> [String] {
        let store = try world.analytics.store
        return try await store.read(as: world.administrator, .viewFigures) { work in
            let name: SQL = "(SELECT name FROM analytics_key k WHERE k.id ="
            let numbers: SQL = """
                format('%d %d %d %d %d %d %d %d %d %d %d', invited, activated, enrolled, started, completed, failed, withdrawn,
                    activities, minutes, openings, first_completed)
                """
            let tables: [SQL] = [
                """
                SELECT format('day %s %d %s %s %s', \(name) team), day, \(name) member), \(name) course), \(numbers))
                FROM analytics_day ORDER BY 1
                """,
                """
                SELECT format('month %s %d %s %s %d', \(name) team), month, \(name) course), \(numbers), active)
                FROM analytics_month ORDER BY 1
                """,
                """
                SELECT format('active %s %d %s %s %d', \(name) team), month, \(name) member), \(name) course), activities)
                FROM analytics_presence ORDER BY 1
                """,
                """
                SELECT format('return %s %d %d %s %d', \(name) team), month, previous, \(name) course), people)
                FROM analytics_return ORDER BY 1
                """,
                """
                SELECT format('in %s %s %d %d', \(name) team), \(name) member), from_day, until_day)
                FROM analytics_membership ORDER BY 1
                """,
            ]
            return try tables.flatMap { try work.rows($0, as: String.self) }
        }
    }
}
