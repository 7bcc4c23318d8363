import Atrium
import AtriumAnalytics
import AtriumCourses
import AtriumInvitations
import AtriumTesting
import TestSupport
import Testing

/// Figures of a team when its members change.
struct TeamFigureTests {
    @Test func `a move to another team takes effect on its date and leaves the past unchanged`() async throws {
        try await withAnalytics { world async throws in
            // Today is 2026-01-05.
            let ada = try await world.member("ada", [], [world.north])
            world.test.clock.advance(by: .seconds(86_400 * 30))
            try await world.tenant.teams.remove(ada, from: world.north, as: world.administrator)
            try await world.tenant.teams.add(ada, to: world.south, as: world.administrator)
            try await world.record(.activity(), ada, "2025-06-01")  // before any team: counts for the first one
            try await world.record(.activity(), ada, "2026-01-20")
            try await world.record(.activity(), ada, "2026-02-04")  // the day of the change
            let days = "2025-01-01..2027-01-01"
            #expect(try await world.count(.activities, days, team: world.north) == 2)
            #expect(try await world.count(.activities, days, team: world.south) == 1)
            #expect(try await world.count(.activities, days) == 3)
        }
    }

    @Test func `learning before any team counts for the teams that the member joined first, in one act`() async throws {
        try await withAnalytics { world async throws in
            let ada = try await world.member("ada")
            try await world.record(.activity(), ada, "2025-06-01")
            let days = "2025-01-01..2026-01-01"
            #expect(try await world.count(.activities, days, team: world.north) == 0)
            try await world.tenant.teams.add(ada, to: world.north, as: world.administrator)
            try await world.tenant.teams.add(ada, to: world.south, as: world.administrator)
            #expect(try await world.count(.activities, days, team: world.north) == 1)
            #expect(try await world.count(.activities, days, team: world.south) == 0)
            let bob = try await world.member("bob", [], [world.north, world.south])
            try await world.record(.activity(), bob, "2025-06-02")
            #expect(try await world.count(.activities, days, team: world.north) == 2)
            #expect(try await world.count(.activities, days, team: world.south) == 1)
            #expect(try await world.count(.active, days) == 2)
            #expect(try await world.count(.activities, days) == 2)
        }
    }

    @Test func `nothing counts twice if the clock goes back between leaving and rejoining a team`() async throws {
        try await withAnalytics { world async throws in
            let ada = try await world.member("ada", [], [world.north])
            try await world.record(.activity(), ada, "2026-01-08")
            world.test.clock.advance(by: .seconds(5 * 86_400))
            try await world.tenant.teams.remove(ada, from: world.north, as: world.administrator)
            world.test.clock.advance(by: .seconds(-3 * 86_400))
            try await world.tenant.teams.add(ada, to: world.north, as: world.administrator)
            #expect(try await world.count(.activities, "2026-01-01..2026-02-01", team: world.north) == 1)
        }
    }

    @Test func `archiving a team ends it for all its members and keeps their past`() async throws {
        try await withAnalytics { world async throws in
            for number in 0..<10 {
                let member = try await world.member("m\(number)", [], [world.north])
                try await world.record(.activity(), member, "2025-06-01")
                try await world.record(.activity(), member, "2026-01-05")
            }
            let days = "2025-01-01..2027-01-01"
            #expect(try await world.count(.activities, days, team: world.north) == 20)
            try await world.tenant.teams.archive(world.north, as: world.administrator)
            // The day on which the team ends no longer counts for it.
            #expect(try await world.count(.activities, days, team: world.north) == 10)
            #expect(try await world.count(.activities, days) == 20)
            try await world.tenant.teams.unarchive(world.north, as: world.administrator)
            #expect(try await world.count(.activities, days, team: world.north) == 10)
        }
    }

    @Test func `a removed member and an invited person do not count as members, but a member's past stays`()
        async throws
    {
        try await withAnalytics { world async throws in
            let ada = try await world.member("ada", [], [world.north])
            let days = "2025-01-01..2026-01-01"
            try await world.record(.activity(), ada, "2025-06-01")
            #expect(try await world.count(.members, days, team: world.north) == 1)
            try await world.tenant.members.remove(ada, as: world.administrator)
            #expect(try await world.count(.members, days, team: world.north) == 0)
            #expect(try await world.count(.activities, days, team: world.north) == 1)
            let before = try await world.count(.members, days)
            _ = try await world.tenant[Invitations.self].invite(
                [EmailAddress("pending@acme.example")], as: world.administrator)
            #expect(try await world.count(.members, days) == before)
        }
    }
}
