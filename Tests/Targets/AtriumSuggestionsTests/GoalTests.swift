import Atrium
import AtriumCourses
import AtriumSuggestions
import AtriumTesting
import Foundation
import TestSupport
import Testing

struct GoalTests {
    private let march = Day(year: 2026, month: 3)

    private func goals(_ world: SuggestionWorld, of member: Principal? = nil) async throws -> [GoalProgress] {
        try await world.suggestions.goals(of: (member ?? world.ada).id, as: member ?? world.ada)
    }

    @Test func `a goal of minutes counts the learning from its first day to its last`() async throws {
        try await withSuggestions { world async throws in
            try await world.record(.activity(minutes: 500), of: world.ada)
            world.test.clock.advance(by: .seconds(86_400))
            try await world.suggestions.setGoal(.learn(minutes: 60), for: world.ada.id, by: march, as: world.lea)
            let goal = try #require(try await goals(world).first)
            #expect(goal.state == .open && goal.minutes == 0 && goal.setter.name == "Lea")
            try await world.record(.activity(minutes: 30), of: world.ada)
            try await world.record(.activity(minutes: 29), of: world.ada, in: world.sqlite)
            #expect(try await goals(world).first?.percent == 98)
            try await world.record(.progressed(percent: 10, minutes: 1), of: world.ada)
            #expect(try await goals(world).first?.state == .reached)
            #expect(try await goals(world).first?.percent == 100)
        }
    }

    @Test func `learning that happens late misses the goal, but learning that is only reported late does not`()
        async throws
    {
        try await withSuggestions { world async throws in
            let day = Day(year: 2026, month: 1, day: 10)
            try await world.suggestions.setGoal(.learn(minutes: 60), for: world.ada.id, by: day, as: world.manager)
            world.test.clock.advance(by: .seconds(10 * 86_400))
            try await world.record(.activity(minutes: 60), of: world.ada)
            #expect(try await goals(world).first?.state == .missed)
            let inTime = day.start(in: .gmt).addingTimeInterval(86_399)
            try await world.courses.record(
                .activity(minutes: 60), of: world.ada.id, in: world.swift, at: inTime, as: world.administrator)
            #expect(try await goals(world).first?.state == .reached)
        }
    }

