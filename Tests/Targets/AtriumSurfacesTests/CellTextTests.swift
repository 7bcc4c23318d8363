import Atrium
import AtriumTesting
import Foundation
import Testing

@testable import AtriumSurfaces

struct CellTextTests {
    /// Summer and winter, the hour that a clock skips, a moment before 1970, and one with a part of a second.
    @Test(
        arguments: [
            ("Europe/Paris", 1_782_000_000.0, "21 Jun 2026, 02:00"),
            ("Europe/Paris", 1_767_225_599.9, "1 Jan 2026, 00:59"),
            ("Europe/Paris", 1_774_745_999, "29 Mar 2026, 01:59"),
            ("Europe/Paris", 1_774_746_000, "29 Mar 2026, 03:00"),
            ("GMT", -1, "31 Dec 1969, 23:59"), ("Asia/Kathmandu", 0, "1 Jan 1970, 05:30"),
        ])
    func `a moment is shown by the clock of the organization`(_ zone: String, _ seconds: Double, _ shown: String)
        async throws
    {
        try await withTemporaryPlatform { test in
            let acme = try await test.organization()
            let zone = try #require(TimeZone(identifier: zone))
            let caller = Caller(
                try await test.founder(of: acme), request: "1", now: test.clock.now, timeZone: zone,
                language: Languages().language("en-GB"))
            let texts = try await CellText(for: SurfaceSession(acme, SurfaceCatalogue([]), caller))
            #expect(texts.text(.moment(Date(timeIntervalSince1970: seconds))) == shown)
        }
    }
}
