import Atrium
import AtriumSurfaces
import AtriumTesting
import Foundation
import TestSupport
import Testing

@testable import AtriumLaunchKit

struct LaunchKitSurfaceTests {
    @Test func `what is offered is what the service allows, for everybody`() async throws {
        try await withKit { world async throws in
            let (test, acme) = (world.base.test, world.base.tenant)
            let check = SurfaceCheck(
                of: test.platform, in: acme, module: LaunchKit.id,
                samples: ["language": ["en", "fr"], "revision": ["0", "1"]],
                file: "<svg viewBox=\"0 0 9 9\"><path d=\"M0 0h9v9z\"/></svg>")
            let faults = try await check.faults(
                as: [
                    "visitor": .visitor, "member": try await world.base.admit("bob"),
                    "manager": try await world.base.admit("max", [Assignment(.manager)]),
                    "administrator": world.administrator, "operator": test.platform.operator("Grace"),
                ], now: test.clock.now)
            for fault in faults { Issue.record("\(fault)") }
        }
    }

    @Test func `looking at the kit and at its files notes nothing, and getting them does`() async throws {
        try await withKit { world async throws in
            let (acme, clock) = (world.base.tenant, world.base.test.clock)
            let caller = Caller(world.administrator, request: "1", now: clock.now, timeZone: .gmt)
            let session = SurfaceSession(acme, SurfaceCatalogue(of: world.base.test.platform), caller)
            let surfaces = try await session.surfaces(in: .administration).map { $0.path }
            #expect(surfaces.contains("launchkit/kit"))
            let shown = try await session.blocks(of: KitSheet(language: "fr"))
            let files = try await session.blocks(of: KitFilesSheet(language: "fr"))
            #expect(shown.count > 10 && files.count == 23)
            for case .svg(let drawing) in shown {
                #expect(!drawing.contains("style=") && !drawing.contains("<style"), "pages allow no styles in them")
            }
            #expect(try await world.kit.downloadedOn(as: world.administrator) == nil)
            let outcome = try await GetKit(language: "fr").perform(in: world.kit, for: caller)
            #expect((outcome.next as? KitFilesSheet)?.language == "fr")
            #expect(try await world.kit.downloadedOn(as: world.administrator) == caller.today)
        }
    }

    @Test func `every column with personal data is declared`() async throws {
        #expect(try await PersonalDataCheck.faults(of: [LaunchKit.self]).isEmpty)
    }
}
