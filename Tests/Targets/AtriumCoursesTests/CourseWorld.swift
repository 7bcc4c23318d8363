import Atrium
import AtriumCourses
import Foundation
import TestSupport
import Testing

typealias CourseWorld = TestOrganization

/// Two courses and a member. `ada` is the member's id.
extension CourseWorld {
    var ada: MemberID { person("Ada").member! }
    var swift: CourseID { catalogue[0].id }
    var sqlite: CourseID { catalogue[1].id }

    func member(_ name: String) async throws -> MemberID {
        try #require(try await admit(name).member)
    }

    /// The kinds of the entries that count in Ada's record of the Swift course.
    func kinds() async throws -> [Learning.Kind] {
        try await courses.entries(of: ada, in: swift, as: administrator).map(\.learning.kind)
    }

    func participation() async throws -> Participation {
        try #require(try await courses.participations(of: ada, as: administrator).first { $0.course == swift })
    }

    func record(_ learning: Learning, at date: Date? = nil, id: String? = nil) async throws -> RecordingOutcome {
        try await courses.record(learning, of: ada, in: swift, at: date, id: id, as: administrator)
    }
}

func withCourses(
    _ modules: [any Module] = [], futureTolerance: Duration? = nil, retakes: RetakeRule = RetakeRule(),
    completionRule: CompletionRule = .completedOrPassed, _ body: (CourseWorld) async throws -> Void
) async throws {
    var module = Courses()
    (module.retakes, module.completionRule) = (retakes, completionRule)
    if let futureTolerance { module.futureTolerance = futureTolerance }
    try await withTestOrganization(
        [module] + modules,
        steps: [
            .course(
                Course(id: CourseID("swift-101"), title: "Swift, from the start", language: "en-GB", minutes: 600)),
            .course(
                Course(
                    id: CourseID("https://learn.example/sqlite"), title: "SQLite à la carte",
                    description: "Écrire & lire", language: "fr")),
            .person("Ada"),
        ], body)
}

/// Noon of a day in 2025, UTC.
func noon(_ month: Int, _ day: Int) -> Date {
    let text = "2025-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    return Day(text)!.start(in: .gmt).addingTimeInterval(43_200)
}
