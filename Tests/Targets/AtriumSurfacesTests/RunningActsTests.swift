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
        guard case .ended(let answer, _) = await acts.state(of: CreateTeam.self, in: session, patience: .seconds(60))
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
                guard case .ended(.done, _) = state else {
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
            let clock = test.clock
            let acts = RunningActs(retention: 60, now: { clock.now })
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

    @Test func `of the acts that are done, the last ones are found whole, and none is done again`() async throws {
        try await withTemporaryPlatform { test in
            let acme = try await test.organization()
            let founder = try await test.founder(of: acme)
            let acts = RunningActs(mostEnded: 2)
            let sessions = (0..<4).map { session(founder, "r\($0)", test, acme) }
            var lines: [Int] = []
            for session in sessions { try await acts.start(GiveSecret.self, FormInput(), stamp: nil, in: session) }
            await acts.finish()
            for session in sessions {
                try await acts.start(GiveSecret.self, FormInput(), stamp: nil, in: session)
                guard case .ended(.done(let outcome), _) = await acts.state(of: GiveSecret.self, in: session) else {
                    Issue.record("done again")
                    return
                }
                lines.append(outcome.lines.count)
            }
            #expect(lines.sorted() == [0, 0, 1, 1])
        }
    }

    @Test func `acts that are large take the place of older ones`() async throws {
        try await withTemporaryPlatform { test in
            let acme = try await test.organization()
            let founder = try await test.founder(of: acme)
            let acts = RunningActs(mostBytes: 100_000)
            func refuse(_ request: String) async throws -> SurfaceSession {
                let session = session(founder, request, test, acme)
                let input = FormInput(["name": [String(repeating: "a", count: 60_000)]])
                try await acts.start(CreateTeam.self, input, stamp: nil, in: session)
                _ = try await answer(acts, session)
                return session
            }
            let (first, second) = (try await refuse("r1"), try await refuse("r2"))
            #expect(await acts.state(of: CreateTeam.self, in: first) == nil)
            #expect(await acts.state(of: CreateTeam.self, in: second) != nil)
        }
    }

    @Test func `guests do not share what is allowed to one of them`() async throws {
        try await withTemporaryPlatform { test in
            let acme = try await test.organization()
            let acts = RunningActs(limit: 1)
            func guest(_ browser: String) -> SurfaceSession {
                SurfaceSession(
                    acme, SurfaceCatalogue(of: test.platform),
                    Caller(.visitor, request: "r", browser: browser, now: test.clock.now, timeZone: .gmt))
            }
            for browser in ["a", "b", "c"] {
                try await acts.start(CreateTeam.self, FormInput(), stamp: nil, in: guest(browser))
            }
            await acts.finish()
            #expect(await acts.state(of: CreateTeam.self, in: guest("d")) == nil)
        }
    }

    @Test func `a secret is not used up while its act is running`() async throws {
        try await withTemporaryPlatform { test in
            let acme = try await test.organization()
            let session = session(try await test.founder(of: acme), "r1", test, acme)
            let (clock, gate) = (test.clock, Gate())
            let acts = RunningActs(now: { clock.now })
            try await Gate.$current.withValue(gate) {
                try await acts.start(WaitAtGate.self, FormInput(), stamp: nil, in: session)
            }
            await gate.isReached()
            _ = await acts.take(WaitAtGate.self, in: session)
            clock.advance(by: .seconds(11))
            gate.open()
            await acts.finish()
            guard case .ended(.done(let outcome), _) = await acts.take(WaitAtGate.self, in: session) else {
                Issue.record("not done")
                return
            }
            #expect(outcome.secret == "open sesame")
        }
    }

    @Test func `what was refused is found with its input`() async throws {
        try await withTemporaryPlatform { test in
            let acme = try await test.organization()
            let session = session(try await test.founder(of: acme), "r1", test, acme)
            let acts = RunningActs()
            try await acts.start(CreateTeam.self, FormInput(["name": [""]]), stamp: nil, in: session)
            guard
                case .ended(.invalid, let input) = await acts.state(
                    of: CreateTeam.self, in: session, patience: .seconds(60))
            else {
                Issue.record("a team without a name")
                return
            }
            #expect(input.texts == ["name": [""]])
        }
    }

    @Test func `a secret is given once, and a process that ends waits for what runs`() async throws {
        try await withTemporaryPlatform { test in
            let acme = try await test.organization()
            let session = session(try await test.founder(of: acme), "r1", test, acme)
            let clock = test.clock
            let acts = RunningActs(now: { clock.now })
            try await acts.start(GiveSecret.self, FormInput(), stamp: nil, in: session)
            await acts.finish()
            var secrets: [String?] = []
            for seconds in [0, 5, 5] {
                clock.advance(by: .seconds(seconds))
                guard case .ended(.done(let outcome), _) = await acts.take(GiveSecret.self, in: session) else {
                    Issue.record("not done")
                    return
                }
                secrets.append(outcome.secret)
            }
            // An answer that did not arrive can be asked for again.
            #expect(secrets == ["open sesame", "open sesame", nil])
        }
    }

    @Test func `a request that comes again with the same file finds its answer, and with another file it is refused`()
        async throws
    {
        try await withTemporaryPlatform { test in
            let acme = try await test.organization()
            let session = session(try await test.founder(of: acme), "r1", test, acme)
            let acts = RunningActs()
            func start(_ text: String, chunk: Int) async throws {
                let upload = Upload(name: "list.csv") {
                    AsyncThrowingStream { continuation in
                        var rest = Array(text.utf8)[...]
                        while !rest.isEmpty {
                            continuation.yield(Array(rest.prefix(chunk)))
                            rest = rest.dropFirst(chunk)
                        }
                        continuation.finish()
                    }
                }
                try await acts.start(
                    GiveSecret.self, FormInput(files: ["file": upload]), stamp: nil, in: session)
            }
            let long = String(repeating: "a", count: 100_000)
            try await start(long, chunk: 60_000)
            try await start(long, chunk: 999)
            await #expect(throws: RequestReused.self) { try await start("\(long.dropLast())b", chunk: 60_000) }
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

/// An act whose outcome has a secret.
private struct GiveSecret: Act {
    typealias Provider = KernelSurfaces
    static let name: SurfaceName = "give-secret"
    static let title: Words = "Give a secret"
    static let needs = Need<Self>(.manageTeams)
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = []
    static let form = Form<Self>(Self.init)

    func perform(in service: Tenant, for caller: Caller) async throws -> Outcome {
        Outcome("Done.", lines: [ReportLine(1, "a", .good, "done")], secret: "open sesame")
    }
}

/// Keeps a task until it is opened.
private final class Gate: Sendable {
    @TaskLocal static var current: Gate?

    private let reached = AsyncStream<Void>.makeStream()
    private let opened = AsyncStream<Void>.makeStream()

    func isReached() async { for await _ in reached.stream { return } }
    func open() { opened.continuation.finish() }

    func pass() async {
        reached.continuation.yield()
        for await _ in opened.stream {}
    }
}

/// An act that waits.
private struct WaitAtGate: Act {
    typealias Provider = KernelSurfaces
    static let name: SurfaceName = "wait"
    static let title: Words = "Wait"
    static let needs = Need<Self>(.manageTeams)
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = []
    static let form = Form<Self>(Self.init)

    func perform(in service: Tenant, for caller: Caller) async throws -> Outcome {
        await Gate.current?.pass()
        return Outcome("Done.", secret: "open sesame")
    }
}
