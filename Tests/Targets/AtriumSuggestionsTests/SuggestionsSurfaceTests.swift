import Atrium
import AtriumCourses
import AtriumSuggestions
import AtriumSurfaces
import AtriumTesting
import Foundation
import TestSupport
import Testing

struct SuggestionsSurfaceTests {
    @Test func `the list of suggestions names the course, the person and the one who suggests`() async throws {
        try await withSuggestions { world in
            try await world.suggestions.suggest(world.swift, to: .member(world.ada.id), as: world.lea)
            let session = SurfaceSession(
                world.tenant, SurfaceCatalogue(of: world.test.platform),
                Caller(world.administrator, request: "1", now: world.test.clock.now, timeZone: .gmt))
            let table = try #require(session.catalogue.surface("suggestions/suggestions") as? any Table.Type)
            var csv = ""
            for try await chunk in try await Self.csv(of: table, session).open() {
                csv += String(decoding: chunk, as: UTF8.self)
            }
            let line = try #require(csv.split(separator: "\r\n").last)
            #expect(line.hasPrefix("\"Swift, from the start\",Ada,") && line.contains(",Lea,"))
            #expect(line.hasSuffix(",swift-101"))
        }
    }

    private static func csv<T: Table>(of table: T.Type, _ session: SurfaceSession) async throws -> Download {
        try await session.csv(of: table.form.read(FormInput()))
    }

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
