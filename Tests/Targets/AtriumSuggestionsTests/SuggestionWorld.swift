import Atrium
import AtriumCourses
import AtriumMail
import AtriumSuggestions
import AtriumTesting
import Foundation
import TestSupport
import Testing

/// An organization with two courses and two teams. Ada is in North, Bob in South, Carl in neither. Lea supervises North.
struct SuggestionWorld {
    let test: TemporaryPlatform
    let tenant: Tenant
    let mailbox: Mailbox
    let administrator: Principal
    let manager: Principal
    let lea: Principal
    let ada: Principal
    let bob: Principal
    let carl: Principal
    let north: TeamID
    let south: TeamID
    let swift: CourseID
    let sqlite: CourseID

    var suggestions: SuggestionService { get throws { try tenant[Suggestions.self] } }
    var courses: CourseService { get throws { try tenant[Courses.self] } }

    /// The items of a member (Ada by default), as the member or another principal sees them.
    func items(of member: Principal? = nil, as asker: Principal? = nil) async throws -> [SuggestedCourse] {
        try await suggestions.suggestions(of: (member ?? ada).id, as: asker ?? member ?? ada)
    }

    func state(_ course: CourseID? = nil, of member: Principal? = nil) async throws -> SuggestedCourse.State? {
        try await items(of: member).first { $0.course.id == course ?? swift }?.state
    }

    /// The texts of the mails to an address, without soft line breaks.
    func mails(to address: String = "ada@acme.example") async throws -> [String] {
        try await tenant[Mail.self].deliver()
        return mailbox.mails.filter { $0.recipient.description == address }.map { mail in
            String(decoding: mail.content, as: UTF8.self).replacing("=\r\n", with: "").replacing("\r\n", with: "\n")
        }
    }

    func record(_ learning: Learning, of member: Principal, in course: CourseID? = nil) async throws {
        try await courses.record(learning, of: member.id, in: course ?? swift, as: administrator)
    }
}

extension Principal {
    var id: MemberID { get throws { try #require(member) } }
}

func withSuggestions(
    _ module: Suggestions = Suggestions(), beside others: [any Module] = [], roles: [any Role] = [],
    _ body: (SuggestionWorld) async throws -> Void
) async throws {
    let mailbox = Mailbox()
    let modules: [any Module] = [
        Courses(), Mail(sender: try EmailAddress("no-reply@acme.example"), transport: mailbox), module,
    ]
    try await withTemporaryPlatform(modules + others, configure: { $0.roles = roles }) { test in
        let tenant = try await test.organization()
        let administrator = try await test.member(
            "admin@acme.example", name: "Olga", roles: [Assignment(.administrator)], in: tenant)
        let north = try await tenant.teams.create("North", as: administrator)
        let south = try await tenant.teams.create("South", as: administrator)
        func member(_ name: String, _ roles: [Assignment] = [], _ teams: [TeamID] = []) async throws -> Principal {
            try await test.member(
                "\(name.lowercased())@acme.example", name: name, roles: roles, teams: teams, in: tenant)
        }
        let (swift, sqlite) = (try CourseID("swift-101"), try CourseID("https://learn.example/sqlite"))
        let courses = try tenant[Courses.self]
        try await courses.add(Course(id: swift, title: "Swift, from the start"), as: administrator)
        try await courses.add(Course(id: sqlite, title: "SQLite à la carte"), as: administrator)
        try await body(
            SuggestionWorld(
                test: test, tenant: tenant, mailbox: mailbox, administrator: administrator,
                manager: member("Max", [Assignment(.manager)]),
                lea: member("Lea", [Assignment(.supervisor, team: north)]), ada: member("Ada", [], [north]),
                bob: member("Bob", [], [south]), carl: member("Carl"), north: north, south: south, swift: swift,
                sqlite: sqlite))
    }
}
