import Atrium
import AtriumCampaigns
import AtriumCourses
import AtriumLearningSlots
import AtriumSuggestions
import AtriumSurfaces
import AtriumTesting
import TestSupport
import Testing

/// Curiosity and habit: the weekly note, and the learning slot of a team.
struct LearningHabit {
    /// Nine o'clock each Tuesday, for an hour.
    static func slot(_ team: TeamID, from first: Day) -> Person.Fields {
        [
            "team": team, "weekday": "tuesday", "hour": 9, "minute": 0, "minutes": 60, "zone": "Europe/Paris",
            "first": first, "last": first.advanced(by: 90),
        ]
    }

    @Test func `[L3] a member chooses the weekly note, gets what is next for them each week, and ends it`()
        async throws
    {
        try await withGuide { world async throws in
            let ada = world.member
            #expect(try await ada.offered(in: .home).contains("campaigns/news"))
            try await world.supervisor.does(
                "suggestions/suggest-to-team", ["team": world.north, "course": world.sqlite, "due": "2026-06-01"])
            try await world.pass(days: 7)
            func notes(_ name: String) -> [String] {
                world.mails(to: name).filter { $0.contains("Your week of learning at Acme") }
            }
            #expect(notes("ada").isEmpty)
            #expect(try await ada.does("campaigns/choose-note").contains("You get the note"))
            try await world.pass(days: 7)
            #expect(notes("ada").count == 1 && notes("bob").isEmpty)
            #expect(notes("ada").first?.contains("SQLite: due on Jun 1, 2026") == true)
            try await world.pass(days: 7)
            #expect(notes("ada").count == 2)
            try await ada.does("campaigns/end-note")
            try await world.pass(days: 7)
            #expect(notes("ada").count == 2)
        }
    }

    @Test func `[L3] the note tells what colleagues began only if enough of them did, and names nobody`() async throws {
        try await withGuide { world async throws in
            try await world.member.does("campaigns/choose-note")
            let others = [
                world.administrator, world.manager, world.supervisor, world.southerner, world.newcomer, world.both,
            ]
            func begin(_ course: CourseID, _ people: some Collection<Person>) async throws {
                for person in people {
                    try await world.base.courses.record(
                        .activity(minutes: 5), of: person.id, in: course, as: world.administrator.principal)
                }
            }
            world.test.clock.advance(by: .seconds(86_400))
            try await begin(world.swift, others)
            try await begin(world.sqlite, others.prefix(4))
            try await world.pass(days: 6)
            let note = try #require(world.mails(to: "ada").first { $0.contains("Your week of learning") })
            #expect(note.contains("- Swift") && !note.contains("- SQLite"))
            for name in ["Bob", "Carl", "Max", "Lea", "Eve"] { #expect(!note.contains(name), "\(name)") }
        }
    }

    @Test func `[L3] only the member chooses the note, and nobody else knows the choice`() async throws {
        try await withGuide { world async throws in
            for person in [world.administrator, world.manager, world.supervisor, world.southerner, world.visitor] {
                await #expect(throws: AccessError(permission: "campaigns.choose note")) {
                    try await world.campaigns.chooseNote(true, for: world.member.id, as: person.principal)
                }
                await #expect(throws: AccessError(permission: "campaigns.choose note")) {
                    try await world.campaigns.getsNote(world.member.id, as: person.principal)
                }
            }
            #expect(try await world.foreigner.lacks("campaigns/choose-note") == .chooseNote)
        }
    }

    @Test func `[L3] a supervisor sets a learning slot, and the team has it in the calendar until it ends`()
        async throws
    {
        try await withGuide { world async throws in
            let (lea, ada) = (world.supervisor, world.member)
            try await lea.does("learningslots/set", Self.slot(world.north, from: lea.session.caller.today))
            try await world.settle()
            let invitation = try #require(world.mails(to: "ada").last)
            #expect(invitation.contains("text/calendar") && invitation.contains("METHOD:REQUEST"))
            #expect(invitation.contains("Learning slot of North") && world.mails(to: "bob").isEmpty)
            #expect(try await ada.offered(in: .home).contains("learningslots/my-slots"))
            #expect(try await ada.reads("learningslots/my-slots").contains("North"))
            #expect(try await !world.southerner.reads("learningslots/my-slots").contains("North"))
            let calendar = try await world.suggestions.calendar(of: ada.id, as: ada.principal)
            #expect(calendar.contains("SUMMARY:Learning slot of North"))
            try await lea.does("learningslots/end", ["team": world.north])
            try await world.settle()
            #expect(world.mails(to: "ada").last?.contains("METHOD:CANCEL") == true)
            #expect(try await !ada.reads("learningslots/my-slots").contains("North"))
        }
    }

    @Test func `[L3] a slot is set by who looks after the team, and by nobody else`() async throws {
        try await withGuide { world async throws in
            let slot = Self.slot(world.south, from: world.administrator.session.caller.today)
            for person in [world.manager, world.supervisor, world.southerner, world.foreigner, world.visitor] {
                #expect(try await person.lacks("learningslots/set", slot) == .setSlots)
                await #expect(throws: AccessError(permission: "learningslots.set slots")) {
                    try await world.slots.end(of: world.south, as: person.principal)
                }
            }
            try await world.administrator.does("learningslots/set", slot)
            #expect(try await world.southerner.reads("learningslots/my-slots").contains("South"))
        }
    }
}
