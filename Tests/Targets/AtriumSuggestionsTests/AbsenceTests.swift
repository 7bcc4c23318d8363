import Atrium
import AtriumCourses
import AtriumMail
import AtriumSuggestions
import AtriumTesting
import Foundation
import TestSupport
import Testing

struct AbsenceTests {
    @Test func `suggestions, goals and calendars that ended while the module was absent have ended when it is back`()
        async throws
    {
        let mail = Mail(sender: try EmailAddress("no-reply@acme.example"), transport: Mailbox())
        try await withSuggestions { world async throws in
            let suggestions = try world.suggestions
            try await suggestions.suggest(world.swift, to: .team(world.south), as: world.administrator)
            try await suggestions.suggest(world.swift, to: .member(world.ada.id), as: world.manager)
            try await suggestions.suggest(world.swift, to: .member(world.carl.id), as: world.manager)
            let day = Day(year: 2026, month: 3)
            try await suggestions.setGoal(.learn(minutes: 5), for: world.ada.id, by: day, as: world.manager)
            let token = try await suggestions.makeCalendarToken(of: world.ada.id, as: world.ada)
            let without = try await world.test.reopened(with: [Courses(), mail])
            let tenant = try await without.platform.tenant("acme")
            without.clock.advance(by: .seconds(60))
            try await tenant.members.remove(world.ada.id, as: world.administrator)
            try await tenant.teams.archive(world.south, as: world.administrator)
            _ = try await without.member("ada@acme.example", in: tenant)
            var module = Suggestions()
            module.pageSize = 1
            let back = try await without.reopened(with: [Courses(), mail, module])
            let service = try await back.platform.tenant("acme")[Suggestions.self]
            #expect(
                try await service.list(as: world.administrator).suggestions.map(\.audience) == [.member(world.carl.id)])
            #expect(try await service.goals(as: world.administrator).goals.isEmpty)
            await #expect(throws: SuggestionError.invalidCalendar) { try await service.calendar(token, as: .visitor) }
            await back.platform.close()
        }
    }
}
