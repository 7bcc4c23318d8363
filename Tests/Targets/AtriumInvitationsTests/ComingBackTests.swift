import Atrium
import AtriumInvitations
import AtriumMail
import AtriumSeats
import AtriumTesting
import Foundation
import TestSupport
import Testing

/// May invite, and ranks above plain members only.
private struct Recruiter: Role {
    let id: RoleID = "recruiter"
    let rank = 50
    let permissions: Set<Permission> = [.invite]
}

/// Members whose accounts are lost, because the directory is an older copy.
struct ComingBackTests {
    /// Runs `joining`, then restores the directory from before it.
    private func withLostAccounts<Value>(
        seats limit: Int? = nil, _ joining: (InvitedOrganization) async throws -> Value,
        _ body: (InvitedOrganization, Value) async throws -> Void
    ) async throws {
        try await withInvitations(seats: limit, roles: [Recruiter()]) { acme in
            let copy = acme.test.folder + "-directory"
            defer { try? FileManager.default.removeItem(atPath: copy) }
            let before = try await acme.reopened {
                try FileManager.default.copyItem(atPath: $0 + "/directory.db", toPath: copy)
            }
            let value = try await joining(before)
            let after = try await before.reopened {
                try FileManager.default.removeItem(atPath: $0 + "/directory.db")
                try FileManager.default.moveItem(atPath: copy, toPath: $0 + "/directory.db")
            }
            try await body(after, value)
            await after.test.platform.close()
        }
    }

    private func verdict(
        _ address: String, _ role: RoleID = .member, in acme: InvitedOrganization, as principal: Principal? = nil
    ) async throws -> InvitationPreview.Verdict? {
        try await acme.invitations.preview(address, role: role, as: principal ?? acme.administrator).lines.first?
            .verdict
    }

