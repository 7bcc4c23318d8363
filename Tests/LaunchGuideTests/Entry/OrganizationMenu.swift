import Atrium
import AtriumSurfaces
import AtriumTesting
import Testing

/// Where a person who has signed in finds their organizations. The initials beside the menu are a matter of pages:
/// `SurfacePagesTests` has their test.
struct OrganizationMenu {
    @Test func `[E3] a person's menu names each organization, and leads to the area that their role has there`()
        async throws
    {
        try await withGuide { world in
            let platform = world.test.platform
            let account = try #require(try await platform.account(EmailAddress("eve@acme.example")))
            let menu = try await platform.organizations(of: account)
            #expect(menu.map(\.name) == ["Acme", "Other"])
            for (link, tenant) in zip(menu, [world.tenant, world.other]) {
                #expect(link.organization == tenant.id)
                #expect(try await tenant.principal(for: account) == .member(link.member))
            }
            // In Acme she is a plain member, and in Other an administrator.
            #expect(try await world.both.offered(in: .administration).isEmpty)
            let there = world.person(.member(menu[1].member), in: world.other)
            #expect(try await there.offered(in: .administration).contains("kernel/members"))
        }
    }

    @Test func `[E3] the menu leaves out an organization that a person has left or never entered`() async throws {
        try await withGuide { world in
            let platform = world.test.platform
            func menu(_ address: String) async throws -> [String] {
                let account = try #require(try await platform.account(EmailAddress(address)))
                return try await platform.organizations(of: account).map(\.name)
            }
            #expect(try await menu("fay@other.example") == ["Other"])
            try await world.administrator.does("kernel/remove", ["member": world.both.id])
            try await platform.runDue()
            #expect(try await menu("eve@acme.example") == ["Other"])
            await #expect(throws: Obstacle.self) { try await world.both.reads("courses/catalogue") }
        }
    }

    @Test func `[E4] a member's home begins with what their teams say, and ends with their language and their data`()
        async throws
    {
        try await withGuide { world in
            let order = try await world.member.session.surfaces(in: .home).map { $0.path }
            #expect(order.first == "teampages/home")
            #expect(order.suffix(2) == ["kernel/language", "privacy/my-data"])
        }
    }

    @Test func `[E4] the administrator area has the tabs Analytics and Administration, for an administrator both`()
        async throws
    {
        try await withGuide { world in
            #expect(Area.analytics.title.description == "Analytics")
            #expect(Area.administration.title.description == "Administration")
            let analytics = try await world.administrator.offered(in: .analytics)
            #expect(analytics.isSuperset(of: ["analytics/overview", "analytics/people", "analytics/courses"]))
            let administration = try await world.administrator.offered(in: .administration)
            #expect(
                administration.isSuperset(of: [
                    "kernel/members", "kernel/teams", "invitations/invitations", "teampages/messages",
                    "suggestions/suggestions",
                ]))
        }
    }

    @Test func `[E4] who looks after nobody is offered neither tab, and is refused what stands there`() async throws {
        try await withGuide { world async throws in
            for person in [world.member, world.newcomer, world.foreigner, world.visitor] {
                #expect(try await person.offered(in: .analytics).isEmpty)
                #expect(try await person.offered(in: .administration).isEmpty)
                #expect(try await person.lacks("analytics/overview") != nil)
                let error = await #expect(throws: Obstacle.self) {
                    try await person.reads("invitations/invitations")
                }
                #expect(error?.roles == [.administrator])
            }
        }
    }
}
