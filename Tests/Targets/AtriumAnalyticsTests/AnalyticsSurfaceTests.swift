import Atrium
import AtriumCourses
import AtriumSurfaces
import AtriumTesting
import Foundation
import TestSupport
import Testing

@testable import AtriumAnalytics

struct AnalyticsSurfaceTests {
    private func session(_ world: AnalyticsWorld, _ principal: Principal? = nil) -> SurfaceSession {
        SurfaceSession(
            world.tenant, SurfaceCatalogue(of: world.test.platform),
            Caller(principal ?? world.administrator, request: "1", now: world.test.clock.now, timeZone: .gmt))
    }

    private func done(_ answer: Answer) throws -> Outcome {
        guard case .done(let outcome) = answer else { throw Undone(answer: answer) }
        return outcome
    }

    private struct Undone: Error { let answer: Answer }

    @Test func `the overview begins with what the reader watches, and shows every figure in one group`() async throws {
        #expect(Set(Overview.groups.flatMap(\.figures)) == Set(KeyFigure.all))
        #expect(Overview.groups.flatMap(\.figures).count == KeyFigure.all.count)
        try await withAnalytics { world in
            let ada = try await world.member("ada", [], [world.north])
            try await world.record(.activity(), ada, "2026-01-02")
            try await world.analytics.watch(
                WatchedFigure(.active, of: world.north, each: .month, target: .atLeast(1)), as: world.administrator)
            let figures = try await session(world).blocks(of: OverviewSheet()).compactMap { block -> [Figure]? in
                if case .figures(let figures) = block { figures } else { nil }
            }
            let watched = try #require(figures.first?.first)
            #expect(watched.label.description == "Active, North, each month: at least 1")
            #expect(watched.value == .number(1) && watched.verdict?.words.description == "reached")
            #expect(figures.count == 4)
            // Somebody else's list is another one.
            let manager = try await world.admit("manager", [Assignment(.manager)])
            let others = try await session(world, manager).blocks(of: OverviewSheet())
            #expect(others.count { if case .figures = $0 { true } else { false } } == 3)
        }
    }

    @Test func `a funnel is drawn only if each step is a part of the step before`() async throws {
        try await withAnalytics { world in
            func funnel() async throws -> String? {
                for case .chart(let chart) in try await session(world).blocks(of: OverviewSheet())
                where chart.form == .funnel { return chart.title.description }
                return nil
            }
            let ada = try await world.invite("ada")
            try await world.record(.enrolled, ada, "2026-01-02")
            #expect(try await funnel() == "From the invitation to the certificate")
            try await world.record(.enrolled, ada, "2026-01-02", in: world.sqlite)
            #expect(try await funnel() == "From the enrolment to the certificate")
            let bob = try await world.member("bob")
            for course in [world.swift, world.sqlite] {
                for member in [bob, ada] { try await world.record(.activity(), member, "2026-01-03", in: course) }
            }
            #expect(try await funnel() == nil)
        }
    }

    @Test func `tables of figures name their days once, and say why a cell is hidden`() async throws {
        try await withAnalytics { world in
            let ada = try await world.member("ada", [], [world.north])
            try await world.record(.activity(), ada, "2026-01-02")
            let (from, until) = (Day(year: 2026, month: 1), Day(year: 2026, month: 3))
            let whole = TeamFigures(from: from, until: until, each: nil, course: nil)
            let page = try await session(world).page(of: whole)
            #expect(
                page.note.description == "From 2026-01-01 to 2026-02-28."
                    && page.rows.first?.name.description == "North")
            let months = TeamFigures(from: from, until: until, each: .month, course: nil)
            let names = try await session(world).page(of: months).rows.map(\.name.description)
            #expect(names == ["North, 2026-01", "North, 2026-02", "South, 2026-01", "South, 2026-02"])
            try await world.analytics.setSmallGroup(3, as: world.administrator)
            #expect(
                try await session(world).page(of: whole).note.description
                    == "From 2026-01-01 to 2026-02-28. A cell with <3 comes from fewer than 3 people, or would reveal such a number."
            )
        }
    }

    @Test func `the address of the calendar of reviews is made, made anew and ended`() async throws {
        try await withAnalytics { world in
            func make() async throws -> String {
                let outcome = try done(await session(world).perform(MakeReviewCalendar.self, FormInput()))
                return try #require(outcome.secret)
            }
            guard case .refused = try await session(world).perform(MakeReviewCalendar.self, FormInput()) else {
                Issue.record("made without a review")
                return
            }
            let review = FormInput(["cycle": ["monthly"], "first": ["2026-02-01"]])
            _ = try done(await session(world).perform(ScheduleReview.self, review))
            let old = try await make()
            #expect(try await world.analytics.calendar(old, as: .visitor).contains("BEGIN:VEVENT"))
            let new = try await make()
            await #expect(throws: WatchError.invalidCalendar) { try await world.analytics.calendar(old, as: .visitor) }
            #expect(try await world.analytics.calendar(new, as: .visitor).contains("BEGIN:VEVENT"))
            _ = try done(await session(world).perform(EndReviewCalendar.self, FormInput()))
            await #expect(throws: WatchError.invalidCalendar) { try await world.analytics.calendar(new, as: .visitor) }
        }
    }

    @Test func `what is offered is what the service allows, for everybody`() async throws {
        try await withAnalytics { world in
            let lead = try await world.admit("lead", [Assignment(.supervisor, team: world.north)])
            let manager = try await world.admit("manager", [Assignment(.manager)])
            let plain = try await world.admit("plain", [], [world.north])
            let watched = try await world.analytics.watch(
                WatchedFigure(.active, each: .month, target: .atLeast(1)), as: world.administrator)
            try await world.analytics.setCriterion(.project, of: world.north, as: world.administrator)
            let check = SurfaceCheck(
                of: world.test.platform, in: world.tenant, module: Analytics.id,
                samples: [
                    "team": ["\(world.north)", "\(world.south)"], "course": world.catalogue.map(\.id.description),
                    "watched-figure": ["\(watched)"], "criterion": ["project", "other:Floor"],
                ])
            let faults = try await check.faults(
                as: [
                    "visitor": .visitor, "member": plain, "supervisor": lead, "manager": manager,
                    "administrator": world.administrator,
                ], now: world.test.clock.now)
            for fault in faults { Issue.record("\(fault)") }
        }
    }
}
