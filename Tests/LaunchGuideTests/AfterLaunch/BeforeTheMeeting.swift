import Atrium
import AtriumAnalytics
import AtriumCourses
import AtriumLearningSlots
import AtriumSuggestions
import AtriumSurfaces
import AtriumTesting
import Foundation
import TestSupport
import Testing

/// Managers bring learning into the meetings of their teams.
struct BeforeTheMeeting {
    /// Ada is stuck and has missed a goal, Bob has finished, and Carl has not begun.
    private func withLearners(_ body: (GuideWorld) async throws -> Void) async throws {
        try await withGuide { world async throws in
            let today = world.manager.session.caller.today
            for learning: Learning in [.enrolled, .activity()] {
                try await world.base.courses.record(
                    learning, of: world.member.id, in: world.sqlite, as: world.administrator.principal)
            }
            try await world.suggestions.setGoal(
                .complete(world.swift), for: world.member.id, by: today.advanced(by: 5), as: world.manager.principal)
            try await world.pass(days: 16)
            try await world.complete(world.swift, by: world.southerner)
            try await body(world)
        }
    }

    private static let lists = [("stuck", "Ada"), ("overdue", "Ada"), ("finished", "Bob"), ("not-begun", "Carl")]

    @Test func `[L4] before a meeting a manager sees who is stuck, overdue or finished, or has not begun`()
        async throws
    {
        try await withLearners { world async throws in
            let max = world.manager
            #expect(try await max.offered(in: .analytics).contains("suggestions/follow-up"))
            let page = try await max.reads("suggestions/follow-up")
            for (reason, name) in Self.lists {
                #expect(page.contains(name), "\(reason)")
                let list = try await max.reads("suggestions/follow-ups", ["reason": reason])
                for other in ["Ada", "Bob", "Carl"] { #expect(list.contains(other) == (name == other), "\(reason)") }
            }
        }
    }

    @Test func `[L4] a supervisor sees the own team alone, and a member nobody`() async throws {
        try await withLearners { world async throws in
            let lea = world.supervisor
            #expect(try await lea.offered(on: world.north).contains("suggestions/follow-up"))
            let page = try await lea.reads("suggestions/follow-up", ["team": world.north])
            #expect(page.contains("Ada") && !page.contains("Bob") && !page.contains("Carl"))
            #expect(try await lea.lacks("suggestions/follow-up", ["team": world.south]) == .viewSuggestions)
            for person in [world.member, world.foreigner, world.visitor] {
                #expect(try await person.lacks("suggestions/follow-up") == .viewSuggestions)
                await #expect(throws: AccessError(permission: "suggestions.view suggestions")) {
                    try await world.suggestions.followUps(for: .stuck, as: person.principal)
                }
            }
        }
    }

    @Test func `[L4] people are ticked in the list, and a course, a goal or a message goes to each of them`()
        async throws
    {
        try await withLearners { world async throws in
            let ada = try world.member.id
            func paths(_ person: Person) async throws -> Set<String> {
                let offers = person.catalogue.offers(on: Selection<FollowUpTable>.ticked([ada]))
                let obstacles = try await person.session.obstacles(to: offers)
                return Set(zip(offers, obstacles).filter { $0.1 == nil }.map { type(of: $0.0).path })
            }
            let own = [
                "suggestions/suggest-to-members", "suggestions/set-course-goals", "suggestions/set-minutes-goals",
            ]
            #expect(try await paths(world.manager) == Set(own))
            #expect(try await paths(world.supervisor) == Set(own + ["teampages/send-to-members"]))
            #expect(try await paths(world.member).isEmpty)
            try await world.manager.does(
                "suggestions/suggest-to-members", ["members": "id:\(ada)", "course": world.swift])
            try await world.manager.does(
                "suggestions/set-minutes-goals", ["members": "id:\(ada)", "minutes": 45, "day": "2026-03-01"])
            try await world.supervisor.does(
                "teampages/send-to-members", ["members": "id:\(ada)", "subject": "Help", "text": "Can I help?"])
            try await world.settle()
            #expect(try await world.member.reads("suggestions/mine").contains("Swift"))
            #expect(try await world.member.reads("suggestions/my-goals").contains("45"))
            #expect(world.mails(to: "ada").contains { $0.contains("Can I help?") })
            #expect(try await !world.southerner.reads("suggestions/my-goals").contains("45"))
            #expect(world.mails(to: "bob").isEmpty)
        }
    }

