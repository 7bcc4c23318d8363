import Atrium
import AtriumCourses
import AtriumMail
import AtriumSuggestions
import AtriumTeamPages
import AtriumTesting
import TestSupport
import Testing

@testable import AtriumCampaigns

struct CarryingOutTests {
    @Test func `nothing is sent that nobody approved`() async throws {
        try await withCampaigns { world in
            let entry = try await world.add(message(on: day(7)))
            try await world.pass(days: 10)
            #expect(world.received.isEmpty)
            #expect(try await world.entry(entry.id).state == .missed)
        }
    }

    @Test func `an approved message goes out once, on its day, in the approver's name`() async throws {
        try await withCampaigns { world in
            let entry = try await world.add(message(on: day(7), for: world.north))
            try await world.approve(entry.id)
            // From Monday 09:00 to Wednesday 07:00.
            try await world.pass(hours: 46)
            #expect(world.received.isEmpty)
            try await world.pass(hours: 2)
            #expect(world.received == ["ada": 1])
            #expect(try await world.entry(entry.id).state == .done)
            let mail = try #require(world.mails(to: "ada").first)
            #expect(mail.contains("From: \"Olga (Acme)\"") && mail.contains("Subject: News"))
            try await world.pass(days: 10)
            #expect(world.received == ["ada": 1])
            await #expect(throws: PlanError.done) { try await world.approve(entry.id) }
        }
    }

    @Test func `an entry of today is carried out at once`() async throws {
        try await withCampaigns { world in
            let entry = try await world.add(message(on: day(5), for: world.north))
            try await world.approve(entry.id)
            try await world.settle()
            #expect(world.received == ["ada": 1])
        }
    }

    @Test func `a suggestion of the plan keeps the note and the due date of the approver's own one`() async throws {
        try await withCampaigns { world in
            let suggestions = try world.tenant[Suggestions.self]
            try await suggestions.suggest(
                world.swift, to: .organization, note: "Needed", due: .on(day(30)), as: world.administrator)
            let content = PlanEntry.Content(.suggestion, on: day(7), text: "Our suggestion", course: world.swift)
            try await world.approve(world.add(content).id)
            try await world.pass(days: 3)
            let suggested = try await suggestions.suggestions(of: world.ada.id, as: world.ada)
            #expect(suggested.map(\.due) == [day(30)] && suggested[0].sources.map(\.note) == ["Needed"])
        }
    }

