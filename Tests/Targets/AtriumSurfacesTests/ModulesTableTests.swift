import Atrium
import AtriumTesting
import Foundation
import Testing

@testable import AtriumSurfaces

/// The page on which features are switched.
struct ModulesTableTests {
    private struct ReadingLamp: Module {
        static let id: ModuleID = "lamp"
        static let dependencies: [any Module.Type] = []
        static let permissions: [Permission] = []
        static let phrases = [Phrases("de", ["Reading lamp": "Leselampe"])]
        static let schema = Schema()

        func start(in tenant: TenantContext) {}
    }

    @Test(arguments: [("en", "Reading lamp"), ("de", "Leselampe")])
    func `a preview names features as the table does, in the language of the reader`(
        _ language: String, _ title: String
    ) async throws {
        try await withTemporaryPlatform([ReadingLamp()]) { test in
            let acme = try await test.organization()
            let caller = Caller(
                try test.platform.operator("Grace"), request: "1", now: test.clock.now, timeZone: .gmt,
                language: acme.languages.language(language))
            let session = SurfaceSession(acme, SurfaceCatalogue(of: test.platform), caller)
            let input = FormInput(["module": ["lamp"]])
            guard case .preview(let off, let stamp, _) = try await session.prepare(SwitchModuleOff.self, input) else {
                Issue.record("no preview")
                return
            }
            #expect(off.lines.map(\.text) == [title])
            guard case .done = try await session.perform(SwitchModuleOff.self, input, stamp: stamp),
                case .preview(let on, _, _) = try await session.prepare(SwitchModuleOn.self, input)
            else {
                Issue.record("not switched off")
                return
            }
            #expect(on.lines.map(\.text) == [title])
        }
    }
}
