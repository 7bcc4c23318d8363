import Atrium
import AtriumCourses
import AtriumSurfaces
import AtriumTesting
import Foundation
import TestSupport
import Testing

@testable import AtriumSuggestions

struct FollowUpTests {
    private func names(
        _ world: SuggestionWorld, _ reason: FollowUpReason, of team: TeamID? = nil, as principal: Principal? = nil
    ) async throws -> [String] {
        try await world.suggestions.followUps(for: reason, of: team, as: principal ?? world.manager).map(\.name)
    }

    @Test func `a member is stuck after days without activity, and no longer after the next activity`() async throws {
        try await withSuggestions { world in
            for learning: Learning in [.enrolled, .activity()] { try await world.record(learning, of: world.ada) }
            try await world.record(.enrolled, of: world.bob)
            try await pass(days: 14, world)
            #expect(try await names(world, .stuck).isEmpty)
            try await pass(days: 1, world)
            let list = try await world.suggestions.followUps(for: .stuck, as: world.manager)
            #expect(list.map(\.name) == ["Ada"] && list.first?.subjects.map(\.description) == ["Swift, from the start"])
            #expect(try await world.suggestions.followUps(for: .stuck, restingFor: 30, as: world.manager).isEmpty)
            try await world.record(.activity(), of: world.ada)
            #expect(try await names(world, .stuck).isEmpty)
            for days in [0, 366] {
                await #expect(throws: SuggestionError.invalidRest) {
                    try await world.suggestions.followUps(for: .stuck, restingFor: days, as: world.manager)
                }
            }
        }
    }

    @Test
    func `a suggestion that is past its due day is overdue until it is done or declined, and so is a missed goal`()
        async throws
    {
        try await withSuggestions { world in
            let suggestions = try world.suggestions
            try await suggestions.suggest(world.swift, to: .organization, due: .on(day(10)), as: world.administrator)
            try await suggestions.suggest(
                world.sqlite, to: .team(world.south), due: .afterJoining(days: 3), as: world.administrator)
            try await suggestions.setGoal(.learn(minutes: 90), for: world.ada.id, by: day(8), as: world.lea)
            #expect(try await names(world, .overdue).isEmpty)
            try await pass(days: 6, world)
            for learning: Learning in [.enrolled, .completed] { try await world.record(learning, of: world.carl) }
            let list = try await suggestions.followUps(for: .overdue, as: world.manager)
            let about = Dictionary(list.map { ($0.name, $0.subjects.map(\.description)) }) { first, _ in first }
            #expect(about["Ada"] == ["Swift, from the start", "learn 90 minutes"])
            #expect(about["Bob"] == ["SQLite à la carte", "Swift, from the start"])
            #expect(about["Carl"] == nil)
            #expect(list.first?.since == day(8))
            try await suggestions.decline(world.swift, of: world.ada.id, as: world.ada)
            let ada = try await suggestions.followUps(for: .overdue, of: world.north, as: world.lea)
            #expect(ada.first?.subjects.map(\.description) == ["learn 90 minutes"])
        }
    }

    @Test func `those who finished last week are listed, and those who have not begun any course`() async throws {
        try await withSuggestions { world in
            for learning: Learning in [.enrolled, .completed] { try await world.record(learning, of: world.ada) }
            try await world.record(.enrolled, of: world.bob)
            #expect(try await names(world, .finished) == ["Ada"])
            let waiting = try await world.suggestions.followUps(for: .notBegun, as: world.manager)
            #expect(Set(waiting.map(\.name)) == ["Bob", "Carl", "Founder", "Lea", "Max", "Olga"])
            #expect(waiting.first { $0.name == "Bob" }?.subjects.map(\.description) == ["Swift, from the start"])
            try await pass(days: 9, world)
            #expect(try await names(world, .finished).isEmpty)
            try await world.tenant.members.deactivate(world.carl.id, as: world.administrator)
            #expect(try await !names(world, .notBegun).contains("Carl"))
        }
    }

    @Test func `a supervisor sees the members of their teams, and no member sees a list`() async throws {
        try await withSuggestions { world in
            for reason in FollowUpReason.allCases {
                _ = try await names(world, reason, as: world.lea)
                await #expect(throws: AccessError.self) {
                    try await names(world, reason, of: world.south, as: world.lea)
                }
                await #expect(throws: AccessError.self) { try await names(world, reason, as: world.ada) }
            }
            #expect(try await names(world, .notBegun, as: world.lea) == ["Ada"])
            // A member who left the team is no longer theirs.
            try await world.tenant.teams.remove(world.ada.id, from: world.north, as: world.administrator)
            #expect(try await names(world, .notBegun, as: world.lea).isEmpty)
        }
    }

    @Test func `the ticked people get a suggestion, and a whole list is not taken for everybody`() async throws {
        try await withSuggestions { world in
            let session = SurfaceSession(
                world.tenant, SurfaceCatalogue(of: world.test.platform),
                Caller(world.lea, request: "1", now: world.test.clock.now, timeZone: .gmt))
            let ticked = Selection<FollowUpTable>.ticked([try world.ada.id])
            let acts = session.catalogue.offers(on: ticked)
            #expect(acts.contains { $0 is SetCourseGoals } && acts.contains { $0 is SetMinutesGoals })
            let act = try #require(acts.compactMap { $0 as? SuggestToMembers }.first)
            var input = SuggestToMembers.form.write(act)
            input.texts["course"] = ["swift-101"]
            guard case .done = try await session.perform(SuggestToMembers.self, input) else {
                Issue.record("not done")
                return
            }
            #expect(try await world.items().map(\.course.id) == [world.swift])
            let all = Selection<FollowUpTable>.matching(FollowUpTable(reason: .stuck, team: nil, days: nil))
            #expect(session.catalogue.offers(on: all).isEmpty)
            input.texts["members"] = ["all:reason=stuck"]
            guard case .invalid(let fields) = try await session.perform(SuggestToMembers.self, input) else {
                Issue.record("everybody was taken")
                return
            }
            #expect(Array(fields.faults.keys) == ["members"])
        }
    }
}
