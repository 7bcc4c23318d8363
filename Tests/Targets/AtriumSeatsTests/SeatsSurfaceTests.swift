import Atrium
import AtriumSeats
import AtriumTesting
import Testing

struct SeatsSurfaceTests {
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
