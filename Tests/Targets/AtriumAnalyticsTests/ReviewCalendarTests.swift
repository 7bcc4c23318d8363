import Atrium
import AtriumAnalytics
import AtriumTesting
import TestSupport
import Testing

struct ReviewCalendarTests {
    private static let monday = Day(year: 2026, month: 1, day: 5)

    @Test func `anyone who has its address can read a review calendar, which has days but no figures`() async throws {
        try await withAnalytics { world async throws in
            let analytics = try world.analytics
            await #expect(throws: WatchError.noReview) {
                _ = try await analytics.makeCalendarToken(as: world.administrator)
            }
            try await analytics.scheduleReview(Review(.quarterly, from: Self.monday), as: world.administrator)
            let token = try await analytics.makeCalendarToken(as: world.administrator)
            let calendar = try await analytics.calendar(token, as: .visitor)
            #expect(calendar.contains("\r\nDTSTART;VALUE=DATE:20260105\r\n"))
            #expect(calendar.contains("\r\nRRULE:FREQ=MONTHLY;INTERVAL=3\r\n"))
            #expect(try await analytics.calendar(token, as: .visitor) == calendar)
            // The sequence rises even if the clock does not move.
            try await analytics.scheduleReview(
                Review(.weekly, from: Self.monday.advanced(by: 1)), as: world.administrator)
            let moved = try await analytics.calendar(token, as: .visitor)
            #expect(
                moved.contains("\r\nDTSTART;VALUE=DATE:20260106\r\n") && line("UID", moved) == line("UID", calendar))
            #expect(
                try #require(line("SEQUENCE", moved).flatMap(Int.init)) > #require(
                    line("SEQUENCE", calendar).flatMap(Int.init)))
        }
    }

    @Test func `an organization's right-to-left name is isolated in the calendar`() async throws {
        try await withAnalytics { world async throws in
            let analytics = try world.analytics
            try await world.tenant.settings.change(OrganizationSettings(name: "أكمي"), as: world.administrator)
            try await analytics.scheduleReview(Review(.weekly, from: Self.monday), as: world.administrator)
            let token = try await analytics.makeCalendarToken(as: world.administrator)
            let calendar = try await analytics.calendar(token, as: .visitor)
            #expect(line("SUMMARY", calendar)?.hasPrefix("\u{2068}أكمي\u{2069}: review") == true)
        }
    }

    private func line(_ name: String, _ calendar: String) -> String? {
        calendar.split(separator: "\r\n").first { $0.hasPrefix("\(name):") }.map {
            String($0.dropFirst(name.count + 1))
        }
    }

    @Test func `a calendar address ends when it is replaced or revoked, or when its owner may no longer watch`()
        async throws
    {
        try await withAnalytics { world async throws in
            let analytics = try world.analytics
            let id = try await world.member("manager", [Assignment(.manager)])
            let manager = Principal.member(id)
            try await analytics.scheduleReview(Review(.weekly, from: Self.monday), as: manager)
            let first = try await analytics.makeCalendarToken(as: manager)
            let second = try await analytics.makeCalendarToken(as: manager)
            let organization = try #require(second.split(separator: ".").first)
            func isKnown(_ token: String) async throws -> Bool {
                do {
                    _ = try await analytics.calendar(token, as: .visitor)
                    return true
                } catch WatchError.invalidCalendar {
                    return false
                }
            }
            #expect(try await isKnown(second))
            let hostile = [
                "", ".", "\(organization).", "\(organization)", "\(second).", ".\(second)", "x\(second)", "\0",
            ]
            for token in hostile + [first, String(repeating: "x", count: 100_000)] {
                #expect(try await !isKnown(token))
            }
            try await world.tenant.members.deactivate(id, as: world.administrator)
            #expect(try await !isKnown(second))
            try await world.tenant.members.reactivate(id, as: world.administrator)
            #expect(try await isKnown(second))
            try await world.tenant.roles.revoke(Assignment(.manager), from: id, as: world.administrator)
            #expect(try await !isKnown(second))
            try await world.tenant.roles.grant(Assignment(.manager), to: id, as: world.administrator)
            try await analytics.revokeCalendarToken(as: manager)
            #expect(try await !isKnown(second))
            let other = try await world.test.organization("other", founder: "other@acme.example")
            await #expect(throws: WatchError.invalidCalendar) {
                _ = try await other[Analytics.self].calendar(
                    try await analytics.makeCalendarToken(as: manager), as: .visitor)
            }
        }
    }
}
