import Atrium
import AtriumCourses
import AtriumTesting
import Foundation
import TestSupport
import Testing

/// Retakes, by statements and by enrolments.
struct AttemptTests {
    /// A short form of a statement: verb, date and, if given, registration and result.
    struct Said: Sendable, CustomTestStringConvertible {
        let verb: String
        let date: String
        var registration: String?
        var result: String?

        init(_ verb: String, _ date: String, in registration: String? = nil, result: String? = nil) {
            (self.verb, self.date, self.registration, self.result) = (verb, date, registration, result)
        }

        var testDescription: String { "\(verb) \(date) \(registration ?? "") \(result ?? "")" }

        func text(_ number: Int) -> String {
            let context = registration.map {
                #","context":{"registration":"6f1a0c4e-0000-4000-9000-00000000000\#($0)"}"#
            }
            return #"""
                {"id":"6f1a0c4e-0000-4000-8000-00000000000\#(number)","actor":{"mbox":"mailto:ada@acme.example"},
                 "verb":{"id":"http://adlnet.gov/expapi/verbs/\#(verb)"},
                 "object":{"id":"https://learn.example/sqlite"},"timestamp":"\#(date)T10:00:00Z"\#(context ?? "")
                 \#(result.map { #","result":\#($0)"# } ?? "")}
                """#
        }
    }

    /// Imports the statements one by one, and gives the states of the attempts and the member's participation.
    private func attempts(
        _ said: [Said], _ world: CourseWorld
    ) async throws -> (states: [ParticipationState], participation: Participation) {
        for (number, statement) in said.enumerated() {
            let report = try await world.load(statement.text(number), .xapi)
            #expect(report[.accepted] + report[.repeated] == 1, "\(report.remarks)")
        }
        let attempts = try await world.courses.attempts(of: world.ada, in: world.sqlite, as: world.administrator)
        #expect(attempts.map(\.number) == Array(1..<(attempts.count + 1)))
        let all = try await world.courses.participations(of: world.ada, as: world.administrator)
        return (attempts.map(\.state), try #require(all.first))
    }

    static let sequences: [([Said], [ParticipationState])] = [
        ([Said("failed", "2025-03-01"), Said("passed", "2025-03-02")], [.failed, .completed]),
        ([Said("failed", "2025-03-01", in: "1"), Said("passed", "2025-03-02", in: "1")], [.failed, .completed]),
        (
            [Said("failed", "2025-03-01"), Said("failed", "2025-03-02"), Said("failed", "2025-03-02")],
            [.failed, .failed]
        ),
        ([Said("passed", "2024-03-01"), Said("passed", "2025-03-01")], [.completed, .completed]),
        ([Said("passed", "2024-03-01", in: "1"), Said("passed", "2025-03-01", in: "1")], [.completed, .completed]),
        ([Said("passed", "2025-03-01", in: "1"), Said("passed", "2025-03-02", in: "2")], [.completed, .completed]),
        ([Said("completed", "2025-03-01"), Said("passed", "2025-03-04")], [.completed]),
        ([Said("completed", "2025-03-01", in: "1"), Said("passed", "2025-03-04", in: "1")], [.completed]),
        // Within one attempt, a completion outweighs a failure.
        ([Said("completed", "2025-03-01"), Said("failed", "2025-03-01")], [.completed]),
        ([Said("passed", "2024-03-01"), Said("failed", "2025-03-01")], [.completed, .failed]),
        // A statement that comes late is placed by its date.
        ([Said("passed", "2025-03-02"), Said("failed", "2025-03-01")], [.failed, .completed]),
        ([Said("passed", "2025-03-01"), Said("passed", "2024-03-01")], [.completed, .completed]),
        ([Said("passed", "2025-03-04"), Said("completed", "2025-03-01")], [.completed]),
        ([Said("passed", "2025-03-04", in: "2"), Said("failed", "2025-03-01", in: "1")], [.failed, .completed]),
        // Another registration is another attempt as soon as the learner works under it.
        (
            [
                Said("initialized", "2025-03-01", in: "1"), Said("passed", "2025-03-02", in: "1"),
                Said("initialized", "2025-03-04", in: "2"), Said("passed", "2025-03-05", in: "2"),
            ], [.completed, .completed]
        ),
        (
            [
                Said("failed", "2025-03-01", in: "1"), Said("initialized", "2025-03-01", in: "2"),
                Said("failed", "2025-03-01", in: "2"),
            ], [.failed, .failed]
        ),
        (
            [Said("passed", "2025-03-01", in: "1"), Said("initialized", "2025-03-02", in: "2")],
            [.completed, .enrolled]
        ),
        ([Said("passed", "2025-03-01", in: "1"), Said("initialized", "2025-03-02", in: "1")], [.completed]),
        // Two attempts at the same time.
        (
            [
                Said("initialized", "2025-03-01", in: "1"), Said("initialized", "2025-03-01", in: "2"),
                Said("failed", "2025-03-02", in: "1"), Said("passed", "2025-03-02", in: "2"),
            ], [.failed, .completed]
        ),
        // Opening a completed course is no new attempt by itself.
        ([Said("passed", "2024-03-01"), Said("initialized", "2025-03-01")], [.completed]),
    ]

    @Test(arguments: sequences)
    func `successive ends of a course are one attempt or several`(_ said: [Said], _ states: [ParticipationState])
        async throws
    {
        try await withCourses { world async throws in
            let (found, participation) = try await attempts(said, world)
            #expect(found == states)
            #expect(participation.state == states.last && participation.attempts == states.count)
            #expect((participation.completedAt != nil) == states.contains(.completed))
        }
    }

    @Test(arguments: [
        (
            CompletionRule.completedOrPassed, "completed", #"{"success":false,"completion":true}"#,
            [ParticipationState.failed]
        ),
        (.completedOrPassed, "passed", #"{"completion":false}"#, [.enrolled]),
        (.completedOrPassed, "completed", #"{"success":true}"#, [.completed]),
        (.completedOrPassed, "completed", #"{"success":"no"}"#, [.completed]),
        (.passed, "completed", "{}", [.enrolled]), (.passed, "completed", #"{"success":true}"#, [.completed]),
        (.passed, "passed", "{}", [.completed]), (.passed, "completed", #"{"success":false}"#, [.failed]),
        (.completed, "completed", #"{"success":false}"#, [.completed]), (.completed, "passed", "{}", [.enrolled]),
        (.completed, "passed", #"{"completion":true}"#, [.completed]), (.completed, "failed", "{}", [.failed]),
    ])
    func `an integrator chooses which statements complete a course`(
        _ rule: CompletionRule, _ verb: String, _ result: String, _ states: [ParticipationState]
    ) async throws {
        try await withCourses(completionRule: rule) { world async throws in
            #expect(try await attempts([Said(verb, "2025-03-01", result: result)], world).states == states)
        }
    }

    @Test func `an integrator chooses how far apart two ends must be to be two attempts`() async throws {
        let rule = RetakeRule(afterCompletion: .seconds(3600), afterFailure: .seconds(7 * 86_400))
        try await withCourses(retakes: rule) { world async throws in
            let said = [
                Said("failed", "2025-03-01"), Said("failed", "2025-03-05"), Said("passed", "2025-03-06"),
                Said("passed", "2025-03-07"),
            ]
            #expect(try await attempts(said, world).states == [.failed, .completed, .completed])
        }
    }

    @Test func `when an end is voided, its attempt takes its next end`() async throws {
        try await withCourses { world async throws in
            let said = [Said("failed", "2025-03-01"), Said("passed", "2025-03-02"), Said("passed", "2025-03-03")]
            #expect(try await attempts(said, world).states == [.failed, .completed])
            try await world.courses.void(
                "6f1a0c4e-0000-4000-8000-000000000001", of: world.ada, as: world.administrator)
            let attempts = try await world.courses.attempts(of: world.ada, in: world.sqlite, as: world.administrator)
            #expect(attempts.map(\.state) == [.failed, .completed])
            #expect(attempts.last?.endedAt == Date(timeIntervalSince1970: 1_740_996_000))
        }
    }

    @Test func `a member who is enrolled again is in a new attempt, and a different second end is refused`()
        async throws
    {
        try await withCourses { world async throws in
            for learning in [Learning.enrolled, .failed, .enrolled, .completed] {
                #expect(try await world.record(learning) == .recorded)
            }
            #expect(try await world.record(.completed) == .repeated)
            await #expect(throws: LearningError.alreadyEnded(.completed)) { try await world.record(.failed) }
            let attempts = try await world.courses.attempts(of: world.ada, in: world.swift, as: world.administrator)
            #expect(attempts.map(\.state) == [.failed, .completed])
        }
    }
}
