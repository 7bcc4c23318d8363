import Atrium
import AtriumSuggestions

extension PermissionMatrix {
    private static let administrators: Set<Asker> = [.administrator]
    private static let leaders: Set<Asker> = [.administrator, .manager]
    private static let suggesters: Set<Asker> = [.administrator, .manager, .supervisor]
    private static let team: Set<Asker> = [.administrator, .supervisor]
    private static let members: Set<Asker> = [.administrator, .manager, .supervisor, .member]

    private static let quarter = Day(year: 2026, month: 4)

    /// Runs an act whose target may be unknown to the asker, or may belong to someone else. Both errors count as refusals.
    private static func unlessRefused(_ act: () async throws -> Void) async throws {
        do { try await act() } catch SuggestionError.unknown, SuggestionError.notOwn, GoalError.unknown {
            throw Refused()
        }
    }

    /// Suggestions, and how members respond to them.
    static let suggestions: [Row] = [
        Row("SuggestionService.suggest(_:to:note:due:as:)", on: "the organization", administrators) {
            try await $0.suggestions.suggest($0.course, to: .organization, as: $1)
        },
        Row("SuggestionService.suggest(_:to:note:due:as:)", on: "North", team) {
            try await $0.suggestions.suggest($0.course, to: .team($0.north), as: $1)
        },
        Row("SuggestionService.suggest(_:to:note:due:as:)", on: "South", administrators) {
            try await $0.suggestions.suggest($0.course, to: .team($0.south), as: $1)
        },
        Row("SuggestionService.suggest(_:to:note:due:as:)", on: "a member of North", suggesters) {
            try await $0.suggestions.suggest($0.course, to: .member($0.ada), as: $1)
        },
        Row("SuggestionService.suggest(_:to:note:due:as:)", on: "a member of South", leaders) {
            try await $0.suggestions.suggest($0.course, to: .member($0.bob), as: $1)
        },
        Row("SuggestionService.followUps(for:of:restingFor:as:)", on: "all whom the asker leads", suggesters) {
            _ = try await $0.suggestions.followUps(for: .stuck, as: $1)
        },
        Row("SuggestionService.followUps(for:of:restingFor:as:)", on: "North", suggesters) {
            _ = try await $0.suggestions.followUps(for: .overdue, of: $0.north, as: $1)
        },
        Row("SuggestionService.followUps(for:of:restingFor:as:)", on: "South", leaders) {
            _ = try await $0.suggestions.followUps(for: .notBegun, of: $0.south, as: $1)
        },
        Row("SuggestionService.followUpCounts(of:as:)", suggesters) {
            _ = try await $0.suggestions.followUpCounts(as: $1)
        },
        Row("SuggestionService.change(_:note:due:as:)", on: "the administrator's to North", administrators) {
            world, asker in
            try await unlessRefused {
                try await world.suggestions.change(world.toNorth, note: "Changed", due: nil, as: asker)
            }
        },
        Row("SuggestionService.change(_:note:due:as:)", on: "their own to North", team) { world, asker in
            let own = try await world.suggestions.suggest(world.course, to: .team(world.north), as: asker)
            try await world.suggestions.change(own, note: "Changed", due: nil, as: asker)
        },
        Row("SuggestionService.change(_:note:due:as:)", on: "South", administrators) { world, asker in
            try await unlessRefused {
                try await world.suggestions.change(world.toSouth, note: "Changed", due: nil, as: asker)
            }
        },
        Row("SuggestionService.withdraw(_:as:)", on: "the administrator's to North", administrators) {
            world, asker in
            try await unlessRefused { try await world.suggestions.withdraw(world.toNorth, as: asker) }
        },
        Row("SuggestionService.withdraw(_:as:)", on: "their own to North", team) { world, asker in
            let own = try await world.suggestions.suggest(world.course, to: .team(world.north), as: asker)
            try await world.suggestions.withdraw(own, as: asker)
        },
        Row("SuggestionService.withdraw(_:as:)", on: "South", administrators) { world, asker in
            try await unlessRefused { try await world.suggestions.withdraw(world.toSouth, as: asker) }
        },
        Row("SuggestionService.suggestion(_:as:)", on: "to North", suggesters) {
            _ = try await $0.suggestions.suggestion($0.toNorth, as: $1)
        },
        Row("SuggestionService.list(_:as:)", suggesters) { _ = try await $0.suggestions.list(as: $1) },
        Row("SuggestionService.suggestions(of:as:)", on: "in North", members) {
            _ = try await $0.suggestions.suggestions(of: $0.ada, as: $1)
        },
        Row("SuggestionService.suggestions(of:as:)", on: "in South", leaders) {
            _ = try await $0.suggestions.suggestions(of: $0.bob, as: $1)
        },
        Row("SuggestionService.markSeen(_:of:as:)", on: "in North", [.member]) {
            try await $0.suggestions.markSeen([$0.course], of: $0.ada, as: $1)
        },
        Row("SuggestionService.accept(_:of:as:)", on: "in North", [.member]) {
            try await $0.suggestions.accept($0.course, of: $0.ada, as: $1)
        },
        Row("SuggestionService.decline(_:of:as:)", on: "in North", [.member]) {
            try await $0.suggestions.decline($0.course, of: $0.ada, as: $1)
        },
    ]

    /// Goals and calendars.
    static let goals: [Row] = [
        Row("SuggestionService.setGoal(_:for:by:note:as:)", on: "in North", suggesters) {
            try await $0.suggestions.setGoal(.learn(minutes: 60), for: $0.ada, by: quarter, as: $1)
        },
        Row("SuggestionService.setGoal(_:for:by:note:as:)", on: "in South", leaders) {
            try await $0.suggestions.setGoal(.learn(minutes: 60), for: $0.bob, by: quarter, as: $1)
        },
        Row("SuggestionService.goal(_:as:)", on: "in South", leaders) { world, asker in
            try await unlessRefused { _ = try await world.suggestions.goal(world.goal, as: asker) }
        },
        Row("SuggestionService.changeGoal(_:to:by:note:as:)", on: "in South", leaders) { world, asker in
            try await unlessRefused {
                try await world.suggestions.changeGoal(world.goal, by: quarter, note: "Changed", as: asker)
            }
        },
        Row("SuggestionService.withdrawGoal(_:as:)", on: "in South", leaders) { world, asker in
            try await unlessRefused { try await world.suggestions.withdrawGoal(world.goal, as: asker) }
        },
        Row("SuggestionService.goals(of:as:)", on: "in North", members) {
            _ = try await $0.suggestions.goals(of: $0.ada, as: $1)
        },
        Row("SuggestionService.goals(of:as:)", on: "in South", leaders) {
            _ = try await $0.suggestions.goals(of: $0.bob, as: $1)
        },
        Row("SuggestionService.goals(_:as:)", suggesters) { _ = try await $0.suggestions.goals(as: $1) },
        Row("SuggestionService.makeCalendarToken(of:as:)", on: "in North", [.member]) {
            _ = try await $0.suggestions.makeCalendarToken(of: $0.ada, as: $1)
        },
        Row("SuggestionService.revokeCalendarToken(of:as:)", on: "in North", [.member]) {
            try await $0.suggestions.revokeCalendarToken(of: $0.ada, as: $1)
        },
        Row("SuggestionService.calendar(of:as:)", on: "in North", [.member]) {
            _ = try await $0.suggestions.calendar(of: $0.ada, as: $1)
        },
        Row("SuggestionService.calendar(_:as:)", Set(Asker.allCases)) {
            _ = try await $0.suggestions.calendar($0.calendarToken, as: $1)
        },
    ]
}
