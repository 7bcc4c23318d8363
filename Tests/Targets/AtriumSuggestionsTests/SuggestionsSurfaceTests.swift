import Atrium
import AtriumCourses
import AtriumSuggestions
import AtriumTesting
import TestSupport
import Testing

struct SuggestionsSurfaceTests {
    @Test func `what is offered is what the service allows, for everybody`() async throws {
        try await withSuggestions { world in
            let suggestion = try await world.suggestions.suggest(world.swift, to: .team(world.north), as: world.lea)
            let other = try await world.suggestions.suggest(world.sqlite, to: .organization, as: world.administrator)
            let goal = try await world.suggestions.setGoal(
                .learn(minutes: 60), for: world.ada.id, by: Day(year: 2026, month: 6), as: world.lea)
            let check = SurfaceCheck(
                of: world.test.platform, in: world.tenant, module: Suggestions.id,
                samples: [
                    "member": ["\(try world.ada.id)", "\(try world.bob.id)"],
                    "team": ["\(world.north)", "\(world.south)"], "course": world.catalogue.map(\.id.description),
                    "suggestion": ["\(suggestion)", "\(other)"], "goal": ["\(goal)"],
                ])
            let faults = try await check.faults(
                as: [
                    "visitor": .visitor, "member": world.ada, "supervisor": world.lea, "manager": world.manager,
                    "administrator": world.administrator,
                ], now: world.test.clock.now)
            for fault in faults { Issue.record("\(fault)") }
        }
    }
}
