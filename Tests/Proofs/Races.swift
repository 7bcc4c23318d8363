import Atrium
import AtriumInvitations
import AtriumMail
import AtriumSeats
import AtriumTesting
import TestSupport
import Testing

/// What must be true when many callers act at the same time.
struct Races {
    private func withOrganization(
        seats: Int? = nil, _ body: @Sendable (TemporaryPlatform, Tenant, Principal, Mailbox) async throws -> Void
    ) async throws {
        let mailbox = Mailbox()
        try await withTemporaryPlatform(platformModules(mailbox, seats: seats)) { test in
            let tenant = try await test.organization()
            let administrator = try await test.member(
                "admin@acme.example", roles: [Assignment(.administrator)], in: tenant)
            // The founder's own invitation holds a seat. It is not part of the race.
            _ = try await tenant[Invitations.self].revoke(InvitationQuery(), as: administrator)
            try await body(test, tenant, administrator, mailbox)
        }
    }

    @Test func `one of a thousand concurrent invitations succeeds when one seat is free`() async throws {
        try await withOrganization(seats: 2) { _, tenant, administrator, _ in
            let invitations = try tenant[Invitations.self]
            let ready = try await withThrowingTaskGroup(of: Int.self) { group in
                for index in 0..<1000 {
                    group.addTask {
                        try await invitations.invite(
                            [EmailAddress("user\(index)@acme.example")], as: administrator
                        ).get().ready.count
                    }
                }
                return try await group.reduce(0, +)
            }
            #expect(ready == 1)
            #expect(
                try await tenant[Seats.self].check(as: administrator) == SeatBalance(limit: 2, reserved: 1, used: 1))
        }
    }

    @Test func `two administrators who demote each other at the same time leave one administrator`() async throws {
        try await withOrganization { test, tenant, administrator, _ in
            let first = try #require(administrator.member)
            for round in 0..<100 {
                let rivals = try await [
                    test.member("a\(round)@acme.example", roles: [Assignment(.administrator)], in: tenant),
                    test.member("b\(round)@acme.example", roles: [Assignment(.administrator)], in: tenant),
                ]
                let ids = try rivals.map { try #require($0.member) }
                try await tenant.members.deactivate(first, as: rivals[0])
                await withTaskGroup(of: Void.self) { group in
                    for (index, rival) in rivals.enumerated() {
                        group.addTask {
                            try? await tenant.roles.revoke(Assignment(.administrator), from: ids[1 - index], as: rival)
                        }
                        group.addTask { try? await tenant.members.leave(as: rival) }
                        group.addTask { try? await tenant.members.deactivate(ids[1 - index], as: rival) }
                    }
                }
                var left: [Principal] = []
                for rival in rivals where (try? await tenant.audit.verify(as: rival)) != nil { left.append(rival) }
                let survivor = try #require(left.first, "round \(round): nobody is left")
                #expect(left.count == 1)
                try await tenant.members.reactivate(first, as: survivor)
                try await tenant.members.remove(#require(survivor.member), as: administrator)
            }
        }
    }

    @Test func `a thousand invitations, each accepted twice at the same time, create a thousand members`() async throws
    {
        try await withOrganization { test, tenant, administrator, mailbox in
            let invitations = try tenant[Invitations.self]
            let addresses = try (0..<1000).map { try EmailAddress("user\($0)@acme.example") }
            _ = try await invitations.invite(addresses, as: administrator)
            try await tenant[Mail.self].deliver()
            try await withThrowingTaskGroup(of: Int.self) { group in
                for address in addresses {
                    let token = try #require(mailbox.token(to: address.description))
                    let account = try await invitations.createAccount(token, name: "User", as: .visitor)
                    group.addTask {
                        async let first = Self.accepts(token, account, invitations)
                        async let second = Self.accepts(token, account, invitations)
                        return try await first + second
                    }
                }
                for try await accepted in group { #expect(accepted == 1) }
            }
            #expect(
                try await tenant[Seats.self].check(as: administrator)
                    == SeatBalance(limit: nil, reserved: 0, used: 1001))
        }
    }

    /// 1 if the acceptance succeeded, 0 if the token was used.
    private static func accepts(
        _ token: String, _ account: AccountID, _ invitations: InvitationService
    ) async throws -> Int {
        do {
            _ = try await invitations.accept(token, as: .account(account))
            return 1
        } catch InvitationError.alreadyAccepted {
            return 0
        }
    }
}
