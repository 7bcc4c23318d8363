import Atrium
import AtriumTesting
import Foundation
import Testing

@testable import AtriumSurfaces

struct RunningActsTests {
    private func session(_ principal: Principal, _ request: String, _ test: TemporaryPlatform, _ tenant: Tenant)
        -> SurfaceSession
    {
        SurfaceSession(
            tenant, SurfaceCatalogue(of: test.platform),
            Caller(principal, request: request, now: test.clock.now, timeZone: .gmt))
    }

    /// The answer of an act, after it has ended.
    private func answer(_ acts: RunningActs, _ session: SurfaceSession) async throws -> Answer {
        guard case .ended(let answer) = await acts.state(of: CreateTeam.self, in: session, patience: .seconds(60))
        else {
            throw CancellationError()
        }
        return answer
    }

    @Test func `a request runs once, and its caller finds it again`() async throws {
        try await withTemporaryPlatform { test in
            let acme = try await test.organization()
            let founder = try await test.founder(of: acme)
            let acts = RunningActs()
            let session = session(founder, "r1", test, acme)
            let input = FormInput(["name": ["North"]])
            #expect(try await acts.start(CreateTeam.self, input, stamp: nil, in: session))
            for _ in 0..<2 { _ = try await acts.start(CreateTeam.self, input, stamp: nil, in: session) }
            guard case .done = try await answer(acts, session) else {
                Issue.record("not done")
                return
            }
            try await acts.start(CreateTeam.self, input, stamp: nil, in: session)
            guard case .done = try await answer(acts, session) else {
                Issue.record("done twice")
                return
            }
            #expect(try await acme.teams.list(as: founder).map(\.name) == ["North"])
            let ada = try await test.member("ada@acme.example", in: acme)
            #expect(await acts.state(of: CreateTeam.self, in: self.session(ada, "r1", test, acme)) == nil)
            #expect(await acts.state(of: RenameTeam.self, in: session) == nil)
        }
    }

    @Test func `a request that comes again with something else is refused`() async throws {
        try await withTemporaryPlatform { test in
            let acme = try await test.organization()
            let session = session(try await test.founder(of: acme), "r1", test, acme)
            let acts = RunningActs()
            try await acts.start(CreateTeam.self, FormInput(["name": ["North"]]), stamp: nil, in: session)
            await #expect(throws: RequestReused.self) {
                try await acts.start(CreateTeam.self, FormInput(["name": ["South"]]), stamp: nil, in: session)
            }
        }
    }

    @Test func `a request that did nothing may run again with something else`() async throws {
        try await withTemporaryPlatform { test in
            let acme = try await test.organization()
            let session = session(try await test.founder(of: acme), "r1", test, acme)
            let acts = RunningActs()
            try await acts.start(CreateTeam.self, FormInput(["name": [""]]), stamp: nil, in: session)
            guard case .invalid = try await answer(acts, session) else {
                Issue.record("a team without a name")
                return
            }
            try await acts.start(CreateTeam.self, FormInput(["name": ["South"]]), stamp: nil, in: session)
            guard case .done = try await answer(acts, session) else {
                Issue.record("not done")
                return
            }
        }
    }

    @Test func `an act on many, left while it runs, is found again`() async throws {
        try await withTemporaryPlatform { test in
            let acme = try await test.organization()
            let session = session(try await test.founder(of: acme), "r1", test, acme)
            let acts = RunningActs()
            try await acts.start(CreateTeam.self, FormInput(["name": ["North"]]), stamp: nil, in: session)
            // Several callers may wait for it, and one may give up.
            async let first = acts.state(of: CreateTeam.self, in: session, patience: .seconds(60))
            async let second = acts.state(of: CreateTeam.self, in: session, patience: .seconds(60))
            _ = await acts.state(of: CreateTeam.self, in: session)
            for state in await [first, second] {
                guard case .ended(.done) = state else {
                    Issue.record("not ended")
                    return
                }
            }
        }
    }

    @Test func `an act that ended long ago is forgotten, and too many at once are refused`() async throws {
        try await withTemporaryPlatform { test in
            let acme = try await test.organization()
            let founder = try await test.founder(of: acme)
            let acts = RunningActs(retention: 60)
            let first = session(founder, "r1", test, acme)
            try await acts.start(CreateTeam.self, FormInput(["name": ["North"]]), stamp: nil, in: first)
            _ = try await answer(acts, first)
            test.clock.advance(by: .seconds(61))
            let second = session(founder, "r2", test, acme)
            try await acts.start(CreateTeam.self, FormInput(["name": ["South"]]), stamp: nil, in: second)
            _ = try await answer(acts, second)
            #expect(await acts.state(of: CreateTeam.self, in: first) == nil)
            let full = RunningActs(limit: 0)
            await #expect(throws: TooManyActs.self) {
                try await full.start(CreateTeam.self, FormInput(["name": ["East"]]), stamp: nil, in: first)
            }
        }
    }

    @Test func `an act on many tells how far it is`() async throws {
        try await withTemporaryPlatform { test in
            let acme = try await test.organization()
            let founder = try await test.founder(of: acme)
            for number in 0..<5 { _ = try await test.member("p\(number)@acme.example", in: acme) }
            let reports = Locked<[Int]>([])
            _ = try await ActProgress.listening({ done, total in
                #expect(total == 6)
                reports.withLock { $0.append(done) }
            }) {
                try await session(founder, "r", test, acme).perform(
                    DeactivateMembers.self, FormInput(["members": ["all:"]]))
            }
            #expect(reports.withLock { $0 } == [1, 2, 3, 4, 5, 6])
        }
    }
}
