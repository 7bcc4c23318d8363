import Atrium
import AtriumCourses
import AtriumSuggestions
import AtriumTesting
import Foundation
import TestSupport
import Testing

struct LimitTests {
    private let long = String(repeating: "x\u{301}", count: 300_000)

    @Test func `the note of a suggestion and of a goal has a length limit`() async throws {
        try await withSuggestions { world async throws in
            await #expect(throws: SuggestionError.invalidNote) {
                try await world.suggestions.suggest(
                    world.swift, to: .organization, note: long, as: world.administrator)
            }
            await #expect(throws: SuggestionError.invalidNote) {
                try await world.suggestions.setGoal(
                    .learn(minutes: 60), for: world.ada.id, by: Day(world.test.clock.now, in: .gmt), note: long,
                    as: world.administrator)
            }
            await #expect(throws: AccessError.self) {
                try await world.suggestions.suggest(world.swift, to: .organization, note: long, as: .visitor)
            }
        }
    }

    @Test func `at most 1,000 courses can be marked as seen at a time`() async throws {
        try await withSuggestions { world async throws in
            let courses = Array(repeating: world.swift, count: 1001)
            await #expect(throws: SuggestionError.tooManyCourses) {
                try await world.suggestions.markSeen(courses, of: world.ada.id, as: world.ada)
            }
            try await world.suggestions.suggest(world.swift, to: .organization, as: world.administrator)
            try await world.suggestions.markSeen(courses.dropLast(), of: world.ada.id, as: world.ada)
            #expect(try await world.state() == .seen)
        }
    }

    @Test func `an invalid token of any length opens no calendar`() async throws {
        try await withSuggestions { world async throws in
            let token = try await world.suggestions.makeCalendarToken(of: world.ada.id, as: world.ada)
            for hostile in [long, token + "." + long, token + long, ""] {
                await #expect(throws: SuggestionError.invalidCalendar) {
                    try await world.suggestions.calendar(hostile, as: .visitor)
                }
            }
        }
    }

    @Test(arguments: [Int.max, .min, 0])
    func `an extreme number is refused or clamped, and reminders still work`(_ number: Int) async throws {
        try await withSuggestions(Suggestions(reminderDays: [number], reminderHour: number)) { world async throws in
            let (service, admin) = (try world.suggestions, world.administrator)
            await #expect(throws: GoalError.invalidMinutes) {
                try await service.setGoal(
                    .learn(minutes: number), for: world.ada.id, by: Day.writable.upperBound, as: admin)
            }
            await #expect(throws: (any Error).self) {
                try await service.setGoal(
                    .learn(minutes: 1), for: world.ada.id, by: Day(number: number), as: admin)
            }
            try await service.setGoal(
                .learn(minutes: 1_000_000), for: world.ada.id, by: Day.writable.upperBound, as: admin)
            try await service.suggest(
                world.swift, to: .organization, due: .on(Day.writable.upperBound), as: admin)
            if number != 0 {
                for due in [Due.afterJoining(days: number), .on(Day(number: number))] {
                    await #expect(throws: SuggestionError.invalidDue) {
                        try await service.suggest(world.swift, to: .organization, due: due, as: admin)
                    }
                }
            }
            var (goals, suggestions) = (GoalQuery(), SuggestionQuery())
            (goals.limit, suggestions.limit) = (number, number)
            #expect(try await service.goals(goals, as: admin).goals.count == 1)
            #expect(try await service.list(suggestions, as: admin).suggestions.count == 1)
            for _ in 0..<2 {
                _ = try await world.test.platform.runDue()
                world.test.clock.advance(by: .seconds(24 * 3600))
            }
        }
    }
}
