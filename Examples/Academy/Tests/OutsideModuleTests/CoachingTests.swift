import Atrium
import AtriumSurfaces
import AtriumTesting
import Foundation
import Testing

struct CoachingTests {
    @Test func `what is offered is what the service allows`() async throws {
        try await withAcademy { academy in
            for coach in [academy.carl, academy.sue] {
                try await academy.assign(coach, to: academy.bob, academy.eve)
            }
            let check = SurfaceCheck(
                of: academy.test.platform, in: academy.acme, module: Coaching.id,
                samples: [
                    "member": ["\(academy.bob)", "\(academy.eve)"],
                    MembersTable.path: ["\(academy.bob)", "\(academy.eve)"],
                ])
            let people: KeyValuePairs<String, Principal> = [
                "visitor": .visitor, "member": .member(academy.bob), "supervisor": .member(academy.sue),
                "manager": .member(academy.max), "administrator": .member(academy.ada),
            ]
            let faults = try await check.faults(as: people, now: academy.test.clock.now)
            #expect(faults == [])
        }
    }

    @Test func `no renderer names the module`() throws {
        var files = 0
        let package = URL(filePath: #filePath).appending(path: "../../..").standardized
        for folder in ["Sources", "../../Sources/AtriumSurfaces", "../../Sources/AtriumTerminal"] {
            let root = package.appending(path: folder)
            for case let file as URL in try #require(
                FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil))
            where file.pathExtension == "swift" {
                files += 1
                #expect(try !String(contentsOf: file, encoding: .utf8).lowercased().contains("coach"), "\(file.path)")
            }
        }
        #expect(files > 60)
    }
}
