import Atrium
import AtriumSurfaces
import AtriumTesting
import Foundation
import TestSupport
import Testing

@testable import AtriumCampaigns

struct CampaignsSurfaceTests {
    @Test func `what is offered is what the service allows, for everybody`() async throws {
        try await withCampaigns { world in
            let entries = [
                try await world.add(message(on: day(20))), try await world.add(message(on: day(21), for: world.north)),
            ]
            let manager = try await world.admit("manager", [Assignment(.manager)])
            let check = SurfaceCheck(
                of: world.test.platform, in: world.tenant, module: Campaigns.id,
                samples: [
                    "member": [world.ada, world.bob].compactMap(\.member).map(\.description), "revision": ["1"],
                    "team": ["\(world.north)", "\(world.south)"], "course": ["\(world.swift)"],
                    "plan-entry": entries.map { "\($0.id)" }, "campaigns/plan": entries.map { "\($0.id)" },
                ])
            let faults = try await check.faults(
                as: [
                    "visitor": .visitor, "member": world.ada, "supervisor": world.person("Lee"), "manager": manager,
                    "administrator": world.administrator,
                ], now: world.test.clock.now)
            for fault in faults { Issue.record("\(fault)") }
        }
    }

    @Test func `every column with personal data is declared`() async throws {
        #expect(try await PersonalDataCheck.faults(of: [Campaigns.self]).isEmpty)
    }

    private func session(
        _ world: CampaignWorld, _ principal: Principal? = nil, request: String = "r"
    ) -> SurfaceSession {
        SurfaceSession(
            world.tenant, SurfaceCatalogue(of: world.test.platform),
            Caller(principal ?? world.administrator, request: request, now: world.test.clock.now, timeZone: .gmt))
    }

    @Test func `the plan begins with one act, and a month is approved with another`() async throws {
        try await withCampaigns { world in
            let session = session(world)
            let opening = try await session.opening(BeginPlan.self, FormInput())
            #expect(opening.texts["month"] == ["2026-02-01"])
            for _ in 0..<2 { _ = try await session.perform(BeginPlan.self, opening) }
            let rows = try await session.page(of: PlanTable()).rows
            #expect(rows.count == 48)
            let input = FormInput(["entries": rows.prefix(4).map { "id:\($0.id)" }])
            guard case .preview(let preview, let stamp, _) = try await session.prepare(ApprovePlanEntries.self, input)
            else {
                Issue.record("no preview")
                return
            }
            // The suggestion has no course yet.
            #expect(preview.count == 3)
            #expect(preview.lines[0].words.description == "message on 2026-02-03, to 4 people as of today")
            guard case .done(let outcome) = try await session.perform(ApprovePlanEntries.self, input, stamp: stamp)
            else {
                Issue.record("not done")
                return
            }
            #expect(outcome.summary.description == "3 entries are approved.")
            let states = try await session.page(of: PlanTable()).rows.prefix(4).map(\.state)
            #expect(states == [.approved, .approved, .draft, .approved])
        }
    }

