import Atrium
import AtriumAnalytics
import AtriumMail
import AtriumSurfaces
import AtriumTesting
import TestSupport
import Testing

/// Chosen key figures, which somebody looks at all year.
struct Reviewing {
    private static let watch: Person.Fields = [
        "figure": "completed", "each": "month", "direction": "least", "target": 3,
    ]

    @Test(arguments: ["administrator", "manager"])
    func `[N2] a person chooses the figures of the year, with a target, and sees the verdict`(role: String) async throws
    {
        try await withGuide { world in
            let person = try #require(world.people.first { $0.role == role }?.person)
            try await person.does("analytics/watch", Self.watch)
            try await world.complete(world.swift, by: world.member)
            let list = try await person.reads("analytics/watch-list")
            #expect(list.contains("3") && list.contains("Acme"))
            #expect(try await person.reads("analytics/overview").contains("Watched"))
            // The list is the person's own.
            for (other, stranger) in world.people where other != role && other != "member" {
                #expect(try await !stranger.reads("analytics/watch-list").contains("Acme"), "\(other)")
            }
        }
    }

    @Test func `[N2] a supervisor watches figures of the own team, and no others`() async throws {
        try await withGuide { world in
            let lea = world.supervisor
            try await lea.does(
                "analytics/watch",
                ["figure": "completed", "team": world.north, "each": "month", "direction": "least", "target": 1])
            #expect(try await lea.reads("analytics/watch-list").contains("North"))
            #expect(try await lea.lacks("analytics/watch", Self.watch) == .watchFigures)
            await #expect(throws: AccessError(permission: "analytics.watch figures")) {
                try await world.analytics.watch(
                    WatchedFigure(.completed, of: world.south, each: .month, target: .atLeast(1)), as: lea.principal)
            }
        }
    }

    @Test func `[N2] on each day of the review, a mail reminds the person with the figures of the day`() async throws {
        try await withGuide { world in
            let manager = world.manager
            try await manager.does("analytics/watch", Self.watch)
            let first = manager.session.caller.today.advanced(by: 1)
            try await manager.does("analytics/review", ["cycle": "weekly", "first": first])
            func reminders() -> Int {
                world.base.mailbox.mails.count { $0.recipient.description == "max@acme.example" }
            }
            try await world.settle()
            #expect(reminders() == 0)
            for week in 1...3 {
                world.test.clock.advance(by: .seconds(week == 1 ? 86_400 : 7 * 86_400))
                try await world.settle()
                #expect(reminders() == week)
            }
            try await manager.does("analytics/review", ["cycle": ""])
            world.test.clock.advance(by: .seconds(7 * 86_400))
            try await world.settle()
            #expect(reminders() == 3)
        }
    }

    @Test func `[N2] a member watches nothing`() async throws {
        try await withGuide { world async throws in
            for person in [world.member, world.foreigner, world.visitor] {
                #expect(try await person.lacks("analytics/watch-list") == .watchFigures)
                await #expect(throws: AccessError(permission: "analytics.watch figures")) {
                    try await world.analytics.watch(
                        WatchedFigure(.completed, each: .month, target: .atLeast(1)), as: person.principal)
                }
            }
        }
    }
}
