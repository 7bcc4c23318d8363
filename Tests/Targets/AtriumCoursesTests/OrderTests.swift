import Atrium
import AtriumCourses
import AtriumTesting
import Foundation
import TestSupport
import Testing

/// Statements lead to the same attempts in any order of arrival: the attempts of their order by date.
struct OrderTests {
    /// A short form of a statement.
    struct Said: Sendable {
        let verb: String
        let day: Int
        var registration: Int?
        var isVoided = false

        init(_ verb: String, _ day: Int, in registration: Int? = nil, isVoided: Bool = false) {
            (self.verb, self.day, self.registration, self.isVoided) = (verb, day, registration, isVoided)
        }

        /// The lines of the statement with this number in this course. A voided statement has a second line, which voids it.
        func lines(_ number: Int, in course: Int) -> [String] {
            func id(_ kind: Int) -> String {
                String(
                    UUID(uuid: (0, 0, 0, UInt8(kind), 0, 0, 0x40, 0, 0x80, 0, 0, 0, 0, 0, 0, 0)).uuidString.prefix(24))
                    + String(course * 10 + number + 100_000_000_000)
            }
            let date = noon(1, 1).addingTimeInterval(Double(day) * 86_400).formatted(.iso8601)
            let context = registration.map {
                #","context":{"registration":"6f1a0c4e-0000-4000-9000-00000000000\#($0)"}"#
            }
            let statement = """
                {"id":"\(id(1))","actor":{"mbox":"mailto:ada@acme.example"},"timestamp":"\(date)",\
                "verb":{"id":"http://adlnet.gov/expapi/verbs/\(verb)"},"object":{"id":"urn:course:\(course)"}\(context ?? "")}
                """
            let void = """
                {"id":"\(id(2))","actor":{"mbox":"mailto:lrs@acme.example"},\
                "verb":{"id":"http://adlnet.gov/expapi/verbs/voided"},\
                "object":{"objectType":"StatementRef","id":"\(id(1))"}}
                """
            return isVoided ? [statement, void] : [statement]
        }
    }

    /// A member's record of a course, without what differs between courses.
    private struct Told: Equatable {
        var attempts: [Attempt] = []
        var state: ParticipationState?
        var dates: [Date?] = []
        var completions: [Date] = []
    }

    private func told(_ course: Int, _ world: CourseWorld) async throws -> Told {
        let (id, admin) = (try CourseID("urn:course:\(course)"), world.administrator)
        var told = Told()
        told.attempts = try await world.courses.attempts(of: world.ada, in: id, as: admin)
        told.completions = try await world.courses.entries(of: world.ada, in: id, as: admin)
            .filter { $0.learning == .completed }.map(\.effectiveAt)
        if let all = try await world.courses.participations(of: world.ada, as: admin).first(where: { $0.course == id })
        {
            told.state = all.state
            told.dates = [all.enrolledAt, all.startedAt, all.lastActiveAt, all.endedAt, all.completedAt]
        }
        return told
    }

    /// All orders of the numbers below a count. The ascending one is first.
    private func orders(_ count: Int) -> [[Int]] {
        guard count > 0 else { return [[]] }
        return (0..<count).flatMap { first in
            orders(count - 1).map { rest in [first] + rest.map { $0 < first ? $0 : $0 + 1 } }
        }
    }

    /// Imports the statements in every order, each time into another course, and expects the same result every time.
    private func check(_ said: [Said], _ number: inout Int, _ world: CourseWorld) async throws {
        let sorted = said.sorted { $0.day < $1.day }
        var lines = sorted.enumerated().map { (position, statement) in (position, statement) }
        // A voiding line can come before its statement or after it. In the order by date it is at the end.
        for (position, statement) in sorted.enumerated() where statement.isVoided {
            lines.append((position, statement))
        }
        var first: Told?
        for order in orders(lines.count) {
            number += 1
            try await world.courses.add(
                Course(id: CourseID("urn:course:\(number)"), title: "X"), as: world.administrator)
            let text = order.map { index in
                let (position, statement) = lines[index]
                return statement.lines(position, in: number)[index < sorted.count ? 0 : 1]
            }
            // Most orders are imported in one commit, some in one commit for each line.
            for part in number % 4 > 0 ? [text.joined(separator: "\n")] : text {
                let report = try await world.load(part, .xapi)
                #expect(report[.refused] + report[.held] == 0, "\(report.remarks)")
            }
            let told = try await told(number, world)
            first = first ?? told
            #expect(told == first, "\(sorted), as \(order)")
            #expect(told.attempts.allSatisfy { $0.endedAt ?? .distantFuture >= $0.enrolledAt })
            if told != first { return }
        }
    }

