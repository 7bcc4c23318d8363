import Atrium
import AtriumSurfaces
import Testing

/// Grouping members into teams.
struct TeamMembership {
    @Test func `[A2] an administrator makes a team, puts members into it, and takes them out`() async throws {
        try await withGuide { world in
            let administrator = world.administrator
            try await administrator.does("kernel/create-team", ["name": "East"])
            let east = try #require(
                try await world.tenant.teams.list(as: administrator.principal).first { $0.name == "East" }?.id)
            let found = try await administrator.reads(
                "kernel/find-members", ["team": east, "text": "carl@acme.example"])
            #expect(found.contains("Carl"))
            try await administrator.does("kernel/add-to-team", ["member": world.newcomer.id, "team": east])
            #expect(try await administrator.reads("kernel/team", ["team": east]).contains("Carl"))
            await #expect(throws: Refused(TeamError.alreadyIn)) {
                try await administrator.does("kernel/add-to-team", ["member": world.newcomer.id, "team": east])
            }
            try await administrator.does("kernel/remove-from-team", ["member": world.newcomer.id, "team": east])
            #expect(try await !administrator.reads("kernel/team", ["team": east]).contains("Carl"))
        }
    }

    @Test func `[A2] nobody else makes, renames or archives a team`() async throws {
        try await withGuide { world async throws in
            let north = world.north
            for person in [world.manager, world.supervisor, world.member, world.foreigner, world.visitor] {
                #expect(try await person.lacks("kernel/create-team") == .manageTeams)
                #expect(try await person.lacks("kernel/rename-team", ["team": north, "name": "N"]) == .manageTeams)
                #expect(try await person.lacks("kernel/archive-team", ["team": north]) == .manageTeams)
                await #expect(throws: AccessError(permission: "kernel.manage teams")) {
                    try await world.tenant.teams.create("East", as: person.principal)
                }
            }
            #expect(try await world.tenant.teams.list(as: world.administrator.principal).count == 2)
        }
    }

    @Test(arguments: ["Finance department", "Lyon", "Interest in data", "Juniors", "Project Apollo"])
    func `[A5] a team follows any criterion, and a member is in several teams`(name: String) async throws {
        try await withGuide { world in
            let (administrator, ada) = (world.administrator, world.member)
            try await administrator.does("kernel/create-team", ["name": name])
            let team = try #require(
                try await world.tenant.teams.list(as: administrator.principal).first { $0.name == name }?.id)
            try await administrator.does("kernel/add-to-team", ["member": ada.id, "team": team])
            let entry = try await world.tenant.members.member(ada.id, as: administrator.principal)
            #expect(Set(entry.teams) == [world.north, team])
            #expect(try await administrator.reads("kernel/members", ["team": team]).contains("Ada"))
            #expect(try await administrator.reads("kernel/members", ["team": world.north]).contains("Ada"))
        }
    }

    @Test func `[A5] two open teams have different names, and an archived team takes nobody`() async throws {
        try await withGuide { world in
            let administrator = world.administrator
            await #expect(throws: Refused(TeamError.nameTaken)) {
                try await administrator.does("kernel/create-team", ["name": "NORTH"])
            }
            try await administrator.does("kernel/archive-team", ["team": world.south])
            await #expect(throws: Refused(TeamError.archived)) {
                try await administrator.does(
                    "kernel/add-to-team", ["member": world.newcomer.id, "team": world.south])
            }
        }
    }
}