    @Test func `what cannot be approved says why, and stops no other entry`() async throws {
        try await withCampaigns { world in
            let late = try await world.add(message(on: day(6)))
            let foreign = try await world.add(message(on: day(20), for: world.south))
            let good = try await world.add(PlanEntry.Content(.banner, on: day(21), text: "Learn"))
            try await world.pass(days: 2)
            try await world.tenant.teams.archive(world.south, as: world.administrator)
            let session = session(world)
            let input = FormInput(["entries": [late, foreign, good].map { "id:\($0.id)" }])
            guard case .preview(let preview, let stamp, _) = try await session.prepare(ApprovePlanEntries.self, input)
            else {
                Issue.record("no preview")
                return
            }
            #expect(preview.count == 1)
            #expect(
                preview.lines.prefix(2).map(\.words.description).sorted()
                    == [
                        PlanError.dayPassed.description, TeamError.archived.description,
                    ].sorted())
            guard case .done(let outcome) = try await session.perform(ApprovePlanEntries.self, input, stamp: stamp)
            else {
                Issue.record("not done")
                return
            }
            #expect(outcome.summary.description == "1 entry is approved.")
            #expect(try await world.entry(good.id).state == .approved)
        }
    }

    @Test func `who may approve but not send messages is told so, and approves the rest`() async throws {
        try await withCampaigns(roles: [Planner()]) { world in
            let planner = try await world.admit("pia", [Assignment("planner")])
            let message = try await world.add(message(on: day(20)))
            let banner = try await world.add(PlanEntry.Content(.banner, on: day(20), text: "Learn"))
            let refusals = try await world.campaigns.refusals(of: [message, banner], as: planner)
            #expect(refusals.keys.sorted() == [message.id])
            #expect((refusals[message.id] as? AccessError)?.permission == "teampages.send messages")
        }
    }

    @Test func `a plan that was begun by mistake is skipped at once, and another one begins`() async throws {
        try await withCampaigns { world in
            let session = session(world)
            let month = FormInput(["month": ["2026-03-01"]])
            _ = try await session.perform(BeginPlan.self, month)
            guard
                case .refused(let words) = try await self.session(world, request: "s").perform(
                    BeginPlan.self, FormInput(["month": ["2026-02-01"]]))
            else {
                Issue.record("not refused")
                return
            }
            #expect(words.description == PlanError.overlap.description)
            let all = FormInput(["entries": ["all:state=draft"]])
            guard case .preview(let preview, let stamp, _) = try await session.prepare(SkipPlanEntries.self, all),
                case .done(let outcome) = try await session.perform(SkipPlanEntries.self, all, stamp: stamp)
            else {
                Issue.record("not done")
                return
            }
            #expect(preview.count == 48 && outcome.summary.description == "48 entries are skipped.")
            guard
                case .done = try await self.session(world, request: "t").perform(
                    BeginPlan.self, FormInput(["month": ["2026-02-01"]]))
            else {
                Issue.record("not done")
                return
            }
        }
    }

    @Test func `an approval that was looked at is for the text that was shown`() async throws {
        try await withCampaigns { world in
            let entry = try await world.add(message(on: day(7)))
            let session = session(world)
            let input = ApprovePlanEntry.form.write(ApprovePlanEntry(entry: entry.id, revision: entry.revision))
            guard case .preview(let preview, let stamp, _) = try await session.prepare(ApprovePlanEntry.self, input)
            else {
                Issue.record("no preview")
                return
            }
            #expect(preview.lines.map(\.text) == ["News", "Learn *together*."])
            try await world.campaigns.change(
                entry.id, to: message(on: day(8)), basedOn: entry.revision, as: world.administrator)
            guard case .refused(let words) = try await session.perform(ApprovePlanEntry.self, input, stamp: stamp)
            else {
                Issue.record("not refused")
                return
            }
            #expect(words.description == PlanError.changed.description)
        }
    }

    @Test func `the step of the launch follows the plan`() async throws {
        try await withCampaigns { world in
            func state() async throws -> String {
                let table = LaunchTable(phase: .follow)
                let cells = try await session(world).page(of: table).rows
                let column = try #require(LaunchTable.columns.first { $0.name == "so-far" })
                let row = try #require(cells.first { $0.id == "campaigns-plan" })
                guard case .words(let words) = column.cell(row) else { return "" }
                return words.description
            }
            #expect(try await state() == "There is no plan for the coming months.")
            let entry = try await world.add(message(on: day(20)))
            #expect(try await state() == "1 entry of the next month waits for approval.")
            try await world.approve(entry.id)
            #expect(try await state() == "The next month is approved.")
            try await world.campaigns.skip(entry.id, as: world.administrator)
            try await world.add(message(on: Day(year: 2026, month: 5)))
            #expect(try await state() == "The plan has nothing for the next month.")
        }
    }

    @Test func `a member finds the banner at home, and chooses the note there`() async throws {
        try await withCampaigns { world in
            try await world.approve(world.add(PlanEntry.Content(.banner, on: day(5), text: "Learn **now**")).id)
            try await world.settle()
            let session = session(world, world.ada)
            func texts() async throws -> [String] {
                try await session.blocks(of: NewsSheet()).map { block in
                    switch block {
                    case .html(_, let text): text
                    case .text(let words): words.description
                    case .act(let act): type(of: act).path
                    default: ""
                    }
                }
            }
            let before = try await texts()
            #expect(before.first == "Learn now\n" && before.last == "campaigns/choose-note")
            _ = try await session.perform(ChooseNote.self, FormInput())
            #expect(try await texts().last == "campaigns/end-note")
        }
    }
}

/// A role that approves the plan, and may not do all that the plan does.
private struct Planner: Role {
    let id: RoleID = "planner"
    let rank = 50
    let permissions: Set<Permission> = [.planYear, .approvePlan]
}
