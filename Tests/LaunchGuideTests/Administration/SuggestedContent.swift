import Atrium
import AtriumSuggestions
import AtriumSurfaces
import Testing

/// Courses that are suggested to members and teams.
struct SuggestedContent {
    @Test func `[A4] an administrator suggests a course to a member, to a team and to everybody`() async throws {
        try await withGuide { world in
            let administrator = world.administrator
            try await administrator.does(
                "suggestions/suggest-to-member",
                ["member": world.newcomer.id, "course": world.swift, "note": "For your project"])
            try await administrator.does(
                "suggestions/suggest-to-team", ["team": world.north, "course": world.swift, "due": "2026-03-01"])
            #expect(try await world.newcomer.reads("suggestions/mine").contains("For your project"))
            #expect(try await world.member.reads("suggestions/mine").contains("Swift"))
            #expect(try await !world.southerner.reads("suggestions/mine").contains("Swift"))
            try await administrator.does("suggestions/suggest-to-everybody", ["course": world.sqlite])
            for person in [world.member, world.southerner, world.newcomer, world.manager] {
                #expect(try await person.reads("suggestions/mine").contains("SQLite"))
            }
        }
    }

    @Test func `[A4] a person who joins the team later gets its suggestions too`() async throws {
        try await withGuide { world in
            try await world.administrator.does(
                "suggestions/suggest-to-team", ["team": world.north, "course": world.swift, "days": 30])
            #expect(try await !world.newcomer.reads("suggestions/mine").contains("Swift"))
            try await world.supervisor.does(
                "kernel/add-to-team", ["member": world.newcomer.id, "team": world.north])
            #expect(try await world.newcomer.reads("suggestions/mine").contains("Swift"))
        }
    }

    @Test func `[A4] members suggest to nobody, and only administrators to everybody`() async throws {
        try await withGuide { world async throws in
            for person in [world.manager, world.supervisor, world.member, world.foreigner] {
                #expect(
                    try await person.lacks("suggestions/suggest-to-everybody", ["course": world.swift])
                        == .suggestToOrganization)
                await #expect(throws: AccessError(permission: "suggestions.suggest to organization")) {
                    try await world.suggestions.suggest(world.swift, to: .organization, as: person.principal)
                }
            }
            for person in [world.member, world.foreigner, world.visitor] {
                await #expect(throws: AccessError(permission: "suggestions.suggest to people")) {
                    try await world.suggestions.suggest(
                        world.swift, to: .member(world.southerner.id), as: person.principal)
                }
                #expect(try await person.lacks("suggestions/suggestions") == .suggestToPeople)
            }
        }
    }

    @Test func `[A4] an unknown member and a retired course are refused`() async throws {
        try await withGuide { world in
            let administrator = world.administrator
            await #expect(throws: Refused(MemberError.unknown)) {
                try await administrator.does(
                    "suggestions/suggest-to-member", ["member": world.foreigner.id, "course": world.swift])
            }
            try await administrator.does("courses/retire", ["course": world.swift])
            await #expect(throws: Refused(SuggestionError.courseRetired)) {
                try await administrator.does(
                    "suggestions/suggest-to-team", ["team": world.north, "course": world.swift])
            }
        }
    }
}
