import Atrium
import AtriumAnalytics
import AtriumCourses
import Foundation
import TestSupport
import Testing

struct SmallGroupTests {
    private static let days = Day(year: 2025, month: 1)..<Day(year: 2025, month: 4)

    /// Six people in three teams with 4, 2 and 0 members, and a limit of 3.
    private func withGroups(
        _ body: (AnalyticsWorld, _ members: [MemberID]) async throws -> Void
    ) async throws {
        try await withAnalytics { world in
            _ = try await world.tenant.teams.create("West", as: world.administrator)
            var members: [MemberID] = []
            for number in 0..<6 {
                let team = number < 4 ? world.north : world.south
                let member = try await world.member("m\(number)", [], [team])
                members.append(member)
                try await world.record(.enrolled, member, "2025-02-01")
                try await world.record(.activity(minutes: 10), member, "2025-02-10")
            }
            try await world.analytics.setSmallGroup(3, as: world.administrator)
            try await body(world, members)
        }
    }

    private func values(
        _ world: AnalyticsWorld, _ rows: FigureQuery.Rows, _ figure: KeyFigure, each: Period? = nil,
        as principal: Principal? = nil
    ) async throws -> (rows: [FigureValue], totals: [FigureValue]) {
        let table = try await world.analytics.table(
            FigureQuery(rows, days: Self.days, each: each), as: principal ?? world.administrator)
        return (
            table.rows.map { table.value(of: figure, in: $0) }, table.totals.map { table.value(of: figure, in: $0) }
        )
    }

    @Test func `the small-group limit is off until somebody sets it, and may be from 2 to 1,000`()
        async throws
    {
        try await withAnalytics { world async throws in
            #expect(try await world.analytics.smallGroup(as: world.administrator) == nil)
            for limit in [-1, 0, 1, 1001] {
                await #expect(throws: AnalyticsError.invalidSmallGroup) {
                    try await world.analytics.setSmallGroup(limit, as: world.administrator)
                }
            }
            try await world.analytics.setSmallGroup(5, as: world.administrator)
            let manager = Principal.member(try await world.member("manager", [Assignment(.manager)]))
            #expect(try await world.analytics.smallGroup(as: manager) == 5)
            await #expect(throws: AccessError.self) { try await world.analytics.setSmallGroup(nil, as: manager) }
            try await world.analytics.setSmallGroup(nil, as: world.administrator)
            #expect(try await world.analytics.smallGroup(as: manager) == nil)
        }
    }

    @Test func `a count of too few people is hidden, and so is a second one if the total would reveal it`() async throws
    {
        try await withGroups { world, _ async throws in
            // North has 4 members, South 2, West 0. South is too small, and the total minus North would reveal it.
            let enrolled = try await values(world, .teams, .enrolled)
            #expect(enrolled.rows == [.hidden, .hidden, .count(0)])
            #expect(enrolled.totals == [.count(6)])
            #expect(try await values(world, .teams, .minutes).rows == [.hidden, .hidden, .count(0)])
            #expect(try await values(world, .teams, .members).rows == [.hidden, .hidden, .count(0)])
        }
    }

    @Test func `the limit counts people, not their activities`() async throws {
        try await withGroups { world, members async throws in
            for _ in 0..<10 { try await world.record(.activity(), members[4], "2025-03-05") }
            let march = try await values(world, .organization, .activities, each: .month)
            #expect(march.rows == [.count(0), .count(6), .hidden])
        }
    }

    @Test func `a rate is hidden if any of its parts is hidden`() async throws {
        try await withGroups { world, members async throws in
            for member in members.prefix(4) { try await world.record(.completed, member, "2025-03-01") }
            try await world.record(.failed, members[4], "2025-03-01")
            #expect(try await values(world, .organization, .completed).rows == [.count(4)])
            #expect(try await values(world, .organization, .failed).rows == [.hidden])
            #expect(try await values(world, .organization, .completionRate).rows == [.hidden])
        }
    }

    @Test func `a supervisor sees no total, so only the small count is hidden`() async throws {
        try await withGroups { world, _ async throws in
            let lead = try await world.member(
                "lead",
                [Assignment(.supervisor, team: world.north), Assignment(.supervisor, team: world.south)])
            let enrolled = try await values(world, .teams, .enrolled, as: .member(lead))
            #expect(enrolled.rows == [.count(4), .hidden] && enrolled.totals.isEmpty)
        }
    }

    @Test func `a member's figures are hidden from others and shown to the member`() async throws {
        try await withGroups { world, members async throws in
            let rows = try await values(world, .members, .enrolled).rows
            #expect(rows.count > 6 && rows.allSatisfy { $0 == .hidden })
            let own = Principal.member(members[0])
            #expect(
                try await world.value(.enrolled, "2025-01-01..2025-04-01", member: members[0], as: own) == .count(1))
            #expect(try await world.value(.enrolled, "2025-01-01..2025-04-01", member: members[0]) == .hidden)
            var query = FigureQuery(.courses, days: Self.days)
            query.member = members[0]
            let courses = try await world.analytics.table(query, as: world.administrator)
            #expect((courses.rows + courses.totals).allSatisfy { courses.value(of: .completed, in: $0) == .hidden })
        }
    }

    @Test func `CSV hides the same counts and shows the limit in their place`() async throws {
        try await withGroups { world, _ async throws in
            var query = FigureQuery(.teams, days: Self.days)
            query.figures = [.enrolled, .completionRate]
            var text = ""
            for try await piece in try world.analytics.csv(query, as: world.administrator) { text += piece }
            let lines = text.split(separator: "\r\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
            #expect(lines[0] == ["key", "name", "from", "until", "enrolled", "completion_rate", "completion_rate_of"])
            #expect(lines[1][1...] == ["North", "2025-01-01", "2025-04-01", "<3", "", ""])
            #expect(lines[3][4] == "0" && lines[4] == ["", "Total", "2025-01-01", "2025-04-01", "6", "", ""])
        }
    }

    @Test func `a total does not reveal several small rows together`() async throws {
        try await withAnalytics { world async throws in
            var teams = [world.north, world.south]
            for name in ["East", "West"] {
                teams.append(try await world.tenant.teams.create(name, as: world.administrator))
            }
            // 6, 1, 1 and 0 people: 8 − 6 would reveal a group of two.
            for (team, count) in zip(teams, [6, 1, 1, 0]) {
                for number in 0..<count {
                    let member = try await world.member("\(team)-\(number)", [], [team])
                    try await world.record(.enrolled, member, "2025-02-01")
                }
            }
            try await world.analytics.setSmallGroup(3, as: world.administrator)
            let enrolled = try await values(world, .teams, .enrolled)
            // In the order of their names: East, North, South, West.
            #expect(enrolled.rows == [.hidden, .hidden, .hidden, .count(0)] && enrolled.totals == [.count(8)])
        }
    }

    @Test func `a total is hidden if it is small, or if no second row can be hidden`() async throws {
        try await withAnalytics { world async throws in
            let ada = try await world.member("ada", [], [world.north])
            try await world.record(.enrolled, ada, "2025-02-01")
            try await world.analytics.setSmallGroup(3, as: world.administrator)
            let one = try await values(world, .teams, .enrolled)
            #expect(one.rows == [.hidden, .count(0)] && one.totals == [.hidden])
            // Three more members are in no team. The total is large now, but North would be the only hidden row.
            for number in 0..<3 {
                try await world.record(.enrolled, try await world.member("m\(number)"), "2025-02-01")
            }
            let many = try await values(world, .teams, .enrolled)
            #expect(many.rows == [.hidden, .count(0)] && many.totals == [.hidden])
        }
    }
}
