import Atrium
import AtriumCourses
import AtriumTesting
import Foundation
import TestSupport
import Testing

/// A random past of an organization, and the figures that it must give.
///
/// The figures are counted in the plainest way: each one checks every event.
struct History {
    /// An entry that counts.
    struct Fact {
        let entry: LearningEntry
        let day: Day

        var member: MemberID { entry.member }
        var kind: Learning.Kind { entry.learning.kind }
        var isEnrolment: Bool { kind == .enrolled || entry.enrols }
        var isActivity: Bool { kind == .activity || kind == .progressed }
        /// Whether it shows that the member started the course.
        var isStart: Bool { isActivity || kind == .initialized }
    }

    /// The time of a member in a team, from a day until another that is not included.
    struct Stay {
        let member: MemberID
        let team: TeamID
        var from: Day
        var until: Day?
        let act: Int
    }

    let world: AnalyticsWorld
    var chance: SeededGenerator
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
        chance = SeededGenerator(seed: seed)
    }

    private var today: Day { Day(world.test.clock.now, in: zone) }
    private var teams: [TeamID] { isNorthOpen ? [world.north, world.south] : [world.south] }

    /// Does one random thing.
    mutating func step() async throws {
        switch chance.below(20) {
        case 0: world.test.clock.advance(by: .seconds(chance.below(86_400 * 40)))
        case 19: world.test.clock.advance(by: .seconds(-chance.below(86_400 * 3)))
        case 1, 2: try await join()
        case 3: try await changeTeams()
        case 4: try await change()
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

    // MARK: - Learning

    private mutating func learn() async throws {
        guard !members.isEmpty else { return }
        do {
            switch chance.below(4) {
            case 0: try await importLines(.csv)
            case 1: try await importLines(.xapi)
            default:
                ids += 1
                try await world.courses.record(
                    learning(), of: chance.one(of: members), in: course(), at: moment(), id: "f\(ids)",
                    as: world.administrator)
            }
        } catch is LearningError {
            // An entry that the record refuses does not count.
        } catch MemberError.notActive {}
    }

    private mutating func change() async throws {
        guard !members.isEmpty else { return }
        let member = chance.one(of: members)
        let entries = try await world.courses.entries(of: member, in: course(), as: world.administrator)
        guard !entries.isEmpty else { return }
        let id = chance.one(of: entries).id
        do {
            if chance.below(2) == 0 {
                try await world.courses.void(id, of: member, as: world.administrator)
            } else {
                try await world.courses.correct(
                    id, to: learning(), of: member, at: moment(), as: world.administrator)
            }
        } catch is LearningError {}
    }

    private mutating func course() -> CourseID { chance.one(of: [world.swift, world.sqlite]) }

    private mutating func learning() -> Learning {
        switch chance.below(10) {
        case 0, 1: .enrolled
        case 2: .initialized
        case 3: .completed
        case 4: .failed
        case 5: .withdrawn
        case 6: .progressed(percent: chance.below(101))
        default: .activity(minutes: chance.below(2) == 0 ? nil : chance.below(90))
        }
    }

    private mutating func moment() -> Date {
        world.test.clock.now.addingTimeInterval(Double(-chance.below(86_400 * 200)))
    }

    /// Imports up to 40 lines, in batches that mix kinds. Some lines are already known, and some are refused.
    private mutating func importLines(_ format: RecordFormat) async throws {
        let count = 1 + chance.below(40)
        let lines = (0..<count).map { _ in format == .csv ? csvLine() : statement() }
        let text = (format == .csv ? "id,email,course,event,date,minutes,progress\n" : "") + lines.joined()
        let source = AsyncStream<[UInt8]> { stream in
            stream.yield(Array(text.utf8))
            stream.finish()
        }
        let report = try await world.courses.importRecord(format, from: source, as: world.administrator).get()
        #expect(report.total == count)
        #expect(report[.held] == 0)
    }

    private mutating func csvLine() -> String {
        let learning = learning()
        let number = chance.below(2) == 0 ? ids : chance.below(max(ids, 1))
        ids += 1
        let address = "member\(chance.below(members.count))@acme.example"
        let date = chance.below(2) == 0 ? "\(Day(moment(), in: zone))" : moment().formatted(.iso8601)
        let (minutes, percent) = (learning.minutes.map { "\($0)" } ?? "", learning.percent.map { "\($0)" } ?? "")
        return "c\(number),\(address),\(course()),\(learning.kind),\(date),\(minutes),\(percent)\n"
    }

    private mutating func statement() -> String {
        func id(_ number: Int) -> String {
            let digits = String(number)
            return "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
        }
        ids += 1
        if chance.below(8) == 0 {
            return """
                {"id": "\(id(ids))", "actor": {"mbox": "mailto:a@acme.example"}, \
                "verb": {"id": "http://adlnet.gov/expapi/verbs/voided"}, \
                "object": {"objectType": "StatementRef", "id": "\(id(chance.below(ids + 20)))"}}\n
                """
        }
        let verb = chance.one(of: ["initialized", "progressed", "progressed", "completed", "passed", "failed"])
        return """
            {"id": "\(id(ids))", "actor": {"mbox": "mailto:member\(chance.below(members.count))@acme.example"}, \
            "verb": {"id": "http://adlnet.gov/expapi/verbs/\(verb)"}, "timestamp": "\(moment().formatted(.iso8601))", \
            "object": {"id": "https://learn.example/\(course())"}, "result": {"duration": "PT\(chance.below(90))M"}}\n
            """
    }

    /// Reads all entries of the learning record that count.
    mutating func load() async throws {
        facts = []
        for member in members {
            for course in [world.swift, world.sqlite] {
                let entries = try await world.courses.entries(of: member, in: course, as: world.administrator)
                facts += entries.map { Fact(entry: $0, day: $0.day ?? Day($0.effectiveAt, in: zone)) }
            }
        }
    }
}
