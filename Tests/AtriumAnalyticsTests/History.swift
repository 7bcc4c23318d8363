import Atrium
import AtriumAnalytics
import AtriumCourses
import AtriumTesting
import Foundation
import Testing

/// A random past of an organization, and what figures have to say of it, counted in the plainest way: every event is asked
/// whether it belongs.
struct History {
    /// Something that counts, once for its member and day.
    struct Fact {
        let id: String
        let member: MemberID
        let course: CourseID
        let learning: Learning
        let day: Day
    }

    /// A member in a team, from a day to before another.
    struct Stay {
        let member: MemberID
        let team: TeamID
        var from: Day
        var until: Day?
        let act: Int
    }

    let world: AnalyticsWorld
    var chance: Chance
    private(set) var members: [MemberID] = []
    private(set) var facts: [Fact] = []
    private(set) var stays: [Stay] = []
    private var removed: Set<MemberID> = []
    private var isNorthOpen = true
    private var acts = 0
    private var ids = 0
    let zone: TimeZone

    init(world: AnalyticsWorld, seed: UInt64, zone: TimeZone = .gmt) {
        (self.world, self.zone) = (world, zone)
        chance = Chance(seed: seed)
    }

    private var today: Day { Day(world.test.clock.now, in: zone) }
    private var teams: [TeamID] { isNorthOpen ? [world.north, world.south] : [world.south] }

    /// Lets something happen.
    mutating func step() async throws {
        switch chance.below(20) {
        case 0: world.test.clock.advance(by: .seconds(chance.below(86_400 * 40)))
        case 19: world.test.clock.advance(by: .seconds(-chance.below(86_400 * 3)))
        case 1, 2: try await join()
        case 3: try await changeTeams()
        case 4: try await voidSomething()
        case 5: if chance.below(8) == 0 { try await removeSomebody() }
        case 6: if chance.below(30) == 0 { try await archiveNorth() }
        default: try await learn()
        }
    }

    private mutating func join() async throws {
        let first = chance.below(3) == 0 ? [] : chance.below(3) == 0 ? teams : [chance.one(of: teams)]
        let member = try await world.member("member\(members.count)", [], first)
        members.append(member)
        acts += 1
        stays += first.map { Stay(member: member, team: $0, from: today, act: acts) }
    }

    private mutating func changeTeams() async throws {
        let present = members.filter { !removed.contains($0) }
        guard !present.isEmpty else { return }
        let (member, team) = (chance.one(of: present), chance.one(of: teams))
        let place = stays.lastIndex { $0.member == member && $0.team == team && $0.until == nil }
        if let place {
            try await world.tenant.teams.remove(member, from: team, as: world.administrator)
            stays[place].until = max(stays[place].from, today)
        } else {
            try await world.tenant.teams.add(member, to: team, as: world.administrator)
            acts += 1
            stays.append(Stay(member: member, team: team, from: today, act: acts))
        }
    }

    private mutating func removeSomebody() async throws {
        let present = members.filter { !removed.contains($0) }
        guard !present.isEmpty else { return }
        let member = chance.one(of: present)
        try await world.tenant.members.remove(member, as: world.administrator)
        removed.insert(member)
        end { $0.member == member }
    }

    private mutating func archiveNorth() async throws {
        guard isNorthOpen else { return }
        try await world.tenant.teams.archive(world.north, as: world.administrator)
        isNorthOpen = false
        let north = world.north
        end { $0.team == north }
    }

    private mutating func end(_ isMeant: (Stay) -> Bool) {
        for place in stays.indices where stays[place].until == nil && isMeant(stays[place]) {
            stays[place].until = max(stays[place].from, today)
        }
    }

    private mutating func learn() async throws {
        guard !members.isEmpty else { return }
        let learning: Learning =
            switch chance.below(10) {
            case 0, 1: .enrolled
            case 2: .initialized
            case 3: .completed
            case 4: .failed
            case 5: .withdrawn
            case 6: .progressed(percent: chance.below(101))
            default: .activity(minutes: chance.below(2) == 0 ? nil : chance.below(90))
            }
        let moment = world.test.clock.now.addingTimeInterval(Double(chance.below(86_400 * 200)) * -1 + 86_400 * 20)
        ids += 1
        let fact = Fact(
            id: "f\(ids)", member: chance.one(of: members), course: chance.one(of: [world.swift, world.sqlite]),
            learning: learning, day: Day(moment, in: zone))
        do {
            let outcome = try await world.courses.record(
                learning, of: fact.member, in: fact.course, at: moment, id: fact.id, as: world.administrator)
            if outcome == .recorded { facts.append(fact) }
        } catch is LearningError {
            // What the record refuses counts for nobody.
        }
    }

    /// Voids activity: what voiding an end brings about is the record's to test.
    private mutating func voidSomething() async throws {
        let voidable = facts.indices.filter { facts[$0].learning.kind != .enrolled && facts[$0].learning.kind.isWork }
        guard !voidable.isEmpty else { return }
        let place = chance.one(of: voidable)
        try await world.courses.void(facts[place].id, of: facts[place].member, as: world.administrator)
        facts.remove(at: place)
    }

    // MARK: - What has to come out

    private func belongs(_ fact: Fact, to team: TeamID) -> Bool {
        let own = stays.filter { $0.member == fact.member }
        let firstAct = own.map(\.act).min()
        return own.contains { stay in
            let from = stay.act == firstAct ? Day(number: -100_000) : stay.from
            return stay.team == team && from <= fact.day && stay.until.map { fact.day < $0 } ?? true
        }
    }

    /// The value of each figure for those facts that a filter leaves.
    func expected(
        _ days: Range<Day>, team: TeamID? = nil, course: CourseID? = nil, member: MemberID? = nil
    ) -> [KeyFigure: FigureValue] {
        let all = facts.filter { fact in
            (course == nil || fact.course == course) && (member == nil || fact.member == member)
        }
        let own = all.filter { fact in days.contains(fact.day) && team.map { belongs(fact, to: $0) } ?? true }
        func count(_ kind: Learning.Kind) -> Int { own.count { $0.learning.kind == kind } }
        let work = own.filter { $0.learning.kind == .activity || $0.learning.kind == .progressed }
        var starts: [[String]: Fact] = [:]
        for fact in all where fact.learning.kind.isWork {
            let pair = [fact.member.description, fact.course.description]
            if starts[pair].map({ fact.day < $0.day }) ?? true { starts[pair] = fact }
        }
        let started = starts.values.filter { fact in
            days.contains(fact.day) && team.map { belongs(fact, to: $0) } ?? true
        }
        let ended = count(.completed) + count(.failed) + count(.withdrawn)
        return [
            .active: .count(Set(work.map(\.member)).count), .enrolled: .count(count(.enrolled)),
            .started: .count(started.count), .completed: .count(count(.completed)), .failed: .count(count(.failed)),
            .withdrawn: .count(count(.withdrawn)), .activities: .count(work.count),
            .minutes: .count(work.reduce(0) { $0 + ($1.learning.minutes ?? 0) }),
            .certificates: .count(count(.completed)),
            .completionRate: ended == 0 ? .none : .rate(part: count(.completed), total: ended),
        ]
    }
}

extension Learning.Kind {
    /// Whether it is a sign that somebody started.
    var isWork: Bool { self == .activity || self == .progressed || self == .initialized }
}