    static let found: [[Said]] = [
        [Said("passed", 0, in: 1), Said("initialized", 90, in: 2)],
        [Said("failed", 31, in: 1), Said("initialized", 60, in: 2)],
        [Said("completed", 1), Said("initialized", 90)],
        [Said("passed", 2, in: 2), Said("initialized", 31, in: 1), Said("failed", 60)],
        [Said("passed", 2, in: 2), Said("failed", 29, in: 1), Said("passed", 30, in: 2), Said("completed", 45)],
        [
            Said("completed", 1, in: 2), Said("passed", 2, in: 1), Said("completed", 29, in: 2), Said("passed", 45),
            Said("initialized", 60),
        ],
        [Said("failed", 1, in: 1), Said("failed", 1, in: 2), Said("initialized", 0)],
        [
            Said("initialized", 1, in: 1), Said("initialized", 1, in: 2), Said("failed", 2, in: 1),
            Said("passed", 2, in: 2), Said("failed", 2, in: 2),
        ],
        [Said("initialized", 1), Said("passed", 1), Said("failed", 1), Said("completed", 40), Said("failed", 40)],
        [Said("passed", 1, in: 1, isVoided: true), Said("initialized", 2, in: 2), Said("initialized", 3, in: 2)],
        [
            Said("passed", 1, in: 1), Said("progressed", 2, in: 2), Said("passed", 3, in: 1),
            Said("progressed", 4, in: 2),
        ],
    ]

    @Test(arguments: found.indices)
    func `attempts follow the order by date, in whatever order the statements come`(_ index: Int) async throws {
        try await withCourses { world async throws in
            var number = 0
            try await check(Self.found[index], &number, world)
        }
    }

    @Test(arguments: 1...2 as ClosedRange<UInt64>)
    func `random statements lead to the same attempts in any order`(_ seed: UInt64) async throws {
        var random = SeededGenerator(seed: seed)
        try await withCourses { world async throws in
            var number = 0
            for (size, sets) in [(2, 8), (3, 8), (4, 2), (5, 1)] {
                for _ in 0..<sets {
                    let hasRegistrations = Bool.random(using: &random)
                    // At most one void, because each adds a line to every order.
                    let voided = size < 5 ? Int.random(in: 0..<(3 * size), using: &random) : size
                    let said = (0..<size).map { position in
                        Said(
                            ["initialized", "passed", "failed", "completed"].randomElement(using: &random) ?? "",
                            [0, 1, 1, 2, 10, 29, 30, 31, 45, 60, 90].randomElement(using: &random) ?? 0,
                            in: hasRegistrations ? [1, 2, nil].randomElement(using: &random) ?? nil : nil,
                            isVoided: position == voided)
                    }
                    try await check(said, &number, world)
                }
            }
        }
    }

    @Test func `a store that sends the newest first enrols at the date of the oldest, in an answer of any length`()
        async throws
    {
        try await withCourses { world async throws in
            try await world.courses.add(Course(id: CourseID("urn:course:1"), title: "X"), as: world.administrator)
            for days in [0..<150, 150..<300] {
                let text = days.reversed().map { day in
                    let verb = day % 100 == 99 ? "passed" : "progressed"
                    return Said(verb, day, in: day / 100 + 1).lines(day % 10, in: day / 10)[0]
                        .replacing("urn:course:\(day / 10)\"", with: "urn:course:1\"")
                }
                #expect(try await world.load(text.joined(separator: "\n"), .xapi)[.accepted] == 150)
            }
            let found = try await told(1, world)
            let day = { (day: Int) in noon(1, 1).addingTimeInterval(Double(day) * 86_400) }
            #expect(found.attempts.map(\.enrolledAt) == [0, 100, 200].map(day))
            #expect(found.attempts.map(\.endedAt) == [99, 199, 299].map(day))
        }
    }
}
