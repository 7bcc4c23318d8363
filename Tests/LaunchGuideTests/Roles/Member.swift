import Atrium
import AtriumAnalytics
import AtriumCertificates
import AtriumCourses
import AtriumInvitations
import AtriumSeats
import AtriumSurfaces
import TestSupport
import Testing

/// What a member has, and what a member does not see.
struct Member {
    @Test func `[R4] every active membership has premium and uses a seat, whatever its roles are`() async throws {
        try await withGuide { world in
            for (role, person) in world.people {
                #expect(try await world.seats.ownSeat(as: person.principal).organization == "Acme", "\(role)")
                #expect(try await person.offered(in: .home).contains("seats/premium"), "\(role)")
            }
            let active = try await world.tenant.members.list(as: world.administrator.principal).entries.count
            #expect(try await world.seats.balance(as: world.administrator.principal).used == active)
            try await world.administrator.does("kernel/deactivate", ["member": world.member.id])
            await #expect(throws: AccessError.self) { try await world.seats.ownSeat(as: world.member.principal) }
            #expect(try await world.seats.balance(as: world.administrator.principal).used == active - 1)
        }
    }

    @Test func `[R4] a member is in teams, learns, and sees their own record`() async throws {
        try await withGuide { world in
            let ada = world.member
            try await ada.does("courses/enrol", ["course": world.swift])
            #expect(try await ada.reads("courses/mine").contains("Swift"))
            try await world.complete(world.sqlite, by: ada)
            #expect(try await ada.reads("certificates/mine").contains("SQLite"))
        }
    }

    @Test func `[R4] a member sees nobody else's activity, neither by lists nor by counts nor by errors`() async throws
    {
        try await withGuide { world in
            let (ada, bob) = (world.member, try world.southerner.id)
            try await world.administrator.does(
                "kernel/add-to-team", ["member": world.southerner.id, "team": world.north])
            try await world.complete(world.swift, by: world.southerner)
            // Even of a colleague in the same team.
            let hidden: [(String, Person.Fields)] = [
                ("kernel/member", ["member": bob]), ("courses/of-member", ["member": bob]),
                ("suggestions/of-member", ["member": bob]), ("suggestions/goals-of-member", ["member": bob]),
                ("certificates/certificates", ["member": bob]), ("analytics/people", ["team": world.north]),
                ("analytics/teams", [:]), ("analytics/overview", [:]), ("kernel/team", ["team": world.north]),
                ("seats/seats", [:]),
            ]
            for (path, fields) in hidden { #expect(try await ada.lacks(path, fields) != nil, "\(path)") }
            #expect(try await !ada.reads("kernel/members").contains("Bob"))
            // A member who exists and one who does not get the same answer.
            for id in [bob, MemberID(digest: [])] {
                await #expect(throws: AccessError(permission: "courses.view learning")) {
                    try await world.base.courses.participations(of: id, as: ada.principal)
                }
                await #expect(throws: AccessError(permission: "kernel.view members")) {
                    try await world.tenant.members.member(id, as: ada.principal)
                }
            }
            // The catalogue says nothing about who takes a course.
            #expect(try await !ada.reads("courses/catalogue").contains("Bob"))
        }
    }

    @Test func `[R4] a team's page does not tell who suggests, and a suggestion does not tell who else gets it`()
        async throws
    {
        try await withGuide { world in
            try await world.supervisor.does(
                "suggestions/suggest-to-team", ["team": world.north, "course": world.swift])
            let home = try await world.member.reads("teampages/home")
            #expect(home.contains("Swift") && !home.contains("Lea"))
            // The other people to whom it goes are not named either.
            let own = try await world.member.reads("suggestions/mine")
            #expect(own.contains("Swift") && !own.contains("Bob") && !own.contains("Carl"))
        }
    }

    @Test func `[R4] a member manages nothing`() async throws {
        try await withGuide { world in
            let (ada, carl) = (world.member, try world.newcomer.id)
            #expect(try await ada.offered(in: .administration).isEmpty)
            #expect(try await ada.lacks("kernel/team", ["team": world.north]) == .viewTeams)
            let acts: [(String, Person.Fields, Permission)] = [
                ("kernel/remove", ["member": carl], .manageMembers),
                ("kernel/create-team", ["name": "X"], .manageTeams),
                ("kernel/add-to-team", ["member": carl, "team": world.north], .manageTeamMembers),
                ("kernel/find-members", ["team": world.north, "text": "Carl"], .findMembers),
                ("invitations/invite", ["addresses": "x@acme.example"], .invite),
                (
                    "kernel/settings", ["name": "X", "language": "en", "time-zone": "GMT", "first-weekday": "monday"],
                    .changeSettings
                ),
                ("courses/add", ["id": "x", "title": "X"], .manageCatalogue),
            ]
            for (path, fields, permission) in acts {
                #expect(try await ada.lacks(path, fields) == permission, "\(path)")
            }
        }
    }
}
