import Atrium
import AtriumCampaigns
import AtriumSuggestions
import AtriumSurfaces
import Testing

/// Best practices all year: messages, banners, suggestions and reviews.
struct PlanOfTheYear {
    private func message(_ world: GuideWorld, in days: Int = 1) async throws -> ID<PlanEntry> {
        let day = world.administrator.session.caller.today.advanced(by: days)
        return try await world.add(PlanEntry.Content(.message, on: day, subject: "News", text: "Learn together."))
    }

    private func state(_ id: ID<PlanEntry>, _ world: GuideWorld) async throws -> PlanEntry.State {
        try await world.campaigns.entry(id, as: world.administrator.principal).state
    }

    @Test func `[L2] the plan of the year begins with one act, and all of it is a draft`() async throws {
        try await withGuide { world async throws in
            let anna = world.administrator
            #expect(try await anna.offered(in: .administration).contains("campaigns/plan"))
            #expect(try await anna.reads("campaigns/plan").contains("Begin the plan"))
            try await anna.does("campaigns/begin-plan", ["month": "2026-02-01"])
            let entries = try await world.campaigns.entries(as: anna.principal)
            #expect(entries.count == 48 && entries.allSatisfy { $0.state == .draft })
            for kind in PlanEntry.Kind.allCases { #expect(entries.count { $0.content.kind == kind } == 12) }
            #expect(try await anna.reads("campaigns/plan").contains("Your training begins"))
            try await world.pass(days: 60)
            #expect(world.mails(to: "ada").isEmpty && world.mails(to: "max").isEmpty)
            #expect(try await world.suggestions.list(as: anna.principal).suggestions.isEmpty)
        }
    }

    @Test func `[L2] an entry is changed freely, approved, and carried out once on its day in the approver's name`()
        async throws
    {
        try await withGuide { world async throws in
            let anna = world.administrator
            let entry = try await message(world, in: 2)
            try await anna.does(
                "campaigns/change-entry",
                [
                    "entry": entry, "revision": 1, "day": anna.session.caller.today.advanced(by: 2),
                    "team": world.north, "subject": "Our week", "text": "Learn **now**.",
                ])
            let preview = try await anna.prepares("campaigns/approve-entry", ["entry": entry, "revision": 2])
            #expect(preview.contains("Our week") && preview.contains("1 person"))
            try await anna.does("campaigns/approve-entry", ["entry": entry, "revision": 2])
            try await world.pass(days: 1)
            #expect(world.mails(to: "ada").isEmpty)
            try await world.pass(days: 3)
            let mails = world.mails(to: "ada")
            #expect(mails.count == 1 && world.mails(to: "bob").isEmpty)
            #expect(mails.first?.contains("Our week") == true && mails.first?.contains("Anna") == true)
            #expect(try await state(entry, world) == .done)
        }
    }

    @Test func `[L2] a banner and a suggestion that were approved reach the members on their day`() async throws {
        try await withGuide { world async throws in
            let anna = world.administrator
            let day = anna.session.caller.today.advanced(by: 1)
            for content in [
                PlanEntry.Content(.banner, on: day, text: "Who learns with you?"),
                PlanEntry.Content(.suggestion, on: day, for: world.north, text: "Try it", course: world.swift),
            ] {
                try await anna.does("campaigns/approve-entry", ["entry": world.add(content), "revision": 1])
            }
            #expect(try await !world.member.reads("campaigns/news").contains("Who learns with you?"))
            try await world.pass(days: 1)
            for person in [world.member, world.southerner] {
                #expect(try await person.reads("campaigns/news").contains("Who learns with you?"))
            }
            #expect(try await world.member.reads("suggestions/mine").contains("Swift"))
            #expect(try await !world.southerner.reads("suggestions/mine").contains("Swift"))
        }
    }

    @Test func `[L2] nothing takes place that nobody approved, that was changed since, or that was skipped`()
        async throws
    {
        try await withGuide { world async throws in
            let anna = world.administrator
            let (draft, changed, skipped) = (
                try await message(world), try await message(world), try await message(world)
            )
            for entry in [changed, skipped] {
                try await anna.does("campaigns/approve-entry", ["entry": entry, "revision": 1])
            }
            try await anna.does(
                "campaigns/change-entry",
                [
                    "entry": changed, "revision": 1, "day": anna.session.caller.today.advanced(by: 1),
                    "subject": "News", "text": "Something else.",
                ])
            try await anna.does("campaigns/skip-entry", ["entry": skipped])
            // An approval is for the text that was read.
            await #expect(throws: Refused(PlanError.changed)) {
                try await anna.does("campaigns/approve-entry", ["entry": changed, "revision": 1])
            }
            try await world.pass(days: 10)
            #expect(world.mails(to: "ada").isEmpty)
            for entry in [draft, changed] { #expect(try await state(entry, world) == .missed) }
            #expect(try await state(skipped, world) == .skipped)
        }
    }

    @Test func `[L2] nobody but an administrator sees, changes or approves the plan`() async throws {
        try await withGuide { world async throws in
            let entry = try await message(world)
            for person in [world.manager, world.supervisor, world.member, world.foreigner, world.visitor] {
                #expect(try await person.lacks("campaigns/plan") == .planYear)
                #expect(try await person.lacks("campaigns/begin-plan", ["month": "2026-02-01"]) == .planYear)
                #expect(
                    try await person.lacks("campaigns/approve-entry", ["entry": entry, "revision": 1]) == .approvePlan)
                await #expect(throws: AccessError(permission: "campaigns.plan year")) {
                    try await world.campaigns.skip(entry, as: person.principal)
                }
                await #expect(throws: AccessError(permission: "campaigns.approve plan")) {
                    try await world.campaigns.approve(entry, basedOn: 1, as: person.principal)
                }
            }
        }
    }
}
