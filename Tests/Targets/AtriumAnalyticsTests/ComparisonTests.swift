import Atrium
import AtriumCourses
import AtriumSurfaces
import AtriumTesting
import Foundation
import TestSupport
import Testing

@testable import AtriumAnalytics

struct ComparisonTests {
    private static let days = Day(year: 2026, month: 1)..<Day(year: 2026, month: 2)

    private func rates(
        _ world: AnalyticsWorld, of criterion: TeamCriterion? = nil, as principal: Principal? = nil
    ) async throws -> [String: FigureValue] {
        let comparison = try await world.analytics.comparison(
            of: criterion, days: Self.days, as: principal ?? world.administrator)
        return Dictionary(comparison.rows.map { ($0.name, $0.rates[.active] ?? .none) }) { first, _ in first }
    }

    @Test func `teams of one criterion are compared as parts of the members that they have now`() async throws {
        try await withAnalytics { world in
            let west = try await world.tenant.teams.create("West", as: world.administrator)
            for (team, criterion) in [
                (world.north, TeamCriterion.department), (world.south, .department), (west, .other("Floor")),
            ] { try await world.analytics.setCriterion(criterion, of: team, as: world.administrator) }
            let ada = try await world.member("ada", [], [world.north])
            _ = try await world.member("bob", [], [world.north])
            let carl = try await world.member("carl", [], [world.south])
            let gone = try await world.member("gone", [], [world.north])
            for member in [ada, carl, gone] { try await world.record(.activity(), member, "2026-01-02") }
            try await world.tenant.members.deactivate(gone, as: world.administrator)
            #expect(
                try await rates(world, of: .department)
                    == ["North": .rate(part: 1, total: 2), "South": .rate(part: 1, total: 1)])
            #expect(try await rates(world, of: .other("Floor")) == ["West": .none])
            #expect(try await rates(world).count == 3)
            // What carl did in South does not count for his next team.
            try await world.tenant.teams.add(carl, to: west, as: world.administrator)
            #expect(try await rates(world)["West"] == .rate(part: 0, total: 1))
            let lead = try await world.admit("lead", [Assignment(.supervisor, team: world.north)])
            #expect(try await rates(world, as: lead).keys.sorted() == ["North"])
            #expect(try await world.analytics.criteria(as: lead) == [world.north: .department])
        }
    }

    @Test(arguments: [
        (1, 9, FigureValue.hidden), (8, 9, .hidden), (0, 9, .rate(part: 0, total: 9)), (9, 9, .rate(part: 9, total: 9)),
        (4, 9, .rate(part: 4, total: 9)), (2, 2, .hidden), (0, 0, .none),
    ])
    func `a rate is hidden if it tells about fewer people than the limit, those who did it or those who did not`(
        part: Int, people: Int, value: FigureValue
    ) {
        #expect(TeamComparison.rate(part, of: people, smallGroup: 3) == value)
        #expect(
            people == 0 || TeamComparison.rate(part, of: people, smallGroup: nil) == .rate(part: part, total: people))
    }

    @Test func `an administrator sets the criterion, with a name of the list or in other words`() async throws {
        try await withAnalytics { world in
            let session = SurfaceSession(
                world.tenant, SurfaceCatalogue(of: world.test.platform),
                Caller(world.administrator, request: "1", now: world.test.clock.now, timeZone: .gmt))
            func set(_ texts: [String: [String]]) async throws -> Answer {
                try await session.perform(
                    SetTeamCriterion.self, FormInput(texts.merging(["team": ["\(world.north)"]]) { old, _ in old }))
            }
            _ = try await set(["criterion": ["project"]])
            #expect(try await world.analytics.criteria(as: world.administrator) == [world.north: .project])
            _ = try await set(["text": ["Floor 3"]])
            let offered = SetTeamCriterion.form.write(SetTeamCriterion(team: world.north, common: nil, text: nil))
            #expect(try await session.opening(SetTeamCriterion.self, offered).texts["text"] == ["Floor 3"])
            guard case .invalid(let fields) = try await set(["text": ["Floor 3"], "criterion": ["project"]]) else {
                Issue.record("two criteria were taken")
                return
            }
            #expect(Array(fields.faults.keys) == ["text"])
            for text in ["", " ", String(repeating: "x", count: 101), "a\nb"] {
                await #expect(throws: CriterionError.invalidText) {
                    try await world.analytics.setCriterion(.other(text), of: world.north, as: world.administrator)
                }
            }
            _ = try await set([:])
            #expect(try await world.analytics.criteria(as: world.administrator).isEmpty)
        }
    }
}
