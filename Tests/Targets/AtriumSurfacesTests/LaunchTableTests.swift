import Atrium
import AtriumTesting
import Foundation
import Testing

@testable import AtriumSurfaces

/// The checklist of an organization's launch.
struct LaunchTableTests {
    private func rows(_ tenant: Tenant, _ principal: Principal, _ test: TemporaryPlatform) async throws -> [String] {
        let caller = Caller(principal, request: "1", now: test.clock.now, timeZone: .gmt)
        let session = SurfaceSession(tenant, SurfaceCatalogue(of: test.platform), caller)
        return try await session.page(of: LaunchTable()).rows.map { "\($0.isDone ? "done" : "open"): \($0.soFar)" }
    }

    @Test func `each step says how far it is, from the organization's data`() async throws {
        try await withTemporaryPlatform { test in
            let acme = try await test.organization()
            let founder = try await test.founder(of: acme)
            #expect(
                try await rows(acme, founder, test) == ["open: There is no team yet.", "open: There is no team yet."])
            let north = try await acme.teams.create("North", as: founder)
            let south = try await acme.teams.create("South", as: founder)
            #expect(
                try await rows(acme, founder, test) == [
                    "done: Teams: 2.", "open: 2 teams have no supervisor.",
                ])
            let lea = try await test.member(
                "lea@acme.example", roles: [Assignment(.supervisor, team: north)], in: acme)
            #expect(try await rows(acme, founder, test).last == "open: 1 team has no supervisor.")
            try await acme.roles.grant(
                Assignment(.supervisor, team: south), to: try #require(lea.member), as: founder)
            #expect(try await rows(acme, founder, test).last == "done: Each team has one.")
            try await acme.members.deactivate(#require(lea.member), as: founder)
            #expect(try await rows(acme, founder, test).last == "open: 2 teams have no supervisor.")
        }
    }

    @Test func `a module's steps stand in their phase, and are left out for who may not know`() async throws {
        try await withTemporaryPlatform([Planner()]) { test in
            let acme = try await test.organization()
            let founder = try await test.founder(of: acme)
            let manager = try await test.member("max@acme.example", roles: [Assignment(.manager)], in: acme)
            #expect(
                try await rows(acme, founder, test) == [
                    "open: There is no team yet.", "open: There is no team yet.", "done: It is planned.",
                ])
            #expect(try await rows(acme, manager, test).count == 2)
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
