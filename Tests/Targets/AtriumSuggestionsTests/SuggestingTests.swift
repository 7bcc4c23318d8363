import Atrium
import AtriumCourses
import AtriumSuggestions
import AtriumTesting
import TestSupport
import Testing

/// May suggest and set goals like a supervisor, and ranks higher.
private struct Coach: Role {
    let id: RoleID = "coach"
    let rank = 150
    let level = RoleLevel.team
    let permissions: Set<Permission> = [.suggestToTeams, .suggestToPeople, .setGoals]
    let exclusions: Set<RoleID> = []
    let isReserved = false
}

struct SuggestingTests {
    @Test func `each role can suggest to its audiences and to no others`() async throws {
        try await withSuggestions { world async throws in
            let audiences: [Audience] = try [
                .organization, .team(world.north), .team(world.south), .member(world.ada.id), .member(world.bob.id),
            ]
            let expected: [(Principal, [Bool])] = [
                (world.administrator, [true, true, true, true, true]),
                (world.manager, [false, false, false, true, true]),
                (world.lea, [false, true, false, true, false]), (world.ada, [false, false, false, false, false]),
            ]
            for (asker, allowed) in expected {
                for (audience, isAllowed) in zip(audiences, allowed) {
                    do {
                        try await world.suggestions.suggest(world.swift, to: audience, as: asker)
                        #expect(isAllowed)
                    } catch is AccessError {
                        #expect(!isAllowed)
                    }
                }
            }
        }
    }

