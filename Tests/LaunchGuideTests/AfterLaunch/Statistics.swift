import Atrium
import AtriumAnalytics
import AtriumInvitations
import AtriumSurfaces
import Testing

/// The learners' statistics and the courses that they have taken.
struct Statistics {
    @Test func `[N1] the figures follow each learner from the invitation to the certificate`() async throws {
        try await withGuide { world in
            let token = try await world.invite("new@acme.example", teams: [world.north])
            let account = try await world.invitations.createAccount(token, name: "Nora", as: .visitor)
            let nora = world.person(.member(try await world.invitations.accept(token, as: .account(account))))
            try await world.complete(world.swift, by: nora)
            let today = world.manager.session.caller.today
            var query = FigureQuery(.organization, days: today..<today.advanced(by: 1))
            query.member = try nora.id
            let table = try await world.analytics.table(query, as: world.manager.principal)
            let row = try #require(table.rows.first)
            let steps: [KeyFigure] = [.activated, .enrolled, .started, .completed, .certificates]
            #expect(steps.map { table.value(of: $0, in: row) } == steps.map { _ in .count(1) })
            #expect(try await world.manager.reads("analytics/people").contains("Nora"))
        }
    }

    @Test func `[N1] an administrator sees the courses that people have taken, by course and by person`() async throws {
        try await withGuide { world in
            try await world.complete(world.swift, by: world.member)
            #expect(try await world.administrator.reads("analytics/courses").contains("Swift"))
            let taken = try await world.administrator.reads("courses/of-member", ["member": world.member.id])
            #expect(taken.contains("Swift") && !taken.contains("SQLite"))
            let people = try await world.administrator.reads("analytics/people", ["course": world.swift])
            #expect(people.contains("Ada"))
        }
    }

    @Test func `[N1] each figure has its definition beside it`() async throws {
        try await withGuide { world in
            let page = try await world.supervisor.reads("analytics/definitions")
            for figure in KeyFigure.all {
                #expect(page.contains(figure.name.description) && page.contains(figure.definition.description))
            }
        }
    }

    @Test func `[N1] a number that comes from few people is hidden, and a member sees only their own`() async throws {
        try await withGuide { world in
            try await world.complete(world.swift, by: world.member)
            try await world.administrator.does("analytics/small-group", ["people": 5])
            #expect(try await world.manager.reads("analytics/teams").contains("<5"))
            for person in [world.member, world.southerner, world.foreigner, world.visitor] {
                #expect(try await person.lacks("analytics/people") == .viewFigures)
                let today = person.session.caller.today
                var query = FigureQuery(.members, days: today..<today.advanced(by: 1))
                await #expect(throws: AccessError(permission: "analytics.view figures")) {
                    try await world.analytics.table(query, as: person.principal)
                }
                guard person.principal == world.southerner.principal else { continue }
                query.member = try world.member.id
                await #expect(throws: AccessError(permission: "analytics.view figures")) {
                    try await world.analytics.table(query, as: person.principal)
                }
            }
        }
    }

    @Test func `[N1] people who wait or have left do not count, but what they did stays in the past`() async throws {
        try await withGuide { world in
            try await world.complete(world.swift, by: world.member)
            _ = try await world.invite("waiting@acme.example")
            let today = world.manager.session.caller.today
            func values(_ figures: [KeyFigure]) async throws -> [FigureValue] {
                let days = today..<today.advanced(by: 1)
                let table = try await world.analytics.table(FigureQuery(days: days), as: world.manager.principal)
                return figures.map { table.value(of: $0, in: table.rows[0]) }
            }
            let before = try await values([.members, .peopleCompleted])
            try await world.administrator.does("kernel/remove", ["member": world.member.id])
            let after = try await values([.members, .peopleCompleted])
            guard case .count(let count) = before[0], case .count(let left) = after[0] else {
                Issue.record("the members are not counted")
                return
            }
            #expect(left == count - 1 && after[1] == .count(1) && before[1] == .count(1))
        }
    }
}
