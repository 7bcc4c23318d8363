import Atrium
import AtriumInvitations
import AtriumSuggestions
import AtriumSurfaces
import AtriumTeamPages
import Testing

/// What a manager sees, and what a manager does not change.
struct Manager {
    @Test func `[R2] a manager sees the figures of the organization and of every team`() async throws {
        try await withGuide { world in
            try await world.complete(world.swift, by: world.member)
            let manager = world.manager
            #expect(try await manager.reads("analytics/overview").contains("Active"))
            let teams = try await manager.reads("analytics/teams")
            #expect(teams.contains("North") && teams.contains("South"))
            for team in [world.north, world.south] {
                #expect(try await !manager.reads("analytics/people", ["team": team]).isEmpty)
                #expect(try await manager.offered(on: team).contains("analytics/overview"))
            }
            #expect(try await manager.offered(in: .analytics).contains("analytics/people"))
        }
    }

    @Test func `[R2] a manager recommends a course to a member, and sets a goal, but never for a whole team`()
        async throws
    {
        try await withGuide { world in
            let manager = world.manager
            try await manager.does(
                "suggestions/suggest-to-member", ["member": world.southerner.id, "course": world.swift])
            try await manager.does(
                "suggestions/set-minutes-goal",
                ["member": world.southerner.id, "minutes": 60, "day": "2026-03-01"])
            #expect(try await world.southerner.reads("suggestions/my-goals").contains("60"))
            #expect(
                try await manager.lacks("suggestions/suggest-to-team", ["team": world.north, "course": world.swift])
                    == .suggestToTeams)
            await #expect(throws: AccessError(permission: "suggestions.suggest to teams")) {
                try await world.suggestions.suggest(world.swift, to: .team(world.north), as: manager.principal)
            }
        }
    }

    @Test func `[R2] a manager changes no member, role, invitation, team or team page`() async throws {
        try await withGuide { world in
            let (manager, member, team) = (world.manager, try world.member.id, world.north)
            let changes: [(String, Person.Fields, Permission)] = [
                ("kernel/rename-member", ["member": member, "name": "X"], .manageMembers),
                ("kernel/deactivate", ["member": member], .manageMembers),
                ("kernel/remove", ["member": member], .manageMembers),
                ("kernel/grant-role", ["member": member, "role": "manager"], .grantRoles),
                ("kernel/create-team", ["name": "X"], .manageTeams),
                ("kernel/archive-team", ["team": team], .manageTeams),
                ("kernel/add-to-team", ["member": member, "team": team], .manageTeamMembers),
                ("kernel/remove-from-team", ["member": member, "team": team], .manageTeamMembers),
                ("invitations/invite", ["addresses": "x@acme.example"], .invite),
                ("invitations/invitations", [:], .viewInvitations),
                ("teampages/page", ["team": team], .editPage),
                ("teampages/save-draft", ["team": team, "revision": 0, "message": "X"], .editPage),
                ("teampages/send-to-team", ["team": team, "subject": "X", "text": "X"], .sendMessages),
            ]
            for (path, fields, permission) in changes {
                #expect(try await manager.lacks(path, fields) == permission, "\(path)")
            }
            await #expect(throws: AccessError(permission: "kernel.manage team members")) {
                try await world.tenant.teams.add(world.newcomer.id, to: team, as: manager.principal)
            }
            await #expect(throws: AccessError(permission: "teampages.edit page")) {
                try await world.pages.saveDraft("X", of: team, basedOn: 0, as: manager.principal)
            }
        }
    }
}
