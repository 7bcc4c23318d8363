import Atrium
import AtriumInvitations
import AtriumMail
import AtriumSeats
import AtriumTesting
import TestSupport
import Testing

struct InvitationsModuleTests {
    @Test func `the module keeps the rules of modules`() async throws {
        let mail = Mail(sender: try EmailAddress("no-reply@acme.example"), transport: Mailbox())
        try await verifyModule(
            Invitations { Mailbox.link + $0 }, with: [Seats(), mail],
            operations: [.init("list invitations", needs: .viewInvitations) { _ = try await $0.service.list(as: $1) }]
        ) { world in
            _ = try await world.service.invite(
                [EmailAddress("eve@acme.example")], teams: [world.north], as: world.administrator)
            let pending = try await world.service.list(.init(state: .pending), as: world.administrator).invitations
            world.sample("invitations/invitations", pending[0].id)
            world.sample("role", "member", "manager")
            world.upload("email\nnew@acme.example\n")
            world.keeps("the invitations") { try await $0.service.list(as: $0.administrator).invitations.map(\.id) }
        }
    }
}
