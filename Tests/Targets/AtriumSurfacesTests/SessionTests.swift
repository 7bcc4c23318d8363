import Atrium
import AtriumTesting
import Foundation
import Testing

@testable import AtriumSurfaces

struct SessionTests {
    private struct World {
        let test: TemporaryPlatform
        let acme: Tenant
        let founder: Principal

        func session(_ principal: Principal) -> SurfaceSession {
            SurfaceSession(
                acme, SurfaceCatalogue(of: test.platform),
                Caller(principal, request: "1", now: test.clock.now, timeZone: .gmt))
        }
    }

    private func withWorld(_ body: (World) async throws -> Void) async throws {
        try await withTemporaryPlatform { test in
            let acme = try await test.organization()
            try await body(World(test: test, acme: acme, founder: try await test.founder(of: acme)))
        }
    }

    @Test func `people are offered what they may do, and told which role allows the rest`() async throws {
        try await withWorld { world in
            let ada = try await world.test.member("ada@acme.example", in: world.acme)
            #expect(try await world.session(ada).surfaces(in: .administration).isEmpty)
            let all = try await world.session(world.founder).surfaces(in: .administration).map { $0.path }
            #expect(all.starts(with: ["kernel/members", "kernel/teams"]) && all.contains("kernel/audit"))
            let obstacle = try await world.session(ada).obstacles(to: [CreateTeam(text: "x") as any Surface])[0]
            #expect(obstacle?.roles == [.administrator])
            #expect(
                obstacle?.description == "you may not manage teams here; a role that allows it: administrator")
        }
    }

    @Test func `the surfaces of several areas are the same as those of each area`() async throws {
        try await withWorld { world in
            let ada = try await world.test.member("ada@acme.example", in: world.acme)
            for principal in [world.founder, ada] {
                let session = world.session(principal)
                let together = try await session.surfaces(in: [.home, .administration]).map { $0.map { $0.path } }
                let each = [
                    try await session.surfaces(in: .home).map { $0.path },
                    try await session.surfaces(in: .administration).map { $0.path },
                ]
                #expect(together == each)
            }
        }
    }

    @Test func `an identity is read as a name by those who may see it`() async throws {
        try await withWorld { world in
            let ada = try await world.test.member("ada@acme.example", name: "Ada", in: world.acme)
            let bob = try await world.test.member("bob@acme.example", name: "Bob", in: world.acme)
            let id = try #require(ada.member)
            let team = try await world.acme.teams.create("North", as: world.founder)
            let form = AddToTeam.form
            func names(_ principal: Principal) async throws -> [String?] {
                let session = world.session(principal)
                return [
                    try await session.name(of: id.description, in: form.fields[0])?.description,
                    try await session.name(of: team.description, in: form.fields[1])?.description,
                ]
            }
            #expect(try await names(world.founder) == ["Ada", "North"])
            #expect(try await names(bob) == [nil, nil])
            #expect(try await world.session(world.founder).name(of: "no identity", in: form.fields[0]) == nil)
            let role = try await world.session(world.founder).name(of: "manager", in: GrantRole.form.fields[1])
            #expect(role?.description == "manager")
        }
    }

    @Test func `an act that shows what it does is done only if it is still what was shown`() async throws {
        try await withWorld { world in
            let session = world.session(world.founder)
            _ = try await world.test.member("ada@acme.example", name: "Ada", in: world.acme)
            let input = FormInput(["members": ["all:text=a"]])
            guard case .preview(let shown, let stamp, _) = try await session.prepare(DeactivateMembers.self, input)
            else {
                Issue.record("no preview")
                return
            }
            #expect(shown.count == 2 && shown.summary.description == "2 members of 2: access ends")
            _ = try await world.test.member("alan@acme.example", name: "Alan", in: world.acme)
            guard
                case .preview(let again, let newer, true) = try await session.perform(
                    DeactivateMembers.self, input, stamp: stamp)
            else {
                Issue.record("done, although something else was shown")
                return
            }
            #expect(again.count == 3 && newer != stamp)
            #expect(
                try await world.acme.members.list(as: world.founder).entries.allSatisfy { $0.member.state == .active })
            guard
                case .done(let outcome) = try await session.perform(DeactivateMembers.self, input, stamp: newer)
            else {
                Issue.record("not done")
                return
            }
            // The founder is the last administrator.
            #expect(outcome.lines.map(\.tone).filter { $0 == .bad }.count == 1)
            #expect(outcome.summary.description == "2 of 3 done.")
        }
    }

    @Test func `faults of the input and refusals are answers, and nothing is done`() async throws {
        try await withWorld { world in
            let session = world.session(world.founder)
            guard case .invalid(let fields) = try await session.perform(CreateTeam.self, FormInput()) else {
                Issue.record("not invalid")
                return
            }
            #expect(fields.faults == ["name": "is required"])
            let input = FormInput(["name": ["North"]])
            guard case .done = try await session.perform(CreateTeam.self, input) else {
                Issue.record("not done")
                return
            }
            guard case .refused(let words) = try await session.perform(CreateTeam.self, input) else {
                Issue.record("not refused")
                return
            }
            #expect(words.description == TeamError.nameTaken.description)
            let ada = try await world.test.member("ada@acme.example", in: world.acme)
            guard case .refused = try await world.session(ada).perform(CreateTeam.self, FormInput(["name": ["South"]]))
            else {
                Issue.record("not refused")
                return
            }
            #expect(try await world.acme.teams.list(as: world.founder).map(\.name) == ["North"])
        }
    }

    @Test func `the audit is read in pages, filtered by text and by day, and only by those who may`() async throws {
        try await withWorld { world in
            for name in ["North", "South", "East"] { _ = try await world.acme.teams.create(name, as: world.founder) }
            let session = world.session(world.founder)
            let filtered = AuditTable(text: "Manage teams", from: nil, until: nil)
            let page = try await session.page(of: filtered, PageRequest(limit: 2))
            #expect(page.rows.count == 2 && page.next != nil)
            let rest = try await session.page(of: filtered, PageRequest(cursor: page.next, limit: 2))
            #expect(rest.rows.count == 1 && rest.next == nil)
            let numbers = (page.rows + rest.rows).map(\.id)
            #expect(numbers == numbers.sorted(by: >))
            let today = session.caller.today
            let past = AuditTable(text: nil, from: nil, until: today.advanced(by: -1))
            #expect(try await session.page(of: past).rows.isEmpty)
            #expect(try await session.page(of: AuditTable(text: nil, from: today, until: today)).rows.count >= 3)
            let ada = try await world.test.member("ada@acme.example", in: world.acme)
            await #expect(throws: Obstacle.self) { try await world.session(ada).page(of: filtered) }
            await #expect(throws: CursorError.self) {
                try await session.page(of: filtered, PageRequest(cursor: "forged"))
            }
        }
    }

    @Test func `an act is found again from where it is offered`() throws {
        let catalogue = SurfaceCatalogue([])
        func origins(_ path: String) throws -> Set<String> {
            Set(catalogue.origins(of: try #require(catalogue.surface(path))).map { $0.path })
        }
        #expect(try origins("kernel/create-team") == ["kernel/teams"])
        #expect(try origins("kernel/deactivate") == ["kernel/members"])
        #expect(try origins("kernel/member") == ["kernel/members"])
        #expect(try origins("kernel/roles") == [])
    }

    @Test func `a surface follows the one that it names, whoever declares it and when`() {
        let order = SurfaceCatalogue([]).surfaces(in: .administration).map { $0.path }
        #expect(
            order.filter { ["kernel/members", "kernel/teams", "kernel/roles", "kernel/settings"].contains($0) } == [
                "kernel/members", "kernel/teams", "kernel/roles", "kernel/settings",
            ])
    }
}
