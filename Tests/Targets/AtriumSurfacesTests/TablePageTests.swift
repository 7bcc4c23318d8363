import Atrium
import AtriumSurfaces
import AtriumTesting
import Foundation
import Testing

struct TablePageTests {
    @Test func `a row that is new moves no other row to another page, and a row that is gone ends the list`()
        async throws
    {
        try await withTemporaryPlatform { test in
            let acme = try await test.organization()
            let founder = try await test.founder(of: acme)
            for name in ["B", "C", "D"] { _ = try await acme.teams.create(name, as: founder) }
            let session = SurfaceSession(
                acme, SurfaceCatalogue(of: test.platform),
                Caller(founder, request: "1", now: test.clock.now, timeZone: .gmt))
            let first = try await session.page(of: TeamsTable(), PageRequest(limit: 2))
            #expect(first.rows.map(\.name) == ["B", "C"])
            _ = try await acme.teams.create("A", as: founder)
            let second = try await session.page(of: TeamsTable(), PageRequest(cursor: first.next, limit: 2))
            #expect(second.rows.map(\.name) == ["D"] && second.next == nil)
            try await acme.teams.archive(first.rows[1].id, as: founder)
            await #expect(throws: CursorError.gone) {
                try await session.page(of: TeamsTable(), PageRequest(cursor: first.next, limit: 2))
            }
        }
    }
}
