import Atrium
import AtriumCourses
import AtriumSuggestions
import AtriumTesting
import Foundation
import Testing

struct MemberSideTests {
    @Test func `the same course from several sides is one item, due at the earliest, with why and by whom`()
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
                items[0].sources.map(\.description) == [
                    "suggested to everybody by Olga", "suggested to North by Lea", "suggested to you by Max",
                ])
            #expect(items[0].sources.map(\.suggester.role) == [.administrator, .supervisor, .manager])
            #expect(items[0].sources.map(\.note) == ["For all", "We need it", ""])
            // Bob, of another team, is told of the one that concerns him.
            let bobs = try await world.items(of: world.bob)
            #expect(bobs.map(\.sources.count) == [1] && bobs[0].due == Day(year: 2026, month: 6))
        }
    }

    @Test func `who joins a team has what is suggested to it, and who leaves it has not`() async throws {
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

    @Test func `days after joining count from joining the team, and for who was there from the suggestion`()
        async throws
    {
        try await withSuggestions { world async throws in
            world.test.clock.advance(by: .seconds(10 * 86_400))
            try await world.suggestions.suggest(
                world.swift, to: .team(world.north), due: .afterJoining(days: 14), as: world.lea)
            // 2026-01-15, when it was suggested, and fourteen days.
            #expect(try await world.items().first?.due == Day(year: 2026, month: 1, day: 29))
            world.test.clock.advance(by: .seconds(30 * 86_400))
            try await world.tenant.teams.add(world.carl.id, to: world.north, as: world.lea)
            #expect(try await world.items(of: world.carl).first?.due == Day(year: 2026, month: 2, day: 28))
            // Another note does not postpone it, another term begins now.
            try await world.suggestions.suggest(
                world.swift, to: .team(world.north), note: "Still", due: .afterJoining(days: 14), as: world.lea)
            #expect(try await world.items().first?.due == Day(year: 2026, month: 1, day: 29))
            try await world.suggestions.suggest(
                world.swift, to: .team(world.north), due: .afterJoining(days: 7), as: world.lea)
            #expect(try await world.items().first?.due == Day(year: 2026, month: 2, day: 21))
        }
    }

    @Test func `days begin where the organization is`() async throws {
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

    @Test func `an item is seen by an act, accepted, started and done: the record decides the last two`() async throws {
        try await withSuggestions { world async throws in
            try await world.suggestions.suggest(world.swift, to: .team(world.north), as: world.lea)
            #expect(try await world.state() == .suggested)
            #expect(try await world.state() == .suggested)
            try await world.suggestions.markSeen([world.swift, world.sqlite], of: world.ada.id, as: world.ada)
            #expect(try await world.state() == .seen)
            try await world.suggestions.accept(world.swift, of: world.ada.id, as: world.ada)
            try await world.suggestions.markSeen([world.swift], of: world.ada.id, as: world.ada)
            #expect(try await world.state() == .accepted)
            try await world.record(.enrolled, of: world.ada)
            #expect(try await world.state() == .accepted)
            world.test.clock.advance(by: .seconds(60))
            try await world.record(.initialized, of: world.ada)
            #expect(try await world.state() == .started)
            try await world.record(.completed, of: world.ada)
            #expect(try await world.state() == .done)
            world.test.clock.advance(by: .seconds(60))
            // Enrolled anew, it begins anew.
            try await world.record(.enrolled, of: world.ada)
            #expect(try await world.state() == .started)
            #expect(try await world.state(of: world.bob) == nil)
        }
    }

    @Test func `what is declined stays so until the member works on it or accepts it after all`() async throws {
        try await withSuggestions { world async throws in
            let suggestions = try world.suggestions
            try await world.record(.activity(minutes: 5), of: world.ada)
            try await suggestions.suggest(world.swift, to: .organization, as: world.administrator)
            #expect(try await world.state() == .started)
            world.test.clock.advance(by: .seconds(60))
            try await suggestions.decline(world.swift, of: world.ada.id, as: world.ada)
            #expect(try await world.state() == .declined)
            // Another side does not undo what the member said.
            world.test.clock.advance(by: .seconds(60))
            try await suggestions.suggest(world.swift, to: .team(world.north), as: world.lea)
            #expect(try await world.state() == .declined)
            try await world.record(.activity(minutes: 5), of: world.ada)
            #expect(try await world.state() == .started)
            try await suggestions.suggest(world.sqlite, to: .organization, as: world.administrator)
            try await suggestions.decline(world.sqlite, of: world.ada.id, as: world.ada)
            try await suggestions.accept(world.sqlite, of: world.ada.id, as: world.ada)
            #expect(try await world.state(world.sqlite) == .accepted)
        }
    }

    @Test func `withdrawn items are shown as such for 30 days, and suggested again they ask again`() async throws {
        try await withSuggestions { world async throws in
            let suggestions = try world.suggestions
            let id = try await suggestions.suggest(world.swift, to: .team(world.north), as: world.lea)
            try await suggestions.decline(world.swift, of: world.ada.id, as: world.ada)
            world.test.clock.advance(by: .seconds(60))
            try await suggestions.withdraw(id, as: world.lea)
            #expect(try await world.state() == .withdrawn)
            await #expect(throws: SuggestionError.unknown) {
                try await suggestions.accept(world.swift, of: world.ada.id, as: world.ada)
            }
            // Who comes later never had it.
            world.test.clock.advance(by: .seconds(60))
            try await world.tenant.teams.add(world.carl.id, to: world.north, as: world.lea)
            #expect(try await world.items(of: world.carl).isEmpty)
            world.test.clock.advance(by: .seconds(30 * 86_400))
            #expect(try await world.items().isEmpty)
            try await suggestions.suggest(world.swift, to: .team(world.north), as: world.lea)
            #expect(try await world.state() == .suggested)
            try await suggestions.markSeen([world.swift], of: world.ada.id, as: world.ada)
            #expect(try await world.state() == .seen)
        }
    }

    @Test func `nobody answers for another, nor what is not suggested to them`() async throws {
        try await withSuggestions { world async throws in
            let suggestions = try world.suggestions
            try await suggestions.suggest(world.swift, to: .team(world.north), as: world.lea)
            for asker in [world.administrator, world.manager, world.lea, world.bob] {
                await #expect(throws: AccessError.self) {
                    try await suggestions.accept(world.swift, of: world.ada.id, as: asker)
                }
                await #expect(throws: AccessError.self) {
                    try await suggestions.markSeen([world.swift], of: world.ada.id, as: asker)
                }
            }
            await #expect(throws: SuggestionError.unknown) {
                try await suggestions.accept(world.swift, of: world.bob.id, as: world.bob)
            }
            await #expect(throws: SuggestionError.unknown) {
                try await suggestions.decline(CourseID("nothing"), of: world.bob.id, as: world.bob)
            }
        }
    }

    @Test func `leaders see the people in their reach, a supervisor not what other teams were told`() async throws {
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

    @Test func `a retired course stays for who is in it or done, and comes back with the course`() async throws {
        try await withSuggestions { world async throws in
            try await world.suggestions.suggest(world.swift, to: .organization, as: world.administrator)
            try await world.record(.enrolled, of: world.ada)
            try await world.courses.retire(world.swift, as: world.administrator)
            #expect(try await world.items().count == 1)
            #expect(try await world.items(of: world.bob).isEmpty)
            try await world.record(.completed, of: world.ada)
            #expect(try await world.state() == .done)
            try await world.courses.restore(world.swift, as: world.administrator)
            #expect(try await world.items(of: world.bob).count == 1)
        }
    }

    @Test func `an archived team's suggestions end with it, a removed member's own end with them`() async throws {
        try await withSuggestions { world async throws in
            let suggestions = try world.suggestions
            try await suggestions.suggest(world.swift, to: .team(world.north), as: world.lea)
            try await suggestions.suggest(world.sqlite, to: .member(world.ada.id), as: world.lea)
            try await suggestions.suggest(world.sqlite, to: .member(world.bob.id), as: world.manager)
            try await world.tenant.teams.archive(world.north, as: world.administrator)
            #expect(try await world.items().map(\.course.id) == [world.sqlite])
            try await world.tenant.members.deactivate(world.bob.id, as: world.administrator)
            try await world.tenant.members.reactivate(world.bob.id, as: world.administrator)
            #expect(try await world.state(world.sqlite, of: world.bob) == .suggested)
            try await world.tenant.members.remove(world.ada.id, as: world.administrator)
            let back = try await world.test.member("ada@acme.example", in: world.tenant)
            #expect(try back.id == world.ada.id)
            #expect(try await world.items().isEmpty)
            #expect(try await suggestions.list(as: world.administrator).suggestions.count == 1)
        }
    }

    @Test func `who suggested is named as they are called now, also when they are gone`() async throws {
        try await withSuggestions { world async throws in
            try await world.suggestions.suggest(world.swift, to: .team(world.north), as: world.lea)
            try await world.tenant.members.remove(world.lea.id, as: world.administrator)
            #expect(try await world.items().first?.sources.first?.suggester.name == "Lea")
        }
    }

    @Test func `everything is there after a restart`() async throws {
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
