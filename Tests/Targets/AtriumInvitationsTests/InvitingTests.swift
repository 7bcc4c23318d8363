import Atrium
import AtriumInvitations
import AtriumMail
import AtriumSeats
import AtriumTesting
import TestSupport
import Testing

struct InvitingTests {
    @Test func `a preview has a verdict for every line and sends nothing`() async throws {
        try await withInvitations(seats: 4) { acme in
            _ = try await acme.invite("invited@acme.example")
            let sent = acme.mailbox.mails.count
            let text = """
                new@acme.example, NEW@acme.example; founder@acme.example
                invited@acme.example nobody
                second@acme.example third@acme.example
                """
            let preview = try await acme.invitations.preview(text, as: acme.administrator)
            #expect(
                preview.lines.map(\.verdict) == [
                    .ready, .duplicate, .alreadyMember, .alreadyInvited, .invalid(.noAt), .ready, .noSeatLeft,
                ])
            try await acme.mail.deliver()
            #expect(acme.mailbox.mails.count == sent)
            #expect(try await acme.seats.balance(as: acme.administrator).reserved == 1)
        }
    }

    @Test func `inviting the same address again makes no second invitation`() async throws {
        try await withInvitations { acme in
            _ = try await acme.invite("ada@acme.example")
            let again = try await acme.invitations.invite(
                [EmailAddress("Ada@ACME.example")], as: acme.administrator)
            #expect(again.done.lines.map(\.verdict) == [.alreadyInvited])
            #expect(try await acme.invitations.list(as: acme.administrator).invitations.count == 2)
        }
    }

    @Test func `a pending invitation reserves a seat, and one beyond the last is not sent`() async throws {
        try await withInvitations(seats: 2) { acme in
            let result = try await acme.invitations.invite(
                [EmailAddress("a@acme.example"), EmailAddress("b@acme.example")], as: acme.administrator)
            #expect(result.done.lines.map(\.verdict) == [.ready, .noSeatLeft])
            #expect(try await acme.seats.check(as: acme.administrator) == SeatBalance(limit: 2, reserved: 1, used: 1))
        }
    }

    @Test func `many people are invited in few commits`() async throws {
        try await withInvitations { acme in
            let addresses = try (0..<1200).map { try EmailAddress("user\($0)@acme.example") }
            let before = try await acme.tenant.audit.verify(as: acme.administrator).count
            let result = try await acme.invitations.invite(addresses, as: acme.administrator)
            #expect(try result.get().ready.count == 1200)
            #expect(try await acme.tenant.audit.verify(as: acme.administrator).count - before == 3)
            try await acme.mail.deliver()
            #expect(acme.mailbox.mails.count == 1201)
        }
    }

    @Test func `nobody can be invited into an archived team`() async throws {
        try await withInvitations { acme in
            let team = try await acme.tenant.teams.create("North", as: acme.administrator)
            try await acme.tenant.teams.archive(team, as: acme.administrator)
            await #expect(throws: TeamError.archived) {
                try await acme.invitations.invite(
                    [EmailAddress("a@acme.example")], teams: [team], as: acme.administrator)
            }
        }
    }

    @Test func `a supervisor cannot be invited without a team, and an unknown role is refused`() async throws {
        try await withInvitations { acme in
            let address = try EmailAddress("a@acme.example")
            await #expect(throws: RoleError.wrongLevel(.supervisor)) {
                try await acme.invitations.invite([address], role: .supervisor, as: acme.administrator)
            }
            await #expect(throws: RoleError.unknown("gardener")) {
                try await acme.invitations.invite([address], role: "gardener", as: acme.administrator)
            }
        }
    }

    @Test func `the link in a mail shows the organization and the role, and looking at it changes nothing`()
        async throws
    {
        try await withInvitations { acme in
            let token = try await acme.invite("ada@acme.example", role: .manager)
            let card = try await acme.invitations.invitation(ofToken: token, as: .visitor)
            #expect(card.organization == "Acme")
            #expect(card.role == .manager)
            _ = try await acme.invitations.invitation(ofToken: token, as: .visitor)
            let list = try await acme.invitations.list(InvitationQuery(state: .pending), as: acme.administrator)
            #expect(list.invitations.map(\.email.description) == ["ada@acme.example"])
        }
    }
}
