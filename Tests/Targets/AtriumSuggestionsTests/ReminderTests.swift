import Atrium
import AtriumCourses
import AtriumMail
import AtriumTesting
import TestSupport
import Testing

@testable import AtriumSuggestions

struct ReminderTests {
    @Test func `a member is reminded seven days and one day before, and never twice for the same reason`() async throws
    {
        try await withSuggestions { world async throws in
            try await world.suggestions.suggest(
                world.swift, to: .team(world.north), due: .on(day(20)), as: world.lea)
            try await pass(days: 7, world)
            #expect(try await world.mails().isEmpty)
            try await pass(days: 1, world)
            let first = try #require(try await world.mails().first)
            #expect(first.contains("- Swift, from the start: due on Jan 20, 2026 (in 7 days)"))
            #expect(first.contains("(in 7 days), suggested to North by Lea\n"))
            try await pass(days: 5, world)
            #expect(try await world.mails().count == 1)
            try await pass(days: 1, world)
            #expect(try await world.mails().last?.contains("(tomorrow)") == true)
            try await pass(days: 10, world)
            #expect(try await world.mails().count == 2)
            for address in ["bob@acme.example", "lea@acme.example"] {
                #expect(try await world.mails(to: address).isEmpty)
            }
        }
    }

    @Test func `one mail a day lists everything that is due, also goals`() async throws {
        try await withSuggestions { world async throws in
            let suggestions = try world.suggestions
            try await suggestions.suggest(world.swift, to: .organization, due: .on(day(10)), as: world.administrator)
            try await suggestions.suggest(world.sqlite, to: .member(world.ada.id), due: .on(day(8)), as: world.manager)
            try await suggestions.setGoal(.learn(minutes: 90), for: world.ada.id, by: day(9), as: world.lea)
            try await world.record(.activity(minutes: 45), of: world.ada)
            try await pass(days: 1, world)
            let mails = try await world.mails()
            #expect(mails.count == 1)
            let lines = mails[0].split(separator: "\n").filter { $0.hasPrefix("- ") }
            #expect(
                lines.count == 3
                    && lines[1].contains("Goal: learn 90 minutes: due on Jan 9, 2026 (in 3 days), 50% done, set by Lea")
            )
            // A goal that is set later on the same day waits for the next day.
            try await suggestions.setGoal(.learn(minutes: 10), for: world.ada.id, by: day(12), as: world.lea)
            try await world.suggestions.remind()
            #expect(try await world.mails().count == 1)
            try await pass(days: 1, world)
            #expect(try await world.mails().count == 2)
        }
    }

    @Test func `done, declined, reached and withdrawn items are not mentioned, and inactive members get no mail`()
        async throws
    {
        try await withSuggestions { world async throws in
            let suggestions = try world.suggestions
            try await suggestions.suggest(world.swift, to: .organization, due: .on(day(12)), as: world.administrator)
            let withdrawn = try await suggestions.suggest(
                world.sqlite, to: .organization, due: .on(day(12)), as: world.administrator)
            try await suggestions.withdraw(withdrawn, as: world.administrator)
            try await world.record(.enrolled, of: world.ada)
            try await world.record(.completed, of: world.ada)
            try await suggestions.decline(world.swift, of: world.bob.id, as: world.bob)
            let goal = try await suggestions.setGoal(.learn(minutes: 1), for: world.ada.id, by: day(9), as: world.lea)
            try await suggestions.setGoal(.complete(world.swift), for: world.ada.id, by: day(9), as: world.lea)
            try await suggestions.withdrawGoal(goal, as: world.lea)
            try await world.tenant.members.deactivate(world.carl.id, as: world.administrator)
            try await pass(days: 10, world)
            for address in ["ada@acme.example", "bob@acme.example", "carl@acme.example"] {
                #expect(try await world.mails(to: address).isEmpty)
            }
            #expect(try await world.mails(to: "max@acme.example").count == 2)
        }
    }

    @Test func `a due day that moves is a new reason, but one that moves back is not`() async throws {
        try await withSuggestions { world async throws in
            let suggestions = try world.suggestions
            func move(to number: Int) async throws {
                try await suggestions.suggest(
                    world.swift, to: .team(world.north), due: .on(day(number)), as: world.lea)
                try await pass(days: 1, world)
            }
            try await move(to: 12)
            #expect(try await world.mails().count == 1)
            try await move(to: 13)
            #expect(try await world.mails().count == 2)
            try await move(to: 12)
            #expect(try await world.mails().count == 2)
        }
    }

    @Test func `a round that is interrupted between pages continues after the last one, and mails each person once`()
        async throws
    {
        var module = Suggestions()
        module.pageSize = 2
        try await withSuggestions(module) { world async throws in
            try await world.suggestions.suggest(
                world.swift, to: .organization, due: .on(day(12)), as: world.administrator)
            #expect(try await world.suggestions.remindPage())
            #expect(try await world.suggestions.remindPage())
            let reopened = try await world.test.reopened()
            let tenant = try await reopened.platform.tenant("acme")
            try await tenant[Suggestions.self].remind()
            try await tenant[Suggestions.self].remind()
            try await tenant[Mail.self].deliver()
            let recipients = world.mailbox.mails.map(\.recipient.description)
            #expect(
                recipients.sorted()
                    == ["ada", "admin", "bob", "carl", "founder", "lea", "max"].map { "\($0)@acme.example" })
            await reopened.platform.close()
        }
    }

    @Test func `a module without reminder days sends no reminders`() async throws {
        try await withSuggestions(Suggestions(reminderDays: [])) { world async throws in
            try await world.suggestions.suggest(world.swift, to: .team(world.north), due: .on(day(8)), as: world.lea)
            try await pass(days: 4, world)
            #expect(try await world.mails().isEmpty)
        }
    }

    @Test func `a mail with very many lines is cut, and says how many are missing`() async throws {
        try await withSuggestions { world async throws in
            for number in 1...25 {
                let course = Course(id: try CourseID("c\(number)"), title: "Übung \(number) 👍")
                try await world.courses.add(course, as: world.administrator)
                try await world.suggestions.suggest(
                    course.id, to: .member(world.ada.id), due: .on(day(9)), as: world.manager)
            }
            try await world.suggestions.remind()
            try await world.tenant[Mail.self].deliver()
            let records = try await world.tenant[Mail.self].list(as: world.administrator)
            #expect(records.map(\.key) == ["suggestions:due:\(try world.ada.id):2026-01-05"])
            let mail = try #require(try await world.mails().first)
            #expect(
                mail.split(separator: "\n").filter { $0.hasPrefix("- ") }.count == 20 && mail.contains("and 5 more"))
        }
    }
}
