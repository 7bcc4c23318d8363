import Atrium
import AtriumMail
import AtriumTesting
import Foundation
import TestSupport
import Testing

@testable import AtriumLearningSlots

struct InvitingTests {
    @Test func `each member of the team gets one invitation, and nobody else gets one`() async throws {
        try await withSlots { world async throws in
            try await world.slots.set(SlotWorld.tuesdays, of: world.north, as: world.lea)
            for _ in 0..<3 {
                let found = try await world.invitations()
                #expect(found.count == 1)
                let event = try #require(found.first)
                #expect(event["METHOD"] == "REQUEST" && event["STATUS"] == "CONFIRMED")
                #expect(event["DTSTART;TZID=Europe/Paris"] == "20260106T093000")
                #expect(event["DTEND;TZID=Europe/Paris"] == "20260106T103000")
                #expect(event["RRULE"] == "FREQ=WEEKLY;INTERVAL=1;UNTIL=20260331T073000Z")
                #expect(event.contains { $0.key.hasPrefix("ATTENDEE;") && $0.value == "mailto:ada@acme.example" })
                #expect(event.contains { $0.key.hasPrefix("ORGANIZER;") && $0.value == "mailto:no-reply@acme.example" })
                #expect(event["SUMMARY"] == "Learning slot of North")
            }
            #expect(try await world.invitations(to: "Bob").count == 1)
            for name in ["Carl", "Lea", "Max"] { #expect(try await world.invitations(to: name).isEmpty) }
            // The same schedule again tells nobody anything.
            try await world.slots.set(SlotWorld.tuesdays, of: world.north, as: world.administrator)
            #expect(try await world.invitations().count == 1)
        }
    }

    @Test func `a change has the same UID and a higher SEQUENCE, and the end is a cancellation`() async throws {
        try await withSlots { world async throws in
            try await world.slots.set(SlotWorld.tuesdays, of: world.north, as: world.lea)
            _ = try await world.invitations()
            var later = SlotWorld.tuesdays
            later.hour = 14
            try await world.slots.set(later, of: world.north, as: world.lea)
            _ = try await world.invitations()
            try await world.slots.end(of: world.north, as: world.lea)
            let found = try await world.invitations()
            #expect(found.map { $0["METHOD"] } == ["REQUEST", "REQUEST", "CANCEL"])
            #expect(Set(found.map { $0["UID"] }).count == 1)
            let numbers = found.compactMap { $0["SEQUENCE"].flatMap(Int.init) }
            #expect(numbers.count == 3 && numbers == numbers.sorted() && Set(numbers).count == 3)
            #expect(found.last?["STATUS"] == "CANCELLED")
            #expect(found[1]["DTSTART;TZID=Europe/Paris"] == "20260106T143000")
            await #expect(throws: LearningSlotError.unknown) {
                try await world.slots.end(of: world.north, as: world.lea)
            }
            // The next slot of the team is another event.
            try await world.slots.set(later, of: world.north, as: world.lea)
            let next = try await world.invitations()
            #expect(next.count == 4 && next[3]["UID"] != next[0]["UID"])
        }
    }

    @Test func `who joins the team is invited, who leaves it gets a cancellation, and who comes back is invited again`()
        async throws
    {
        try await withSlots { world async throws in
            let carl = try #require(world.carl.member)
            try await world.slots.set(SlotWorld.tuesdays, of: world.north, as: world.lea)
            _ = try await world.invitations()
            try await world.tenant.teams.add(carl, to: world.north, as: world.administrator)
            #expect(try await world.invitations(to: "Carl").map { $0["METHOD"] } == ["REQUEST"])
            try await world.tenant.teams.remove(carl, from: world.north, as: world.administrator)
            #expect(try await world.invitations(to: "Carl").map { $0["METHOD"] } == ["REQUEST", "CANCEL"])
            try await world.tenant.teams.add(carl, to: world.north, as: world.administrator)
            let found = try await world.invitations(to: "Carl")
            #expect(found.map { $0["METHOD"] } == ["REQUEST", "CANCEL", "REQUEST"])
            let numbers = found.compactMap { $0["SEQUENCE"].flatMap(Int.init) }
            #expect(numbers == numbers.sorted() && Set(numbers).count == 3)
            #expect(try await world.invitations().count == 1)
        }
    }

    @Test func `a letter that a newer one follows before it was sent is not sent`() async throws {
        try await withSlots { world async throws in
            try await world.slots.set(SlotWorld.tuesdays, of: world.north, as: world.lea)
            while try await world.slots.invitePage() {}
            var later = SlotWorld.tuesdays
            later.hour = 14
            try await world.slots.set(later, of: world.north, as: world.lea)
            let found = try await world.invitations()
            #expect(found.map { $0["DTSTART;TZID=Europe/Paris"] } == ["20260106T143000"])
            let withdrawn = try await world.tenant[Mail.self].list(.withdrawn, as: world.administrator)
            #expect(withdrawn.map(\.withdrawalReason) == [.replaced, .replaced])
        }
    }

    @Test(arguments: [1, 2, 3])
    func `many members are told in several commits, each of them once`(pageSize: Int) async throws {
        try await withSlots(pageSize: pageSize) { world async throws in
            for index in 0..<4 { _ = try await world.admit("m\(index)", [], [world.north]) }
            try await world.slots.set(SlotWorld.tuesdays, of: world.north, as: world.lea)
            for index in 0..<4 { #expect(try await world.invitations(to: "m\(index)").count == 1) }
            try await world.tenant.teams.archive(world.north, as: world.administrator)
            for index in 0..<4 {
                #expect(try await world.invitations(to: "m\(index)").map { $0["METHOD"] } == ["REQUEST", "CANCEL"])
            }
        }
    }

    @Test func `a deactivated member is told nothing, and learns of a change when they come back`() async throws {
        try await withSlots { world async throws in
            let ada = try #require(world.ada.member)
            try await world.slots.set(SlotWorld.tuesdays, of: world.north, as: world.lea)
            _ = try await world.invitations()
            try await world.tenant.members.deactivate(ada, as: world.administrator)
            var later = SlotWorld.tuesdays
            later.hour = 14
            try await world.slots.set(later, of: world.north, as: world.lea)
            #expect(try await world.invitations().count == 1)
            try await world.tenant.members.reactivate(ada, as: world.administrator)
            let found = try await world.invitations()
            #expect(found.count == 2 && found.last?["DTSTART;TZID=Europe/Paris"] == "20260106T143000")
        }
    }

    @Test func `a slot whose last day has passed invites and cancels nobody`() async throws {
        try await withSlots { world async throws in
            var short = SlotWorld.tuesdays
            short.last = Day(year: 2026, month: 1, day: 6)
            try await world.slots.set(short, of: world.north, as: world.lea)
            _ = try await world.invitations()
            world.test.clock.advance(by: .seconds(3 * 86_400))
            try await world.tenant.teams.remove(#require(world.ada.member), from: world.north, as: world.administrator)
            try await world.tenant.teams.add(#require(world.carl.member), to: world.north, as: world.administrator)
            #expect(try await world.invitations().count == 1)
            #expect(try await world.invitations(to: "Carl").isEmpty)
        }
    }
}
