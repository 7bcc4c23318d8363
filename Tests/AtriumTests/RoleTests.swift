import Atrium
import AtriumTesting
import Foundation
import Testing

/// Assigns roles in a team, and greets there.
private struct Captain: Role {
    let id: RoleID = "captain"
    let rank = 150
    let reach = RoleReach.team
    let permissions: Set<Permission> = [.assignRoles, .viewTeams, .viewMembers, .staffTeams]
    let exclusions: Set<RoleID> = [.manager]
    let isReserved = false
}

/// Handed out by a module only.
private struct Owner: Role {
    let id: RoleID = "owner"
    let rank = 10
    let reach = RoleReach.organization
    let permissions: Set<Permission> = []
    let exclusions: Set<RoleID> = []
    let isReserved = true
}

/// Adds a role of its own.
private struct Gardening: Module {
    static let id: ModuleID = "gardening"
    static let dependencies: [any Module.Type] = []
    static let permissions: [Permission] = [Permission("gardening.water", grantedTo: .role("gardener"))]
    static let schema = Schema()

    struct Gardener: Role {
        let id: RoleID = "gardener"
        let rank = 5
        let reach = RoleReach.organization
        let permissions: Set<Permission> = []
        let exclusions: Set<RoleID> = []
        let isReserved = false
    }

    func start(in tenant: TenantContext) throws { try tenant.contribute(Gardener(), to: .roles) }
}

struct RoleTests {
    private func withRoles(_ body: (Acme) async throws -> Void) async throws {
        try await withAcme([Gardening(), Greetings()], configure: { $0.roles = [Captain(), Owner()] }, body)
    }

