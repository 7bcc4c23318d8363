import Atrium
import AtriumInvitations
import AtriumSurfaces
import AtriumTeamPages
import TestSupport
import Testing

/// Adding members and removing them.
struct Members {
    @Test func `[A1] an administrator adds a person by an invitation, and removes a member`() async throws {
        try await withGuide { world in
            let preview = try await world.administrator.prepares(
                "invitations/invite", ["addresses": "new@acme.example", "role": "member"])
            #expect(preview.contains("1 person gets an invitation"))
            try await world.administrator.does(
                "invitations/invite", ["addresses": "new@acme.example", "role": "member"])
            let token = try await world.token(to: "new@acme.example")
            try await world.visitor.does("invitations/join", ["token": token, "name": "Nora"])
            #expect(try await world.administrator.reads("kernel/members").contains("Nora"))

            let question = try await world.administrator.prepares("kernel/remove", ["member": world.member.id])
            #expect(question.contains("The membership ends"))
            try await world.administrator.does("kernel/remove", ["member": world.member.id])
            #expect(try await !world.administrator.reads("kernel/members").contains("Ada"))
            // Who was removed has no access, from the same commit on.
            await #expect(throws: AccessError.self) { try await world.pages.home(as: world.member.principal) }
        }
    }

    @Test func `[A1] a deactivated member comes back with roles and teams`() async throws {
        try await withGuide { world in
            let (member, administrator) = (world.member, world.administrator)
            try await administrator.does("kernel/deactivate", ["member": member.id])
            #expect(try await member.lacks("teampages/home") != nil)
            try await administrator.does("kernel/reactivate", ["member": member.id])
            let entry = try await world.tenant.members.member(member.id, as: administrator.principal)
            #expect(entry.teams == [world.north])
            await #expect(throws: Refused(MemberError.notDeactivated)) {
                try await administrator.does("kernel/reactivate", ["member": member.id])
            }
        }
    }

    @Test func `[A1] nobody else adds or removes a member, and no one is told whether a person exists`() async throws {
        try await withGuide { world in
            let bob = try world.southerner.id
            for person in [world.manager, world.supervisor, world.member, world.foreigner, world.visitor] {
                #expect(try await person.lacks("invitations/invite") == .invite)
                await #expect(throws: AccessError(permission: "invitations.invite")) {
                    try await world.invitations.invite([EmailAddress("x@acme.example")], as: person.principal)
                }
                await #expect(throws: AccessError(permission: "kernel.manage members")) {
                    try await world.tenant.members.remove(bob, as: person.principal)
                }
                #expect(try await person.lacks("kernel/remove", ["member": bob]) == .manageMembers)
            }
            // A member of another organization is unknown, like somebody who does not exist.
            for stranger in [try world.foreigner.id, MemberID(digest: [])] {
                await #expect(throws: Refused(MemberError.unknown)) {
                    try await world.administrator.does("kernel/remove", ["member": stranger])
                }
            }
        }
    }

    @Test func `[A1] the last administrator stays`() async throws {
        try await withGuide { world in
            await #expect(throws: Refused(MemberError.lastAdministrator)) {
                try await world.administrator.does("kernel/leave")
            }
            await #expect(throws: MemberError.lastAdministrator) {
                try await world.tenant.roles.revoke(
                    Assignment(.administrator), from: world.administrator.id, as: world.administrator.principal)
            }
        }
    }
}