    @Test func `a retired or unknown course, an archived team and an inactive member are refused`() async throws {
        try await withSuggestions { world async throws in
            let suggestions = try world.suggestions
            await #expect(throws: CourseError.unknown) {
                try await suggestions.suggest(CourseID("nothing"), to: .organization, as: world.administrator)
            }
            try await world.courses.retire(world.swift, as: world.administrator)
            await #expect(throws: SuggestionError.courseRetired) {
                try await suggestions.suggest(world.swift, to: .organization, as: world.administrator)
            }
            try await world.tenant.teams.archive(world.north, as: world.administrator)
            await #expect(throws: TeamError.archived) {
                try await suggestions.suggest(world.sqlite, to: .team(world.north), as: world.administrator)
            }
            try await world.tenant.members.deactivate(world.ada.id, as: world.administrator)
            await #expect(throws: MemberError.notActive) {
                try await suggestions.suggest(world.sqlite, to: .member(world.ada.id), as: world.administrator)
            }
        }
    }

    @Test func `a member or a team of another organization answers like an unknown one`() async throws {
        try await withSuggestions { world async throws in
            let other = try await world.test.organization("other", founder: "boss@other.example")
            let eve = try await world.test.member("eve@other.example", in: other)
            let team = try await other.teams.create(
                "East", as: world.test.member("a@other.example", roles: [Assignment(.administrator)], in: other))
            await #expect(throws: MemberError.unknown) {
                try await world.suggestions.suggest(world.swift, to: .member(eve.id), as: world.administrator)
            }
            await #expect(throws: TeamError.unknown) {
                try await world.suggestions.suggest(world.swift, to: .team(team), as: world.administrator)
            }
            await #expect(throws: AccessError.self) {
                try await world.suggestions.suggest(world.swift, to: .member(eve.id), as: world.lea)
            }
        }
    }

    @Test func `suggesting again to the same audience changes note and due day, and makes no second suggestion`()
        async throws
    {
        try await withSuggestions { world async throws in
            let suggestions = try world.suggestions
            let first = try await suggestions.suggest(
                world.swift, to: .team(world.north), note: "Try it", as: world.lea)
            let again = try await suggestions.suggest(
                world.swift, to: .team(world.north), note: "Now", due: .on(Day(year: 2026, month: 3)), as: world.lea)
            #expect(first == again)
            let page = try await suggestions.list(as: world.administrator)
            let suggestion = try #require(page.suggestions.first)
            #expect(page.suggestions.count == 1 && suggestion.note == "Now")
            #expect(suggestion.due == .on(Day(year: 2026, month: 3)))
        }
    }

    @Test func `only its suggester can change a suggestion, and only administrators can withdraw someone else's`()
        async throws
    {
        try await withSuggestions { world async throws in
            let suggestions = try world.suggestions
            let law = try await suggestions.suggest(
                world.swift, to: .team(world.north), note: "By law", due: .on(Day(year: 2026, month: 3)),
                as: world.administrator)
            world.test.clock.advance(by: .seconds(1))
            let own = try await suggestions.suggest(world.swift, to: .team(world.north), note: "Try it", as: world.lea)
            #expect(try await suggestions.list(as: world.lea).suggestions.map(\.note) == ["Try it", "By law"])
            let item = try #require(try await suggestions.suggestions(of: world.ada.id, as: world.ada).first)
            #expect(item.due == Day(year: 2026, month: 3) && item.sources.map(\.note) == ["By law", "Try it"])
            await #expect(throws: SuggestionError.notOwn) {
                try await suggestions.change(law, note: "", due: nil, as: world.lea)
            }
            await #expect(throws: SuggestionError.notOwn) {
                try await suggestions.change(own, note: "", due: nil, as: world.administrator)
            }
            await #expect(throws: SuggestionError.notOwn) { try await suggestions.withdraw(law, as: world.lea) }
            try await suggestions.withdraw(own, as: world.administrator)
            #expect(try await suggestions.list(as: world.lea).suggestions.map(\.id) == [law])
        }
    }

    @Test func `a withdrawn suggestion is gone, and suggesting the course again makes a new one`() async throws {
        try await withSuggestions { world async throws in
            let suggestions = try world.suggestions
            let first = try await suggestions.suggest(world.swift, to: .team(world.north), as: world.lea)
            try await suggestions.withdraw(first, as: world.administrator)
            #expect(try await suggestions.list(as: world.lea).suggestions.isEmpty)
            await #expect(throws: SuggestionError.unknown) { try await suggestions.withdraw(first, as: world.lea) }
            let second = try await suggestions.suggest(world.swift, to: .team(world.north), as: world.lea)
            #expect(first != second)
            #expect(try await suggestions.list(as: world.lea).suggestions.map(\.id) == [second])
        }
    }

    @Test func `a suggestion out of reach answers like an unknown one, and withdrawing needs the permission`()
        async throws
    {
        try await withSuggestions { world async throws in
            let suggestions = try world.suggestions
            let south = try await suggestions.suggest(world.swift, to: .team(world.south), as: world.administrator)
            await #expect(throws: SuggestionError.unknown) { try await suggestions.withdraw(south, as: world.lea) }
            await #expect(throws: SuggestionError.unknown) {
                try await suggestions.change(south, note: "Mine", due: nil, as: world.lea)
            }
            await #expect(throws: SuggestionError.notOwn) { try await suggestions.withdraw(south, as: world.manager) }
            await #expect(throws: AccessError.self) { try await suggestions.withdraw(south, as: world.bob) }
            #expect(try await suggestions.list(as: world.administrator).suggestions.map(\.note) == [""])
        }
    }

    @Test func `leaders list the suggestions in their reach, in pages without gap or repetition`() async throws {
        var module = Suggestions()
        module.pageSize = 2
        try await withSuggestions(module) { world async throws in
            let suggestions = try world.suggestions
            var mine: [ID<Suggestion>] = []
            for audience: Audience in try [
                .organization, .team(world.north), .member(world.ada.id), .member(world.bob.id), .team(world.south),
            ] {
                for course in [world.swift, world.sqlite] {
                    let id = try await suggestions.suggest(course, to: audience, as: world.administrator)
                    if audience == .team(world.north) { mine.append(id) }
                    if try audience == .member(world.ada.id) { mine.append(id) }
                    world.test.clock.advance(by: .seconds(1))
                }
            }
            var query = SuggestionQuery()
            query.limit = 3
            var listed: [ID<Suggestion>] = []
            repeat {
                let page = try await suggestions.list(query, as: world.lea)
                listed += page.suggestions.map(\.id)
                query.cursor = try page.next.map { try .init($0.description) }
            } while query.cursor != nil
            #expect(listed == mine.reversed())
            #expect(try await suggestions.list(as: world.manager).suggestions.count == 10)
            await #expect(throws: AccessError.self) { try await suggestions.list(as: world.ada) }
        }
    }

    @Test(arguments: [
        String(repeating: "x", count: 1_001), "a\0b", "a\u{7}b", "a\u{202E}b", "a\u{2067}b",
        String(repeating: "👩‍👩‍👧‍👦", count: 900),
    ])
    func `a note that is too long or holds control characters is refused`(_ note: String) async throws {
        try await withSuggestions { world async throws in
            await #expect(throws: SuggestionError.invalidNote) {
                try await world.suggestions.suggest(world.swift, to: .organization, note: note, as: world.administrator)
            }
        }
    }

    @Test(arguments: [
        Due.on(Day(number: .max)), .on(Day(number: .min)), .on(Day(year: 10_000, month: 1)),
        .on(Day.writable.lowerBound.advanced(by: -1)), .on(Day.writable.upperBound.advanced(by: 1)),
        .afterJoining(days: -1), .afterJoining(days: .max),
    ])
    func `a due day beyond all calendars is refused`(_ due: Due) async throws {
        try await withSuggestions { world async throws in
            await #expect(throws: SuggestionError.invalidDue) {
                try await world.suggestions.suggest(world.swift, to: .organization, due: due, as: world.administrator)
            }
        }
    }

    @Test func `a suggestion and a goal name a role of the suggester that reaches the person`() async throws {
        try await withSuggestions(roles: [Coach()]) { world async throws in
            let suggestions = try world.suggestions
            try await world.tenant.roles.grant(
                Assignment("coach", team: world.south), to: world.lea.id, as: world.administrator)
            let audiences: [(Audience, RoleID)] = try [
                (.team(world.north), .supervisor), (.member(world.ada.id), .supervisor), (.team(world.south), "coach"),
                (.member(world.bob.id), "coach"),
            ]
            for (audience, role) in audiences {
                try await suggestions.suggest(world.swift, to: audience, as: world.lea)
                let page = try await suggestions.list(SuggestionQuery(audience: audience), as: world.lea)
                #expect(page.suggestions.map(\.role) == [role])
            }
            let march = Day(year: 2026, month: 3)
            for (member, role) in [(world.ada, RoleID.supervisor), (world.bob, "coach")] {
                let id = try await suggestions.setGoal(
                    .learn(minutes: 5), for: member.id, by: march, as: world.manager)
                try await suggestions.changeGoal(id, by: march, note: "Please", as: world.lea)
                #expect(try await suggestions.goals(of: member.id, as: member).map(\.goal.role) == [role])
                world.test.clock.advance(by: .seconds(1))
                try await suggestions.setGoal(.learn(minutes: 6), for: member.id, by: march, as: world.lea)
                #expect(try await suggestions.goals(of: member.id, as: member).map(\.goal.role) == [role, role])
            }
        }
    }

    @Test func `an audience has a limit of suggestions, and withdrawing one makes room`() async throws {
        var module = Suggestions()
        module.limit = 1
        try await withSuggestions(module) { world async throws in
            let suggestions = try world.suggestions
            let first = try await suggestions.suggest(world.swift, to: .organization, as: world.administrator)
            try await suggestions.suggest(world.swift, to: .organization, note: "Again", as: world.administrator)
            await #expect(throws: SuggestionError.tooMany) {
                try await suggestions.suggest(world.sqlite, to: .organization, as: world.administrator)
            }
            try await suggestions.withdraw(first, as: world.administrator)
            try await suggestions.suggest(world.sqlite, to: .organization, as: world.administrator)
        }
    }
}
