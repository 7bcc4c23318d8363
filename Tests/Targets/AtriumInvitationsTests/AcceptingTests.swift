import Atrium
import AtriumInvitations
import AtriumSeats
import AtriumTesting
import Testing

struct AcceptingTests {
    @Test func `the founder's invitation makes the first administrator, who is the only member`() async throws {
        try await withInvitations { acme in
            let entries = try await acme.tenant.members.list(as: acme.administrator).entries
            #expect(entries.map(\.assignments) == [[Assignment(.administrator)]])
            #expect(try await acme.seats.check(as: acme.administrator).used == 1)
        }
    }

    @Test func `accepting gives role, teams and seat in one commit, and the token works once`() async throws {
        try await withInvitations { acme in
            let north = try await acme.tenant.teams.create("North", as: acme.administrator)
            let south = try await acme.tenant.teams.create("South", as: acme.administrator)
            let token = try await acme.invite("ada@acme.example", teams: [north, south])
            let ada = try await acme.join(token, name: "Ada")
            let entry = try await acme.tenant.members.member(#require(ada.member), as: ada)
            #expect(Set(entry.teams) == [north, south])
            #expect(entry.assignments.isEmpty)
            #expect(entry.member.name == "Ada")
            #expect(try await acme.seats.check(as: acme.administrator) == SeatBalance(limit: nil, reserved: 0, used: 2))
            let account = try #require(try await acme.test.platform.account(EmailAddress("ada@acme.example")))
            await #expect(throws: InvitationError.alreadyAccepted) {
                try await acme.invitations.accept(token, as: .account(account))
            }
        }
    }

    @Test func `supervising a team does not make the supervisor a member of it`() async throws {
        try await withInvitations { acme in
            let north = try await acme.tenant.teams.create("North", as: acme.administrator)
            let lead = try await acme.join(acme.invite("lead@acme.example", role: .supervisor, teams: [north]))
            let entry = try await acme.tenant.members.member(#require(lead.member), as: lead)
            #expect(entry.teams.isEmpty)
            #expect(entry.assignments == [Assignment(.supervisor, team: north)])
        }
    }

    @Test func `only the account that owns the invited address can accept`() async throws {
        try await withInvitations { acme in
            let token = try await acme.invite("ada@acme.example")
            let other = try await acme.test.platform.createAccount(
                provenAddress: EmailAddress("eve@evil.example"), name: "Eve")
            await #expect(throws: InvitationError.addressNotVerified) {
                try await acme.invitations.accept(token, as: .account(other))
            }
            try await acme.join(token)
        }
    }

    @Test func `a person who has an account for the address uses it and cannot create another`() async throws {
        try await withInvitations { acme in
            let token = try await acme.invite("ada@acme.example")
            let account = try await acme.test.platform.createAccount(
                provenAddress: EmailAddress("ada@acme.example"), name: "Ada")
            await #expect(throws: AccountError.addressTaken) {
                try await acme.invitations.createAccount(token, name: "Ada", as: .visitor)
            }
            _ = try await acme.invitations.accept(token, as: .account(account))
            #expect(try await acme.test.platform.organizations(of: account).map(\.name) == ["Acme"])
        }
    }

    @Test func `unknown, foreign and misspelt tokens get the same answer`() async throws {
        try await withInvitations { acme in
            let other = try await acme.test.platform.createOrganization(
                OrganizationSettings(name: "Other"), slug: "other", founder: EmailAddress("boss@other.example"))
            let token = try await acme.invite("ada@acme.example")
            let secret = token.split(separator: ".")[1]
            let foreign = "\(other.id).\(secret)"
            for text in [foreign, "", ".", "x", String(secret), token + "x", token.uppercased(), "\0"] {
                await #expect(throws: InvitationError.invalidToken, "\(text)") {
                    try await acme.invitations.createAccount(text, name: "Ada", as: .visitor)
                }
            }
            await #expect(throws: InvitationError.invalidToken) {
                try await other[Invitations.self].invitation(ofToken: token, as: .visitor)
            }
            try await acme.join(token)
        }
    }

    @Test func `an invitation cannot be accepted while its inviter may not grant its role`() async throws {
        try await withInvitations { acme in
            let second = try await acme.join(acme.invite("second@acme.example", role: .administrator))
            _ = try await acme.invitations.invite([EmailAddress("ada@acme.example")], role: .manager, as: second)
            let token = try await acme.delivered(to: "ada@acme.example")
            try await acme.tenant.members.deactivate(#require(second.member), as: acme.administrator)
            await #expect(throws: InvitationError.inviterNoLongerAllowed) { try await acme.join(token) }
            try await acme.tenant.members.reactivate(#require(second.member), as: acme.administrator)
            let account = try #require(try await acme.test.platform.account(EmailAddress("ada@acme.example")))
            _ = try await acme.invitations.accept(token, as: .account(account))
        }
    }

    @Test func `a supervisor who accepted an invitation cannot become an administrator too`() async throws {
        try await withInvitations { acme in
            let north = try await acme.tenant.teams.create("North", as: acme.administrator)
            let token = try await acme.invite("lead@acme.example", role: .supervisor, teams: [north])
            let lead = try await acme.join(token)
            await #expect(throws: RoleError.excluded(.administrator)) {
                try await acme.tenant.roles.grant(
                    Assignment(.administrator), to: #require(lead.member), as: acme.administrator)
            }
        }
    }

    @Test func `a removed member who accepts a new invitation has the same identity again`() async throws {
        try await withInvitations { acme in
            let ada = try await acme.join(acme.invite("ada@acme.example"))
            try await acme.tenant.members.remove(#require(ada.member), as: acme.administrator)
            let token = try await acme.invite("ada@acme.example")
            let account = try #require(try await acme.test.platform.account(EmailAddress("ada@acme.example")))
            #expect(try await acme.invitations.accept(token, as: .account(account)) == ada.member)
            #expect(try await acme.seats.check(as: acme.administrator).used == 2)
        }
    }
}
