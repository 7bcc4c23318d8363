import Atrium
import AtriumSeats
import AtriumSurfaces
import Testing

/// What a membership gives, for those who have it and for those who account for it.
struct Premium {
    @Test func `[L6] a member sees that the organization gives them premium, and until when`() async throws {
        try await withGuide { world in
            for (_, person) in world.people {
                #expect(try await person.offered(in: .home).contains("seats/premium"))
                let page = try await person.reads("seats/premium")
                #expect(page.contains("Acme") && page.contains("your membership ends"))
            }
        }
    }

    @Test func `[L6] an administrator and a manager see how many seats are used, and who holds them`() async throws {
        try await withGuide(seats: 20) { world in
            _ = try await world.invite("new@acme.example")
            for person in [world.administrator, world.manager] {
                let page = try await person.reads("seats/seats")
                #expect(page.contains("20") && page.contains("Every active member has premium"))
                #expect(page.contains("Members"))
            }
            let balance = try await world.seats.balance(as: world.manager.principal)
            let active = try await world.tenant.members.list(as: world.administrator.principal).entries.count
            #expect(balance.used == active && balance.free.map { $0 + balance.used + balance.reserved } == 20)
            for person in [world.supervisor, world.member, world.visitor] {
                #expect(try await person.lacks("seats/seats") == .viewSeats)
            }
        }
    }

    @Test func `[L6] premium ends with the membership, and a stranger has none`() async throws {
        try await withGuide { world in
            try await world.administrator.does("kernel/remove", ["member": world.member.id])
            for person in [world.member, world.foreigner, world.visitor] {
                #expect(try await person.lacks("seats/premium") == .viewOwnSeat)
                await #expect(throws: AccessError(permission: "seats.view own seat")) {
                    try await world.seats.ownSeat(as: person.principal)
                }
            }
        }
    }
}
