import Atrium
import AtriumTesting
import Foundation
import Testing

@testable import AtriumSurfaces

/// The checklist of an organization's launch.
struct LaunchTableTests {
    private func rows(
        _ tenant: Tenant, _ principal: Principal, _ test: TemporaryPlatform, _ phase: LaunchStep.Phase? = nil
    ) async throws -> [String] {
        let caller = Caller(principal, request: "1", now: test.clock.now, timeZone: .gmt)
        let session = SurfaceSession(tenant, SurfaceCatalogue(of: test.platform), caller)
        return try await session.page(of: LaunchTable(phase: phase)).rows.map {
            "\($0.isDone ? "done" : "open"): \($0.soFar)"
        }
    }

    @Test func `each step says how far it is, from the organization's data`() async throws {
        try await withTemporaryPlatform { test in
            let acme = try await test.organization()
            let founder = try await test.founder(of: acme)
            #expect(
                try await rows(acme, founder, test) == Array(repeating: "open: There is no team yet.", count: 3))
            let north = try await acme.teams.create("North", as: founder)
            let south = try await acme.teams.create("South", as: founder)
            #expect(
                try await rows(acme, founder, test) == [
                    "done: Teams: 2.", "open: 2 teams have no supervisor.", "open: 2 teams have no member.",
                ])
            let lea = try await test.member(
                "lea@acme.example", roles: [Assignment(.supervisor, team: north)], in: acme)
            #expect(try await rows(acme, founder, test)[1] == "open: 1 team has no supervisor.")
            try await acme.roles.grant(
                Assignment(.supervisor, team: south), to: try #require(lea.member), as: founder)
            #expect(try await rows(acme, founder, test)[1] == "done: Each team has one.")
            _ = try await test.member("ada@acme.example", teams: [north], in: acme)
            #expect(try await rows(acme, founder, test)[2] == "open: 1 team has no member.")
            _ = try await test.member("bob@acme.example", teams: [south], in: acme)
            #expect(try await rows(acme, founder, test)[2] == "done: Each team has members.")
            try await acme.members.deactivate(#require(lea.member), as: founder)
            #expect(try await rows(acme, founder, test)[1] == "open: 2 teams have no supervisor.")
        }
    }

    @Test func `a module's steps stand in their phase, and are left out for who may not know`() async throws {
        try await withTemporaryPlatform([Planner()]) { test in
            let acme = try await test.organization()
            let founder = try await test.founder(of: acme)
            let manager = try await test.member("max@acme.example", roles: [Assignment(.manager)], in: acme)
            #expect(
                try await rows(acme, founder, test)
                    == Array(repeating: "open: There is no team yet.", count: 3) + ["done: It is planned."])
            #expect(try await rows(acme, founder, test, .follow) == ["done: It is planned."])
            #expect(try await rows(acme, manager, test).count == 3)
            let member = try await test.member("eve@acme.example", in: acme)
            await #expect(throws: Obstacle.self) { try await rows(acme, member, test) }
        }
    }
}

/// A module with a step that administrators see.
private struct Planner: Module, SurfaceProvider {
    static let id: ModuleID = "planner"
    static let dependencies: [any Module.Type] = []
    static let permissions = [Permission("planner.plan", grantedTo: .administrator)]
    static let schema = Schema()
    static let surfaces: [any Surface.Type] = []

    func start(in tenant: TenantContext) throws -> Store {
        let step = LaunchStep("plan", .follow, "Plan", advice: "Plan.", at: TeamsTable(), of: Self.self) {
            store, caller in
            try await store.read(as: caller.principal, Self.permissions[0]) { _ in .done("It is planned.") }
        }
        try tenant.contribute(step, to: .launchSteps)
        return tenant.store
    }
}