    @Test func `a goal of a course is reached by a completion after the goal was set`() async throws {
        try await withSuggestions { world async throws in
            try await world.record(.enrolled, of: world.ada)
            try await world.record(.completed, of: world.ada)
            world.test.clock.advance(by: .seconds(86_400))
            try await world.suggestions.setGoal(.complete(world.swift), for: world.ada.id, by: march, as: world.lea)
            var goal = try #require(try await goals(world).first)
            #expect(
                goal.state == .open && goal.percent == 0 && goal.aim.description == "complete Swift, from the start")
            try await world.record(.enrolled, of: world.ada)
            try await world.record(.progressed(percent: 100), of: world.ada)
            goal = try #require(try await goals(world).first)
            #expect(goal.state == .open && goal.percent == 99)
            try await world.record(.completed, of: world.ada)
            goal = try #require(try await goals(world).first)
            #expect(goal.state == .reached && goal.percent == 100)
        }
    }

    @Test func `another target of a goal counts from the day on which the goal was first set`() async throws {
        try await withSuggestions { world async throws in
            let suggestions = try world.suggestions
            let goal = try await suggestions.setGoal(.learn(minutes: 60), for: world.ada.id, by: march, as: world.lea)
            try await world.record(.activity(minutes: 30), of: world.ada)
            world.test.clock.advance(by: .seconds(86_400))
            try await suggestions.changeGoal(
                goal, to: .learn(minutes: 30), by: march, note: "Half of it", as: world.manager)
            let changed = try #require(try await goals(world).first)
            #expect(changed.state == .reached && changed.goal.note == "Half of it" && changed.setter.name == "Max")
            #expect(try await goals(world).count == 1)

            let other = try await suggestions.setGoal(
                .complete(world.swift), for: world.ada.id, by: march, as: world.lea)
            let third = try await suggestions.setGoal(
                .complete(world.sqlite), for: world.ada.id, by: march, as: world.lea)
            await #expect(throws: GoalError.targetTaken) {
                try await suggestions.changeGoal(third, to: .complete(world.swift), by: march, note: "", as: world.lea)
            }
            await #expect(throws: CourseError.unknown) {
                try await suggestions.changeGoal(
                    other, to: .complete(CourseID("nothing")), by: march, note: "", as: world.lea)
            }
            await #expect(throws: GoalError.invalidMinutes) {
                try await suggestions.changeGoal(other, to: .learn(minutes: 0), by: march, note: "", as: world.lea)
            }
            #expect(try await suggestions.goal(other, as: world.lea).target == .complete(world.swift))
            let entries = try await world.tenant.audit.list(as: world.administrator).entries
            #expect(
                entries.contains {
                    $0.content?.permission == "suggestions.set goals" && $0.content?.subject == "goal:\(goal)"
                })
        }
    }

    @Test func `each role sets goals for people in its scope only, and nobody else sees them`() async throws {
        try await withSuggestions { world async throws in
            let suggestions = try world.suggestions
            func set(for member: Principal, as asker: Principal) async throws -> ID<Goal> {
                try await suggestions.setGoal(.learn(minutes: 10), for: member.id, by: march, as: asker)
            }
            let adas = try await set(for: world.ada, as: world.lea)
            world.test.clock.advance(by: .seconds(1))
            let bobs = try await set(for: world.bob, as: world.manager)
            await #expect(throws: AccessError.self) { try await set(for: world.bob, as: world.lea) }
            await #expect(throws: AccessError.self) { try await set(for: world.ada, as: world.ada) }
            await #expect(throws: AccessError.self) { try await suggestions.goals(of: world.bob.id, as: world.ada) }
            await #expect(throws: AccessError.self) { try await suggestions.goals(of: world.bob.id, as: world.lea) }
            await #expect(throws: AccessError.self) { try await suggestions.goals(as: world.ada) }
            #expect(try await suggestions.goals(as: world.lea).goals.map(\.goal.id) == [adas])
            #expect(try await suggestions.goals(as: world.manager).goals.map(\.goal.id) == [bobs, adas])
            await #expect(throws: GoalError.unknown) { try await suggestions.withdrawGoal(bobs, as: world.lea) }
            await #expect(throws: GoalError.unknown) {
                try await suggestions.changeGoal(bobs, by: march, note: "", as: world.lea)
            }
            try await suggestions.withdrawGoal(bobs, as: world.administrator)
            await #expect(throws: GoalError.unknown) { try await suggestions.withdrawGoal(bobs, as: world.manager) }
            #expect(try await goals(world, of: world.bob).map(\.state) == [.withdrawn])
        }
    }

    @Test func `setting an open goal again changes it, and setting a reached one again makes another`() async throws {
        try await withSuggestions { world async throws in
            let suggestions = try world.suggestions
            func set(_ day: Day, _ note: String = "") async throws -> ID<Goal> {
                try await suggestions.setGoal(
                    .learn(minutes: 10), for: world.ada.id, by: day, note: note, as: world.lea)
            }
            let first = try await set(march)
            #expect(try await set(march.advanced(by: 1), "More time") == first)
            #expect(try await goals(world).map(\.goal.day) == [march.advanced(by: 1)])
            try await suggestions.changeGoal(first, by: march, note: "Less", as: world.manager)
            #expect(try await goals(world).map(\.setter.name) == ["Max"])
            try await world.record(.activity(minutes: 10), of: world.ada)
            world.test.clock.advance(by: .seconds(86_400))
            let second = try await set(march)
            #expect(try await goals(world).map(\.goal.id) == [second, first])
            #expect(try await goals(world).map(\.state) == [.open, .reached])
        }
    }

    @Test func `an impossible goal is refused`() async throws {
        try await withSuggestions { world async throws in
            let suggestions = try world.suggestions
            func set(_ target: Goal.Target, _ day: Day, _ note: String = "") async throws {
                try await suggestions.setGoal(target, for: world.ada.id, by: day, note: note, as: world.lea)
            }
            for minutes in [0, -5, .max, .min] {
                await #expect(throws: GoalError.invalidMinutes) { try await set(.learn(minutes: minutes), march) }
            }
            for day in [Day(year: 2026, month: 1, day: 4), Day(number: .max), Day(number: .min)] {
                await #expect(throws: GoalError.invalidDay) { try await set(.learn(minutes: 1), day) }
            }
            await #expect(throws: CourseError.unknown) { try await set(.complete(CourseID("nothing")), march) }
            await #expect(throws: SuggestionError.invalidNote) { try await set(.learn(minutes: 1), march, "a\0b") }
            try await world.courses.retire(world.swift, as: world.administrator)
            await #expect(throws: SuggestionError.courseRetired) { try await set(.complete(world.swift), march) }
            try await world.tenant.members.deactivate(world.ada.id, as: world.administrator)
            await #expect(throws: MemberError.notActive) {
                try await suggestions.setGoal(
                    .learn(minutes: 1), for: world.ada.id, by: march, as: world.administrator)
            }
        }
    }

    @Test func `an open goal is in the list, the reminders and the calendar, however many were set after it`()
        async throws
    {
        var module = Suggestions()
        module.limit = 2
        try await withSuggestions(module) { world async throws in
            let suggestions = try world.suggestions
            func set(_ minutes: Int, _ day: Day) async throws -> ID<Goal> {
                world.test.clock.advance(by: .seconds(1))
                return try await suggestions.setGoal(
                    .learn(minutes: minutes), for: world.ada.id, by: day, as: world.lea)
            }
            let open = try await set(60, march)
            var missed: [ID<Goal>] = []
            for day in 5...8 {
                missed.append(try await set(day, Day(year: 2026, month: 1, day: day)))
                world.test.clock.advance(by: .seconds(86_400))
            }
            #expect(try await goals(world).map(\.goal.id) == [open, missed[3]])
            let other = try await set(70, march)
            #expect(try await goals(world).map(\.goal.id) == [other, open])
            // A goal that is over cannot start again either while the limit is reached.
            await #expect(throws: GoalError.tooMany) {
                try await suggestions.changeGoal(missed[0], by: march, note: "", as: world.lea)
            }
            try await suggestions.withdrawGoal(other, as: world.lea)
            let calendar = try await suggestions.calendar(of: world.ada.id, as: world.ada)
            #expect(calendar.contains("SUMMARY:Goal: learn 60 minutes\r\n"))
            // Now it is the last day of February.
            world.test.clock.advance(by: .seconds(50 * 86_400))
            try await world.test.platform.runDue()
            #expect(try await world.mails().contains { $0.contains("- Goal: learn 60 minutes: due on Mar 1, 2026") })
        }
    }

    @Test func `goals are listed in pages, and end with the membership`() async throws {
        var module = Suggestions()
        (module.pageSize, module.limit) = (2, 5)
        try await withSuggestions(module) { world async throws in
            let suggestions = try world.suggestions
            for minutes in 1...5 {
                try await suggestions.setGoal(.learn(minutes: minutes), for: world.ada.id, by: march, as: world.lea)
                world.test.clock.advance(by: .seconds(1))
            }
            await #expect(throws: GoalError.tooMany) {
                try await suggestions.setGoal(.learn(minutes: 6), for: world.ada.id, by: march, as: world.lea)
            }
            var (query, targets) = (GoalQuery(), [Goal.Target]())
            query.limit = 2
            repeat {
                let page = try await suggestions.goals(query, as: world.lea)
                targets += page.goals.map(\.goal.target)
                query.cursor = try page.next.map { try .init($0.description) }
            } while query.cursor != nil
            #expect(targets == (1...5).reversed().map { .learn(minutes: $0) })
            try await world.tenant.members.remove(world.ada.id, as: world.administrator)
            #expect(try await suggestions.goals(as: world.manager).goals.isEmpty)
        }
    }
}
