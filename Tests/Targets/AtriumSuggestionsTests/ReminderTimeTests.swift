import Atrium
import AtriumTesting
import Foundation
import TestSupport
import Testing

@testable import AtriumSuggestions

/// The days and hours at which reminders are sent.
struct ReminderTimeTests {
    private func set(_ moment: Date, _ world: SuggestionWorld) {
        world.test.clock.advance(by: .seconds(moment.timeIntervalSince(world.test.clock.now)))
    }

    @Test func `reminders are sent at their hour, also on the day when clocks go forward`() async throws {
        try await withSuggestions(Suggestions(reminderDays: [0], reminderHour: 23)) { world async throws in
            let zone = try #require(TimeZone(identifier: "Europe/Berlin"))
            try await world.tenant.settings.change(
                OrganizationSettings(name: "Acme", timeZone: zone), as: world.administrator)
            let sunday = Day(year: 2026, month: 3, day: 29)
            try await world.suggestions.suggest(
                world.swift, to: .team(world.north), due: .on(sunday), as: world.administrator)
            // 2026-03-29T21:00Z is 23:00 there, 22 hours after midnight.
            let hour = Date(timeIntervalSince1970: 1_774_818_000)
            world.test.clock.advance(by: .seconds(hour.timeIntervalSince(world.test.clock.now) - 1))
            try await world.test.platform.runDue()
            #expect(try await world.mails().isEmpty)
            world.test.clock.advance(by: .seconds(1))
            try await world.test.platform.runDue()
            #expect(try await world.mails().count == 1)
        }
    }

    @Test(arguments: [
        // The zone, the hour, the due day, and the first moment after the gap.
        ("Australia/Lord_Howe", 2, "2026-10-05", "2026-10-03T15:30:00Z"),
        ("Antarctica/Troll", 1, "2026-03-30", "2026-03-29T01:00:00Z"),
        // A day that the zone skipped.
        ("Pacific/Apia", 7, "2011-12-31", "2011-12-30T10:00:00Z"),
    ])
    func `reminders of an hour that the clock skips are sent once, right after the gap`(
        _ zone: String, _ hour: Int, _ due: String, _ moment: String
    ) async throws {
        try await withSuggestions(Suggestions(reminderDays: [1], reminderHour: hour)) { world async throws in
            let zone = try #require(TimeZone(identifier: zone))
            try await world.tenant.settings.change(
                OrganizationSettings(name: "Acme", timeZone: zone), as: world.administrator)
            let moment = try Date(moment, strategy: .iso8601)
            set(moment.addingTimeInterval(-86_400), world)
            try await world.suggestions.suggest(
                world.swift, to: .team(world.north), due: .on(#require(Day(due))), as: world.administrator)
            set(moment.addingTimeInterval(-1), world)
            try await world.test.platform.runDue()
            #expect(try await world.mails().isEmpty)
            set(moment, world)
            try await world.test.platform.runDue()
            #expect(try await world.mails().count == 1)
            try await pass(days: 2, world)
            #expect(try await world.mails().count == 1)
        }
    }

    @Test func `a platform that was down on the day reminds when it is back, but not after the due day`() async throws {
        try await withSuggestions { world async throws in
            let suggestions = try world.suggestions
            try await suggestions.suggest(world.swift, to: .team(world.north), due: .on(day(20)), as: world.lea)
            try await suggestions.suggest(world.sqlite, to: .team(world.north), due: .on(day(15)), as: world.lea)
            world.test.clock.advance(by: .seconds(11 * 86_400))
            try await pass(days: 1, world)
            let mails = try await world.mails()
            #expect(mails.count == 1 && mails[0].contains("(in 4 days)") && !mails[0].contains("SQLite"))
        }
    }

    @Test func `reminders wait for their hour in the organization's time zone`() async throws {
        try await withSuggestions(Suggestions(reminderDays: [1], reminderHour: 7)) { world async throws in
            let zone = try #require(TimeZone(identifier: "America/Los_Angeles"))
            try await world.tenant.settings.change(
                OrganizationSettings(name: "Acme", timeZone: zone), as: world.administrator)
            try await world.suggestions.suggest(world.swift, to: .team(world.north), due: .on(day(7)), as: world.lea)
            // It is 01:00 on January 5 there. Nothing is sent until 06:59 on January 6.
            world.test.clock.advance(by: .seconds(30 * 3600 - 60))
            try await world.test.platform.runDue()
            #expect(try await world.mails().isEmpty)
            world.test.clock.advance(by: .seconds(60))
            try await world.test.platform.runDue()
            #expect(try await world.mails().count == 1)
        }
    }

    @Test func `a day that comes twice, because the time zone changes, sends no second mail and loses nothing`()
        async throws
    {
        try await withSuggestions { world async throws in
            func remind(in zone: String) async throws {
                let zone = try #require(TimeZone(identifier: zone))
                try await world.tenant.settings.change(
                    OrganizationSettings(name: "Acme", timeZone: zone), as: world.administrator)
                try await world.suggestions.remind()
            }
            try await world.suggestions.suggest(world.swift, to: .team(world.north), due: .on(day(12)), as: world.lea)
            try await remind(in: "UTC")
            try await remind(in: "Pacific/Pago_Pago")
            try await world.suggestions.suggest(world.sqlite, to: .team(world.north), due: .on(day(9)), as: world.lea)
            try await remind(in: "UTC")
            #expect(try await world.mails().count == 1)
            world.test.clock.advance(by: .seconds(86_400))
            try await world.suggestions.remind()
            let mails = try await world.mails()
            #expect(mails.count == 2 && mails[1].contains("SQLite"))
        }
    }
}
