import Atrium
import AtriumCourses
import AtriumSuggestions
import AtriumTesting
import TestSupport
import Testing

/// Asks for a team's suggestions from another module's unit, like team pages.
private struct Board: Module {
    static let id: ModuleID = "board"
    static let dependencies: [any Module.Type] = [Suggestions.self]
    static let permissions = [Permission.readBoard]
    static let schema = Schema()

    func start(in tenant: TenantContext) throws -> Service {
        Service(store: tenant.store, suggestions: try tenant.service(of: Suggestions.self))
    }

    struct Service: Sendable {
        let store: Store
        let suggestions: SuggestionService

        func suggestions(to team: TeamID, as principal: Principal) async throws -> [Suggestion] {
            try await store.read(as: principal, .readBoard) { try suggestions.suggestions(to: team, in: $0) }
        }
    }
}

extension Permission {
    fileprivate static let readBoard = Permission("board.read", grantedTo: .everyMember)
}

struct TeamTests {
    @Test func `another module reads a team's suggestions, the newest first, without withdrawn or retired ones`()
        async throws
    {
        try await withSuggestions(beside: [Board()]) { world async throws in
            func courses() async throws -> [CourseID] {
                try await world.tenant[Board.self].suggestions(to: world.north, as: world.ada).map(\.course)
            }
            let suggestions = try world.suggestions
            let first = try await suggestions.suggest(world.swift, to: .team(world.north), as: world.lea)
            world.test.clock.advance(by: .seconds(1))
            try await suggestions.suggest(world.sqlite, to: .team(world.north), as: world.lea)
            try await suggestions.suggest(world.sqlite, to: .team(world.south), as: world.administrator)
            try await suggestions.suggest(world.sqlite, to: .organization, as: world.administrator)
            #expect(try await courses() == [world.sqlite, world.swift])
            try await world.courses.retire(world.sqlite, as: world.administrator)
            #expect(try await courses() == [world.swift])
            try await suggestions.withdraw(first, as: world.lea)
            #expect(try await courses().isEmpty)
            try await world.courses.restore(world.sqlite, as: world.administrator)
            try await world.tenant.teams.archive(world.north, as: world.administrator)
            #expect(try await courses().isEmpty)
            // Suggestions that ended with the team do not come back with it.
            try await world.tenant.teams.unarchive(world.north, as: world.administrator)
            try await world.tenant.teams.add(world.ada.id, to: world.north, as: world.administrator)
            #expect(try await courses().isEmpty)
            try await suggestions.suggest(world.swift, to: .team(world.north), as: world.administrator)
            #expect(try await courses() == [world.swift])
        }
    }
}
