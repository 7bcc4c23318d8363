import Atrium
import AtriumCourses
import AtriumSuggestions
import AtriumTesting
import Foundation
import TestSupport
import Testing

struct CalendarTests {
    private let march = Day(year: 2026, month: 3)

    /// The events of a feed, each as its properties by name.
    private func events(_ text: String) -> [[String: String]] {
        let blocks = text.replacing("\r\n ", with: "").components(separatedBy: "BEGIN:VEVENT\r\n").dropFirst()
        return blocks.map { block in
            let pairs = block.components(separatedBy: "\r\n").prefix { $0 != "END:VEVENT" }.map { line in
                let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
                return (parts[0], parts.last ?? "")
            }
            return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
        }
    }

    private func feed(_ world: SuggestionWorld) async throws -> [[String: String]] {
        events(try await world.suggestions.calendar(of: world.ada.id, as: world.ada))
    }

    @Test func `a feed has every due course and every goal, but nothing that is done, declined or without a day`()
        async throws
    {
        try await withSuggestions { world async throws in
            let suggestions = try world.suggestions
            try await suggestions.suggest(
                world.swift, to: .team(world.north), note: "Soon; really", due: .on(march), as: world.lea)
            try await suggestions.suggest(world.sqlite, to: .team(world.north), as: world.lea)
            try await suggestions.setGoal(.learn(minutes: 5), for: world.ada.id, by: march, as: world.lea)
            let found = try await feed(world)
            #expect(found.map { $0["SUMMARY"] } == ["Swift\\, from the start", "Goal: learn 5 minutes"])
            #expect(found[0]["DTSTART;VALUE=DATE"] == "20260301" && found[0]["STATUS"] == "CONFIRMED")
            #expect(found[1]["DESCRIPTION"] == "set by Lea")
            #expect(found[0]["DESCRIPTION"] == "suggested to North by Lea\\nSoon\\; really")
            try await suggestions.decline(world.swift, of: world.ada.id, as: world.ada)
            try await world.record(.activity(minutes: 5), of: world.ada, in: world.sqlite)
            #expect(try await feed(world).isEmpty)
            try await suggestions.accept(world.swift, of: world.ada.id, as: world.ada)
            #expect(try await feed(world).count == 1)
            try await world.record(.enrolled, of: world.ada)
            try await world.record(.completed, of: world.ada)
            #expect(try await feed(world).isEmpty)
        }
    }

    @Test func `an event keeps its UID, and each change raises SEQUENCE and LAST-MODIFIED, even on a stopped clock`()
        async throws
    {
        try await withSuggestions { world async throws in
            let suggestions = try world.suggestions
            var (uids, sequences, modified) = (Set<String>(), [Int](), [String]())
            func look() async throws {
                let event = try #require(try await feed(world).first { $0["SUMMARY"]?.hasPrefix("Swift") == true })
                uids.insert(event["UID"] ?? "")
                sequences.append(Int(event["SEQUENCE"] ?? "") ?? -1)
                modified.append(event["LAST-MODIFIED"] ?? "")
            }
            let first = try await suggestions.suggest(
                world.swift, to: .organization, due: .on(march), as: world.administrator)
            try await look()
            try await suggestions.change(first, note: "Note", due: .on(march), as: world.administrator)
            try await look()
            try await suggestions.change(first, note: "Note", due: .on(march.advanced(by: 1)), as: world.administrator)
            try await look()
            // A second suggestion begins and ends. The member leaves a team and joins it again.
            world.test.clock.advance(by: .seconds(60))
            let second = try await suggestions.suggest(
                world.swift, to: .team(world.north), due: .on(march.advanced(by: -1)), as: world.lea)
            try await look()
            world.test.clock.advance(by: .seconds(60))
            try await world.tenant.teams.remove(world.ada.id, from: world.north, as: world.lea)
            try await look()
            world.test.clock.advance(by: .seconds(60))
            try await world.tenant.teams.add(world.ada.id, to: world.north, as: world.lea)
            try await look()
            world.test.clock.advance(by: .seconds(60))
            try await suggestions.withdraw(second, as: world.lea)
            try await look()
            // The values do not fall back long after the withdrawal.
            let last = sequences.last
            world.test.clock.advance(by: .seconds(60 * 86_400))
            try await look()
            #expect(sequences.removeLast() == last)
            modified.removeLast()
            #expect(uids.count == 1)
            #expect(zip(sequences, sequences.dropFirst()).allSatisfy(<))
            #expect(zip(modified, modified.dropFirst()).allSatisfy(<))
        }
    }

    @Test func `an event shows the new name of a course or a team, without a new SEQUENCE or LAST-MODIFIED`()
        async throws
    {
        try await withSuggestions { world async throws in
            try await world.suggestions.suggest(
                world.swift, to: .team(world.north), due: .on(march), as: world.lea)
            let before = try await feed(world)
            world.test.clock.advance(by: .seconds(60))
            try await world.courses.change(Course(id: world.swift, title: "Swift 7"), as: world.administrator)
            try await world.tenant.teams.rename(world.north, to: "Far North", as: world.administrator)
            let after = try await feed(world)
            #expect(after.map { $0["SUMMARY"] } == ["Swift 7"])
            #expect(after.first?["DESCRIPTION"] == "suggested to Far North by Lea")
            for name in ["UID", "SEQUENCE", "LAST-MODIFIED"] {
                #expect(after.map { $0[name] } == before.map { $0[name] })
            }
        }
    }

