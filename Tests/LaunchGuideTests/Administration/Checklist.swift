import Atrium
import AtriumCampaigns
import AtriumSurfaces
import Testing

/// The checklist of the launch.
struct Checklist {
    /// The steps as the administrator sees them: the id of each, whether it is done, and the screen that it leads to.
    private func steps(_ world: GuideWorld) async throws -> [(id: String, isDone: Bool, screen: any Surface)] {
        let rows = try await world.administrator.session.page(of: LaunchTable()).rows
        let title = try #require(LaunchTable.columns.first { $0.name == "step" })
        let state = try #require(LaunchTable.columns.first { $0.name == "state" })
        return try rows.map { row in
            guard case .state(_, let tone) = state.cell(row) else { throw UnknownSurface(path: row.id) }
            return (row.id, tone == .good, try #require(title.link(row)))
        }
    }

    private func isDone(_ id: String, _ world: GuideWorld) async throws -> Bool {
        try #require(try await steps(world).first { $0.id == id }).isDone
    }

    @Test func `[L1] the steps come in the order of a launch: teams, roles, invitations, telling, the year`()
        async throws
    {
        try await withGuide { world async throws in
            #expect(try await world.administrator.offered(in: .administration).contains("kernel/launch"))
            let ids = try await steps(world).map(\.id)
            let order = [
                "kernel-teams", "kernel-supervisors", "invitations-invite", "teampages-announce", "launchkit-kit",
                "analytics-watch", "campaigns-plan",
            ]
            #expect(ids.filter(order.contains) == order)
        }
    }

    @Test func `[L1] the state of each step follows from what the organization has done`() async throws {
        try await withGuide { world async throws in
            let anna = world.administrator
            for id in ["kernel-teams", "courses-catalogue"] { #expect(try await isDone(id, world), "\(id)") }
            // South has no supervisor, nobody was told, and the year is not planned.
            for id in [
                "kernel-supervisors", "suggestions-suggest", "teampages-announce", "launchkit-kit", "analytics-watch",
                "analytics-review", "campaigns-plan",
            ] { #expect(try await !isDone(id, world), "\(id)") }
            try await anna.does(
                "kernel/grant-role", ["member": world.newcomer.id, "role": "supervisor", "team": world.south])
            try await anna.does("suggestions/suggest-to-everybody", ["course": world.swift])
            try await anna.does("teampages/send-to-everybody", ["subject": "Hello", "text": "We learn."])
            try await anna.does("launchkit/get")
            try await anna.does(
                "analytics/watch", ["figure": "completed", "each": "month", "direction": "least", "target": 3])
            try await anna.does(
                "analytics/review", ["cycle": "weekly", "first": anna.session.caller.today.advanced(by: 1)])
            let entry = try await world.add(
                .init(.message, on: anna.session.caller.today.advanced(by: 9), subject: "Hello", text: "Learn."))
            #expect(try await !isDone("campaigns-plan", world))
            try await anna.does("campaigns/approve-entry", ["entry": entry, "revision": 1])
            for (id, isDone, _) in try await steps(world) where !id.hasPrefix("invitations-") {
                #expect(isDone, "\(id)")
            }
            // An open invitation is something to wait for.
            _ = try await world.invite("new@acme.example")
            #expect(try await isDone("invitations-invite", world))
            #expect(try await !isDone("invitations-joined", world))
        }
    }

    @Test func `[L1] each step leads to a screen that the administrator may open`() async throws {
        try await withGuide { world async throws in
            let steps = try await steps(world)
            #expect(steps.count > 10)
            for (id, _, screen) in steps {
                func input<S: Surface>(_ screen: S) -> FormInput { S.form.write(screen) }
                let text = try await world.administrator.reads(type(of: screen).path, input(screen))
                #expect(!text.isEmpty, "\(id)")
            }
        }
    }

    @Test func `[L1] the checklist is offered to administrators, and refused to members and strangers`() async throws {
        try await withGuide { world async throws in
            for person in [world.manager, world.supervisor, world.member] {
                #expect(try await !person.offered(in: .administration).contains("kernel/launch"))
            }
            for person in [world.member, world.foreigner, world.visitor] {
                #expect(try await person.lacks("kernel/launch") == .viewTeams)
                await #expect(throws: Obstacle.self) { try await person.reads("kernel/launch") }
            }
        }
    }
}