    @Test func `an invitation brings an active member back with everything they have and on their own seat`()
        async throws
    {
        try await withLostAccounts(seats: 2) { acme in
            let north = try await acme.tenant.teams.create("North", as: acme.administrator)
            let ada = try await acme.join(
                acme.invite("ada@acme.example", role: .manager, teams: [north]), name: "Ada")
            return (ada, north, try await acme.tenant.members.member(#require(ada.member), as: ada))
        } _: { acme, known in
            let (ada, north, entry) = known
            acme.test.clock.advance(by: .seconds(3600))
            // No seat is free, and none is needed.
            #expect(try await verdict("ada@acme.example, ada@acme.example", in: acme) == .comesBack)
            let token = try await acme.invite("ada@acme.example", teams: [north])
            #expect(try await verdict("ada@acme.example", in: acme) == .alreadyInvited)
            #expect(try await acme.seats.check(as: acme.administrator) == SeatBalance(limit: 2, reserved: 0, used: 2))

            #expect(try await acme.join(token, name: "Ada") == ada)
            let account = try #require(try await acme.test.platform.account(EmailAddress("ada@acme.example")))
            #expect(try await acme.tenant.principal(for: account) == ada)
            #expect(try await acme.test.platform.organizations(of: account).map(\.member) == [ada.member])
            let back = try await acme.tenant.members.member(#require(ada.member), as: ada)
            #expect(back.assignments == [Assignment(.manager)])
            #expect(back.teams == [north])
            #expect(back.member.joinedAt == entry.member.joinedAt)
            #expect(try await acme.seats.check(as: acme.administrator) == SeatBalance(limit: 2, reserved: 0, used: 2))
            #expect(try await verdict("ada@acme.example", in: acme) == .alreadyMember)
            #expect(try await acme.test.platform.discrepancies().isEmpty)
        }
    }

    @Test func `a member who is removed before they come back has a seat by their invitation`() async throws {
        try await withLostAccounts(seats: 2) { acme in
            try await acme.join(acme.invite("ada@acme.example"), name: "Ada")
        } _: { acme, ada in
            let token = try await acme.invite("ada@acme.example")
            try await acme.tenant.members.remove(#require(ada.member), as: acme.administrator)
            #expect(try await acme.seats.check(as: acme.administrator) == SeatBalance(limit: 2, reserved: 1, used: 1))
            #expect(try await verdict("other@acme.example", in: acme) == .noSeatLeft)
            #expect(try await acme.join(token, name: "Ada") == ada)
            #expect(try await acme.seats.check(as: acme.administrator) == SeatBalance(limit: 2, reserved: 0, used: 2))
        }
    }

    @Test func `a member who is deactivated before the mail is sent does not get it`() async throws {
        try await withLostAccounts { acme in
            try await acme.join(acme.invite("ada@acme.example"))
        } _: { acme, ada in
            let before = acme.mailbox.mails.count
            _ = try await acme.invitations.invite([EmailAddress("ada@acme.example")], as: acme.administrator)
            try await acme.tenant.members.deactivate(#require(ada.member), as: acme.administrator)
            try await acme.mail.deliver()
            #expect(acme.mailbox.mails.count == before)
            let dropped = try await acme.mail.list(.withdrawn, as: acme.administrator)
            #expect(dropped.map(\.withdrawalReason) == [.deactivated])
        }
    }

    @Test func `a list of people also brings a lost member back, with what it adds`() async throws {
        try await withLostAccounts(seats: 2) { acme in
            _ = try await acme.tenant.teams.create("North", as: acme.administrator)
            return try await acme.join(acme.invite("ada@acme.example"))
        } _: { acme, ada in
            let list = AsyncStream<[UInt8]> { stream in
                stream.yield(Array("email,role,teams\nada@acme.example,manager,North\n".utf8))
                stream.finish()
            }
            let report = try await acme.invitations.importRoster(from: list, as: acme.administrator)
            #expect(report.done.changeCount == 1)
            #expect(try await acme.join(acme.delivered(to: "ada@acme.example")) == ada)
            let back = try await acme.tenant.members.member(#require(ada.member), as: ada)
            #expect(back.assignments == [Assignment(.manager)])
            #expect(back.teams.count == 1)
        }
    }

    @Test func `a member whose new role excludes the invitation's role learns which role is excluded`() async throws {
        try await withLostAccounts { acme in
            let ada = try await acme.join(acme.invite("ada@acme.example"))
            return (ada, try await acme.tenant.teams.create("North", as: acme.administrator))
        } _: { acme, known in
            let (ada, north) = known
            let token = try await acme.invite("ada@acme.example", role: .supervisor, teams: [north])
            try await acme.tenant.roles.grant(
                Assignment(.administrator), to: #require(ada.member), as: acme.administrator)
            await #expect(throws: RoleError.excluded(.supervisor)) { try await acme.join(token) }
        }
    }

    @Test func `a deactivated member does not come back, and nobody comes back with a role that theirs excludes`()
        async throws
    {
        try await withLostAccounts { acme in
            let gone = try await acme.join(acme.invite("gone@acme.example"))
            try await acme.tenant.members.deactivate(#require(gone.member), as: acme.administrator)
            _ = try await acme.join(acme.invite("boss@acme.example", role: .administrator))
            return try await acme.tenant.teams.create("North", as: acme.administrator)
        } _: { acme, north in
            #expect(try await verdict("gone@acme.example", in: acme) == .deactivated)
            let preview = try await acme.invitations.preview(
                "boss@acme.example", role: .supervisor, teams: [north], as: acme.administrator)
            #expect(preview.lines.map(\.verdict) == [.alreadyMember])
            #expect(preview.ready.isEmpty)
            #expect(try await verdict("boss@acme.example", .administrator, in: acme) == .comesBack)
        }
    }

    @Test func `a member of lower rank cannot bring someone back, neither by inviting nor when they accept`()
        async throws
    {
        try await withLostAccounts { acme in
            _ = try await acme.join(acme.invite("boss@acme.example", role: .administrator))
            let ada = try await acme.join(acme.invite("ada@acme.example"))
            return (ada, try await acme.join(acme.invite("recruiter@acme.example", role: "recruiter")))
        } _: { acme, people in
            let (ada, recruiter) = people
            #expect(try await verdict("boss@acme.example", in: acme, as: recruiter) == .alreadyMember)
            #expect(try await verdict("ada@acme.example", in: acme, as: recruiter) == .comesBack)
            _ = try await acme.invitations.invite([EmailAddress("ada@acme.example")], as: recruiter)
            let token = try await acme.delivered(to: "ada@acme.example")
            let manager = Assignment(.manager)
            try await acme.tenant.roles.grant(manager, to: #require(ada.member), as: acme.administrator)
            await #expect(throws: InvitationError.inviterNoLongerAllowed) { try await acme.join(token) }
            try await acme.tenant.roles.revoke(manager, from: #require(ada.member), as: acme.administrator)
            let account = try #require(try await acme.test.platform.account(EmailAddress("ada@acme.example")))
            #expect(try await acme.invitations.accept(token, as: .account(account)) == ada.member)
        }
    }
}
