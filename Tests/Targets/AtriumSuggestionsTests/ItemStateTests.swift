import Atrium
import AtriumCourses
import AtriumSuggestions
import AtriumTesting
import TestSupport
import Testing

/// The states of a member's items: what the member answers, what the record says, and how an item ends.
struct ItemStateTests {
    @Test func `the member marks an item as seen and accepted, and the record as started and done`() async throws {
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
            // A new enrolment begins the item again.
            try await world.record(.enrolled, of: world.ada)
            #expect(try await world.state() == .started)
            #expect(try await world.state(of: world.bob) == nil)
        }
    }

    @Test func `a declined item stays declined until the member works on it or accepts it`() async throws {
        try await withSuggestions { world async throws in
            let suggestions = try world.suggestions
            try await world.record(.activity(minutes: 5), of: world.ada)
            try await suggestions.suggest(world.swift, to: .organization, as: world.administrator)
            #expect(try await world.state() == .started)
            world.test.clock.advance(by: .seconds(60))
            try await suggestions.decline(world.swift, of: world.ada.id, as: world.ada)
            #expect(try await world.state() == .declined)
            // Another suggestion of the course does not undo the member's answer.
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

    @Test func `a withdrawn item is shown as withdrawn for 30 days, and asks again when it is suggested again`()
        async throws
    {
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
            // A member who comes later never had it.
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

    @Test func `a member answers only for themselves, and only for what is suggested to them`() async throws {
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

    @Test func `a retired course stays for members who are enrolled or done, and comes back when it is restored`()
        async throws
    {
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

    @Test func `suggestions to a team end when it is archived, and those to a member when they are removed`()
        async throws
    {
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
}
