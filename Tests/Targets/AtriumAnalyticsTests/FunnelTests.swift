import Atrium
import AtriumAnalytics
import AtriumCourses
import Foundation
import TestSupport
import Testing

struct FunnelTests {
    private static let days = Day(year: 2026, month: 1)..<Day(year: 2026, month: 2)

    private func counts(
        _ world: AnalyticsWorld, of team: TeamID? = nil, as principal: Principal? = nil
    ) async throws -> [FigureValue] {
        try await world.analytics.funnel(of: team, days: Self.days, as: principal ?? world.administrator)
            .counts.map(\.people)
    }

    /// Ada and Bob were invited to North. Ada completes two courses, Bob opens one of them.
    private func withSteps(
        _ body: (AnalyticsWorld, _ ada: MemberID, _ bob: MemberID) async throws -> Void
    ) async throws {
        try await withAnalytics { world in
            let ada = try await world.invite("ada", [world.north])
            let bob = try await world.invite("bob", [world.north])
            for course in [world.swift, world.sqlite] {
                for learning: Learning in [.enrolled, .activity(), .completed] {
                    try await world.record(learning, ada, "2026-01-10", in: course)
                }
            }
            for learning: Learning in [.enrolled, .initialized] { try await world.record(learning, bob, "2026-01-12") }
            try await body(world, ada, bob)
        }
    }

    @Test func `a person counts once in each step, however many courses they take`() async throws {
        try await withSteps { world, _, _ async throws in
            // The third invitation is the founder's.
            #expect(try await counts(world) == [3, 2, 2, 2, 1, 1].map(FigureValue.count))
            #expect(try await counts(world, of: world.north) == [2, 2, 2, 2, 1, 1].map(FigureValue.count))
            #expect(try await counts(world, of: world.south) == [0, 0, 0, 0, 0, 0].map(FigureValue.count))
        }
    }

    @Test func `a step leads to its people, page by page, and each step of a small group is hidden`() async throws {
        try await withSteps { world, ada, bob async throws in
            func people(_ step: FunnelStep, after cursor: FunnelPage.Cursor? = nil) async throws -> FunnelPage {
                try await world.analytics.people(
                    at: step, days: Self.days, after: cursor, limit: 1, as: world.administrator)
            }
            let first = try await people(.started)
            let second = try await people(.started, after: first.next)
            #expect((first.people + second.people).map(\.member) == [ada, bob] && second.next == nil)
            #expect(second.people.first?.day == Day(year: 2026, month: 1, day: 12))
            #expect(try await people(.certified).people.map(\.name) == ["ada"])
            try await world.analytics.setSmallGroup(2, as: world.administrator)
            let two = FigureValue.count(2)
            #expect(try await counts(world, of: world.north) == [two, two, two, two, .hidden, .hidden])
        }
    }

    @Test func `who may see figures but not what people learn gets numbers without people`() async throws {
        struct Controller: Role {
            let id: RoleID = "controller"
            let rank = 50
            let permissions: Set<Permission> = [.viewFigures]
        }
        try await withAnalytics(configure: { $0.roles = [Controller()] }) { world in
            let controller = try await world.admit("controller", [Assignment("controller")])
            let lead = try await world.admit("lead", [Assignment(.supervisor, team: world.north)])
            #expect(try await world.analytics.funnel(days: Self.days, as: controller).listsPeople == false)
            await #expect(throws: AccessError.self) {
                try await world.analytics.people(at: .started, days: Self.days, as: controller)
            }
            #expect(try await world.analytics.funnel(of: world.north, days: Self.days, as: lead).listsPeople)
            await #expect(throws: AccessError.self) { try await counts(world, of: world.south, as: lead) }
            await #expect(throws: AccessError.self) {
                try await world.analytics.people(at: .started, of: world.south, days: Self.days, as: lead)
            }
        }
    }
}
