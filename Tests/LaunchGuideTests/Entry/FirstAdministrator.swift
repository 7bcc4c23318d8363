import Atrium
import AtriumInvitations
import AtriumMail
import AtriumSeats
import AtriumTesting
import TestSupport
import Testing

/// What an invitation grants.
struct FirstAdministrator {
    @Test func `[E2] the first invitation of an organization makes its administrator, with premium`() async throws {
        try await withGuide { world in
            let platform = world.test.platform
            let new = try await platform.createOrganization(
                OrganizationSettings(name: "Newcomers"), slug: "newcomers",
                founder: EmailAddress("first@newcomers.example"))
            try await new[Mail.self].deliver()
            let token = try #require(world.base.mailbox.token(to: "first@newcomers.example"))
            try await world.person(.visitor, in: new).does("invitations/join", ["token": token, "name": "Fritz"])

            let account = try #require(try await platform.account(EmailAddress("first@newcomers.example")))
            let founder = world.person(try await new.principal(for: account), in: new)
            let entry = try await new.members.member(founder.id, as: founder.principal)
            #expect(entry.assignments == [Assignment(.administrator)])
            #expect(try await new[Seats.self].ownSeat(as: founder.principal).organization == "Newcomers")
            #expect(try await founder.reads("seats/premium").contains("Newcomers"))
            #expect(try await founder.lacks("kernel/create-team") == nil)
        }
    }

    @Test(arguments: [RoleID.administrator, .manager, .supervisor, .member])
    func `[E2] an invitation grants premium and the role that was chosen`(role: RoleID) async throws {
        try await withGuide { world in
            let used = try await world.seats.balance(as: world.administrator.principal).used
            let token = try await world.invite("new@acme.example", role: role, teams: [world.north])
            let account = try await world.invitations.createAccount(token, name: "Nora", as: .visitor)
            let id = try await world.invitations.accept(token, as: .account(account))
            let entry = try await world.tenant.members.member(id, as: world.administrator.principal)
            let expected = Assignment(role, team: role == .supervisor ? world.north : nil)
            #expect(entry.assignments == (role == .member ? [] : [expected]))
            // Who supervises a team is not a member of it.
            #expect(entry.teams == (role == .supervisor ? [] : [world.north]))
            #expect(try await world.person(.member(id)).reads("seats/premium").contains("Acme"))
            #expect(try await world.seats.balance(as: world.administrator.principal).used == used + 1)
        }
    }

    @Test func `[E2] an invitation that nobody accepted grants nothing`() async throws {
        try await withGuide { world in
            let token = try await world.invite("new@acme.example", role: .administrator)
            let account = try await world.test.platform.createAccount(
                provenAddress: EmailAddress("new@acme.example"), name: "Nora")
            let invited = world.person(.account(account))
            await #expect(throws: AccessError.self) { try await world.seats.ownSeat(as: invited.principal) }
            #expect(try await invited.lacks("kernel/create-team") == .manageTeams)
            try await invited.does("invitations/decline", ["token": token])
            await #expect(throws: InvitationError.declined) {
                try await world.invitations.accept(token, as: invited.principal)
            }
        }
    }
}
