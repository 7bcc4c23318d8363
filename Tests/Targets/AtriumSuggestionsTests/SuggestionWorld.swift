import Atrium
import AtriumCourses
import AtriumMail
import AtriumSuggestions
import Foundation
import TestSupport
import Testing

typealias SuggestionWorld = TestOrganization

/// Two courses, two teams and five people. Ada is in North, Bob in South, Carl in neither. Lea supervises North.
extension SuggestionWorld {
    var manager: Principal { person("Max") }
    var lea: Principal { person("Lea") }
    var ada: Principal { person("Ada") }
    var bob: Principal { person("Bob") }
    var carl: Principal { person("Carl") }
    var swift: CourseID { catalogue[0].id }
    var sqlite: CourseID { catalogue[1].id }

    var suggestions: SuggestionService { get throws { try tenant[Suggestions.self] } }

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
    try await withTestOrganization(
        modules + others, mailbox: mailbox, administrator: "Olga",
        steps: [
            .teams,
            .course(Course(id: CourseID("swift-101"), title: "Swift, from the start")),
            .course(Course(id: CourseID("https://learn.example/sqlite"), title: "SQLite à la carte")),
            .person("Max", role: .manager), .person("Lea", role: .supervisor, of: .north),
            .person("Ada", in: .north), .person("Bob", in: .south), .person("Carl"),
        ], configure: { $0.roles = roles }, body)
}
