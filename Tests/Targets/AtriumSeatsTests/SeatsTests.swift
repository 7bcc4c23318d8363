import Atrium
import AtriumSeats
import AtriumTesting
import Foundation
import Testing

/// Lets tests reserve seats as Invitations does.
struct Desk: Module {
    static let id: ModuleID = "desk"
    static let dependencies: [any Module.Type] = [Seats.self]
    static let permissions = [Permission.reserve]
    static let schema = Schema()

    struct Service: Sendable {
        let store: Store
        let seats: SeatService

        func reserve(_ key: ID<Desk>, as principal: Principal) async throws {
            try await store.write(as: principal, .reserve) { try seats.reserve(key, in: $0) }
        }

        /// Reserves a seat for each key while seats are left, in one unit, and returns how many it got.
        func reserveSome(_ keys: [ID<Desk>], as principal: Principal) async throws -> Int {
            try await store.write(as: principal, .reserve) { work in
                try keys.count { key in
                    do {
                        try seats.reserve(key, in: work)
                        return true
                    } catch SeatError.noSeatLeft {
                        return false
                    }
                }
            }
        }

        func release(_ key: ID<Desk>, as principal: Principal) async throws {
            try await store.write(as: principal, .reserve) { try seats.release(key, in: $0) }
        }
    }

    func start(in tenant: TenantContext) throws -> Service {
        Service(store: tenant.store, seats: try tenant.service(of: Seats.self))
    }
}

extension Permission {
    static let reserve = Permission("desk.reserve", grantedTo: .everyMember)
}

/// May set the limit, like a seller of seats.
struct Vendor: Role {
    let id: RoleID = "vendor"
    let rank = 0
    let level = RoleLevel.organization
    let permissions: Set<Permission> = [.setSeatLimit, .viewSeats]
    let exclusions: Set<RoleID> = []
    let isReserved = false
}

struct SeatsTests {
    private func withSeats(
        _ limit: Int?, _ body: (TemporaryPlatform, Tenant, SeatService, Principal) async throws -> Void
    ) async throws {
        try await withTemporaryPlatform(
            [Seats(defaultLimit: limit), Desk()], configure: { $0.roles = [Vendor()] }
        ) { test in
            let tenant = try await test.organization()
            let account = try #require(try await test.platform.account(EmailAddress("founder@acme.example")))
            try await body(test, tenant, try tenant[Seats.self], try await tenant.principal(for: account))
        }
    }

    private func key(_ number: UInt8) -> ID<Desk> {
        ID(at: Date(timeIntervalSince1970: 0), random: Array(repeating: number, count: 10))
    }

    @Test func `every active member uses a seat, whatever their roles are`() async throws {
        try await withSeats(10) { test, tenant, seats, founder in
            _ = try await test.member("manager@acme.example", roles: [Assignment(.manager)], in: tenant)
            _ = try await test.member("ada@acme.example", in: tenant)
            #expect(try await seats.check(as: founder) == SeatBalance(limit: 10, reserved: 0, used: 3))
        }
    }

