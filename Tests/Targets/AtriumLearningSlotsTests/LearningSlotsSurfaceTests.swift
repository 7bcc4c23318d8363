import Atrium
import AtriumSurfaces
import AtriumTesting
import Foundation
import TestSupport
import Testing

@testable import AtriumLearningSlots

struct LearningSlotsSurfaceTests {
    @Test func `the form opens with the slot as it is, and an hour is one of a clock`() async throws {
        try await withSlots { world async throws in
            let session = SurfaceSession(
                world.tenant, SurfaceCatalogue(of: world.test.platform),
                Caller(world.lea, request: "1", now: world.test.clock.now, timeZone: .gmt))
            var input = try await session.opening(SetSlot.self, FormInput(["team": ["\(world.north)"]]))
            #expect(input.texts["minutes"] == ["60"] && input.texts["first"] == ["2026-01-05"])
            input.texts["weekday"] = ["tuesday"]
            input.texts["last"] = ["2026-03-31"]
            input.texts["zone"] = ["Europe/Paris"]
            for hour in ["24", "-1", "x"] {
                input.texts["hour"] = [hour]
                guard case .invalid(let fields) = try await session.perform(SetSlot.self, input) else {
                    Issue.record("\(hour) was taken")
                    return
                }
                #expect(Array(fields.faults.keys) == ["hour"])
            }
            input.texts["hour"] = ["9"]
            input.texts["minute"] = ["30"]
            guard case .done = try await session.perform(SetSlot.self, input) else {
                Issue.record("not done")
                return
            }
            #expect(try await world.slots.slot(of: world.north, as: world.lea)?.schedule == SlotWorld.tuesdays)
            let opened = try await session.opening(SetSlot.self, FormInput(["team": ["\(world.north)"]]))
            #expect(
                opened.texts["hour"] == ["9"] && opened.texts["minute"] == ["30"]
                    && opened.texts["zone"] == ["Europe/Paris"])
        }
    }

    @Test func `what is offered is what the service allows, for everybody`() async throws {
        try await withSlots { world async throws in
            for team in [world.north, world.south] {
                try await world.slots.set(SlotWorld.tuesdays, of: team, as: world.administrator)
            }
            let check = SurfaceCheck(
                of: world.test.platform, in: world.tenant, module: LearningSlots.id,
                samples: ["team": ["\(world.north)", "\(world.south)"]])
            let faults = try await check.faults(
                as: [
                    "visitor": .visitor, "member": world.ada, "supervisor": world.lea, "manager": world.manager,
                    "administrator": world.administrator,
                ], now: world.test.clock.now)
            for fault in faults { Issue.record("\(fault)") }
        }
    }

    @Test func `the module says what its tables hold of people`() async throws {
        try await withSlots { world async throws in
            #expect(try await PersonalDataCheck.faults(of: [LearningSlots.self]).isEmpty)
        }
    }
}
