import Atrium
import AtriumInvitations
import AtriumMail
import AtriumSeats
import AtriumSurfaces
import AtriumTesting
import TestSupport
import Testing

/// The mail that an invited person gets, and the licence that accepting it activates.
struct Accepting {
    @Test func `[I2] the person gets a mail in the organization's name, with a link that works for some days`()
        async throws
    {
        try await withGuide { world in
            _ = try await world.invite("new@acme.example")
            let mail = try #require(
                world.base.mailbox.mails.last { $0.recipient.description == "new@acme.example" })
            #expect(mail.decoded.contains(/From: "?Acme/) && mail.decoded.contains("Subject: Invitation to join Acme"))
            world.test.clock.advance(by: .seconds(60 * 86_400))
            let token = try #require(world.base.mailbox.token(to: "new@acme.example"))
            await #expect(throws: InvitationError.expired) {
                try await world.visitor.reads("invitations/invitation", ["token": token])
            }
        }
    }

    @Test func `[I2] accepting activates the licence: the reserved seat is used`() async throws {
        try await withGuide { world in
            let administrator = world.administrator.principal
            let token = try await world.invite("new@acme.example", teams: [world.north])
            let before = try await world.seats.balance(as: administrator)
            #expect(before.reserved >= 1)
            try await world.visitor.does("invitations/join", ["token": token, "name": "Nora"])
            let after = try await world.seats.balance(as: administrator)
            #expect(after.used == before.used + 1 && after.reserved == before.reserved - 1)
            #expect(try await world.administrator.reads("kernel/members", ["team": world.north]).contains("Nora"))
            #expect(
                try await world.administrator.reads("invitations/invitations", ["state": "accepted"]).contains("new@"))
        }
    }

    @Test func `[I2] a lost mail is sent again, and only its newest link works`() async throws {
        try await withGuide { world in
            let first = try await world.invite("new@acme.example")
            try await world.administrator.does("invitations/resend", ["invitations": "all:text=new"])
            let second = try await world.token(to: "new@acme.example")
            #expect(first != second)
            #expect(try await world.pendingInvitations().count == 1)
            await #expect(throws: Refused(InvitationError.replaced)) {
                try await world.visitor.does("invitations/join", ["token": first, "name": "Nora"])
            }
            try await world.visitor.does("invitations/join", ["token": second, "name": "Nora"])
        }
    }

    @Test func `[I2] an expired or revoked invitation does not stop a new one`() async throws {
        try await withGuide { world in
            let revoked = try await world.invite("new@acme.example")
            try await world.administrator.does("invitations/revoke", ["invitations": "all:text=new"])
            await #expect(throws: Refused(InvitationError.revoked)) {
                try await world.visitor.does("invitations/join", ["token": revoked, "name": "Nora"])
            }
            _ = try await world.invite("new@acme.example")
            world.test.clock.advance(by: .seconds(60 * 86_400))
            let token = try await world.invite("new@acme.example")
            try await world.visitor.does("invitations/join", ["token": token, "name": "Nora"])
        }
    }
}