    @Test func `[L4] the minutes that a team learned in its slot are shown to those who lead it`() async throws {
        try await withGuide { world async throws in
            let today = world.administrator.session.caller.today
            try await world.administrator.does(
                "learningslots/set", LearningHabit.slot(world.north, from: today))
            world.test.clock.advance(by: .seconds(14 * 86_400))
            for (day, minutes) in [("2026-01-13", 25), ("2026-01-14", 400)] {
                try await world.base.courses.record(
                    .activity(minutes: minutes), of: world.member.id, in: world.swift,
                    at: Date("\(day)T08:15:00Z", strategy: .iso8601), as: world.administrator.principal)
            }
            for person in [world.manager, world.supervisor] {
                let uses = try await world.slots.uses(as: person.principal)
                #expect(uses.map(\.minutes) == [25] && uses.map(\.team) == ["North"])
                #expect(try await person.offered(in: .analytics).contains("learningslots/slots"))
                #expect(try await person.reads("learningslots/slot", ["team": world.north]).contains("25"))
            }
            #expect(try await world.southerner.lacks("learningslots/slot", ["team": world.north]) == .viewSlots)
            await #expect(throws: AccessError(permission: "learningslots.view slots")) {
                try await world.slots.uses(as: world.member.principal)
            }
        }
    }

    @Test func `[L4] teams with the same criterion are compared, and no others`() async throws {
        try await withGuide { world async throws in
            let anna = world.administrator
            try await anna.does("analytics/set-criterion", ["team": world.north, "criterion": "department"])
            try await anna.does("analytics/set-criterion", ["team": world.south, "criterion": "project"])
            let departments = try await world.manager.reads("analytics/compare", ["criterion": "department"])
            #expect(departments.contains("North") && !departments.contains("South"))
            try await anna.does("analytics/set-criterion", ["team": world.south, "criterion": "department"])
            let both = try await world.manager.reads("analytics/compare", ["criterion": "department"])
            #expect(both.contains("North") && both.contains("South"))
            #expect(try await !world.supervisor.reads("analytics/compare").contains("South"))
            for person in [world.manager, world.supervisor, world.member, world.foreigner, world.visitor] {
                #expect(
                    try await person.lacks("analytics/set-criterion", ["team": world.south, "criterion": "area"])
                        == .setCriterion)
            }
            #expect(try await world.member.lacks("analytics/compare") == .viewFigures)
        }
    }

    @Test func `[L4] a manager who lacks a power is told which role has it, and an administrator gives it`()
        async throws
    {
        try await withGuide { world async throws in
            let (max, anna) = (world.manager, world.administrator)
            let fields: Person.Fields = ["team": world.north, "course": world.swift]
            do {
                try await max.does("suggestions/suggest-to-team", fields)
                Issue.record("the manager may suggest to a team")
            } catch let refused as Refused { #expect(refused.words.description.contains("supervisor")) }
            #expect(try await max.reads("campaigns/managers-leading").contains("Ask an administrator for this role"))
            let advice = try await anna.reads("campaigns/guide-involving")
            #expect(advice.contains("Offer them the role of supervisor") && advice.contains("Members"))
            #expect(try await anna.reads("kernel/members", ["role": "manager"]).contains("Max"))
            #expect(try await anna.offered(on: max.id).contains("kernel/grant-role"))
            try await anna.does("kernel/grant-role", ["member": max.id, "role": "supervisor", "team": world.north])
            try await max.does("suggestions/suggest-to-team", fields)
            #expect(try await world.member.reads("suggestions/mine").contains("Swift"))
        }
    }
}
