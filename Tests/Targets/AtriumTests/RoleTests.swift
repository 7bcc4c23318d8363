import AtriumTesting
import Foundation
import Testing

@testable import Atrium

/// Assigns roles in a team, and staffs it.
private struct Captain: Role {
    let id: RoleID = "captain"
    let rank = 150
    let level = RoleLevel.team
    let permissions: Set<Permission> = [.grantRoles, .viewTeams, .viewMembers, .manageTeamMembers]
    let exclusions: Set<RoleID> = [.manager]
    let isReserved = false
}

/// A role that only a module can grant.
private struct Owner: Role {
    let id: RoleID = "owner"
    let rank = 10
    let isReserved = true
}

/// A module with its own role.
private struct Gardening: Module {
    static let id: ModuleID = "gardening"
    static let dependencies: [any Module.Type] = []
    static let permissions: [Permission] = [Permission("gardening.water", grantedTo: .role("gardener"))]
    static let schema = Schema()

    struct Gardener: Role {
        let id: RoleID = "gardener"
        let rank = 5
    }

    func start(in tenant: TenantContext) throws { try tenant.contribute(Gardener(), to: .roles) }
}

/// A role with the minimum that an integrator has to write.
private struct Plain: Role {
    let id: RoleID
    var rank = 0
}

/// Contributes the roles that it gets.
private struct Casting: Module {
    static let id: ModuleID = "casting"
    static let dependencies: [any Module.Type] = []
    static let permissions: [Permission] = []
    static let schema = Schema()

    let roles: [any Role]

    func start(in tenant: TenantContext) throws { for role in roles { try tenant.contribute(role, to: .roles) } }
}

/// Declares permissions, most of them with names that nobody can read back.
private struct Mumbling: Module {
    static let id: ModuleID = "mumbling"
    static let dependencies: [any Module.Type] = []
    static let permissions = [
        Permission("mumbling."), Permission("mumbling. speak"), Permission("mumbling.speak "),
        Permission("mumbling.sp\teak"),
        Permission("mumbling.speak\n"), Permission("mumbling.\u{0}"), Permission("mumbling.speak\u{2003}"),
        Permission("mumbling.speak aloud"),
    ]
    static let schema = Schema()

    func start(in tenant: TenantContext) {}
}

struct RoleTests {
    @Test func `a role needs only an id and a rank, and everything else has a default`() {
        let role: any Role = Plain(id: "course-author")
        #expect(role.level == .organization && !role.isReserved)
        #expect(role.permissions.isEmpty && role.exclusions.isEmpty)
        #expect(role.name(in: "en") == "Course author")
        let standard = StandardRole.all.map { $0.name(in: "en") }
        #expect(standard == ["Administrator", "Manager", "Supervisor", "Member"])
    }

    @Test(
        arguments: [
            ([Plain(id: "Author")], "role id 'Author' is not [a-z][a-z0-9-]{0,99}; rename it"),
            ([Plain(id: "")], "role id '' is not [a-z][a-z0-9-]{0,99}; rename it"),
            ([Plain(id: "1st")], "role id '1st' is not [a-z][a-z0-9-]{0,99}; rename it"),
            ([Plain(id: "ghost", rank: -1)], "role 'ghost' ranks -1, below every member; choose 0 or more"),
            ([Plain(id: "twin"), Plain(id: "twin", rank: 1)], "role 'twin' is defined twice; rename one"),
            ([Plain(id: .manager)], "role 'manager' is defined twice; rename one"),
        ] as [([Plain], String)])
    fileprivate func `an invalid role is refused, from an integrator at the opening and from a module at the start`(
        _ roles: [Plain], _ fault: String
    ) async throws {
        await #expect(throws: ConfigurationError(faults: [fault])) {
            try await withTemporaryPlatform(configure: { $0.roles = roles }) { _ in }
        }
        await #expect(throws: ConfigurationError(faults: [fault])) {
            try await withAcme([Casting(roles: roles)]) { _ in }
        }
    }

    @Test func `a permission's name has no control characters and no blanks at its ends`() async throws {
        let error = await #expect(throws: ConfigurationError.self) {
            try await withTemporaryPlatform([Mumbling()]) { _ in }
        }
        let wrong = Mumbling.permissions.dropLast().map { permission in
            "permission '\(permission)' of 'mumbling' must begin with 'mumbling.', followed by words; it may not have control "
                + "characters, or a blank after the dot or at the end; rename it"
        }
        #expect(error?.faults == wrong)
    }

    private func withRoles(_ body: (Acme) async throws -> Void) async throws {
        try await withAcme([Gardening(), Greetings()], configure: { $0.roles = [Captain(), Owner()] }, body)
    }

    @Test func `administrator and supervisor exclude each other in one organization, but not across organizations`()
        async throws
    {
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

    @Test func `a role can be granted only within its reach`() async throws {
        try await withAcme { acme in
            let team = try await acme.tenant.teams.create("North", as: acme.founder)
            let ada = try #require(try await acme.member("ada").member)
            for wrong in [Assignment(.supervisor), Assignment(.manager, team: team)] {
                await #expect(throws: RoleError.wrongLevel(wrong.role)) {
                    try await acme.tenant.roles.grant(wrong, to: ada, as: acme.founder)
                }
            }
            await #expect(throws: RoleError.unknown("gardener")) {
                try await acme.tenant.roles.grant(Assignment("gardener"), to: ada, as: acme.founder)
            }
        }
    }

    @Test func `administrators can grant every role that is not reserved, including a module's`() async throws {
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

    @Test func `a custom role can grant, in its team, only what it holds itself`() async throws {
        try await withRoles { acme in
            let north = try await acme.tenant.teams.create("North", as: acme.founder)
            let south = try await acme.tenant.teams.create("South", as: acme.founder)
            let captain = try await acme.member("captain", [Assignment("captain", team: north)])
            let ada = try #require(try await acme.member("ada").member)
            try await acme.tenant.roles.grant(Assignment("captain", team: north), to: ada, as: captain)
            await #expect(throws: AccessError.self) {
                try await acme.tenant.roles.grant(Assignment("captain", team: south), to: ada, as: captain)
            }
            // A supervisor may greet persons and find members. A captain may not.
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

    @Test func `a member cannot act on someone of higher rank, and administrators can act on each other`() async throws
    {
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

    @Test func `the last administrator cannot leave or lose the role in any way`() async throws {
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
