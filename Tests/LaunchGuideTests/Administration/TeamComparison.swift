import Atrium
import AtriumAnalytics
import AtriumSurfaces
import AtriumTesting
import Testing

/// Teams keep data apart, and make it comparable.
struct TeamComparison {
    @Test func `[A7] what a member does counts for their team, and teams stand side by side`() async throws {
        try await withGuide { world in
            try await world.complete(world.swift, by: world.member)
            let today = world.administrator.session.caller.today
            let table = try await world.analytics.table(
                FigureQuery(.teams, days: today..<today.advanced(by: 1)), as: world.administrator.principal)
            let completed = table.rows.map { "\($0.name) \(table.value(of: .peopleCompleted, in: $0))" }
            #expect(completed == ["North count(1)", "South count(0)"])
            // The rate has its number of cases beside it.
            let shown = try await world.manager.reads("analytics/teams")
            #expect(shown.contains("North") && shown.contains("South") && shown.contains("100% of 1"))
        }
    }

    @Test func `[A7] a team's figures are apart from the other's, for everybody who reads them`() async throws {
        try await withGuide { world in
            try await world.complete(world.swift, by: world.member)
            let people = try await world.administrator.reads("analytics/people", ["team": world.south])
            #expect(people.contains("Bob") && !people.contains("Ada"))
            // The supervisor of North compares nothing with South.
            let own = try await world.supervisor.reads("analytics/teams")
            #expect(own.contains("North") && !own.contains("South"))
            #expect(try await world.supervisor.lacks("analytics/people", ["team": world.south]) == .viewFigures)
            #expect(try await world.supervisor.lacks("analytics/overview") == .viewFigures)
            await #expect(throws: Obstacle.self) { try await world.member.reads("analytics/teams") }
        }
    }

    @Test func `[A7] what happened in a team before a member left it stays there`() async throws {
        try await withGuide { world in
            let today = world.administrator.session.caller.today
            try await world.complete(world.swift, by: world.member)
            // A team counts what its members do before the day on which they leave.
            world.test.clock.advance(by: .seconds(86_400))
            try await world.administrator.does(
                "kernel/remove-from-team", ["member": world.member.id, "team": world.north])
            try await world.administrator.does(
                "kernel/add-to-team", ["member": world.member.id, "team": world.south])
            let table = try await world.analytics.table(
                FigureQuery(.teams, days: today..<today.advanced(by: 1)), as: world.administrator.principal)
            let north = try #require(table.rows.first { $0.subject == .team(world.north) })
            #expect(table.value(of: .peopleCompleted, in: north) == .count(1))
        }
    }
}
