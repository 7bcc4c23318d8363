import Atrium
import AtriumSurfaces
import AtriumTesting
import Foundation
import Testing

/// What the areas of a platform with all modules offer to whom.
struct OfferedAreas {
    private func offered(to asker: Asker, _ area: Area, in world: World) async throws -> [String] {
        let caller = Caller(
            try #require(world.principals[asker]), request: "1", now: world.test.clock.now, timeZone: .gmt)
        let session = SurfaceSession(world.tenant, SurfaceCatalogue(of: world.test.platform), caller)
        return try await session.surfaces(in: area).map { $0.path }
    }

    @Test(arguments: [Asker.member, .deactivated, .foreigner, .account, .visitor])
    func `who looks after nobody is led neither to Administration nor to Analytics`(asker: Asker) async throws {
        try await withWorld { world in
            let administration = try await offered(to: asker, .administration, in: world)
            let analytics = try await offered(to: asker, .analytics, in: world)
            #expect(administration.isEmpty && analytics.isEmpty)
        }
    }

    @Test func `learners find the catalogue at home, and those who change it in Administration too`() async throws {
        try await withWorld { world in
            for asker in [Asker.member, .supervisor, .manager, .administrator] {
                let home = try await offered(to: asker, .home, in: world)
                #expect(home.contains("courses/catalogue"))
                let administration = try await offered(to: asker, .administration, in: world)
                #expect(administration.contains("courses/catalogue") == (asker == .administrator))
            }
        }
    }

    @Test func `a supervisor is led to what concerns their team`() async throws {
        try await withWorld { world in
            let administration = try await offered(to: .supervisor, .administration, in: world)
            #expect(administration.contains("kernel/members") && !administration.contains("kernel/audit"))
            let analytics = try await offered(to: .supervisor, .analytics, in: world)
            #expect(analytics.contains("analytics/teams"))
        }
    }
}
