import Atrium
import AtriumInvitations
import AtriumMail
import AtriumSeats
import AtriumTesting
import TestSupport
import Testing

struct FollowingTests {
    @Test func `resending replaces the token and keeps the invitation and its seat`() async throws {
        try await withInvitations { acme in
            let old = try await acme.invite("ada@acme.example")
            let id = try await acme.invitations.list(InvitationQuery(state: .pending), as: acme.administrator)
                .invitations.map(\.id)
            let resent = try await acme.invitations.resend(InvitationQuery(ids: id), as: acme.administrator)
            #expect(try resent.get().done == id)
            let new = try await acme.delivered(to: "ada@acme.example")
            #expect(new != old)
            await #expect(throws: InvitationError.replaced) {
                try await acme.invitations.invitation(ofToken: old, as: .visitor)
            }
            #expect(
                try await acme.invitations.list(InvitationQuery(state: .pending), as: acme.administrator)
                    .invitations.map(\.id) == id)
            #expect(try await acme.seats.check(as: acme.administrator).reserved == 1)
            try await acme.join(new)
        }
    }

    @Test func `a waiting mail is not sent after its invitation is resent or revoked`() async throws {
        try await withInvitations { acme in
            let before = acme.mailbox.mails.count
            let addresses = try ["a@acme.example", "b@acme.example"].map { try EmailAddress($0) }
            _ = try await acme.invitations.invite(addresses, as: acme.administrator)
            _ = try await acme.invitations.resend(InvitationQuery(), as: acme.administrator)
            var query = InvitationQuery()
            query.text = "b@"
            #expect(try await acme.invitations.revoke(query, as: acme.administrator).get().done.count == 1)
            try await acme.mail.deliver()
            #expect(acme.mailbox.mails.dropFirst(before).map(\.recipient.description) == ["a@acme.example"])
        }
    }

    @Test func `any number of matching invitations are revoked, and their seats are free`() async throws {
        try await withInvitations { acme in
            let addresses = try (0..<1100).map { try EmailAddress("user\($0)@acme.example") }
            _ = try await acme.invitations.invite(addresses, as: acme.administrator)
            let revoked = try await acme.invitations.revoke(InvitationQuery(), as: acme.administrator)
            #expect(try revoked.get().done.count == 1100)
            #expect(try await acme.seats.check(as: acme.administrator).reserved == 0)
            let again = try await acme.invitations.invite(Array(addresses.prefix(3)), as: acme.administrator)
            #expect(again.done.ready.count == 3)
        }
    }

    @Test func `an expired invitation cannot be accepted and does not block a new one`() async throws {
        try await withInvitations { acme in
            let token = try await acme.invite("ada@acme.example")
            acme.test.clock.advance(by: .seconds(14 * 24 * 3600))
            await #expect(throws: InvitationError.expired) {
                try await acme.invitations.invitation(ofToken: token, as: .visitor)
            }
            try await acme.join(acme.invite("ada@acme.example"))
            #expect(
                try await acme.invitations.list(as: acme.administrator).invitations.map(\.state)
                    == [.expired, .accepted, .accepted])
        }
    }

    @Test func `recurring work ends expired invitations and frees their seats`() async throws {
        try await withInvitations { acme in
            _ = try await acme.invite("ada@acme.example")
            acme.test.clock.advance(by: .seconds(14 * 24 * 3600))
            try await acme.test.platform.runDue()
            #expect(try await acme.seats.check(as: acme.administrator).reserved == 0)
            let all = try await acme.invitations.list(as: acme.administrator).invitations
            #expect(all.map(\.state) == [.expired, .accepted])
        }
    }

    @Test func `pages follow each other without gap or repetition`() async throws {
        try await withInvitations { acme in
            let addresses = try (0..<25).map { try EmailAddress("user\($0)@acme.example") }
            _ = try await acme.invitations.invite(addresses, as: acme.administrator)
            var query = InvitationQuery(state: .pending)
            query.limit = 10
            var found: [EmailAddress] = []
            repeat {
                let page = try await acme.invitations.list(query, as: acme.administrator)
                found += page.invitations.map(\.email)
                query.cursor = try page.next.map { try .init($0.description) }
            } while query.cursor != nil
            #expect(found == addresses.sorted())
        }
    }

    @Test func `a cursor holds no address, and one of another organization is refused`() async throws {
        try await withInvitations { acme in
            let addresses = try (0..<3).map { try EmailAddress("user\($0)@acme.example") }
            _ = try await acme.invitations.invite(addresses, as: acme.administrator)
            var query = InvitationQuery()
            query.limit = 1
            let next = try #require(try await acme.invitations.list(query, as: acme.administrator).next)
            #expect(next.position == ID(next.position.description))
            query.cursor = InvitationQuery.Cursor(after: ID(at: acme.test.clock.now, random: []))
            await #expect(throws: CursorError.gone) {
                try await acme.invitations.list(query, as: acme.administrator)
            }
            query = InvitationQuery()
            query.text = String(repeating: "a\u{301}", count: 300_000)
            await #expect(throws: InvitationError.invalidQuery) {
                try await acme.invitations.list(query, as: acme.administrator)
            }
            query.text = "USER1@"
            #expect(try await acme.invitations.list(query, as: acme.administrator).invitations.count == 1)
        }
    }

    @Test func `mail is delivered when the platform runs what is due`() async throws {
        try await withInvitations { acme in
            _ = try await acme.invitations.invite([EmailAddress("ada@acme.example")], as: acme.administrator)
            #expect(acme.mailbox.token(to: "ada@acme.example") == nil)
            try await acme.test.platform.runDue()
            #expect(acme.mailbox.token(to: "ada@acme.example") != nil)
        }
    }
}
