import Atrium
import AtriumInvitations
import AtriumSeats
import AtriumSurfaces
import TestSupport
import Testing

/// Pasting addresses, and choosing a role and a team for all of them.
struct Inviting {
    private static let pasted = """
        ann@acme.example, Ben Smith <ben@acme.example>; "Cy, Jr." <cy@acme.example>
        dee@acme.example\teli@acme.example ANN@acme.example ada@acme.example two@@acme.example
        """

    @Test func `[I1] addresses are pasted as they come, and each gets a verdict before anything is sent`() async throws
    {
        try await withGuide { world in
            let fields: Person.Fields = ["addresses": Self.pasted, "role": "member", "teams": world.north]
            let preview = try await world.administrator.prepares("invitations/invite", fields)
            #expect(preview.contains("5 people get an invitation, of 8 lines."))
            for verdict in ["is in a line above", "is a member already", "gets an invitation"] {
                #expect(preview.contains(verdict), "\(verdict)")
            }
            try await world.settle()
            #expect(world.base.mailbox.token(to: "ann@acme.example") == nil)
            #expect(try await world.pendingInvitations().isEmpty)

            try await world.administrator.does("invitations/invite", fields)
            let sent = try await world.pendingInvitations()
            #expect(sent.map(\.email.description) == ["ann", "ben", "cy", "dee", "eli"].map { "\($0)@acme.example" })
            #expect(sent.allSatisfy { $0.role == .member && $0.teams == [world.north] && $0.state == .pending })
        }
    }

    @Test(arguments: [
        "ann@acme.example nobody", "ann@acme.example\tben@acme.example nobody", "ann@acme.example\tnobody.x",
    ])
    func `[I1] a word that is no address gets a verdict, also in a line from a sheet`(pasted: String) async throws {
        try await withGuide { world in
            let preview = try await world.administrator.prepares("invitations/invite", ["addresses": pasted])
            let verdict = try #require(preview.split(separator: "\n").first { $0.contains("nobody") })
            #expect(verdict.hasPrefix("x") && verdict.contains("@"))
        }
    }

    @Test func `[I1] the role and the teams apply to the whole batch`() async throws {
        try await withGuide { world in
            try await world.administrator.does(
                "invitations/invite",
                [
                    "addresses": "ann@acme.example ben@acme.example", "role": "supervisor", "teams": world.north,
                    "teams": world.south,
                ])
            for address in ["ann@acme.example", "ben@acme.example"] {
                let token = try await world.token(to: address)
                let account = try await world.invitations.createAccount(token, name: "Somebody", as: .visitor)
                let id = try await world.invitations.accept(token, as: .account(account))
                let entry = try await world.tenant.members.member(id, as: world.administrator.principal)
                let expected = [world.north, world.south].map { Assignment(.supervisor, team: $0) }
                #expect(Set(entry.assignments) == Set(expected))
            }
            // The role of a team needs a team.
            await #expect(throws: Refused(RoleError.wrongLevel(.supervisor))) {
                try await world.administrator.does(
                    "invitations/invite", ["addresses": "cy@acme.example", "role": "supervisor"])
            }
        }
    }

    @Test func `[I1] a seat is there for everybody who is invited, or the line says that none is left`() async throws {
        try await withGuide(seats: 9) { world in
            let balance = try await world.seats.balance(as: world.administrator.principal)
            #expect(balance.free == 1)
            let preview = try await world.administrator.prepares(
                "invitations/invite", ["addresses": "ann@acme.example ben@acme.example"])
            #expect(preview.contains("1 person gets an invitation") && preview.contains("no seat is left"))
            try await world.administrator.does("invitations/invite", ["addresses": "ann@acme.example"])
            #expect(try await world.seats.balance(as: world.administrator.principal).free == 0)
            // The seat is free again when the invitation is revoked.
            try await world.administrator.does("invitations/revoke", ["invitations": "all:text=ann"])
            #expect(try await world.seats.balance(as: world.administrator.principal).free == 1)
        }
    }

    @Test func `[I1] inviting is for administrators, on the list of invitations and on the list of members`()
        async throws
    {
        try await withGuide { world in
            for list in ["invitations/invitations", "kernel/members"] {
                let session = world.administrator.session
                let type = try #require(session.catalogue.surface(list))
                #expect(try await session.surfaces(beside: type).contains { $0.path == "invitations/invite" })
            }
            for person in [world.manager, world.supervisor, world.member, world.foreigner, world.visitor] {
                await #expect(throws: AccessError(permission: "invitations.invite")) {
                    try await world.invitations.preview("ann@acme.example", as: person.principal)
                }
                #expect(try await person.lacks("invitations/invitations") == .viewInvitations)
            }
        }
    }
}
