import Atrium
import AtriumCourses
import AtriumTesting
import Foundation
import Testing

/// An organization with two courses and a member.
struct CourseWorld {
    let test: TemporaryPlatform
    let tenant: Tenant
    let courses: CourseService
    let administrator: Principal
    let ada: MemberID
    let swift: CourseID
    let sqlite: CourseID

    func member(_ name: String) async throws -> MemberID {
        try #require(try await test.member("\(name)@acme.example", name: name, in: tenant).member)
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
    try await withTemporaryPlatform([module] + modules) { test in
        let tenant = try await test.organization()
        let courses = try tenant[Courses.self]
        let administrator = try await test.member(
            "admin@acme.example", roles: [Assignment(.administrator)], in: tenant)
        let (swift, sqlite) = (try CourseID("swift-101"), try CourseID("https://learn.example/sqlite"))
        try await courses.add(
            Course(id: swift, title: "Swift, from the start", language: "en-GB", minutes: 600), as: administrator)
        try await courses.add(
            Course(id: sqlite, title: "SQLite à la carte", description: "Écrire & lire", language: "fr"),
            as: administrator)
        let ada = try await test.member("ada@acme.example", name: "Ada", in: tenant)
        try await body(
            CourseWorld(
                test: test, tenant: tenant, courses: courses, administrator: administrator,
                ada: #require(ada.member), swift: swift, sqlite: sqlite))
    }
}

/// Noon of a day in 2025, UTC.
func noon(_ month: Int, _ day: Int) -> Date {
    let text = "2025-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    return Day(text)!.start(in: .gmt).addingTimeInterval(43_200)
}
