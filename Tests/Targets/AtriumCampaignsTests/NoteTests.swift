import Atrium
import AtriumAnalytics
import AtriumCourses
import AtriumMail
import AtriumSuggestions
import AtriumTesting
import TestSupport
import Testing

@testable import AtriumCampaigns

struct NoteTests {
    /// Lets a week pass. Notes are written on Mondays at eight; the clock starts on a Monday at nine.
    private func passWeek(_ world: CampaignWorld) async throws { try await world.pass(days: 7) }

    private func choose(_ member: Principal, _ world: CampaignWorld, wanted: Bool = true) async throws {
        try await world.campaigns.chooseNote(wanted, for: member.id, as: member)
    }

    /// Something to tell to everybody.
    private func suggest(_ world: CampaignWorld) async throws {
        try await world.tenant[Suggestions.self].suggest(
            world.swift, to: .organization, due: .on(Day(year: 2026, month: 6)), as: world.administrator)
    }

    @Test func `nobody gets the note without choosing it, and a member ends it by the same act`() async throws {
        try await withCampaigns { world in
            try await suggest(world)
            try await passWeek(world)
            #expect(world.received.isEmpty)
            try await choose(world.ada, world)
            try await passWeek(world)
            #expect(world.received == ["ada": 1])
            try await choose(world.ada, world, wanted: false)
            try await passWeek(world)
            #expect(world.received == ["ada": 1])
            #expect(try await world.campaigns.getsNote(world.ada.id, as: world.ada) == false)
        }
    }

    @Test func `each member gets one note in a week, in their language, with what is next for them`() async throws {
        try await withCampaigns { world in
            try await suggest(world)
            let suggestions = try world.tenant[Suggestions.self]
            try await suggestions.setGoal(
                .learn(minutes: 60), for: world.ada.id, by: Day(year: 2026, month: 5), as: world.administrator)
            try await world.tenant.members.chooseLanguage("fr", as: world.bob)
            for member in [world.ada, world.bob] { try await choose(member, world) }
            try await passWeek(world)
            #expect(world.received == ["ada": 1, "bob": 1])
            let (toAda, toBob) = (world.mails(to: "ada")[0], world.mails(to: "bob")[0])
            #expect(toAda.contains("Swift, from the start: due on Jun 1, 2026"))
            #expect(toAda.contains("learn 60 minutes until May 1, 2026: 0% done"))
            #expect(toBob.contains("Content-Language: fr") && !toBob.contains("minutes"))
            for _ in 0..<3 { try await world.campaigns.writeNotes() }
            try await world.settle()
            #expect(world.received == ["ada": 1, "bob": 1])
            try await passWeek(world)
            #expect(world.received == ["ada": 2, "bob": 2])
        }
    }

    @Test func `another day of the week brings no second note in the same week`() async throws {
        try await withCampaigns { world in
            try await suggest(world)
            try await choose(world.ada, world)
            try await passWeek(world)
            #expect(world.received == ["ada": 1])
            try await world.campaigns.setNoteDay(.thursday, as: world.administrator)
            #expect(try await world.campaigns.noteDay(as: world.administrator) == .thursday)
            try await choose(world.ada, world, wanted: false)
            try await choose(world.ada, world)
            try await world.pass(days: 6)
            #expect(world.received == ["ada": 1])
            // Sunday of the same week; Thursday follows in four days.
            try await world.pass(days: 4)
            #expect(world.received == ["ada": 2])
        }
    }

    @Test func `a week without news brings no note, and what is done is not told`() async throws {
        try await withCampaigns { world in
            try await choose(world.ada, world)
            try await passWeek(world)
            #expect(world.received.isEmpty)
            try await suggest(world)
            try await world.courses.record(.enrolled, of: world.ada.id, in: world.swift, as: world.administrator)
            try await world.courses.record(.completed, of: world.ada.id, in: world.swift, as: world.administrator)
            try await passWeek(world)
            #expect(world.received.isEmpty)
        }
    }

    @Test(arguments: [(5, nil, false), (6, nil, true), (6, 6, false), (7, 6, true)] as [(Int, Int?, Bool)])
    func `the note tells of a course only if enough others began it, also for a reader who is one of them`(
        people: Int, limit: Int?, isTold: Bool
    ) async throws {
        try await withCampaigns { world in
            try await world.tenant[Analytics.self].setSmallGroup(limit, as: world.administrator)
            try await choose(world.ada, world)
            world.test.clock.advance(by: .seconds(86_400))
            for number in 0..<people {
                let learner = number == 0 ? world.ada : try await world.admit("p\(number)")
                try await world.courses.record(
                    .activity(minutes: 5), of: learner.id, in: world.swift, as: world.administrator)
            }
            try await world.pass(days: 6)
            #expect(world.received == (isTold ? ["ada": 1] : [:]))
            let told = world.mails(to: "ada").first ?? ""
            #expect(told.contains("- Swift, from the start") == isTold)
            #expect(!told.contains("p1"))
        }
    }

    @Test func `opting out by mail ends the note, and choosing it again opts in`() async throws {
        try await withCampaigns { world in
            try await suggest(world)
            try await choose(world.ada, world)
            try await world.tenant[Mail.self].setOptedOut(true, of: .notes, for: world.ada.id, as: world.ada)
            #expect(try await world.campaigns.getsNote(world.ada.id, as: world.ada) == false)
            try await choose(world.ada, world)
            try await passWeek(world)
            #expect(world.received == ["ada": 1])
        }
    }

    @Test func `who was removed or deactivated gets no note, and a removed member has to choose it again`() async throws
    {
        try await withCampaigns { world in
            try await suggest(world)
            for member in [world.ada, world.bob] { try await choose(member, world) }
            try await world.tenant.members.deactivate(world.ada.id, as: world.administrator)
            try await world.tenant.members.remove(world.bob.id, as: world.administrator)
            try await passWeek(world)
            #expect(world.received.isEmpty)
            try await world.tenant.members.reactivate(world.ada.id, as: world.administrator)
            try await passWeek(world)
            #expect(world.received == ["ada": 1])
        }
    }

    @Test func `who was removed while the module was absent has to choose the note again`() async throws {
        try await withCampaigns { world in
            try await suggest(world)
            try await choose(world.ada, world)
            let modules = try campaignModules(world.mailbox)
            let without = try await world.reopened(with: modules.filter { !($0 is Campaigns) })
            try await without.tenant.members.remove(world.ada.id, as: world.administrator)
            let again = try await without.reopened(with: modules)
            let ada = try await again.admit("Ada", [], [world.north])
            #expect(try await again.campaigns.getsNote(ada.id, as: ada) == false)
            try await passWeek(again)
            #expect(again.received.isEmpty)
            await again.test.platform.close()
        }
    }

    @Test func `few notes in a commit reach everybody`() async throws {
        var campaigns = Campaigns()
        campaigns.pageSize = 2
        try await withCampaigns(campaigns) { world in
            try await suggest(world)
            for number in 0..<5 { try await choose(world.admit("p\(number)"), world) }
            try await passWeek(world)
            #expect(world.received == ["p0": 1, "p1": 1, "p2": 1, "p3": 1, "p4": 1])
        }
    }

    @Test func `only the member chooses and sees the choice`() async throws {
        try await withCampaigns { world in
            for other in [world.administrator, world.bob] {
                await #expect(throws: AccessError.self) {
                    try await world.campaigns.chooseNote(true, for: world.ada.id, as: other)
                }
                await #expect(throws: AccessError.self) {
                    try await world.campaigns.getsNote(world.ada.id, as: other)
                }
            }
        }
    }
}
