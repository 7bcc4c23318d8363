import Atrium
import AtriumCourses
import AtriumSurfaces
import AtriumTesting
import Foundation
import TestSupport
import Testing

@testable import AtriumSuggestions

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

    private func session(_ world: SuggestionWorld, _ principal: Principal) -> SurfaceSession {
        SurfaceSession(
            world.tenant, SurfaceCatalogue(of: world.test.platform),
            Caller(principal, request: "1", now: world.test.clock.now, timeZone: .gmt))
    }

    @Test func `chosen members get a suggestion or a goal, each by themselves`() async throws {
        try await withSuggestions { world in
            try await world.tenant.members.deactivate(world.carl.id, as: world.administrator)
            let session = session(world, world.manager)
            let members = try [world.ada, world.bob, world.carl].map { "id:\(try $0.id)" }
            let suggestion = FormInput(["members": members, "course": ["swift-101"], "days": ["30"]])
            guard
                case .preview(let preview, let stamp, _) = try await session.prepare(SuggestToMembers.self, suggestion)
            else {
                Issue.record("no preview")
                return
            }
            #expect(preview.summary.description == "2 members of 3: gets the suggestion")
            _ = try await session.perform(SuggestToMembers.self, suggestion, stamp: stamp)
            for member in [world.ada, world.bob] { #expect(try await world.items(of: member).count == 1) }
            let made = try await world.suggestions.list(as: world.manager).suggestions
            #expect(made.count == 2 && made.allSatisfy { $0.due == .afterJoining(days: 30) })

            let goal = FormInput(["members": ["all:text=bob"], "minutes": ["60"], "day": ["2026-03-01"]])
            guard case .done(let outcome) = try await session.perform(SetMinutesGoals.self, goal) else {
                Issue.record("not done")
                return
            }
            #expect(outcome.summary.description == "1 of 1 done.")
            #expect(
                try await world.suggestions.goals(of: world.bob.id, as: world.bob).map(\.aim.description)
                    == ["learn 60 minutes"])
            #expect(try await world.suggestions.goals(of: world.ada.id, as: world.ada).isEmpty)
        }
    }

    @Test func `what is refused for one chosen member is said, and stops no other`() async throws {
        try await withSuggestions { world in
            let session = session(world, world.administrator)
            for index in 0..<200 {
                let course = try CourseID("c\(index)")
                try await world.courses.add(Course(id: course, title: "C"), as: world.administrator)
                try await world.suggestions.suggest(course, to: .member(world.ada.id), as: world.administrator)
            }
            let members = try [world.ada, world.bob].map { "id:\(try $0.id)" }
            let input = FormInput(["members": members, "course": ["swift-101"]])
            guard case .done(let outcome) = try await session.perform(SuggestToMembers.self, input) else {
                Issue.record("not done")
                return
            }
            #expect(outcome.lines.map(\.tone) == [.bad, .good])
            #expect(outcome.lines.first?.words.description == SuggestionError.tooMany.description)
        }
    }

    @Test func `the form of a change opens with what is true now, and a day excludes days after joining`() async throws
    {
        try await withSuggestions { world in
            let session = session(world, world.lea)
            let id = try await world.suggestions.suggest(
                world.swift, to: .team(world.north), note: "Because", due: .afterJoining(days: 9), as: world.lea)
            let offered = ChangeSuggestion(suggestion: id, note: nil, due: nil, days: nil)
            var input = try await session.opening(ChangeSuggestion.self, ChangeSuggestion.form.write(offered))
            #expect(input.texts["note"] == ["Because"] && input.texts["days"] == ["9"])
            input.texts["due"] = ["2026-03-01"]
            guard case .invalid(let fields) = try await session.perform(ChangeSuggestion.self, input) else {
                Issue.record("two due dates were taken")
                return
            }
            #expect(Array(fields.faults.keys) == ["days"])
            input.texts["days"] = [""]
            _ = try await session.perform(ChangeSuggestion.self, input)
            #expect(try await world.suggestions.suggestion(id, as: world.lea).due == .on(Day(year: 2026, month: 3)))
            // Nobody else is offered the change.
            let other = self.session(world, world.administrator)
            let row = try #require(try await other.page(of: SuggestionsTable()).rows.first)
            #expect(!other.catalogue.offers(on: row, of: SuggestionsTable.self).contains { $0 is ChangeSuggestion })

            let goal = try await world.suggestions.setGoal(
                .learn(minutes: 60), for: world.ada.id, by: Day(year: 2026, month: 3), as: world.lea)
            let change = ChangeGoal(goal: goal, course: nil, minutes: nil, day: nil, note: nil)
            var wish = try await session.opening(ChangeGoal.self, ChangeGoal.form.write(change))
            #expect(wish.texts["minutes"] == ["60"] && wish.texts["day"] == ["2026-03-01"])
            wish.texts["minutes"] = [""]
            wish.texts["course"] = ["swift-101"]
            _ = try await session.perform(ChangeGoal.self, wish)
            #expect(try await world.suggestions.goal(goal, as: world.lea).target == .complete(world.swift))
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
                    "kernel/members": ["\(try world.ada.id)", "\(try world.bob.id)"],
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
