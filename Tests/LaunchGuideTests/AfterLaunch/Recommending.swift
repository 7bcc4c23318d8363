import Atrium
import AtriumCourses
import AtriumSuggestions
import AtriumSurfaces
import TestSupport
import Testing

/// Managers and supervisors recommend courses to single employees, and set goals for each.
struct Recommending {
    @Test(arguments: ["manager", "supervisor"])
    func `[S1] managers and supervisors recommend a course to one member, with a reason and a day`(
        role: String
    ) async throws {
        try await withGuide { world in
            let person = try #require(world.people.first { $0.role == role }?.person)
            let ada = world.member
            #expect(
                try await person.offered(on: ada.id).isSuperset(of: [
                    "suggestions/suggest-to-member", "suggestions/set-course-goal", "suggestions/set-minutes-goal",
                ]))
            try await person.does(
                "suggestions/suggest-to-member",
                ["member": ada.id, "course": world.swift, "note": "You asked for it", "due": "2026-03-01"])
            let own = try await world.member.reads("suggestions/mine")
            #expect(own.contains("Swift") && own.contains("You asked for it") && own.contains("Mar 1, 2026"))
            #expect(try await !world.southerner.reads("suggestions/mine").contains("Swift"))
        }
    }

    @Test func `[S1] a goal is about one member, and its progress follows what they learn`() async throws {
        try await withGuide { world in
            let (manager, ada) = (world.manager, world.member)
            try await manager.does(
                "suggestions/set-course-goal", ["member": ada.id, "course": world.swift, "day": "2026-03-01"])
            try await manager.does(
                "suggestions/set-minutes-goal", ["member": ada.id, "minutes": 90, "day": "2026-03-01"])
            #expect(try await world.suggestions.goals(of: world.southerner.id, as: manager.principal).isEmpty)
            try await world.base.courses.record(
                .enrolled, of: ada.id, in: world.swift, as: world.administrator.principal)
            try await world.base.courses.record(
                .activity(minutes: 45), of: ada.id, in: world.swift, as: world.administrator.principal)
            let goals = try await world.suggestions.goals(of: ada.id, as: ada.principal)
            #expect(Set(goals.map(\.percent)) == [0, 50])
            #expect(try await ada.reads("suggestions/my-goals").contains("50"))
            #expect(try await manager.reads("suggestions/goals-of-member", ["member": ada.id]).contains("50"))
        }
    }

    @Test func `[S1] a supervisor recommends to nobody outside the team, and a member to nobody`() async throws {
        try await withGuide { world in
            let bob = try world.southerner.id
            for person in [world.supervisor, world.member, world.foreigner, world.visitor] {
                #expect(
                    try await person.lacks("suggestions/suggest-to-member", ["member": bob, "course": world.swift])
                        == .suggestToPeople)
                await #expect(throws: AccessError(permission: "suggestions.set goals")) {
                    try await world.suggestions.setGoal(
                        .learn(minutes: 5), for: bob, by: Day(year: 2026, month: 3), as: person.principal)
                }
            }
            await #expect(throws: Refused(GoalError.invalidDay)) {
                try await world.manager.does(
                    "suggestions/set-minutes-goal", ["member": bob, "minutes": 5, "day": "2020-01-01"])
            }
        }
    }
}
