import Atrium
import AtriumAnalytics
import AtriumCourses
import AtriumTesting
import Foundation
import TestSupport
import Testing

struct ScopeTests {
    private static let year = Day(year: 2025, month: 1)..<Day(year: 2026, month: 1)

    private func table(
        _ world: AnalyticsWorld, _ rows: FigureQuery.Rows, team: TeamID? = nil, member: MemberID? = nil,
        as principal: Principal
    ) async throws -> FigureTable {
        var query = FigureQuery(rows, days: Self.year)
        (query.team, query.member) = (team, member)
        return try await world.analytics.table(query, as: principal)
    }

    @Test func `a supervisor sees their teams and nothing else`() async throws {
        try await withAnalytics { world async throws in
            let lead = Principal.member(
                try await world.member("lead", [Assignment(.supervisor, team: world.north)]))
            let ada = try await world.member("ada", [], [world.north])
            let bob = try await world.member("bob", [], [world.south])
            try await world.record(.activity(), ada, "2025-03-01")
            try await world.record(.activity(), bob, "2025-03-01")

            let teams = try await table(world, .teams, as: lead)
            #expect(teams.rows.map(\.subject) == [.team(world.north)] && teams.totals.isEmpty)
            for rows in [FigureQuery.Rows.organization, .courses, .members] {
                #expect(try await !table(world, rows, team: world.north, as: lead).rows.isEmpty)
                await #expect(throws: AccessError.self) { try await table(world, rows, as: lead) }
                await #expect(throws: AccessError.self) { try await table(world, rows, team: world.south, as: lead) }
            }
            let members = try await table(world, .members, team: world.north, as: lead)
            #expect(members.rows.map(\.subject) == [.member(ada)])
            await #expect(throws: AccessError.self) { try await table(world, .organization, member: ada, as: lead) }
            await #expect(throws: AccessError.self) { try await table(world, .teams, member: ada, as: lead) }
            #expect(try await table(world, .organization, team: world.north, member: ada, as: lead).rows.count == 1)
            await #expect(throws: MemberError.unknown) {
                try await table(world, .organization, team: world.north, member: bob, as: lead)
            }
            await #expect(throws: AccessError.self) { try await world.analytics.learningDays(as: lead) }
        }
    }

    @Test func `a supervisor of two teams can compare them`() async throws {
        try await withAnalytics { world async throws in
            let east = try await world.tenant.teams.create("East", as: world.administrator)
            let lead = try await world.member(
                "lead", [Assignment(.supervisor, team: world.north), Assignment(.supervisor, team: east)])
            let teams = try await table(world, .teams, as: .member(lead))
            #expect(teams.rows.map(\.name) == ["East", "North"])
        }
    }

    @Test func `a member sees only their own figures, also by course`() async throws {
        try await withAnalytics { world async throws in
            let ada = try await world.member("ada", [], [world.north])
            let bob = try await world.member("bob", [], [world.north])
            try await world.record(.activity(), ada, "2025-03-01")
            try await world.record(.activity(), bob, "2025-03-01")
            let own = Principal.member(ada)
            let figures = try await table(world, .organization, member: ada, as: own)
            #expect(figures.value(of: .activities, in: try #require(figures.rows.first)) == .count(1))
            #expect(try await table(world, .courses, member: ada, as: own).rows.count == 2)
            #expect(try await table(world, .members, member: ada, as: own).rows.map(\.subject) == [.member(ada)])
            await #expect(throws: AccessError.self) { try await table(world, .organization, member: bob, as: own) }
            await #expect(throws: AccessError.self) { try await table(world, .organization, as: own) }
            await #expect(throws: AccessError.self) { try await table(world, .teams, as: own) }
            await #expect(throws: AccessError.self) { try await table(world, .teams, member: ada, as: own) }
            await #expect(throws: AccessError.self) {
                try await table(world, .organization, team: world.north, member: ada, as: own)
            }
            await #expect(throws: AccessError.self) { try await table(world, .organization, as: .visitor) }
        }
    }

    @Test func `only someone who sees everything is told that a team, course or member is unknown`() async throws {
        try await withAnalytics { world async throws in
            let nobody = MemberID(at: Date(timeIntervalSince1970: 0), random: Array(repeating: 1, count: 10))
            let none = TeamID(at: Date(timeIntervalSince1970: 0), random: Array(repeating: 1, count: 10))
            await #expect(throws: TeamError.unknown) {
                try await table(world, .organization, team: none, as: world.administrator)
            }
            await #expect(throws: MemberError.unknown) {
                try await table(world, .organization, member: nobody, as: world.administrator)
            }
            var query = FigureQuery(.organization, days: Self.year)
            query.course = try CourseID("none")
            await #expect(throws: CourseError.unknown) {
                try await world.analytics.table(query, as: world.administrator)
            }
            // A supervisor gets the same error for an unknown team as for a foreign one.
            let lead = try await world.member("lead", [Assignment(.supervisor, team: world.north)])
            await #expect(throws: AccessError.self) {
                try await table(world, .organization, team: none, as: .member(lead))
            }
        }
    }

    @Test(arguments: [11, 12] as [UInt64])
    func `a supervisor sees the same figures as an administrator who filters by the team`(_ seed: UInt64) async throws {
        try await withAnalytics { world in
            var history = History(world: world, seed: seed)
            for _ in 0..<200 { try await history.step() }
            // A supervisor needs an open team, and North may be archived by now.
            let lead = try await world.member("lead", [Assignment(.supervisor, team: world.south)])
            let days = Day(year: 2025, month: 5)..<Day(year: 2027, month: 1)
            for rows in [FigureQuery.Rows.organization, .teams, .courses, .members] {
                for each in [nil, .month, .week] as [Period?] {
                    var query = FigureQuery(rows, days: days, each: each)
                    query.team = world.south
                    let theirs = try await world.analytics.table(query, as: .member(lead))
                    let all = try await world.analytics.table(query, as: world.administrator)
                    #expect(theirs == all && !theirs.rows.isEmpty)
                }
            }
            let teams = try await world.analytics.table(FigureQuery(.teams, days: days), as: .member(lead))
            let all = try await world.analytics.table(FigureQuery(.teams, days: days), as: world.administrator)
            #expect(teams.rows == all.rows.filter { $0.subject == .team(world.south) })
        }
    }
}
