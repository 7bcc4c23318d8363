import Atrium
import AtriumSurfaces
import AtriumTesting
import Foundation
import Testing

@testable import AtriumSeats

struct SeatsSurfaceTests {
    @Test func `a member sees at home which organization gives them premium, and since when`() async throws {
        try await withTemporaryPlatform([Seats(defaultLimit: 10)]) { test in
            let acme = try await test.organization()
            let ada = try await test.member("ada@acme.example", in: acme)
            let session = SurfaceSession(
                acme, SurfaceCatalogue(of: test.platform),
                Caller(ada, request: "1", now: test.clock.now, timeZone: .gmt))
            #expect(try await session.surfaces(in: .home).map { $0.path } == ["seats/premium", "kernel/language"])
            let seat = try await acme[Seats.self].ownSeat(as: ada)
            #expect(seat == Seat(organization: "Acme", since: test.clock.now))
            let boss = try await test.member("boss@acme.example", roles: [Assignment(.administrator)], in: acme)
            try await acme.members.deactivate(#require(ada.member), as: boss)
            await #expect(throws: AccessError.self) { try await acme[Seats.self].ownSeat(as: ada) }
        }
    }

    @Test func `what is offered is what the service allows, for everybody`() async throws {
        try await withTemporaryPlatform([Seats(defaultLimit: 10)]) { test in
            let acme = try await test.organization()
            let check = SurfaceCheck(of: test.platform, in: acme, module: Seats.id, samples: [:])
            let faults = try await check.faults(
                as: [
                    "visitor": .visitor, "member": try await test.member("bob@acme.example", in: acme),
                    "manager": try await test.member("max@acme.example", roles: [Assignment(.manager)], in: acme),
                    "administrator": try await test.member(
                        "ada@acme.example", roles: [Assignment(.administrator)], in: acme),
                    "operator": test.platform.operator("Grace"),
                ], now: test.clock.now)
            for fault in faults { Issue.record("\(fault)") }
        }
    }
}
