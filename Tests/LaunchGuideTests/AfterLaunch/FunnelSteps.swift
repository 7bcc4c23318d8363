import Atrium
import AtriumAnalytics
import AtriumInvitations
import AtriumSurfaces
import Testing

/// The way of people from the invitation to the certificate.
struct FunnelSteps {
    private func counts(_ world: GuideWorld, of team: TeamID? = nil) async throws -> [FigureValue] {
        let today = world.manager.session.caller.today
        let funnel = try await world.analytics.funnel(
            of: team, days: today..<today.advanced(by: 1), as: world.manager.principal)
        return funnel.counts.map(\.people)
    }

    /// Lets Nora join North by an invitation, and complete a course.
    private func nora(in world: GuideWorld) async throws -> Person {
        let token = try await world.invite("nora@acme.example", teams: [world.north])
        let account = try await world.invitations.createAccount(token, name: "Nora", as: .visitor)
        let nora = world.person(.member(try await world.invitations.accept(token, as: .account(account))))
        try await world.complete(world.swift, by: nora)
        return nora
    }

    @Test func `[N1.1] each step counts a person once, from the invitation to the certificate`() async throws {
        try await withGuide { world async throws in
            #expect(FunnelStep.allCases == [.invited, .activated, .enrolled, .started, .completed, .certified])
            let before = try await counts(world, of: world.north)
            let nora = try await nora(in: world)
            #expect(before == before.map { _ in .count(0) })
            #expect(try await counts(world, of: world.north) == before.map { _ in .count(1) })
            try await world.complete(world.sqlite, by: nora)
            #expect(try await counts(world, of: world.north) == before.map { _ in .count(1) })
            let funnel = try await world.manager.reads("analytics/funnel", ["team": world.north])
            for step in FunnelStep.allCases {
                #expect(funnel.contains(step.words.description) && funnel.contains(step.definition.description))
            }
        }
    }

    @Test func `[N1.1] an administrator and a manager see the people behind each step, a supervisor those of the team`()
        async throws
    {
        try await withGuide { world async throws in
            _ = try await nora(in: world)
            try await world.complete(world.swift, by: world.southerner)
            for person in [world.administrator, world.manager] {
                for step in ["enrolled", "started", "completed", "certified"] {
                    let people = try await person.reads("analytics/funnel-people", ["step": step])
                    #expect(people.contains("Nora") && people.contains("Bob") && !people.contains("Carl"), "\(step)")
                }
            }
            let lea = world.supervisor
            let people = try await lea.reads("analytics/funnel-people", ["step": "completed", "team": world.north])
            #expect(people.contains("Nora") && !people.contains("Bob"))
            #expect(try await lea.offered(on: world.north).contains("analytics/funnel"))
            #expect(try await lea.lacks("analytics/funnel", ["team": world.south]) == .viewFigures)
            #expect(try await lea.lacks("analytics/funnel-people", ["step": "completed"]) == .viewFigures)
        }
    }

    @Test func `[N1.1] a step of few people shows no number, and a member sees no step`() async throws {
        try await withGuide { world async throws in
            _ = try await nora(in: world)
            try await world.administrator.does("analytics/small-group", ["people": 5])
            #expect(try await world.manager.reads("analytics/funnel", ["team": world.north]).contains("<5"))
            #expect(try await counts(world, of: world.north).allSatisfy { $0 == .hidden })
            for person in [world.member, world.foreigner, world.visitor] {
                #expect(try await person.lacks("analytics/funnel") == .viewFigures)
                let today = person.session.caller.today
                await #expect(throws: AccessError(permission: "analytics.view figures")) {
                    try await world.analytics.people(
                        at: .completed, of: world.north, days: today..<today.advanced(by: 1), as: person.principal)
                }
            }
        }
    }
}
