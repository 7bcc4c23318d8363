import Atrium
import AtriumCalendar
import AtriumCourses
import AtriumLearningSlots
import AtriumMail
import AtriumSuggestions
import AtriumTesting
import Foundation
import TestSupport
import Testing

typealias SlotWorld = TestOrganization

/// Two teams and six people. Ada and Bob are in North, Carl is in no team. Lea supervises North.
extension SlotWorld {
    var manager: Principal { person("Max") }
    var lea: Principal { person("Lea") }
    var ada: Principal { person("Ada") }
    var bob: Principal { person("Bob") }
    var carl: Principal { person("Carl") }
    var slots: LearningSlotService { get throws { try tenant[LearningSlots.self] } }

    /// Tuesdays at half past nine in Paris, for an hour, from the 5th of January 2026 to the end of March.
    static let tuesdays = SlotSchedule(
        .tuesday, at: 9, 30, for: 60, in: TimeZone(identifier: "Europe/Paris") ?? .gmt,
        from: Day(year: 2026, month: 1, day: 5), to: Day(year: 2026, month: 3, day: 31))

    /// Does what is due, and returns the invitations that a person has got, each as its properties by name.
    func invitations(to name: String = "Ada") async throws -> [[String: String]] {
        test.clock.advance(by: .seconds(60))
        try await test.platform.runDue()
        try await tenant[Mail.self].deliver()
        return mailbox.mails.filter { $0.recipient.description == "\(name.lowercased())@acme.example" }
            .compactMap { calendarPart(of: $0).map(properties) }
    }

    func record(_ minutes: Int, of member: Principal, at moment: String) async throws {
        let date = try Date(moment, strategy: .iso8601)
        try await courses.record(
            .activity(minutes: minutes), of: #require(member.member), in: catalogue[0].id, at: date, as: administrator)
    }
}

/// The calendar that comes with a mail, as text; `nil` if there is none.
func calendarPart(of mail: OutgoingMail) -> String? {
    let text = String(decoding: mail.content, as: UTF8.self)
    guard let start = text.range(of: "Content-Type: text/calendar;"), let end = text.range(of: "END:VCALENDAR") else {
        return nil
    }
    return text[start.lowerBound..<end.upperBound].components(separatedBy: "\r\n\r\n").dropFirst()
        .joined(separator: "\r\n\r\n").replacing("=\r\n", with: "").replacing("=3D", with: "=")
        .replacing("\r\n ", with: "")
}

/// The properties of a calendar by their names. Of several with the same name, the last one counts.
func properties(of text: String) -> [String: String] {
    let pairs = text.components(separatedBy: "\r\n").compactMap { line in
        line.firstIndex(of: ":").map { (String(line[..<$0]), String(line[line.index(after: $0)...])) }
    }
    return Dictionary(pairs) { $1 }
}

func withSlots(
    pageSize: Int = 200, roles: [any Role] = [], _ body: (SlotWorld) async throws -> Void
) async throws {
    let mailbox = Mailbox()
    var module = LearningSlots()
    module.pageSize = pageSize
    let modules: [any Module] = [
        Courses(), Mail(sender: try EmailAddress("no-reply@acme.example"), transport: mailbox), Suggestions(), module,
    ]
    try await withTestOrganization(
        modules, mailbox: mailbox, administrator: "Olga",
        steps: [
            .teams, .course(Course(id: CourseID("swift"), title: "Swift")),
            .person("Max", role: .manager), .person("Lea", role: .supervisor, of: .north),
            .person("Ada", in: .north), .person("Bob", in: .north), .person("Carl"),
        ], configure: { $0.roles = roles }, body)
}
