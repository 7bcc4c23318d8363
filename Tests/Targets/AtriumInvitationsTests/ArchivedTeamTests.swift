import Atrium
import AtriumInvitations
import AtriumMail
import AtriumSeats
import AtriumTesting
import Foundation
import TestSupport
import Testing

/// May invite, but may not grant roles.
private struct Recruiter: Role {
    let id: RoleID = "recruiter"
    let rank = 50
    let permissions: Set<Permission> = [.invite, .viewInvitations]
}

/// Records which teams invitations lose.
private struct Losses: Module {
    static let id: ModuleID = "losses"
    static let dependencies: [any Module.Type] = [Invitations.self]
    static let permissions: [Permission] = []
    static let schema = Schema()

    let seen: Locked<[InvitationLostTeam]>

    func start(in tenant: TenantContext) throws {
        try tenant.onBatch(of: InvitationLostTeam.self) { [seen] events, _ in seen.withLock { $0 += events } }
    }
}

/// Actions on many invitations, some of which could not be sent in this form now.
struct ArchivedTeamTests {
    private func pending(_ acme: InvitedOrganization) async throws -> [Invitation] {
        try await acme.invitations.list(InvitationQuery(state: .pending), as: acme.administrator).invitations
    }

    @Test func `pending invitations lose an archived team, and are resent and accepted without it`()
        async throws
    {
        try await withInvitations { acme in
            let north = try await acme.tenant.teams.create("North", as: acme.administrator)
            let south = try await acme.tenant.teams.create("South", as: acme.administrator)
            _ = try await acme.invite("ann@x.example")
            _ = try await acme.invite("bob@x.example", teams: [north, south])
            let carl = try await acme.invite("carl@x.example", teams: [north])
            try await acme.tenant.teams.archive(north, as: acme.administrator)
            #expect(try await pending(acme).map(\.teams) == [[], [south], []])
            #expect(try await pending(acme).map(\.archivedTeams) == [[], [north], [north]])
            let member = try await acme.join(carl)
            let entry = try await acme.tenant.members.member(#require(member.member), as: acme.administrator)
            #expect(entry.teams.isEmpty)
            let resent = try await acme.invitations.resend(InvitationQuery(), as: acme.administrator).get()
            #expect(resent.done.count == 2 && resent.refused.isEmpty)
            let bob = try await acme.join(acme.delivered(to: "bob@x.example"))
            #expect(
                try await acme.tenant.members.member(#require(bob.member), as: acme.administrator).teams == [south])
        }
    }

    @Test func `an invitation whose role was for an archived team only is refused, and says what to do`()
        async throws
    {
        try await withInvitations { acme in
            let north = try await acme.tenant.teams.create("North", as: acme.administrator)
            let token = try await acme.invite("lead@x.example", role: .supervisor, teams: [north])
            _ = try await acme.invite("zoe@x.example")
            try await acme.tenant.teams.archive(north, as: acme.administrator)
            await #expect(throws: InvitationError.teamArchived) { try await acme.join(token) }
            // It is also refused after the team is open again.
            try await acme.tenant.teams.unarchive(north, as: acme.administrator)
            let account = try #require(try await acme.test.platform.account(EmailAddress("lead@x.example")))
            await #expect(throws: InvitationError.teamArchived) {
                try await acme.invitations.accept(token, as: .account(account))
            }
            #expect(try await pending(acme).map(\.archivedTeams) == [[north], []])
            let ids = try await pending(acme).map(\.id)
            let resent = try await acme.invitations.resend(InvitationQuery(), as: acme.administrator).get()
            #expect(resent.done == [ids[1]])
            #expect(resent.refused.map(\.invitation) == [ids[0]])
            #expect(resent.refused.first?.reason as? InvitationError == .teamArchived)
            let revoked = try await acme.invitations.revoke(InvitationQuery(), as: acme.administrator).get()
            #expect(revoked.done == ids)
            #expect(try await acme.seats.check(as: acme.administrator).reserved == 0)
        }
    }

    @Test func `a member who may invite can revoke any invitation, and resend those whose role they may grant`()
        async throws
    {
        try await withInvitations(roles: [Recruiter()]) { acme in
            let recruiter = try await acme.join(acme.invite("recruiter@x.example", role: "recruiter"))
            _ = try await acme.invite("ann@x.example")
            _ = try await acme.invite("boss@x.example", role: .administrator)
            let ids = try await pending(acme).map(\.id)
            let resent = try await acme.invitations.resend(InvitationQuery(), as: recruiter).get()
            #expect(resent.done == [ids[0]] && resent.refused.map(\.invitation) == [ids[1]])
            #expect(resent.refused.first?.reason as? RoleError == .mayNotGrant(.administrator))
            #expect(try await acme.invitations.revoke(InvitationQuery(), as: recruiter).get().done == ids)
        }
    }

    @Test func `archiving a team gives an event for each invitation that lost it, in the same commit`() async throws {
        let losses = Losses(seen: Locked([]))
        let modules: [any Module] = [
            Seats(), Mail(sender: try EmailAddress("no-reply@acme.example"), transport: Mailbox()),
            Invitations { Mailbox.link + $0 }, losses,
        ]
        try await withTemporaryPlatform(modules) { test in
            let tenant = try await test.organization()
            let admin = try await test.member("admin@acme.example", roles: [Assignment(.administrator)], in: tenant)
            let north = try await tenant.teams.create("North", as: admin)
            let addresses = try ["ann@x.example", "bob@x.example"].map { try EmailAddress($0) }
            let invitations = try tenant[Invitations.self]
            _ = try await invitations.invite(addresses, teams: [north], as: admin)
            var query = InvitationQuery()
            query.text = "ann@"
            _ = try await invitations.revoke(query, as: admin)
            try await tenant.teams.archive(north, as: admin)
            query.text = "bob@"
            let bob = try await invitations.list(query, as: admin).invitations.map(\.id)
            let seen = losses.seen.withLock { $0 }
            #expect(seen.map(\.invitation) == bob && seen.map(\.team) == [north])
        }
    }

    @Test func `invitations lose a team that was archived while the module was absent`() async throws {
        let mailbox = Mailbox()
        let others: [any Module] = [
            Seats(), Mail(sender: try EmailAddress("no-reply@acme.example"), transport: mailbox),
        ]
        let all: [any Module] = others + [Invitations { Mailbox.link + $0 }]
        try await withTemporaryPlatform(all) { test in
            let tenant = try await test.organization()
            let admin = try await test.member("admin@acme.example", roles: [Assignment(.administrator)], in: tenant)
            let north = try await tenant.teams.create("North", as: admin)
            _ = try await tenant[Invitations.self].invite([EmailAddress("ann@x.example")], teams: [north], as: admin)
            let without = try await test.reopened(with: others)
            try await without.platform.tenant("acme").teams.archive(north, as: admin)
            let again = try await without.reopened(with: all)
            again.clock.advance(by: .seconds(3600))
            try await again.platform.runDue()
            let invitations = try await again.platform.tenant("acme")[Invitations.self]
            let list = try await invitations.list(as: admin).invitations
            #expect(list.first?.teams == [] && list.first?.archivedTeams == [north])
            await again.platform.close()
        }
    }

    @Test func `a mail is not sent if its invitation would be refused, and the outbox says why`() async throws {
        try await withInvitations { acme in
            let north = try await acme.tenant.teams.create("North", as: acme.administrator)
            let boss = try await acme.join(acme.invite("boss@x.example", role: .administrator))
            func invite(_ address: String, _ role: RoleID = .member, as principal: Principal) async throws {
                _ = try await acme.invitations.invite(
                    [EmailAddress(address)], role: role, teams: [north], as: principal)
            }
            let before = acme.mailbox.mails.count
            try await invite("lead@x.example", .supervisor, as: acme.administrator)
            try await invite("ann@x.example", as: acme.administrator)
            try await acme.tenant.teams.archive(north, as: acme.administrator)
            try await acme.tenant.teams.unarchive(north, as: acme.administrator)
            try await invite("bob@x.example", as: boss)
            try await acme.tenant.members.deactivate(#require(boss.member), as: acme.administrator)
            try await acme.mail.deliver()
            #expect(acme.mailbox.mails.count == before + 1 && acme.mailbox.token(to: "ann@x.example") != nil)
            let dropped = try await acme.mail.list(.withdrawn, as: acme.administrator)
            #expect(Set(dropped.map(\.withdrawalReason)) == [.outdated, .notAllowed] && dropped.count == 2)
        }
    }

    @Test func `a mail that waits until its invitation has expired is not sent`() async throws {
        try await withInvitations { acme in
            let before = acme.mailbox.mails.count
            acme.mailbox.isDown = true
            _ = try await acme.invitations.invite([EmailAddress("ann@x.example")], as: acme.administrator)
            try await acme.mail.deliver()
            acme.mailbox.isDown = false
            acme.test.clock.advance(by: .seconds(14 * 86_400))
            try await acme.mail.deliver()
            #expect(acme.mailbox.mails.count == before)
            let dropped = try await acme.mail.list(.withdrawn, as: acme.administrator)
            #expect(dropped.map(\.withdrawalReason) == [.outdated])
        }
    }
}
