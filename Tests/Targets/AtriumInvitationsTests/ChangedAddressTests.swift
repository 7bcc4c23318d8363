import Atrium
import AtriumInvitations
import AtriumOperations
import AtriumSeats
import AtriumTesting
import Testing

/// Invitations to people whose addresses change or pass to others.
struct ChangedAddressTests {
    @Test func `an invitation to a former address can be accepted, and the member has the new address`() async throws {
        try await withInvitations { acme in
            let token = try await acme.invite("ada@acme.example")
            _ = try await acme.test.platform.createAccount(
                provenAddress: EmailAddress("ada@acme.example"), name: "Ada")
            let account = try await acme.test.changeAddress(from: "ada@acme.example", to: "ada@new.example")
            await #expect(throws: AccountError.addressFormer) {
                try await acme.invitations.createAccount(token, name: "Ada", as: .visitor)
            }
            let ada = try await acme.invitations.accept(token, as: .account(account))
            #expect(try await acme.email(ada) == "ada@new.example")
            // A list with the former address finds the member, also after the addresses were compared.
            try await acme.test.platform.runDue()
            let preview = try await acme.invitations.preview("ada@acme.example", as: acme.administrator)
            #expect(preview.lines.map(\.verdict) == [.alreadyMember])
        }
    }

    @Test func `an invitation that was sent to the new address before the change can be accepted`() async throws {
        try await withInvitations { acme in
            let token = try await acme.invite("ada@new.example")
            _ = try await acme.test.platform.createAccount(
                provenAddress: EmailAddress("ada@acme.example"), name: "Ada")
            let account = try await acme.test.changeAddress(from: "ada@acme.example", to: "ada@new.example")
            let ada = try await acme.invitations.accept(token, as: .account(account))
            #expect(try await acme.email(ada) == "ada@new.example")
        }
    }

    @Test func `when a person becomes a member, their other invitations end, free their seats and say why`()
        async throws
    {
        try await withInvitations(seats: 5) { acme in
            let names = ["eve", "eve2", "eve3", "eve4"].map { "\($0)@acme.example" }
            var tokens: [String] = []
            for name in names { tokens.append(try await acme.invite(name)) }
            let account = try await acme.test.platform.createAccount(
                provenAddress: EmailAddress(names[0]), name: "Eve")
            for step in 0..<2 { try await acme.test.changeAddress(from: names[step], to: names[step + 1]) }
            let eve = try await acme.invitations.accept(tokens[0], as: .account(account))
            #expect(try await acme.seats.check(as: acme.administrator) == SeatBalance(limit: 5, reserved: 1, used: 2))
            // The address changes to another one that was invited.
            try await acme.test.changeAddress(from: names[2], to: names[3])
            #expect(try await acme.email(eve) == names[3])
            #expect(try await acme.seats.check(as: acme.administrator) == SeatBalance(limit: 5, reserved: 0, used: 2))
            for token in tokens.dropFirst() {
                await #expect(throws: InvitationError.superseded) {
                    try await acme.invitations.accept(token, as: .account(account))
                }
            }
        }
    }

    @Test func `a member is also known by the former address, in invitations and lists`() async throws {
        try await withInvitations { acme in
            let north = try await acme.tenant.teams.create("North", as: acme.administrator)
            let ada = try await acme.join(acme.invite("ada@acme.example"), name: "Ada")
            try await acme.test.changeAddress(from: "ada@acme.example", to: "ada@new.example")
            let preview = try await acme.invitations.preview(
                "ada@acme.example ada@new.example", as: acme.administrator)
            #expect(preview.lines.map(\.verdict) == [.alreadyMember, .alreadyMember])
            let roster = AsyncStream<[UInt8]> { stream in
                stream.yield(Array("email,teams\nada@acme.example,North\n".utf8))
                stream.finish()
            }
            _ = try await acme.invitations.importRoster(from: roster, as: acme.administrator).get()
            let entry = try await acme.tenant.members.member(#require(ada.member), as: acme.administrator)
            #expect(entry.teams == [north])
            #expect(entry.member.email == (try EmailAddress("ada@new.example")))
        }
    }

    @Test func `the next owner of an address cannot use an invitation from before, but can use a resent one`()
        async throws
    {
        try await withInvitations(seats: 3) { acme in
            let (platform, address) = (acme.test.platform, try EmailAddress("ada@acme.example"))
            let token = try await acme.invite("ada@acme.example", role: .manager)
            let first = try await platform.createAccount(provenAddress: address, name: "Ada")
            try await platform.releaseAddress(address, of: first, as: platform.operator("Grace"))
            // The former owner of the address still has the token, so it proves nothing now.
            await #expect(throws: AccountError.addressHandedOver) {
                try await acme.invitations.createAccount(token, name: "Ada", as: .visitor)
            }
            let next = try await platform.createAccount(provenAddress: address, name: "Adam")
            await #expect(throws: InvitationError.addressHandedOver) {
                try await acme.invitations.accept(token, as: .account(next))
            }
            await #expect(throws: InvitationError.addressNotVerified) {
                try await acme.invitations.accept(token, as: .account(first))
            }
            acme.test.clock.advance(by: .seconds(1))
            _ = try await acme.invitations.resend(InvitationQuery(), as: acme.administrator).get()
            let again = try await acme.delivered(to: "ada@acme.example")
            let member = try await acme.invitations.accept(again, as: .account(next))
            #expect(try await acme.email(member) == "ada@acme.example")
            #expect(try await acme.seats.check(as: acme.administrator) == SeatBalance(limit: 3, reserved: 0, used: 2))
        }
    }

    @Test func `the next owner of a removed or deactivated member's address is invited as a new person`()
        async throws
    {
        try await withInvitations { acme in
            let platform = acme.test.platform
            for (name, isRemoved) in [("ada", true), ("bob", false)] {
                let address = try EmailAddress("\(name)@acme.example")
                let former = try await acme.join(acme.invite(address.description, role: .manager), name: name)
                let id = try #require(former.member)
                let account = try #require(try await platform.account(address))
                if isRemoved {
                    try await acme.tenant.members.remove(id, as: acme.administrator)
                } else {
                    try await acme.tenant.members.deactivate(id, as: acme.administrator)
                }
                try await platform.releaseAddress(address, of: account, as: platform.operator("Grace"))
                let preview = try await acme.invitations.preview(address.description, as: acme.administrator)
                #expect(preview.lines.map(\.verdict) == [.ready])
                acme.test.clock.advance(by: .seconds(1))
                let next = try await acme.join(acme.invite(address.description), name: "Next")
                #expect(next.member != id)
                let entry = try await acme.tenant.members.member(#require(next.member), as: next)
                #expect(entry.assignments.isEmpty && entry.member.name == "Next")
            }
        }
    }
}

extension InvitedOrganization {
    fileprivate func email(_ member: MemberID) async throws -> String {
        try await tenant.members.member(member, as: administrator).member.email.description
    }
}
