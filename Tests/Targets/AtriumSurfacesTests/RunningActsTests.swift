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
        while true {
            switch await acts.state(in: session) {
            case .ended(let answer): return answer
            case .running: await Task.yield()
            case .failed, nil: throw CancellationError()
            }
        }
    }

    @Test func `a request runs once, and its caller finds it again`() async throws {
        try await withTemporaryPlatform { test in
            let acme = try await test.organization()
            let founder = try await test.founder(of: acme)
            let acts = RunningActs()
            let session = session(founder, "r1", test, acme)
            let input = FormInput(["name": ["North"]])
            for _ in 0..<3 { try await acts.start(CreateTeam.self, input, stamp: nil, in: session) }
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
            #expect(await acts.state(in: self.session(ada, "r1", test, acme)) == nil)
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
            #expect(await acts.state(in: first) == nil)
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
