import Atrium
import AtriumTesting
import Coaching
import Synchronization
import Testing

/// Counts what the module publishes.
final class Counter: Module {
    static let id: ModuleID = "counter"
    static let dependencies: [any Module.Type] = []
    static let permissions: [Permission] = []
    static let schema = Schema()
    let count = Mutex(0)

    func start(in tenant: TenantContext) throws {
        try tenant.on(SessionHeld.self) { _, _ in self.count.withLock { $0 += 1 } }
    }
}

struct SessionTests {
    @Test func `supervisors and coaches plan sessions in their teams, and members see their own`() async throws {
        try await withCoaching { world in
            try await world.plan()
            try await world.service.plan(
                of: world.bob.id, with: world.carl.id, on: CoachingWorld.today, as: world.carl)
            #expect(try await world.service.list(as: world.bob).map(\.coachName) == ["Carl", "Carl"])
            #expect(try await world.service.list(as: world.eve) == [])
            await #expect(throws: AccessError.self) {
                try await world.service.plan(
                    of: world.bob.id, with: world.carl.id, on: CoachingWorld.tomorrow, as: world.bob)
            }
            await #expect(throws: AccessError.self) {
                try await world.service.plan(
                    of: world.eve.id, with: world.carl.id, on: CoachingWorld.tomorrow, as: world.sue)
            }
        }
    }

    @Test func `a coach meets members of the teams that they look after, and not themselves`() async throws {
        try await withCoaching { world in
            await #expect(throws: CoachingError.notTheirCoach) {
                try await world.service.plan(
                    of: world.eve.id, with: world.carl.id, on: CoachingWorld.tomorrow, as: world.ada)
            }
            await #expect(throws: CoachingError.oneself) {
                try await world.service.plan(
                    of: world.carl.id, with: world.carl.id, on: CoachingWorld.tomorrow, as: world.ada)
            }
            await #expect(throws: CoachingError.past) { try await world.plan(on: CoachingWorld.today.advanced(by: -1)) }
        }
    }

    @Test func `the same id is planned once, and the same two have one session on a day`() async throws {
        try await withCoaching { world in
            let id = try await world.plan()
            for day in [CoachingWorld.tomorrow, CoachingWorld.tomorrow.advanced(by: 1)] {
                try await world.service.plan(of: world.bob.id, with: world.carl.id, on: day, id: id, as: world.sue)
            }
            #expect(try await world.plan() == id)
            #expect(try await world.sessions().map(\.day) == [CoachingWorld.tomorrow])
        }
    }

    @Test func `a session is recorded once, when its day has come, and the event says so once`() async throws {
        let counter = Counter()
        try await withCoaching(and: [counter]) { world in
            let id = try await world.plan()
            await #expect(throws: CoachingError.early) {
                try await world.service.record(id, minutes: 45, as: world.carl)
            }
            try await world.pass(days: 1)
            await #expect(throws: CoachingError.invalidNote) {
                try await world.service.record(id, minutes: 45, note: "two\nlines", as: world.carl)
            }
            await #expect(throws: AccessError.self) { try await world.service.record(id, minutes: 45, as: world.sue) }
            try await world.service.record(id, minutes: 45, note: "Good", as: world.carl)
            await #expect(throws: CoachingError.ended) {
                try await world.service.record(id, minutes: 45, as: world.carl)
            }
            #expect(try await world.service.list(endedToo: true, as: world.bob).map(\.note) == ["Good"])
            #expect(counter.count.withLock { $0 } == 1)
        }
    }

    @Test func `a session of another team or organization is answered like an unknown one`() async throws {
        try await withCoaching { world in
            let session = try await world.plan()
            let other = try await world.test.organization("other", founder: "boss@other.example")
            let boss = try await world.test.member(
                "boss2@other.example", roles: [Assignment(.administrator)], in: other)
            let tom = try await world.test.member(
                "tom@acme.example", roles: [Assignment("coach", team: world.south)], in: world.acme)
            let strangers = [(try other[Coaching.self], boss), (try world.service, tom)]
            for (service, principal) in strangers {
                for id in [
                    session, ID<CoachingSession>(at: world.test.clock.now, random: [UInt8](repeating: 7, count: 10)),
                ] {
                    await #expect(throws: CoachingError.unknown) { try await service.cancel(id, as: principal) }
                    await #expect(throws: CoachingError.unknown) {
                        try await service.move(id, to: CoachingWorld.tomorrow, as: principal)
                    }
                    await #expect(throws: CoachingError.unknown) {
                        try await service.record(id, minutes: 45, as: principal)
                    }
                }
            }
            #expect(try await world.states() == [.planned])
        }
    }

    @Test func `what is offered is what the service allows, also to a coach`() async throws {
        try await withCoaching { world in
            let (first, second) = (try await world.plan(), try await world.plan(on: CoachingWorld.today))
            let check = SurfaceCheck(
                of: world.test.platform, in: world.acme, module: Coaching.id,
                samples: [
                    "member": ["\(try world.bob.id)", "\(try world.eve.id)"], "session": ["\(first)", "\(second)"],
                    "kernel/members": ["\(try world.bob.id)", "\(try world.eve.id)"],
                ])
            let faults = try await check.faults(
                as: ["visitor": .visitor, "member": world.bob, "coach": world.carl, "supervisor": world.sue],
                now: world.test.clock.now)
            #expect(faults == [])
        }
    }
}