    @Test func `a banner is taken down, and the one before it is shown again`() async throws {
        try await withCampaigns { world in
            for text in ["First", "Second"] {
                try await world.approve(world.add(PlanEntry.Content(.banner, on: day(5), text: text)).id)
                try await world.settle()
                world.test.clock.advance(by: .seconds(60))
            }
            #expect(try await world.campaigns.banners(as: world.ada) == ["Second"])
            let waiting = try await world.add(PlanEntry.Content(.banner, on: day(9), text: "Third"))
            await #expect(throws: PlanError.noBanner) {
                try await world.campaigns.takeDown(waiting.id, as: world.administrator)
            }
            let entries = try await world.campaigns.entries(.done, as: world.administrator)
            let shown = try #require(entries.first { $0.content.text == "Second" })
            for _ in 0..<2 { try await world.campaigns.takeDown(shown.id, as: world.administrator) }
            #expect(try await world.campaigns.banners(as: world.ada) == ["First"])
            #expect(try await world.entry(shown.id).takenDownAt != nil)
        }
    }

    @Test func `an approved suggestion, banner and review take place on their day`() async throws {
        try await withCampaigns { world in
            let contents = [
                PlanEntry.Content(.suggestion, on: day(7), for: world.north, text: "Try it", course: world.swift),
                PlanEntry.Content(.banner, on: day(7), text: "Who learns **with you**?"),
                PlanEntry.Content(.review, on: day(7), text: "Look at the figures."),
            ]
            for content in contents { try await world.approve(world.add(content).id) }
            try await world.pass(days: 3)
            let suggested = try await world.tenant[Suggestions.self].suggestions(of: world.ada.id, as: world.ada)
            #expect(suggested.map(\.course.id) == [world.swift] && suggested[0].sources.map(\.note) == ["Try it"])
            #expect(suggested[0].sources[0].suggester.name == "Olga")
            #expect(try await world.tenant[Suggestions.self].suggestions(of: world.bob.id, as: world.bob).isEmpty)
            for reader in [world.ada, world.bob] {
                #expect(try await world.campaigns.banners(as: reader) == ["Who learns **with you**?"])
            }
            #expect(world.received == ["admin": 1])
            #expect(world.mails(to: "admin").first?.contains("Look at the figures.") == true)
            try await world.pass(days: 31)
            #expect(try await world.campaigns.banners(as: world.ada) == [])
        }
    }

    @Test func `a banner for a team is shown to its members alone, beside the one for everybody`() async throws {
        try await withCampaigns { world in
            for content in [
                PlanEntry.Content(.banner, on: day(6), text: "Old"),
                PlanEntry.Content(.banner, on: day(7), text: "All"),
                PlanEntry.Content(.banner, on: day(7), for: world.north, text: "North"),
            ] { try await world.approve(world.add(content).id) }
            try await world.pass(days: 3)
            #expect(try await world.campaigns.banners(as: world.ada) == ["All", "North"])
            #expect(try await world.campaigns.banners(as: world.bob) == ["All"])
        }
    }

    @Test func `an approver who lost the permission approves for nobody: the entry needs another approval`()
        async throws
    {
        try await withCampaigns { world in
            let helper = try await world.admit("Helga", [Assignment(.administrator)])
            let entry = try await world.add(message(on: day(7), for: world.north))
            try await world.approve(entry.id, as: helper)
            let banner = try await world.add(PlanEntry.Content(.banner, on: day(7), text: "Hello"))
            try await world.approve(banner.id, as: helper)
            try await world.tenant.roles.revoke(
                Assignment(.administrator), from: helper.id, as: world.administrator)
            try await world.pass(days: 3)
            let refused = try await world.entry(entry.id)
            #expect(refused.state == .needsApproval && refused.problem == .approver && refused.approvedBy == nil)
            #expect(try await world.entry(banner.id).problem == .approver)
            #expect(try await world.campaigns.banners(as: world.ada).isEmpty)
            #expect(world.received.isEmpty)
            try await world.approve(entry.id)
            try await world.settle()
            #expect(world.received == ["ada": 1])
        }
    }

    @Test func `an archived team and a retired course need another approval, and stop no other entry`() async throws {
        try await withCampaigns { world in
            let toNorth = try await world.add(message(on: day(7), for: world.north))
            let course = try await world.add(PlanEntry.Content(.suggestion, on: day(7), course: world.swift))
            let toSouth = try await world.add(message(on: day(7), for: world.south))
            for entry in [toNorth, course, toSouth] { try await world.approve(entry.id) }
            try await world.tenant.teams.archive(world.north, as: world.administrator)
            try await world.courses.retire(world.swift, as: world.administrator)
            try await world.pass(days: 3)
            #expect(try await world.entry(toNorth.id).problem == .team)
            #expect(try await world.entry(course.id).problem == .course)
            #expect(try await world.entry(toSouth.id).state == .done)
            #expect(world.received == ["bob": 1])
        }
    }

    @Test(arguments: [(3, true), (4, false)])
    func `an entry is carried out a few days late, and never by surprise`(days: Int, isDone: Bool) async throws {
        try await withCampaigns { world in
            let entry = try await world.add(message(on: day(7), for: world.north))
            try await world.approve(entry.id)
            // The platform does nothing for a time.
            world.test.clock.advance(by: .seconds(Double(2 + days) * 86_400))
            try await world.settle()
            #expect(try await world.entry(entry.id).state == (isDone ? .done : .missed))
            #expect(world.received == (isDone ? ["ada": 1] : [:]))
            try await world.pass(days: 3)
            #expect(world.received == (isDone ? ["ada": 1] : [:]))
        }
    }

    @Test func `a crash between an entry and its mail sends nothing twice`() async throws {
        try await withCampaigns { world in
            let entry = try await world.add(message(on: day(7), for: world.north))
            try await world.approve(entry.id)
            world.test.clock.advance(by: .seconds(2 * 86_400))
            // Carried out, and stopped before its mail is written and handed over.
            try await world.campaigns.carryOut()
            let again = try await world.reopened()
            try await again.campaigns.carryOut()
            try await again.settle()
            #expect(again.received == ["ada": 1])
            await again.test.platform.close()
        }
    }

    @Test func `the audit says who approved, and that the module carried it out`() async throws {
        try await withCampaigns { world in
            let entry = try await world.add(message(on: day(5), for: world.north))
            try await world.approve(entry.id)
            try await world.campaigns.carryOut()
            let entries = try await world.tenant.audit.list(as: world.administrator).entries
            let about = entries.compactMap(\.content).filter { $0.subject == "plan entry:\(entry.id)" }
            #expect(
                about.contains { $0.permission == "campaigns.approve plan" && $0.principal == "\(world.administrator)" }
            )
            #expect(about.contains { $0.principal == "system:campaigns:carry out the plan" })
        }
    }
}
