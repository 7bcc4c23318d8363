import Atrium
import AtriumAnalytics
import AtriumCourses
import AtriumTesting
import TestSupport
import Testing

struct AnalyticsSurfaceTests {
    @Test func `what is offered is what the service allows, for everybody`() async throws {
        try await withAnalytics { world in
            let lead = try await world.admit("lead", [Assignment(.supervisor, team: world.north)])
            let manager = try await world.admit("manager", [Assignment(.manager)])
            let plain = try await world.admit("plain", [], [world.north])
            let watched = try await world.analytics.watch(
                WatchedFigure(.active, each: .month, target: .atLeast(1)), as: world.administrator)
            let check = SurfaceCheck(
                of: world.test.platform, in: world.tenant, module: Analytics.id,
                samples: [
                    "team": ["\(world.north)", "\(world.south)"], "course": world.catalogue.map(\.id.description),
                    "watched-figure": ["\(watched)"],
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
