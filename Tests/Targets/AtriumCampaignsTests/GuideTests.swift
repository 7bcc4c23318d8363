import Atrium
import AtriumSurfaces
import AtriumTesting
import Foundation
import TestSupport
import Testing

@testable import AtriumCampaigns

struct GuideTests {
    private func session(_ world: CampaignWorld, _ principal: Principal) -> SurfaceSession {
        SurfaceSession(
            world.tenant, SurfaceCatalogue(of: world.test.platform),
            Caller(principal, request: "r", now: world.test.clock.now, timeZone: .gmt))
    }

    @Test func `a chapter shows the state of its steps`() async throws {
        try await withCampaigns { world in
            let blocks = try await session(world, world.administrator).blocks(of: YearChapter())
            let tables = blocks.compactMap { if case .table(let table) = $0 { table as? LaunchTable } else { nil } }
            #expect(tables.map(\.phase) == [.follow])
        }
    }

    @Test func `each reader finds the guide for their role`() async throws {
        try await withCampaigns { world in
            let manager = try await world.admit("Max", [Assignment(.manager)])
            let readers: [(Principal, [String])] = [
                (world.administrator, ["campaigns/managers-guide", "campaigns/guide"]),
                (manager, ["campaigns/managers-guide"]), (world.person("Lee"), ["campaigns/managers-guide"]),
                (world.ada, []),
            ]
            for (reader, guides) in readers {
                var found: [String] = []
                for area in [Area.home, .analytics, .administration] {
                    found += try await session(world, reader).surfaces(in: area).map { $0.path }
                }
                #expect(found.filter { $0.contains("guide") } == guides)
            }
        }
    }

    @Test func `the documentation has the chapters word for word`() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")
        let article = try String(
            contentsOf: root.appending(path: "Plugins/Campaigns/AtriumCampaigns.docc/TheGuides.md"), encoding: .utf8)
        var rest = article[...]
        for chapter in Guide.administrators.chapters + Guide.managers.chapters {
            for text in ["### \(chapter.title)"] + chapter.paragraphs.map(\.description) {
                guard let found = rest.range(of: "\(text)\n") else {
                    Issue.record("missing: \(text)")
                    return
                }
                rest = rest[found.upperBound...]
            }
        }
    }
}
