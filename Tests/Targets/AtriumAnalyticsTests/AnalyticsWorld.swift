import Atrium
import AtriumAnalytics
import AtriumCourses
import AtriumInvitations
import AtriumMail
import AtriumSeats
import Foundation
import TestSupport
import Testing

typealias AnalyticsWorld = TestOrganization

/// Two courses and two teams, for tests of figures.
extension AnalyticsWorld {
    var swift: CourseID { catalogue[0].id }
    var sqlite: CourseID { catalogue[1].id }

    var analytics: AnalyticsService { get throws { try tenant[Analytics.self] } }

    func member(_ name: String, _ roles: [Assignment] = [], _ teams: [TeamID] = []) async throws -> MemberID {
        try #require(try await admit(name, roles, teams).member)
    }

    /// Invites a person, and accepts the invitation for them.
    func invite(_ name: String, _ teams: [TeamID] = []) async throws -> MemberID {
        let invitations = try tenant[Invitations.self]
        let address = try EmailAddress("\(name)@acme.example")
        _ = try await invitations.invite([address], teams: teams, as: administrator)
        try await tenant[Mail.self].deliver()
        let token = try #require(mailbox.token(to: address.description))
        let account = try await invitations.createAccount(token, name: name, as: .visitor)
        return try await invitations.accept(token, as: .account(account))
    }

    @discardableResult
    func record(
        _ learning: Learning, _ member: MemberID, _ day: String, in course: CourseID? = nil, id: String? = nil
    ) async throws -> RecordingOutcome {
        let date = try #require(Day(day)).start(in: .gmt).addingTimeInterval(43_200)
        return try await courses.record(
            learning, of: member, in: course ?? swift, at: date, id: id, as: administrator)
    }

    /// The value of a figure in the first row of a table.
    func value(
        _ figure: KeyFigure, _ days: String, team: TeamID? = nil, course: CourseID? = nil, member: MemberID? = nil,
        as principal: Principal? = nil
    ) async throws -> FigureValue {
        var query = FigureQuery(days: try interval(days))
        (query.team, query.course, query.member) = (team, course, member)
        let table = try await analytics.table(query, as: principal ?? administrator)
        return table.value(of: figure, in: try #require(table.rows.first))
    }

    func count(
        _ figure: KeyFigure, _ days: String, team: TeamID? = nil, course: CourseID? = nil, member: MemberID? = nil
    ) async throws -> Int {
        let value = try await value(figure, days, team: team, course: course, member: member)
        guard case .count(let count) = value else { throw Unexpected(value: value) }
        return count
    }

    struct Unexpected: Error { let value: FigureValue }
}

/// Reads an interval like `2025-01-01..2025-02-01`, which does not include its last day.
func interval(_ text: String) throws -> Range<Day> {
    let parts = text.split(separator: "..")
    return try #require(Day(parts[0]))..<#require(Day(parts[1]))
}

func analyticsModules(_ mailbox: Mailbox, withAnalytics: Bool = true) throws -> [any Module] {
    // Small pages, so that a few lines need several of them.
    var courses = Courses()
    courses.pageSize = 7
    var analytics = Analytics()
    analytics.batchSize = 7
    var invitations = Invitations { Mailbox.link + $0 }
    invitations.pageSize = 3
    let modules: [any Module] = [
        Seats(), Mail(sender: try EmailAddress("no-reply@acme.example"), transport: mailbox), invitations, courses,
    ]
    return modules + (withAnalytics ? [analytics] : [])
}

func withAnalytics(
    configure: (inout PlatformConfiguration) -> Void = { _ in }, _ body: (AnalyticsWorld) async throws -> Void
) async throws {
    let mailbox = Mailbox()
    try await withTestOrganization(
        analyticsModules(mailbox), mailbox: mailbox,
        steps: [
            .course(Course(id: CourseID("swift"), title: "Swift", link: "https://learn.example/swift")),
            .course(Course(id: CourseID("sqlite"), title: "SQLite", link: "https://learn.example/sqlite")),
            .teams,
        ], configure: configure, body)
}