    @Test func `administrator and supervisor exclude each other, both ways, and elsewhere they do not`() async throws {
        try await withAcme { acme in
            let team = try await acme.tenant.teams.create("North", as: acme.founder)
            let lead = try #require(try await acme.member("lead", [Assignment(.supervisor, team: team)]).member)
            await #expect(throws: RoleError.excluded(.administrator)) {
                try await acme.tenant.roles.grant(Assignment(.administrator), to: lead, as: acme.founder)
            }
            await #expect(throws: RoleError.excluded(.supervisor)) {
                try await acme.tenant.roles.grant(
                    Assignment(.supervisor, team: team), to: #require(acme.founder.member), as: acme.founder)
            }
            await #expect(throws: RoleError.excluded(.supervisor)) {
                try await acme.member("both", [Assignment(.administrator), Assignment(.supervisor, team: team)])
            }
            let other = try await acme.test.organization("other", founder: "lead@acme.example")
            #expect(
                try await other.members.list(
                    as: other.principal(for: acme.test.platform.account(EmailAddress("lead@acme.example"))!)
                ).entries.count == 1)
            try await acme.tenant.roles.grant(Assignment(.manager), to: lead, as: acme.founder)
            try await acme.tenant.roles.grant(
                Assignment(.manager), to: #require(acme.founder.member), as: acme.founder)
        }
    }

    @Test func `a role is held where it reaches`() async throws {
        try await withAcme { acme in
            let team = try await acme.tenant.teams.create("North", as: acme.founder)
            let ada = try #require(try await acme.member("ada").member)
            for wrong in [Assignment(.supervisor), Assignment(.manager, team: team)] {
                await #expect(throws: RoleError.wrongReach(wrong.role)) {
                    try await acme.tenant.roles.grant(wrong, to: ada, as: acme.founder)
                }
            }
            await #expect(throws: RoleError.unknown("gardener")) {
                try await acme.tenant.roles.grant(Assignment("gardener"), to: ada, as: acme.founder)
            }
        }
    }

    @Test func `administrators grant every role that is not reserved, a module's included`() async throws {
        try await withRoles { acme in
            let ada = try await acme.member("ada")
            let id = try #require(ada.member)
            try await acme.tenant.roles.grant(Assignment("gardener"), to: id, as: acme.founder)
            try await acme.tenant.roles.grant(Assignment("gardener"), to: id, as: acme.founder)
            try await acme.tenant.roles.grant(Assignment(.member), to: id, as: acme.founder)
            #expect(try await acme.entry(ada).assignments == [Assignment("gardener")])
            await #expect(throws: RoleError.mayNotGrant("owner")) {
                try await acme.tenant.roles.grant(Assignment("owner"), to: id, as: acme.founder)
            }
            try await acme.tenant.roles.revoke(Assignment("gardener"), from: id, as: acme.founder)
            await #expect(throws: RoleError.notHeld("gardener")) {
                try await acme.tenant.roles.revoke(Assignment("gardener"), from: id, as: acme.founder)
            }
        }
    }

    @Test func `a custom role grants, in its team, only what it holds itself`() async throws {
        try await withRoles { acme in
            let north = try await acme.tenant.teams.create("North", as: acme.founder)
            let south = try await acme.tenant.teams.create("South", as: acme.founder)
            let captain = try await acme.member("captain", [Assignment("captain", team: north)])
            let ada = try #require(try await acme.member("ada").member)
            try await acme.tenant.roles.grant(Assignment("captain", team: north), to: ada, as: captain)
            await #expect(throws: AccessError.self) {
                try await acme.tenant.roles.grant(Assignment("captain", team: south), to: ada, as: captain)
            }
            // A supervisor greets persons and finds members, which a captain does not.
            await #expect(throws: RoleError.mayNotGrant(.supervisor)) {
                try await acme.tenant.roles.grant(Assignment(.supervisor, team: north), to: ada, as: captain)
            }
            await #expect(throws: AccessError.self) {
                try await acme.tenant.roles.grant(Assignment(.administrator), to: ada, as: captain)
            }
            await #expect(throws: RoleError.excluded("captain")) {
                let manager = try #require(try await acme.member("manager", [Assignment(.manager)]).member)
                try await acme.tenant.roles.grant(Assignment("captain", team: north), to: manager, as: acme.founder)
            }
        }
    }

    @Test func `nobody acts on a person who outranks them, and administrators act on each other`() async throws {
        try await withAcme { acme in
            let north = try await acme.tenant.teams.create("North", as: acme.founder)
            let lead = try await acme.member("lead", [Assignment(.supervisor, team: north)])
            let manager = try #require(try await acme.member("manager", [Assignment(.manager)], [north]).member)
            await #expect(throws: MemberError.outranked) {
                try await acme.tenant.teams.remove(manager, from: north, as: lead)
            }
            await #expect(throws: MemberError.outranked) {
                try await acme.tenant.teams.add(#require(acme.founder.member), to: north, as: lead)
            }
            let second = try await acme.member("second", [Assignment(.administrator)])
            try await acme.tenant.members.deactivate(#require(acme.founder.member), as: second)
        }
    }

    @Test func `the last administrator stays, on every path`() async throws {
        try await withAcme { acme in
            let id = try #require(acme.founder.member)
            let deactivated = try await acme.member("gone", [Assignment(.administrator)])
            try await acme.tenant.members.deactivate(#require(deactivated.member), as: acme.founder)
            let acts: [@Sendable () async throws -> Void] = [
                { try await acme.tenant.roles.revoke(Assignment(.administrator), from: id, as: acme.founder) },
                { try await acme.tenant.members.deactivate(id, as: acme.founder) },
                { try await acme.tenant.members.remove(id, as: acme.founder) },
                { try await acme.tenant.members.leave(as: acme.founder) },
            ]
            for act in acts { await #expect(throws: MemberError.lastAdministrator) { try await act() } }
            #expect(try await acme.entry(acme.founder).assignments == [Assignment(.administrator)])
            try await acme.tenant.members.reactivate(#require(deactivated.member), as: acme.founder)
            try await acme.tenant.members.leave(as: acme.founder)
        }
    }
}
