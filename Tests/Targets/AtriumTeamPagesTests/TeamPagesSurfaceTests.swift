import Atrium
import AtriumSurfaces
import AtriumTeamPages
import AtriumTesting
import Foundation
import TestSupport
import Testing

struct TeamPagesSurfaceTests {
    @Test func `what is offered is what the service allows, for everybody`() async throws {
        try await withPages { world in
            _ = try await world.pages.saveDraft("Hello", of: world.north, basedOn: 0, as: world.administrator)
            let message = try await world.pages.send(
                Message(to: .teams([world.north]), subject: "News", text: "text"), as: world.lee)
            let manager = try await world.admit("manager", [Assignment(.manager)])
            let check = SurfaceCheck(
                of: world.test.platform, in: world.tenant, module: TeamPages.id,
                samples: [
                    "member": [world.ada, world.bob].compactMap(\.member).map(\.description),
                    "team": ["\(world.north)", "\(world.south)"], "message": ["\(message)"],
                ])
            let faults = try await check.faults(
                as: [
                    "visitor": .visitor, "member": world.ada, "supervisor": world.lee, "manager": manager,
                    "administrator": world.administrator,
                ], now: world.test.clock.now)
            for fault in faults { Issue.record("\(fault)") }
        }
    }

    @Test func `a message is sent once, however often its request comes`() async throws {
        try await withPages { world in
            let catalogue = SurfaceCatalogue(of: world.test.platform)
            let caller = Caller(world.administrator, request: "r1", now: world.test.clock.now, timeZone: .gmt)
            let session = SurfaceSession(world.tenant, catalogue, caller)
            let act = try #require(catalogue.surface("teampages/send-to-everybody") as? any Act.Type)
            let input = FormInput(["subject": ["News"], "text": ["text"]])
            for _ in 0..<3 { _ = try await session.perform(act, input) }
            #expect(try await world.pages.messages(as: world.administrator).messages.count == 1)
            let next = Caller(world.administrator, request: "r2", now: world.test.clock.now, timeZone: .gmt)
            _ = try await SurfaceSession(world.tenant, catalogue, next).perform(act, input)
            #expect(try await world.pages.messages(as: world.administrator).messages.count == 2)
        }
    }
}
