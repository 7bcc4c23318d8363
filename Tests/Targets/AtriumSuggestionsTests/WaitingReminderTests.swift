import Atrium
import AtriumCourses
import AtriumMail
import AtriumTesting
import Foundation
import TestSupport
import Testing

@testable import AtriumSuggestions

/// Reminders that could not be handed over when they were written.
struct WaitingReminderTests {
    /// Writes today's reminders while no mail can be delivered.
    private func remind(_ world: SuggestionWorld) async throws {
        world.mailbox.isDown = true
        try await world.suggestions.remind()
        try await world.tenant[Mail.self].deliver()
        world.mailbox.isDown = false
    }

    private func dropped(_ world: SuggestionWorld) async throws -> [WithdrawalReason?] {
        try await world.tenant[Mail.self].list(.withdrawn, as: world.administrator).map(\.withdrawalReason)
    }

    @Test(arguments: ["completed", "declined", "withdrawn", "moved", "left the team", "past"])
    func `a waiting reminder is dropped when its item is over`(_ what: String) async throws {
        try await withSuggestions { world async throws in
            let suggestions = try world.suggestions
            let id = try await suggestions.suggest(
                world.swift, to: .team(world.north), due: .on(day(7)), as: world.lea)
            try await remind(world)
            switch what {
            case "completed":
                try await world.record(.enrolled, of: world.ada)
                try await world.record(.completed, of: world.ada)
            case "declined": try await suggestions.decline(world.swift, of: world.ada.id, as: world.ada)
            case "withdrawn": try await suggestions.withdraw(id, as: world.lea)
            case "moved":
                try await suggestions.change(id, note: "", due: .on(day(30)), as: world.lea)
            case "left the team":
                try await world.tenant.teams.remove(world.ada.id, from: world.north, as: world.lea)
            default: world.test.clock.advance(by: .seconds(3 * 86_400))
            }
            world.test.clock.advance(by: .seconds(3600))
            #expect(try await world.mails().isEmpty)
            #expect(try await dropped(world) == [.outdated])
        }
    }

    @Test func `a reminder says what is still due and how many days are left when it is handed over`() async throws {
        try await withSuggestions { world async throws in
            let suggestions = try world.suggestions
            try await suggestions.suggest(world.swift, to: .member(world.ada.id), due: .on(day(10)), as: world.manager)
            try await suggestions.suggest(world.sqlite, to: .member(world.ada.id), due: .on(day(9)), as: world.manager)
            try await suggestions.setGoal(.learn(minutes: 90), for: world.ada.id, by: day(9), as: world.lea)
            try await remind(world)
            try await world.record(.activity(minutes: 45), of: world.ada)
            try await world.record(.enrolled, of: world.ada, in: world.sqlite)
            try await world.record(.completed, of: world.ada, in: world.sqlite)
            world.test.clock.advance(by: .seconds(2 * 86_400))
            let mails = try await world.mails()
            let lines = mails.first?.split(separator: "\n").filter { $0.hasPrefix("- ") }
            #expect(
                mails.count == 1
                    && lines == [
                        "- Goal: learn 90 minutes: due on Jan 9, 2026 (in 2 days), 50% done, set by Lea",
                        "- Swift, from the start: due on Jan 10, 2026 (in 3 days), suggested to you by Max",
                    ])
        }
    }

    @Test func `the last of two waiting reminders of the same thing is sent`() async throws {
        try await withSuggestions { world async throws in
            try await world.suggestions.suggest(
                world.swift, to: .member(world.ada.id), due: .on(day(10)), as: world.manager)
            try await remind(world)
            world.test.clock.advance(by: .seconds(4 * 86_400))
            try await remind(world)
            world.test.clock.advance(by: .seconds(3600))
            let mails = try await world.mails()
            #expect(mails.count == 1 && mails[0].contains("(tomorrow)"))
            #expect(try await dropped(world) == [.outdated])
        }
    }

    @Test func `a member who opted out or was deactivated is not reminded`() async throws {
        try await withSuggestions { world async throws in
            try await world.suggestions.suggest(
                world.swift, to: .organization, due: .on(day(10)), as: world.administrator)
            try await world.tenant[Mail.self].setOptedOut(true, of: .reminders, for: world.ada.id, as: world.ada)
            try await remind(world)
            try await world.tenant.members.deactivate(world.bob.id, as: world.administrator)
            world.test.clock.advance(by: .seconds(3600))
            #expect(try await world.mails().isEmpty)
            #expect(try await world.mails(to: "bob@acme.example").isEmpty)
            #expect(try await world.mails(to: "carl@acme.example").count == 1)
            #expect(Set(try await dropped(world)) == [.optedOut, .deactivated])
        }
    }
}
