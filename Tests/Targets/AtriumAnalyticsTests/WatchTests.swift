import Atrium
import AtriumAnalytics
import AtriumCourses
import AtriumTesting
import Foundation
import TestSupport
import Testing

struct WatchTests {
    private typealias Verdict = WatchedFigure.Verdict

    /// The only watched figure of a list.
    private func reading(_ world: AnalyticsWorld, as principal: Principal? = nil) async throws -> WatchedFigureReading {
        let list = try await world.analytics.watchList(as: principal ?? world.administrator)
        try #require(list.count == 1)
        return list[0]
    }

    private func verdicts(_ world: AnalyticsWorld, as principal: Principal? = nil) async throws -> [Verdict?] {
        try await reading(world, as: principal).periods.map(\.verdict)
    }

    @Test func `a list shows each period of the year so far, and judges from the one in which the target was set`()
        async throws
    {
        try await withAnalytics { world async throws in
            let ada = try await world.member("ada", [], [world.north])
            for day in ["2026-01-20", "2026-03-03", "2026-03-04"] {
                try await world.record(.activity(), ada, day)
            }
            world.test.clock.advance(by: .seconds(31 * 86_400))  // 2026-02-05
            try await world.analytics.watch(
                WatchedFigure(.activities, of: world.north, each: .month, target: .atLeast(2)), as: world.administrator)
            #expect(try await verdicts(world) == [nil, .open])
            world.test.clock.advance(by: .seconds(60 * 86_400))  // 2026-04-06
            let reading = try await reading(world)
            #expect(reading.name == "North" && reading.watched.figure == .activities)
            #expect(
                reading.periods.map(\.days)
                    == (1...4).map { Day(year: 2026, month: $0)..<Day(year: 2026, month: $0 + 1) })
            #expect(reading.periods.map(\.value) == [.count(1), .count(0), .count(2), .count(0)])
            #expect(reading.periods.map(\.verdict) == [nil, .missed, .met, .open])
            // February is a missed period, but not the last one.
            #expect(!reading.isAlert)
        }
    }

    @Test func `a minimum is open until it is reached, and an alert if the period ends below it`() async throws {
        try await withAnalytics { world async throws in
            let ada = try await world.member("ada")
            try await world.analytics.watch(
                WatchedFigure(.completed, each: .month, target: .atLeast(1)), as: world.administrator)
            #expect(try await verdicts(world) == [nil, .open])
            try await world.record(.enrolled, ada, "2026-01-02")
            try await world.record(.completed, ada, "2026-01-05")
            #expect(try await verdicts(world) == [nil, .met])
            world.test.clock.advance(by: .seconds(31 * 86_400))
            #expect(try await verdicts(world) == [.met, .open])
            #expect(try await !reading(world).isAlert)
            world.test.clock.advance(by: .seconds(28 * 86_400))
            #expect(try await verdicts(world) == [.met, .missed, .open])
            #expect(try await reading(world).isAlert)
        }
    }

    @Test func `a maximum is an alert as soon as it is exceeded`() async throws {
        try await withAnalytics { world async throws in
            let ada = try await world.member("ada")
            try await world.analytics.watch(
                WatchedFigure(.activities, each: .quarter, target: .atMost(1)), as: world.administrator)
            try await world.record(.activity(), ada, "2026-01-02")
            #expect(try await verdicts(world) == [nil, .open])
            try await world.record(.activity(), ada, "2026-01-03")
            #expect(try await verdicts(world) == [nil, .missed])
            #expect(try await reading(world).isAlert)
        }
    }

    @Test func `a rate is judged by its current value, and is open as long as it has none`() async throws {
        try await withAnalytics { world async throws in
            try await world.analytics.watch(
                WatchedFigure(.completionRate, each: .year, target: .atLeast(0.5)), as: world.administrator)
            #expect(try await verdicts(world) == [nil, .open])
            for (name, end) in [("a", Learning.failed), ("b", .completed)] {
                let member = try await world.member(name)
                try await world.record(.enrolled, member, "2026-01-02")
                try await world.record(end, member, "2026-01-03")
                #expect(try await verdicts(world) == [nil, end.kind == .failed ? .missed : .met])
            }
        }
    }

    @Test func `the number of members is known for the current period only`() async throws {
        try await withAnalytics { world async throws in
            try await world.analytics.watch(
                WatchedFigure(.members, of: world.north, each: .month, target: .atLeast(1)), as: world.administrator)
            #expect(try await verdicts(world) == [.missed])
            _ = try await world.member("ada", [], [world.north])
            #expect(try await verdicts(world) == [.met])
        }
    }

    @Test func `a figure from too few people has a hidden verdict and is no alert`() async throws {
        try await withAnalytics { world async throws in
            let ada = try await world.member("ada", [], [world.north])
            try await world.record(.activity(), ada, "2026-01-03")
            try await world.analytics.watch(
                WatchedFigure(.activities, of: world.north, each: .month, target: .atMost(0)), as: world.administrator)
            #expect(try await reading(world).isAlert)
            try await world.analytics.setSmallGroup(3, as: world.administrator)
            let reading = try await reading(world)
            #expect(reading.periods.last?.value == .hidden && reading.periods.last?.verdict == .hidden)
            #expect(!reading.isAlert)
        }
    }

    @Test func `watching the same figure again changes its target from now on`() async throws {
        try await withAnalytics { world async throws in
            var watch = WatchedFigure(.completed, each: .month, target: .atLeast(1))
            let id = try await world.analytics.watch(watch, as: world.administrator)
            world.test.clock.advance(by: .seconds(31 * 86_400))
            #expect(try await world.analytics.watch(watch, as: world.administrator) == id)
            #expect(try await verdicts(world) == [.missed, .open])
            watch.target = .atLeast(5)
            #expect(try await world.analytics.watch(watch, as: world.administrator) == id)
            #expect(try await reading(world).watched == watch)
            #expect(try await verdicts(world) == [nil, .open])
            watch.target = .atMost(9)
            #expect(try await world.analytics.watch(watch, as: world.administrator) != id)
            try await world.analytics.unwatch(id, as: world.administrator)
            #expect(try await reading(world).watched == watch)
        }
    }

    @Test(arguments: [-1, .nan, .infinity, 1e13, -.leastNonzeroMagnitude])
    func `an impossible target is refused`(_ limit: Double) async throws {
        try await withAnalytics { world async throws in
            for target in [WatchedFigure.Target.atLeast(limit), .atMost(limit)] {
                await #expect(throws: WatchError.invalidTarget) {
                    try await world.analytics.watch(
                        WatchedFigure(.completed, each: .month, target: target), as: world.administrator)
                }
            }
        }
    }

    @Test func `a rate target above 100% is refused, and so is a 51st watch`() async throws {
        try await withAnalytics { world async throws in
            let (analytics, ada) = (try world.analytics, world.administrator)
            await #expect(throws: WatchError.invalidTarget) {
                try await analytics.watch(WatchedFigure(.completionRate, each: .month, target: .atLeast(1.01)), as: ada)
            }
            let all = KeyFigure.all.flatMap { figure in
                WatchedFigure.Span.allCases.flatMap { span in
                    [WatchedFigure.Target.atLeast(0), .atMost(1)].map { WatchedFigure(figure, each: span, target: $0) }
                }
            }
            for watch in all.prefix(50) { try await analytics.watch(watch, as: ada) }
            await #expect(throws: WatchError.tooMany) { try await analytics.watch(all[50], as: ada) }
            try await analytics.watch(all[0], as: ada)
            #expect(try await analytics.watchList(as: ada).map(\.watched) == Array(all.prefix(50)))
        }
    }

    @Test func `each member watches only what they may see, in a list of their own`() async throws {
        try await withAnalytics { world async throws in
            let analytics = try world.analytics
            let lead = Principal.member(
                try await world.member("lead", [Assignment(.supervisor, team: world.north)]))
            let plain = Principal.member(try await world.member("plain", [], [world.north]))
            let manager = Principal.member(try await world.member("manager", [Assignment(.manager)]))
            let unknown = try #require(TeamID(plain.member?.description ?? ""))
            func watch(_ team: TeamID?) -> WatchedFigure {
                WatchedFigure(.active, of: team, each: .month, target: .atLeast(1))
            }
            let mine = try await analytics.watch(watch(world.north), as: lead)
            for team in [nil, world.south, unknown] {
                await #expect(throws: AccessError.self) { try await analytics.watch(watch(team), as: lead) }
            }
            await #expect(throws: AccessError.self) { try await analytics.watch(watch(world.north), as: plain) }
            await #expect(throws: AccessError.self) { try await analytics.watchList(as: plain) }
            try await analytics.watch(watch(nil), as: manager)
            await #expect(throws: TeamError.unknown) {
                try await analytics.watch(watch(unknown), as: manager)
            }
            #expect(try await analytics.watchList(as: manager).map(\.watched) == [watch(nil)])
            #expect(try await analytics.watchList(as: lead).map(\.id) == [mine])
            await #expect(throws: WatchError.unknown) { try await analytics.unwatch(mine, as: manager) }
            #expect(try await analytics.watchList(as: lead).map(\.id) == [mine])
        }
    }

    @Test func `a supervisor who loses a team no longer sees it, and a removed member has no list`() async throws {
        try await withAnalytics { world async throws in
            let analytics = try world.analytics
            let teams = [world.north, world.south]
            let id = try await world.member("lead", teams.map { Assignment(.supervisor, team: $0) })
            let lead = Principal.member(id)
            for team in teams {
                try await analytics.watch(WatchedFigure(.active, of: team, each: .month, target: .atLeast(1)), as: lead)
            }
            try await world.tenant.roles.revoke(
                Assignment(.supervisor, team: world.north), from: id, as: world.administrator)
            #expect(try await analytics.watchList(as: lead).map(\.watched.team) == [world.south])
            try await world.tenant.roles.grant(
                Assignment(.supervisor, team: world.north), to: id, as: world.administrator)
            #expect(try await analytics.watchList(as: lead).map(\.watched.team) == teams)
            try await world.tenant.members.remove(id, as: world.administrator)
            _ = try await world.member("lead", [Assignment(.manager)])
            #expect(try await analytics.watchList(as: lead).isEmpty)
        }
    }
}
