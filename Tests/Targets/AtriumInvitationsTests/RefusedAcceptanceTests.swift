import Atrium
import AtriumInvitations
import AtriumMail
import AtriumSeats
import AtriumTesting
import Foundation
import TestSupport
import Testing

/// A person who cannot accept an invitation learns why.
struct RefusedAcceptanceTests {
    private func account(_ acme: InvitedOrganization) async throws -> Principal {
        let address = try EmailAddress("ada@acme.example")
        if let known = try await acme.test.platform.account(address) { return .account(known) }
        return .account(try await acme.test.platform.createAccount(provenAddress: address, name: "Ada"))
    }

    private func refusal(_ token: String, _ acme: InvitedOrganization) async throws -> InvitationError? {
        let account = try await account(acme)
        return await #expect(throws: InvitationError.self) {
            try await acme.invitations.accept(token, as: account)
        }
    }

    @Test func `the newest link of an invitation and the older ones say what became of it`() async throws {
        try await withInvitations { acme in
            let declined = try await acme.invite("ada@acme.example")
            try await acme.invitations.decline(declined, as: .visitor)
            let first = try await acme.invite("ada@acme.example")
            _ = try await acme.invitations.resend(InvitationQuery(), as: acme.administrator)
            let second = try await acme.delivered(to: "ada@acme.example")
            #expect(try await refusal(first, acme) == .replaced)
            _ = try await acme.invitations.revoke(InvitationQuery(), as: acme.administrator)
            let late = try await acme.invite("ada@acme.example")
            acme.test.clock.advance(by: .seconds(14 * 86_400))
            #expect(try await refusal(late, acme) == .expired)
            try await acme.test.platform.runDue()
            let used = try await acme.invite("ada@acme.example")
            _ = try await acme.invitations.accept(used, as: account(acme))
            for (token, error) in [
                (declined, InvitationError.declined), (first, .revoked), (second, .revoked), (late, .expired),
                (used, .alreadyAccepted),
            ] { #expect(try await refusal(token, acme) == error) }
        }
    }

    @Test func `an existing member is told that they are one, or that they are deactivated`() async throws {
        try await withInvitations { acme in
            let token = try await acme.invite("ada@acme.example")
            let ada = try #require(try await acme.test.member("ada@acme.example", in: acme.tenant).member)
            try await acme.tenant.members.deactivate(ada, as: acme.administrator)
            #expect(try await refusal(token, acme) == .deactivated)
            try await acme.tenant.members.reactivate(ada, as: acme.administrator)
            #expect(try await refusal(token, acme) == .memberExists)
        }
    }

    @Test func `an invitation is refused while no seat is free, and works when there is one`() async throws {
        try await withInvitations(seats: 3) { acme in
            let token = try await acme.invite("ada@acme.example")
            let modules: (Int) throws -> [any Module] = { limit in
                [
                    Seats(defaultLimit: limit),
                    Mail(sender: try EmailAddress("no-reply@acme.example"), transport: acme.mailbox),
                    Invitations { Mailbox.link + $0 },
                ]
            }
            let ada = try await account(acme)
            let small = try await acme.test.reopened(with: modules(1))
            let invitations = try await small.platform.tenant("acme")[Invitations.self]
            await #expect(throws: InvitationError.noSeatLeft) { try await invitations.accept(token, as: ada) }
            let large = try await small.reopened(with: modules(3))
            let tenant = try await large.platform.tenant("acme")
            _ = try await tenant[Invitations.self].accept(token, as: ada)
            #expect(try await tenant[Seats.self].check(as: acme.administrator).used == 2)
            await large.platform.close()
        }
    }
}
