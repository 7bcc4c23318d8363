import Atrium
import AtriumAccessTokens
import AtriumAnalytics
import AtriumCertificates
import AtriumCourses
import AtriumInvitations
import AtriumLearningSlots
import AtriumMail
import AtriumPrivacy
import AtriumSeats
import AtriumSuggestions
import AtriumTeamPages
import AtriumTesting
import Foundation
import TestSupport
import Testing

/// The kinds of principals that ask, in the order of the matrix's columns.
enum Asker: String, CaseIterable, Sendable {
    case administrator, manager
    /// The supervisor of North.
    case supervisor
    /// A member of North without a role.
    case member
    case deactivated
    /// A signed-in member of another organization.
    case foreigner
    /// A signed-in account that is not a member of any organization.
    case account
    case visitor
    /// An operator of the platform.
    case `operator`
}

/// An organization with two active teams, a principal of each kind, and a pending invitation.
struct World: Sendable {
    let test: TemporaryPlatform
    let tenant: Tenant
    let north: TeamID
    let south: TeamID
    /// An archived team.
    let west: TeamID
    let principals: [Asker: Principal]
    /// `ada` is in North, `bob` is in South, and `carl` is in neither.
    let ada: MemberID
    let bob: MemberID
    let carl: MemberID
    /// The token of an invitation to `invited@acme.example`, who has an account.
    let token: String
    let invitedAccount: AccountID
    /// The course in which `ada` is enrolled. The id of that entry is `enrolment`.
    let course: CourseID
    /// The suggestions of the course to the two teams, a goal of `bob`, and the token of `ada`'s calendar.
    let toNorth: ID<Suggestion>
    let toSouth: ID<Suggestion>
    let goal: ID<Goal>
    let calendarToken: String
    let mailbox: Mailbox

    var invitations: InvitationService { get throws { try tenant[Invitations.self] } }
    var seats: SeatService { get throws { try tenant[Seats.self] } }
    var courses: CourseService { get throws { try tenant[Courses.self] } }
    var certificates: CertificateService { get throws { try tenant[Certificates.self] } }
    var analytics: AnalyticsService { get throws { try tenant[Analytics.self] } }
    var pages: TeamPageService { get throws { try tenant[TeamPages.self] } }
    var suggestions: SuggestionService { get throws { try tenant[Suggestions.self] } }
    var slots: LearningSlotService { get throws { try tenant[LearningSlots.self] } }
}

func platformModules(_ mailbox: Mailbox, seats: Int? = nil) throws -> [any Module] {
    [
        Seats(defaultLimit: seats), Mail(sender: try EmailAddress("no-reply@acme.example"), transport: mailbox),
        Invitations { Mailbox.link + $0 }, Courses(), Certificates { "https://acme.example/verify/\($0)" }, Analytics(),
        Suggestions(), TeamPages(), LearningSlots(), AccessTokens(), Privacy(), Probe(),
    ]
}

func withWorld(_ body: @Sendable (World) async throws -> Void) async throws {
    let mailbox = Mailbox()
    try await withTestOrganization(platformModules(mailbox), mailbox: mailbox, steps: [.teams]) { base in
        let (test, tenant, administrator) = (base.test, base.tenant, base.administrator)
        let (north, south) = (base.north, base.south)
        let west = try await tenant.teams.create("West", as: administrator)
        try await tenant.teams.archive(west, as: administrator)
        let ada = try await base.admit("ada", [], [north])
        let gone = try await base.admit("gone", [], [north])
        try await tenant.members.deactivate(#require(gone.member), as: administrator)
        let other = try await test.organization("other", founder: "boss@other.example")
        let foreigner = try await test.member("eve@other.example", roles: [Assignment(.administrator)], in: other)
        let principals: [Asker: Principal] = [
            .administrator: administrator, .manager: try await base.admit("manager", [Assignment(.manager)]),
            .supervisor: try await base.admit("lead", [Assignment(.supervisor, team: north)]), .member: ada,
            .deactivated: gone, .foreigner: foreigner, .visitor: .visitor,
            .operator: try test.platform.operator("Grace"),
            .account: .account(
                try await test.platform.createAccount(
                    provenAddress: EmailAddress("nobody@acme.example"), name: "Nobody")),
        ]
        // There is a second administrator, so that no operation of the matrix acts on the last one.
        _ = try await base.admit("second", [Assignment(.administrator)])
        let bob = try #require(try await base.admit("bob", [], [south]).member)
        let carl = try #require(try await base.admit("carl").member)
        _ = try await tenant[Invitations.self].invite([EmailAddress("invited@acme.example")], as: administrator)
        try await tenant[Mail.self].deliver()
        let course = try CourseID("swift")
        try await tenant[Courses.self].add(Course(id: course, title: "Swift"), as: administrator)
        try await tenant[Courses.self].record(
            .enrolled, of: #require(ada.member), in: course, id: "enrolment", as: administrator)
        let suggestions = try tenant[Suggestions.self]
        try await body(
            World(
                test: test, tenant: tenant, north: north, south: south, west: west, principals: principals,
                ada: #require(ada.member), bob: bob, carl: carl,
                token: #require(mailbox.token(to: "invited@acme.example")),
                invitedAccount: test.platform.createAccount(
                    provenAddress: EmailAddress("invited@acme.example"), name: "Invited"), course: course,
                toNorth: suggestions.suggest(course, to: .team(north), as: administrator),
                toSouth: suggestions.suggest(course, to: .team(south), as: administrator),
                goal: suggestions.setGoal(
                    .complete(course), for: bob, by: Day(year: 2026, month: 4), as: administrator),
                calendarToken: suggestions.makeCalendarToken(of: #require(ada.member), as: ada), mailbox: mailbox))
    }
}
