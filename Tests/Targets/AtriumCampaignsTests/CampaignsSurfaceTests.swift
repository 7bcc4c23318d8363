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

    private func session(_ world: CampaignWorld, _ principal: Principal? = nil) -> SurfaceSession {
        SurfaceSession(
            world.tenant, SurfaceCatalogue(of: world.test.platform),
            Caller(principal ?? world.administrator, request: "r", now: world.test.clock.now, timeZone: .gmt))
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
