import Atrium
import AtriumAnalytics
import AtriumInvitations
import AtriumSuggestions
import AtriumSurfaces
import AtriumTeamPages
import Testing

/// What the supervisor of a team does for that team, and nowhere else.
struct Supervisor {
    @Test func `[R3] a supervisor finds an active member by address or name, and adds them to the team`() async throws {
        try await withGuide { world in
            let (lea, north) = (world.supervisor, world.north)
            for text in ["bob@acme.example", "bo"] {
                let found = try await lea.reads("kernel/find-members", ["team": north, "text": text])
                #expect(found.contains("Bob") && found.contains("bob@acme.example"))
                // A name and an address, and nothing else: neither roles nor teams nor a state.
                #expect(!found.contains("South") && !found.contains("active"))
            }
            // A part of an address finds nobody, and neither does a person of another organization.
            for text in ["@acme.example", "fay@other.example"] {
                let found = try await lea.reads("kernel/find-members", ["team": north, "text": text])
                #expect(found.contains("Nobody is found."))
            }
            try await lea.does("kernel/add-to-team", ["member": world.southerner.id, "team": north])
            #expect(try await lea.reads("kernel/team", ["team": north]).contains("Bob"))
            try await lea.does("kernel/remove-from-team", ["member": world.southerner.id, "team": north])
            #expect(try await !lea.reads("kernel/team", ["team": north]).contains("Bob"))
        }
    }

    @Test func `[R3] a supervisor adds nobody who is not an active member`() async throws {
        try await withGuide { world in
            let (lea, north) = (world.supervisor, world.north)
            try await world.administrator.does("kernel/deactivate", ["member": world.newcomer.id])
            #expect(
                try await lea.reads("kernel/find-members", ["team": north, "text": "carl@acme.example"])
                    .contains("Nobody is found."))
            await #expect(throws: MemberError.notActive) {
                try await world.tenant.teams.add(world.newcomer.id, to: north, as: lea.principal)
            }
            await #expect(throws: MemberError.unknown) {
                try await world.tenant.teams.add(world.foreigner.id, to: north, as: lea.principal)
            }
        }
    }

    @Test func `[R3] a supervisor sees the figures of the team, edits its page and suggests content to it`()
        async throws
    {
        try await withGuide { world in
            let (lea, north) = (world.supervisor, world.north)
            #expect(try await lea.reads("analytics/people", ["team": north]).contains("Ada"))
            try await TeamPage.publish("From Lea", on: north, by: lea)
            try await lea.does("suggestions/suggest-to-team", ["team": north, "course": world.swift])
            let home = try await world.member.reads("teampages/home")
            #expect(home.contains("From Lea") && home.contains("Swift"))
        }
    }

    @Test func `[R3] a supervisor invites nobody and touches no other team`() async throws {
        try await withGuide { world in
            let (lea, south, bob) = (world.supervisor, world.south, try world.southerner.id)
            let refused: [(String, Person.Fields, Permission)] = [
                ("invitations/invite", ["addresses": "x@acme.example"], .invite),
                ("kernel/add-to-team", ["member": try world.newcomer.id, "team": south], .manageTeamMembers),
                ("kernel/remove-from-team", ["member": bob, "team": south], .manageTeamMembers),
                ("kernel/team", ["team": south], .viewTeams), ("kernel/member", ["member": bob], .viewMembers),
                ("kernel/remove", ["member": try world.member.id], .manageMembers),
                ("kernel/rename-team", ["team": world.north, "name": "X"], .manageTeams),
                ("analytics/overview", ["team": south], .viewFigures),
                ("teampages/page", ["team": south], .editPage),
                ("suggestions/suggest-to-team", ["team": south, "course": world.swift], .suggestToTeams),
                ("suggestions/suggest-to-member", ["member": bob, "course": world.swift], .suggestToPeople),
                ("suggestions/set-minutes-goal", ["member": bob, "minutes": 5, "day": "2026-03-01"], .setGoals),
            ]
            for (path, fields, permission) in refused {
                #expect(try await lea.lacks(path, fields) == permission, "\(path)")
            }
            let members = try await lea.reads("kernel/members")
            #expect(members.contains("Ada") && !members.contains("Bob"))
            // A team that does not exist gets the same answer as another team.
            for team in [south, TeamID(digest: [])] {
                await #expect(throws: AccessError(permission: "kernel.manage team members")) {
                    try await world.tenant.teams.add(bob, to: team, as: lea.principal)
                }
            }
        }
    }

    @Test func `[R3] supervising a team is not membership of it`() async throws {
        try await withGuide { world in
            let lea = world.supervisor
            let entry = try await world.tenant.members.member(lea.id, as: world.administrator.principal)
            #expect(entry.teams.isEmpty && entry.assignments == [Assignment(.supervisor, team: world.north)])
            #expect(try await !lea.reads("kernel/team", ["team": world.north]).contains("Lea"))
            try await lea.does("suggestions/suggest-to-team", ["team": world.north, "course": world.swift])
            #expect(try await !lea.reads("suggestions/mine").contains("Swift"))
        }
    }
}
