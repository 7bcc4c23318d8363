import Atrium
import AtriumCourses
import AtriumSuggestions
import AtriumTesting
import Foundation
import TestSupport
import Testing

struct MemberSideTests {
    @Test func `a course that several people suggest is one item, with the earliest due day and each source`()
        async throws
    {
        try await withSuggestions { world async throws in
            let suggestions = try world.suggestions
            try await suggestions.suggest(
                world.swift, to: .organization, note: "For all", due: .on(Day(year: 2026, month: 6)),
                as: world.administrator)
            world.test.clock.advance(by: .seconds(1))
            try await suggestions.suggest(
                world.swift, to: .team(world.north), note: "We need it", due: .on(Day(year: 2026, month: 3)),
                as: world.lea)
            world.test.clock.advance(by: .seconds(1))
            try await suggestions.suggest(world.swift, to: .member(world.ada.id), as: world.manager)
            let items = try await world.items()
            #expect(items.count == 1 && items[0].state == .suggested && items[0].due == Day(year: 2026, month: 3))
            #expect(
                items[0].sources.map(\.words.description) == [
                    "suggested to everybody by Olga", "suggested to North by Lea", "suggested to you by Max",
                ])
            #expect(items[0].sources.map(\.suggester.role) == [.administrator, .supervisor, .manager])
            #expect(items[0].sources.map(\.note) == ["For all", "We need it", ""])
            // Bob, who is in another team, sees only the one that is for him.
            let bobs = try await world.items(of: world.bob)
            #expect(bobs.map(\.sources.count) == [1] && bobs[0].due == Day(year: 2026, month: 6))
        }
    }

    @Test func `a member who joins a team has its suggestions, and one who leaves it no longer has them`() async throws
    {
        try await withSuggestions { world async throws in
            try await world.suggestions.suggest(world.swift, to: .team(world.north), as: world.lea)
            #expect(try await world.items(of: world.carl).isEmpty)
            try await world.tenant.teams.add(world.carl.id, to: world.north, as: world.lea)
            #expect(try await world.items(of: world.carl).map(\.course.id) == [world.swift])
            try await world.tenant.teams.remove(world.carl.id, from: world.north, as: world.lea)
            #expect(try await world.items(of: world.carl).isEmpty)
            let late = try await world.test.member("late@acme.example", teams: [world.north], in: world.tenant)
            #expect(try await world.items(of: late).map(\.course.id) == [world.swift])
        }
    }

    @Test func `days after joining count from joining the team, or from the suggestion for those already in it`()
        async throws
    {
        try await withSuggestions { world async throws in
            world.test.clock.advance(by: .seconds(10 * 86_400))
            try await world.suggestions.suggest(
                world.swift, to: .team(world.north), due: .afterJoining(days: 14), as: world.lea)
            // Fourteen days after 2026-01-15, the day of the suggestion.
            #expect(try await world.items().first?.due == Day(year: 2026, month: 1, day: 29))
            world.test.clock.advance(by: .seconds(30 * 86_400))
            try await world.tenant.teams.add(world.carl.id, to: world.north, as: world.lea)
            #expect(try await world.items(of: world.carl).first?.due == Day(year: 2026, month: 2, day: 28))
            // A new note does not postpone the due day, but a new term begins now.
            try await world.suggestions.suggest(
                world.swift, to: .team(world.north), note: "Still", due: .afterJoining(days: 14), as: world.lea)
            #expect(try await world.items().first?.due == Day(year: 2026, month: 1, day: 29))
            try await world.suggestions.suggest(
                world.swift, to: .team(world.north), due: .afterJoining(days: 7), as: world.lea)
            #expect(try await world.items().first?.due == Day(year: 2026, month: 2, day: 21))
        }
    }

    @Test func `days begin in the organization's time zone`() async throws {
        try await withSuggestions { world async throws in
            let zone = try #require(TimeZone(identifier: "Pacific/Kiritimati"))
            try await world.tenant.settings.change(
                OrganizationSettings(name: "Acme", timeZone: zone), as: world.administrator)
            world.test.clock.advance(by: .seconds(3 * 3600))
            try await world.suggestions.suggest(
                world.swift, to: .organization, due: .afterJoining(days: 1), as: world.administrator)
            #expect(try await world.items().first?.due == Day(year: 2026, month: 1, day: 7))
        }
    }

    @Test func `leaders see items of people in their reach, but a supervisor sees none for other teams`() async throws {
        try await withSuggestions { world async throws in
            let suggestions = try world.suggestions
            try await world.tenant.teams.add(world.ada.id, to: world.south, as: world.administrator)
            try await suggestions.suggest(world.swift, to: .team(world.south), as: world.administrator)
            try await suggestions.suggest(world.sqlite, to: .team(world.north), as: world.lea)
            #expect(try await world.items(as: world.manager).count == 2)
            #expect(try await world.items(as: world.lea).map(\.course.id) == [world.sqlite])
            #expect(try await world.items().count == 2)
            for asker in [world.lea, world.ada, world.carl] {
                await #expect(throws: AccessError.self) {
                    try await suggestions.suggestions(of: world.bob.id, as: asker)
                }
            }
            let other = try await world.test.organization("other", founder: "boss@other.example")
            let eve = try await world.test.member("eve@other.example", in: other)
            await #expect(throws: MemberError.unknown) {
                try await suggestions.suggestions(of: eve.id, as: world.administrator)
            }
            await #expect(throws: AccessError.self) {
                try await suggestions.suggestions(of: world.ada.id, as: eve)
            }
        }
    }

    @Test func `a suggester is shown with their current name, even after they are removed`() async throws {
        try await withSuggestions { world async throws in
            try await world.suggestions.suggest(world.swift, to: .team(world.north), as: world.lea)
            try await world.tenant.members.remove(world.lea.id, as: world.administrator)
            #expect(try await world.items().first?.sources.first?.suggester.name == "Lea")
        }
    }

    @Test func `suggestions and answers survive a restart`() async throws {
        try await withSuggestions { world async throws in
            try await world.suggestions.suggest(
                world.swift, to: .team(world.north), note: "Öl & Übung 👍", due: .afterJoining(days: 3), as: world.lea)
            try await world.suggestions.accept(world.swift, of: world.ada.id, as: world.ada)
            let before = try await world.items()
            let reopened = try await world.test.reopened()
            let tenant = try await reopened.platform.tenant("acme")
            #expect(try await tenant[Suggestions.self].suggestions(of: world.ada.id, as: world.ada) == before)
            await reopened.platform.close()
        }
    }
}