    @Test func `deactivating a member frees a seat, and reactivating needs one again`() async throws {
        try await withSeats(2) { test, tenant, seats, founder in
            let ada = try #require(try await test.member("ada@acme.example", in: tenant).member)
            try await tenant.members.deactivate(ada, as: founder)
            #expect(try await seats.check(as: founder).free == 1)
            _ = try await test.member("bob@acme.example", in: tenant)
            let error = await #expect(throws: ReactionError.self) {
                try await tenant.members.reactivate(ada, as: founder)
            }
            #expect(error?.cause as? SeatError == .noSeatLeft)
            #expect(try await tenant.members.member(ada, as: founder).member.state == .deactivated)
            #expect(try await seats.check(as: founder).used == 2)
        }
    }

    @Test func `removing a member frees a seat once, also after deactivating`() async throws {
        try await withSeats(3) { test, tenant, seats, founder in
            let ada = try #require(try await test.member("ada@acme.example", in: tenant).member)
            let bob = try #require(try await test.member("bob@acme.example", in: tenant).member)
            try await tenant.members.remove(ada, as: founder)
            try await tenant.members.deactivate(bob, as: founder)
            try await tenant.members.remove(bob, as: founder)
            #expect(try await seats.check(as: founder) == SeatBalance(limit: 3, reserved: 0, used: 1))
        }
    }

    @Test func `a full organization admits nobody, and nothing of a refused person stays`() async throws {
        try await withSeats(1) { test, tenant, seats, founder in
            await #expect(throws: ReactionError.self) { try await test.member("ada@acme.example", in: tenant) }
            let members = try await tenant.members.list(as: founder).entries
            #expect(members.count == 1)
            #expect(try await seats.check(as: founder).used == 1)
        }
    }

    @Test func `a reservation counts once, and its seat is freed once`() async throws {
        try await withSeats(2) { test, tenant, seats, founder in
            let desk = try tenant[Desk.self]
            try await desk.reserve(key(1), as: founder)
            try await desk.reserve(key(1), as: founder)
            #expect(try await seats.check(as: founder) == SeatBalance(limit: 2, reserved: 1, used: 1))
            await #expect(throws: SeatError.noSeatLeft) { try await desk.reserve(key(2), as: founder) }
            try await desk.release(key(1), as: founder)
            try await desk.release(key(1), as: founder)
            try await desk.reserve(key(2), as: founder)
            #expect(try await seats.check(as: founder).reserved == 1)
        }
    }

    @Test func `the limit is set by someone with the permission, and never below the seats in use`() async throws {
        try await withSeats(nil) { test, tenant, seats, founder in
            let vendor = try await test.member("vendor@acme.example", roles: [Assignment("vendor")], in: tenant)
            let refusal = await #expect(throws: AccessError.self) { try await seats.setLimit(100, as: founder) }
            // A role of this platform has the permission, so an administrator can help.
            #expect(refusal?.description.contains("ask an administrator") == true)
            try await seats.setLimit(50, as: test.platform.operator("Grace"))
            #expect(try await seats.balance(as: test.platform.operator("Grace")).limit == 50)
            await #expect(throws: SeatError.limitBelowUse(2)) { try await seats.setLimit(1, as: vendor) }
            await #expect(throws: SeatError.negativeLimit) { try await seats.setLimit(-1, as: vendor) }
            try await seats.setLimit(2, as: vendor)
            #expect(try await seats.balance(as: founder) == SeatBalance(limit: 2, reserved: 0, used: 2))
            await #expect(throws: ReactionError.self) { try await test.member("ada@acme.example", in: tenant) }
        }
    }

    @Test func `an organization that had members before it had seats starts with these counted`() async throws {
        try await withTemporaryPlatform { test in
            let tenant = try await test.organization()
            _ = try await test.member("ada@acme.example", in: tenant)
            await test.platform.close()
            let platform = try await Platform.open(at: test.folder, modules: [Seats(defaultLimit: 5)])
            let again = try await platform.tenant("acme")
            let account = try #require(try await platform.account(EmailAddress("founder@acme.example")))
            let founder = try await again.principal(for: account)
            #expect(try await again[Seats.self].check(as: founder).used == 2)
            await platform.close()
        }
    }

    @Test func `a member who left while the module was absent is taken into account when it is back`() async throws {
        try await withSeats(5) { test, tenant, seats, founder in
            let ada = try #require(try await test.member("ada@acme.example", in: tenant).member)
            try await seats.setLimit(
                4, as: try await test.member("v@acme.example", roles: [Assignment("vendor")], in: tenant))
            #expect(try await seats.check(as: founder).used == 3)
            await test.platform.close()
            let without = try await Platform.open(at: test.folder, modules: [])
            try await without.tenant("acme").members.deactivate(ada, as: founder)
            await without.close()
            let again = try await test.reopened()
            let back = try await again.platform.tenant("acme")[Seats.self]
            #expect(try await back.check(as: founder) == SeatBalance(limit: 4, reserved: 0, used: 2))
            await again.platform.close()
        }
    }

    @Test func `a reservation that finds no seat leaves nothing, and its unit continues`() async throws {
        try await withSeats(3) { _, tenant, seats, founder async throws in
            let keys = (0..<5).map(key) + [key(0)]
            #expect(try await tenant[Desk.self].reserveSome(keys, as: founder) == 3)
            #expect(try await seats.check(as: founder) == SeatBalance(limit: 3, reserved: 2, used: 1))
        }
    }

    @Test(arguments: [
        (Int.min, 0, 1), (.min, .max, .max), (.max, .max, .max), (-1, 0, 0), (0, .min, .min), (3, 2, 1),
    ])
    func `an impossible balance has no free seats`(_ limit: Int, _ reserved: Int, _ used: Int) {
        #expect(SeatBalance(limit: limit, reserved: reserved, used: used).free == 0)
    }
}
