import Atrium
import AtriumSurfaces
import AtriumTesting
import Foundation
import Testing

struct TableCSVTests {
    @Test func `a table as a file has all rows of all pages, safe for spreadsheets`() async throws {
        try await withTemporaryPlatform { test in
            let acme = try await test.organization()
            let founder = try await test.founder(of: acme)
            let north = try await acme.teams.create("North, \"old\"", as: founder)
            for number in 0..<1_050 {
                _ = try await test.member(
                    "p\(number)@acme.example", name: number == 0 ? "=1+1" : "Person \(number)", teams: [north], in: acme
                )
            }
            let caller = Caller(founder, request: "1", now: test.clock.now, timeZone: .gmt)
            let session = SurfaceSession(acme, SurfaceCatalogue(of: test.platform), caller)
            let download = try await session.csv(of: MembersTable(team: north))
            var bytes: [UInt8] = []
            for try await chunk in try download.open() { bytes += chunk }
            let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n")
            #expect(download.name == "kernel-members.csv")
            #expect(lines.first == "name,address,state,roles,teams,joined")
            #expect(lines.count == 1_051)
            #expect(
                lines.contains("'=1+1,p0@acme.example,active,,\"North, \"\"old\"\"\",2026-01-05T09:00:00Z"))
            let ada = try await test.member("ada@acme.example", in: acme)
            let other = SurfaceSession(
                acme, session.catalogue, Caller(ada, request: "1", now: test.clock.now, timeZone: .gmt))
            await #expect(throws: Obstacle.self) { try await other.csv(of: AuditTable()) }
        }
    }
}
