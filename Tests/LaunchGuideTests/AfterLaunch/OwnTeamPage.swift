import Atrium
import AtriumSuggestions
import AtriumSurfaces
import AtriumTeamPages
import Testing

/// Supervisors look after the page of their own team without an administrator.
struct OwnTeamPage {
    @Test func `[S2] a manager who is made a supervisor writes the page of their team and suggests content to it`()
        async throws
    {
        try await withGuide { world in
            let (max, north) = (world.manager, world.north)
            #expect(try await max.lacks("teampages/page", ["team": north]) == .editPage)
            try await world.administrator.does(
                "kernel/grant-role", ["member": max.id, "role": "supervisor", "team": north])
            #expect(
                try await max.offered(on: north).isSuperset(of: [
                    "teampages/page", "suggestions/suggest-to-team", "teampages/send-to-team",
                ]))
            try await TeamPage.publish("Every Monday we learn.", on: north, by: max)
            try await max.does("suggestions/suggest-to-team", ["team": north, "course": world.sqlite])
            let home = try await world.member.reads("teampages/home")
            #expect(home.contains("Every Monday we learn.") && home.contains("SQLite"))
        }
    }

    @Test func `[S2] a supervisor changes and withdraws what they suggested, and not what others did`() async throws {
        try await withGuide { world in
            let (lea, north) = (world.supervisor, world.north)
            let own = try await world.suggestions.suggest(world.swift, to: .team(north), as: lea.principal)
            let other = try await world.suggestions.suggest(
                world.sqlite, to: .team(north), as: world.administrator.principal)
            try await lea.does("suggestions/change", ["suggestion": own, "note": "Better", "due": "2026-03-01"])
            try await lea.does("suggestions/withdraw", ["suggestion": own])
            await #expect(throws: Refused(SuggestionError.notOwn)) {
                try await lea.does("suggestions/withdraw", ["suggestion": other])
            }
            #expect(try await !world.member.reads("teampages/home").contains("Swift"))
        }
    }

    @Test func `[S2] the role ends, and with it the page`() async throws {
        try await withGuide { world in
            let (lea, north) = (world.supervisor, world.north)
            try await world.administrator.does(
                "kernel/revoke-role", ["member": lea.id, "role": "supervisor", "team": north])
            #expect(try await lea.lacks("teampages/page", ["team": north]) == .editPage)
            await #expect(throws: AccessError(permission: "suggestions.suggest to teams")) {
                try await world.suggestions.suggest(world.swift, to: .team(north), as: lea.principal)
            }
        }
    }
}