    @Test func `right-to-left names are isolated in the texts of a feed`() async throws {
        try await withSuggestions { world async throws in
            try await world.courses.change(Course(id: world.swift, title: "سويفت"), as: world.administrator)
            try await world.tenant.teams.rename(world.north, to: "شمال", as: world.administrator)
            try await world.suggestions.suggest(world.swift, to: .team(world.north), due: .on(march), as: world.lea)
            try await world.suggestions.setGoal(.complete(world.swift), for: world.ada.id, by: march, as: world.lea)
            let found = try await feed(world)
            #expect(found.first?["DESCRIPTION"] == "suggested to \u{2068}شمال\u{2069} by Lea")
            #expect(found.last?["SUMMARY"] == "Goal: complete \u{2068}سويفت\u{2069}")
        }
    }

    @Test func `a withdrawn event is cancelled under its UID for 30 days, and then gone`() async throws {
        try await withSuggestions { world async throws in
            let suggestions = try world.suggestions
            let id = try await suggestions.suggest(
                world.swift, to: .organization, due: .on(march), as: world.administrator)
            let goal = try await suggestions.setGoal(.learn(minutes: 5), for: world.ada.id, by: march, as: world.lea)
            let before = try await feed(world)
            world.test.clock.advance(by: .seconds(1))
            try await suggestions.withdraw(id, as: world.administrator)
            try await suggestions.withdrawGoal(goal, as: world.lea)
            let after = try await feed(world)
            #expect(after.map { $0["STATUS"] } == ["CANCELLED", "CANCELLED"])
            #expect(after.map { $0["UID"] } == before.map { $0["UID"] })
            #expect(zip(before, after).allSatisfy { Int($0["SEQUENCE"] ?? "") ?? 0 < Int($1["SEQUENCE"] ?? "") ?? 0 })
            world.test.clock.advance(by: .seconds(31 * 86_400))
            #expect(try await feed(world).isEmpty)
        }
    }

    @Test func `anyone who has its address can read a feed, and reading changes nothing`() async throws {
        try await withSuggestions { world async throws in
            let suggestions = try world.suggestions
            try await suggestions.suggest(world.swift, to: .organization, due: .on(march), as: world.administrator)
            let token = try await suggestions.makeCalendarToken(of: world.ada.id, as: world.ada)
            let text = try await suggestions.calendar(token, as: .visitor)
            #expect(text.hasPrefix("BEGIN:VCALENDAR\r\n") && events(text).count == 1)
            #expect(try await suggestions.calendar(of: world.ada.id, as: world.ada) == text)
            world.test.clock.advance(by: .seconds(3600))
            #expect(try await suggestions.calendar(token, as: .visitor) == text)
            #expect(try await world.state() == .suggested)
            let reopened = try await world.test.reopened()
            let tenant = try await reopened.platform.tenant("acme")
            #expect(try await tenant[Suggestions.self].calendar(token, as: .visitor) == text)
            await reopened.platform.close()
        }
    }

    @Test func `every address that is not valid gets the same answer`() async throws {
        try await withSuggestions { world async throws in
            let suggestions = try world.suggestions
            let old = try await suggestions.makeCalendarToken(of: world.ada.id, as: world.ada)
            let token = try await suggestions.makeCalendarToken(of: world.ada.id, as: world.ada)
            let bobs = try await suggestions.makeCalendarToken(of: world.bob.id, as: world.bob)
            try await suggestions.revokeCalendarToken(of: world.bob.id, as: world.bob)
            try await suggestions.revokeCalendarToken(of: world.bob.id, as: world.bob)
            let other = try await world.test.organization("other", founder: "boss@other.example")
            let eve = try await world.test.member("eve@other.example", in: other)
            let foreign = try await other[Suggestions.self].makeCalendarToken(of: eve.id, as: eve)
            let secret = token.split(separator: ".")[1]
            let useless = [
                old, bobs, foreign, "", ".", "..", String(secret), "\(other.id).\(secret)", token + ".", token + "x",
                token.uppercased(), String(repeating: "a.", count: 10_000), "\(world.tenant.id).",
            ]
            for text in useless {
                await #expect(throws: SuggestionError.invalidCalendar) {
                    try await suggestions.calendar(text, as: .visitor)
                }
            }
            _ = try await suggestions.calendar(token, as: .visitor)
            try await world.tenant.members.deactivate(world.ada.id, as: world.administrator)
            await #expect(throws: SuggestionError.invalidCalendar) {
                try await suggestions.calendar(token, as: .visitor)
            }
            try await world.tenant.members.reactivate(world.ada.id, as: world.administrator)
            _ = try await suggestions.calendar(token, as: .visitor)
            try await world.tenant.members.remove(world.ada.id, as: world.administrator)
            _ = try await world.test.member("ada@acme.example", in: world.tenant)
            await #expect(throws: SuggestionError.invalidCalendar) {
                try await suggestions.calendar(token, as: .visitor)
            }
        }
    }

    @Test func `nobody but the member can make, revoke or read their calendar, not even a leader`() async throws {
        try await withSuggestions { world async throws in
            let suggestions = try world.suggestions
            for asker in [world.administrator, world.lea, world.bob, .visitor] {
                await #expect(throws: AccessError.self) {
                    try await suggestions.makeCalendarToken(of: world.ada.id, as: asker)
                }
                await #expect(throws: AccessError.self) {
                    try await suggestions.revokeCalendarToken(of: world.ada.id, as: asker)
                }
                await #expect(throws: AccessError.self) { try await suggestions.calendar(of: world.ada.id, as: asker) }
            }
        }
    }
}
