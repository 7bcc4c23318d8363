import Atrium
import AtriumCourses
import AtriumLearningSlots
import AtriumSuggestions
import AtriumTesting
import Foundation
import TestSupport
import Testing

struct LearningSlotsTests {
    @Test func `the minutes that the team learned in its slot are summed, and no others`() async throws {
        try await withSlots { world async throws in
            try await world.slots.set(SlotWorld.tuesdays, of: world.north, as: world.lea)
            world.test.clock.advance(by: .seconds(23 * 86_400))
            // The 20th of January 2026 is a Tuesday. Half past nine in Paris is half past eight in UTC.
            try await world.record(20, of: world.ada, at: "2026-01-20T08:30:00Z")
            try await world.record(15, of: world.bob, at: "2026-01-20T09:29:59Z")
            try await world.record(100, of: world.ada, at: "2026-01-20T09:30:00Z")
            try await world.record(200, of: world.ada, at: "2026-01-20T08:29:59Z")
            try await world.record(400, of: world.ada, at: "2026-01-21T08:30:00Z")
            try await world.record(800, of: world.carl, at: "2026-01-20T08:30:00Z")
            // An entry counts at most as long as the slot.
            try await world.record(300, of: world.bob, at: "2026-01-13T08:30:00Z")
            let use = try #require(try await world.slots.uses(as: world.lea).first)
            // The clock shows the 28th of January: the slot took place on four Tuesdays.
            #expect(use.minutes == 95 && use.times == 4 && use.team == "North")
            #expect(try await world.slots.uses(of: world.north, as: world.manager) == [use])
        }
    }

    @Test func `a slot at another time begins anew, and one with another last day does not`() async throws {
        try await withSlots { world async throws in
            var schedule = SlotWorld.tuesdays
            try await world.slots.set(schedule, of: world.north, as: world.lea)
            world.test.clock.advance(by: .seconds(9 * 86_400))
            schedule.last = schedule.last.advanced(by: 7)
            try await world.slots.set(schedule, of: world.north, as: world.lea)
            #expect(try await world.slots.uses(as: world.lea).map(\.times) == [2])
            schedule.weekday = .thursday
            try await world.slots.set(schedule, of: world.north, as: world.lea)
            #expect(try await world.slots.uses(as: world.lea).map(\.times) == [0])
            world.test.clock.advance(by: .seconds(2 * 86_400))
            #expect(try await world.slots.uses(as: world.lea).map(\.times) == [1])
        }
    }

    @Test func `a slot whose last day has passed is gone, and the next one is another event`() async throws {
        try await withSlots { world async throws in
            try await world.slots.set(SlotWorld.tuesdays, of: world.north, as: world.lea)
            let first = try await world.invitations()
            world.test.clock.advance(by: .seconds(90 * 86_400))
            #expect(try await world.slots.uses(as: world.lea).isEmpty)
            #expect(try await world.slots.slots(of: #require(world.ada.member), as: world.ada).isEmpty)
            var next = SlotWorld.tuesdays
            (next.first, next.last) = (Day(year: 2026, month: 4, day: 6), Day(year: 2026, month: 6, day: 30))
            try await world.slots.set(next, of: world.north, as: world.lea)
            let all = try await world.invitations()
            #expect(all.map { $0["METHOD"] } == ["REQUEST", "REQUEST"] && all[1]["UID"] != first[0]["UID"])
        }
    }

    @Test func `a calendar program notices that the team of a slot has another name`() async throws {
        try await withSlots { world async throws in
            try await world.slots.set(SlotWorld.tuesdays, of: world.north, as: world.lea)
            let ada = try #require(world.ada.member)
            func modified() async throws -> String? {
                properties(of: try await world.tenant[Suggestions.self].calendar(of: ada, as: world.ada))[
                    "LAST-MODIFIED"]
            }
            let before = try await modified()
            world.test.clock.advance(by: .seconds(60))
            try await world.tenant.teams.rename(world.north, to: "Far North", as: world.administrator)
            #expect(try await modified() != before && before != nil)
        }
    }

    @Test func `who may not see what people learn gets the slot without the minutes`() async throws {
        struct Planner: Role {
            let id: RoleID = "planner"
            let rank = 50
            let permissions: Set<Permission> = [.viewSlots]
        }
        try await withSlots(roles: [Planner()]) { world async throws in
            let planner = try await world.admit("planner", [Assignment("planner")])
            try await world.slots.set(SlotWorld.tuesdays, of: world.north, as: world.lea)
            #expect(try await world.slots.uses(as: planner).map(\.minutes) == [nil])
            #expect(try await world.slots.uses(as: world.lea).map(\.minutes) == [0])
            await #expect(throws: AccessError.self) { try await world.slots.uses(as: world.ada) }
            await #expect(throws: AccessError.self) { try await world.slots.uses(of: world.south, as: world.lea) }
        }
    }

    @Test func `members see the slots of their teams, also in their calendar of what is due`() async throws {
        try await withSlots { world async throws in
            try await world.slots.set(SlotWorld.tuesdays, of: world.north, as: world.lea)
            let ada = try #require(world.ada.member)
            #expect(try await world.slots.slots(of: ada, as: world.ada).map(\.team) == ["North"])
            #expect(try await world.slots.slots(of: #require(world.carl.member), as: world.carl).isEmpty)
            let feed = try await world.tenant[Suggestions.self].calendar(of: ada, as: world.ada)
            #expect(feed.contains("BEGIN:VTIMEZONE\r\nTZID:Europe/Paris"))
            #expect(feed.contains("DTSTART;TZID=Europe/Paris:20260106T093000"))
            #expect(feed.contains("SUMMARY:Learning slot of North") && !feed.contains("METHOD"))
            try await world.slots.end(of: world.north, as: world.lea)
            #expect(try await !world.tenant[Suggestions.self].calendar(of: ada, as: world.ada).contains("VEVENT"))
        }
    }

    @Test func `a slot that can never take place is refused`() async throws {
        try await withSlots { world async throws in
            func refusal(_ change: (inout SlotSchedule) -> Void) async throws -> LearningSlotError? {
                var schedule = SlotWorld.tuesdays
                change(&schedule)
                do { try await world.slots.set(schedule, of: world.north, as: world.lea) } catch let error
                    as LearningSlotError
                { return error }
                return nil
            }
            #expect(try await refusal { $0.hour = 24 } == .invalidTime)
            #expect(try await refusal { $0.minute = -1 } == .invalidTime)
            #expect(try await refusal { $0.minutes = 4 } == .invalidLength)
            #expect(try await refusal { $0.minutes = 481 } == .invalidLength)
            #expect(try await refusal { $0.last = $0.first } == .invalidDays)
            #expect(try await refusal { $0.last = $0.first.advanced(by: 1097) } == .invalidDays)
            #expect(
                try await refusal { ($0.first, $0.last) = (Day(year: 2025, month: 1), Day(year: 2025, month: 2)) }
                    == .past)
            #expect(try await refusal { $0.last = $0.first.advanced(by: 1) } == nil)
            await #expect(throws: AccessError.self) {
                try await world.slots.set(SlotWorld.tuesdays, of: world.south, as: world.lea)
            }
            await #expect(throws: AccessError.self) {
                try await world.slots.set(SlotWorld.tuesdays, of: world.north, as: world.manager)
            }
        }
    }
}
