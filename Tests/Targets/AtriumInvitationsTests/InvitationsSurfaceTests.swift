import Atrium
import AtriumInvitations
import AtriumTesting
import Testing

struct InvitationsSurfaceTests {
    @Test func `what is offered is what the service allows, for everybody`() async throws {
        try await withInvitations { acme in
            let north = try await acme.tenant.teams.create("North", as: acme.administrator)
            _ = try await acme.invite("eve@acme.example", teams: [north])
            let eve = try await acme.invitations.list(.init(state: .pending), as: acme.administrator).invitations[0]
            let lead = try await acme.test.member(
                "lead@acme.example", roles: [Assignment(.supervisor, team: north)], in: acme.tenant)
            let manager = try await acme.test.member(
                "max@acme.example", roles: [Assignment(.manager)], in: acme.tenant)
            let check = SurfaceCheck(
                of: acme.test.platform, in: acme.tenant, module: Invitations.id,
                samples: [
                    "team": ["\(north)"], "role": ["member", "manager"], "invitations/invitations": ["\(eve.id)"],
                ], file: "email\nnew@acme.example\n")
            let faults = try await check.faults(
                as: [
                    "visitor": .visitor, "member": try await acme.test.member("ada@acme.example", in: acme.tenant),
                    "supervisor": lead, "manager": manager, "administrator": acme.administrator,
                ], now: acme.test.clock.now)
            for fault in faults { Issue.record("\(fault)") }
        }
    }
}
