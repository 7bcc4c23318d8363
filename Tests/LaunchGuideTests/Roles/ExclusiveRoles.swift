import Atrium
import AtriumInvitations
import AtriumSurfaces
import AtriumTesting
import Foundation
import TestSupport
import Testing

/// Administrator and supervisor exclude each other in one organization, on every path.
struct ExclusiveRoles {
    @Test func `[R5] granting roles never makes an administrator a supervisor, nor the reverse`() async throws {
        try await withGuide { world in
            let (administrator, lea) = (world.administrator, world.supervisor)
            await #expect(throws: Refused(RoleError.excluded(.administrator))) {
                try await administrator.does("kernel/grant-role", ["member": lea.id, "role": "administrator"])
            }
            await #expect(throws: RoleError.excluded(.supervisor)) {
                try await world.tenant.roles.grant(
                    Assignment(.supervisor, team: world.north), to: administrator.id, as: administrator.principal)
            }
            // In the other order it is allowed: first one role ends, and then the other begins.
            try await administrator.does(
                "kernel/revoke-role", ["member": lea.id, "role": "supervisor", "team": world.north])
            try await administrator.does("kernel/grant-role", ["member": lea.id, "role": "administrator"])
        }
    }

    @Test func `[R5] an invitation that would join both roles is not accepted`() async throws {
        try await withGuide { world in
            let token = try await world.invite("late@acme.example", role: .supervisor, teams: [world.north])
            let account = try await world.test.platform.createAccount(
                provenAddress: EmailAddress("late@acme.example"), name: "Late")
            // Meanwhile the person becomes an administrator in another way.
            let id = try await world.tenant.admit(
                account, name: "Late", address: EmailAddress("late@acme.example"),
                assignments: [Assignment(.administrator)], teams: [])
            await #expect(throws: InvitationError.memberExists) {
                try await world.invitations.accept(token, as: .account(account))
            }
            let entry = try await world.tenant.members.member(id, as: world.administrator.principal)
            #expect(entry.assignments == [Assignment(.administrator)])
        }
    }

    @Test func `[R5] a list of people that joins both roles is refused line by line`() async throws {
        try await withGuide { world in
            let list = "email,role,teams\nlea@acme.example,administrator,\ncarl@acme.example,manager,\n"
            let chunks = AsyncStream<[UInt8]> { stream in
                stream.yield(Array(list.utf8))
                stream.finish()
            }
            let report = try await world.invitations.importRoster(
                from: chunks, as: world.administrator.principal
            ).get()
            guard case .refused(let reason) = report.lines[0].change else {
                Issue.record("both roles were taken from a list")
                return
            }
            #expect(reason == RoleError.excluded(.administrator).words)
            let roles = try await world.tenant.members.list(as: world.administrator.principal).entries
            #expect(
                roles.first { $0.member.name == "Lea" }?.assignments == [Assignment(.supervisor, team: world.north)])
            #expect(roles.first { $0.member.name == "Carl" }?.assignments == [Assignment(.manager)])
        }
    }

    @Test func `[R5] a member may be administrator and manager, and supervise several teams`() async throws {
        try await withGuide { world in
            let administrator = world.administrator
            try await administrator.does("kernel/grant-role", ["member": world.manager.id, "role": "administrator"])
            let both = try await world.tenant.members.member(world.manager.id, as: administrator.principal)
            #expect(Set(both.assignments) == [Assignment(.manager), Assignment(.administrator)])
            try await administrator.does(
                "kernel/grant-role", ["member": world.supervisor.id, "role": "supervisor", "team": world.south])
            #expect(try await world.supervisor.lacks("teampages/page", ["team": world.south]) == nil)
        }
    }

    @Test func `[R5] a person is administrator in one organization and supervisor in another`() async throws {
        try await withGuide { world in
            // Eve is an administrator of Other.
            try await world.administrator.does(
                "kernel/grant-role", ["member": world.both.id, "role": "supervisor", "team": world.north])
            let entry = try await world.tenant.members.member(world.both.id, as: world.administrator.principal)
            #expect(entry.assignments == [Assignment(.supervisor, team: world.north)])
            #expect(try await world.both.lacks("kernel/create-team") == .manageTeams)
        }
    }

    @Test func `[R5] the table of roles says which roles exclude each other`() async throws {
        try await withGuide { world in
            let roles = try await world.tenant.roles.list(as: world.manager.principal)
            #expect(roles.map(\.id) == [.member, .supervisor, .manager, .administrator])
            #expect(roles[1].exclusions == [.administrator])
            let lines = try await world.manager.reads("kernel/roles").split(separator: "\n")
            #expect(
                lines.contains { $0.contains("supervisor") && $0.contains("a team") && $0.contains("administrator") })
        }
    }
}
