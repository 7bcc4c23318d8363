import Atrium
import AtriumInvitations
import AtriumSeats
import AtriumTesting
import Foundation
import Testing

/// A source that notes whether it was read.
struct Unread: AsyncSequence, AsyncIteratorProtocol {
    let isRead = Locked(false)

    func makeAsyncIterator() -> Unread { self }

    func next() async throws -> [UInt8]? {
        isRead.withLock { $0 = true }
        return nil
    }
}

struct LimitTests {
    private let long = String(repeating: "x\u{301}", count: 500_000)

    @Test func `a visitor is refused before their text or list is read`() async throws {
        try await withInvitations { acme async throws in
            let text = String(repeating: "x", count: AddressList.textLimit + 1)
            await #expect(throws: AccessError.self) { try await acme.invitations.preview(text, as: .visitor) }
            let source = Unread()
            await #expect(throws: AccessError.self) {
                try await acme.invitations.previewRoster(from: source, as: .visitor)
            }
            await #expect(throws: AccessError.self) {
                try await acme.invitations.importRoster(from: source, as: .visitor)
            }
            #expect(!source.isRead.withLock { $0 })
            await #expect(throws: InvitationError.textTooLong) {
                try await acme.invitations.preview(text, as: acme.administrator)
            }
        }
    }

    @Test func `one call may name a limited number of addresses, teams and invitations`() async throws {
        try await withInvitations { acme async throws in
            let team = try await acme.tenant.teams.create("North", as: acme.administrator)
            let address = try EmailAddress("a@acme.example")
            let addresses = Array(repeating: address, count: AddressList.addressLimit + 1)
            await #expect(throws: InvitationError.tooManyAddresses) {
                try await acme.invitations.invite(addresses, as: acme.administrator)
            }
            let teams = Array(repeating: team, count: 101)
            await #expect(throws: InvitationError.tooManyTeams) {
                try await acme.invitations.invite([address], teams: teams, as: acme.administrator)
            }
            await #expect(throws: InvitationError.tooManyTeams) {
                try await acme.invitations.preview("a@x.example", teams: teams, as: acme.administrator)
            }
            var query = InvitationQuery()
            query.text = long
            await #expect(throws: InvitationError.invalidQuery) {
                try await acme.invitations.list(query, as: acme.administrator)
            }
            let ids = Array(repeating: ID<Invitation>(at: Date(), random: Array(repeating: 1, count: 10)), count: 1001)
            await #expect(throws: InvitationError.invalidQuery) {
                try await acme.invitations.revoke(InvitationQuery(ids: ids), as: acme.administrator)
            }
        }
    }

    @Test func `an invalid token of any length gets the same answer`() async throws {
        try await withInvitations { acme async throws in
            let token = try await acme.invite("ada@acme.example")
            for hostile in [long, token + "." + long, token + long, String(repeating: ".", count: 1 << 20), ""] {
                await #expect(throws: InvitationError.invalidToken) {
                    try await acme.invitations.invitation(ofToken: hostile, as: .visitor)
                }
            }
            #expect(try await acme.invitations.invitation(ofToken: token, as: .visitor).organization == "Acme")
        }
    }

    @Test func `a team that is named twice counts once`() async throws {
        try await withInvitations { acme async throws in
            let team = try await acme.tenant.teams.create("North", as: acme.administrator)
            let ada = try await acme.join(acme.invite("ada@acme.example", teams: [team, team]))
            let entry = try await acme.tenant.members.member(#require(ada.member), as: acme.administrator)
            #expect(entry.teams == [team])
        }
    }
}
