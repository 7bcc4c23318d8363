import Atrium
import AtriumAccessTokens
import AtriumAnalytics
import AtriumCampaigns
import AtriumCertificates
import AtriumCourses
import AtriumInvitations
import AtriumLaunchKit
import AtriumLearningSlots
import AtriumMail
import AtriumPrivacy
import AtriumSeats
import AtriumSessions
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
@dynamicMemberLookup
struct World: Sendable {
    /// Who and what is in it. The same for every world.
    struct Facts: Sendable {
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
    }

    let test: TemporaryPlatform
    let tenant: Tenant
    let mailbox: Mailbox
    let facts: Facts

    subscript<Value>(dynamicMember fact: KeyPath<Facts, Value>) -> Value { facts[keyPath: fact] }

    var invitations: InvitationService { get throws { try tenant[Invitations.self] } }
    var seats: SeatService { get throws { try tenant[Seats.self] } }
    var courses: CourseService { get throws { try tenant[Courses.self] } }
    var certificates: CertificateService { get throws { try tenant[Certificates.self] } }
    var analytics: AnalyticsService { get throws { try tenant[Analytics.self] } }
    var pages: TeamPageService { get throws { try tenant[TeamPages.self] } }
    var privacy: PrivacyService { get throws { try tenant[Privacy.self] } }
    var kit: LaunchKitService { get throws { try tenant[LaunchKit.self] } }
    var suggestions: SuggestionService { get throws { try tenant[Suggestions.self] } }
    var campaigns: CampaignService { get throws { try tenant[Campaigns.self] } }
    var slots: LearningSlotService { get throws { try tenant[LearningSlots.self] } }
}

func platformModules(_ mailbox: Mailbox, seats: Int? = nil) throws -> [any Module] {
    [
        Seats(defaultLimit: seats), Mail(sender: try EmailAddress("no-reply@acme.example"), transport: mailbox),
        Invitations { Mailbox.link + $0 }, Courses(), Certificates { "https://acme.example/verify/\($0)" }, Analytics(),
        Suggestions(), LearningSlots(), TeamPages(), Campaigns(), AccessTokens(), Privacy(),
        LaunchKit { _ in "https://acme.example/" }, Probe(),
    ]
}

/// Runs a test in a world of its own, with the platform's sessions if it needs them. All worlds are copies of one, because making
/// one takes ten times as long as opening it.
func withWorld(
    sessions: Bool = false, _ body: @Sendable (World) async throws -> Void
) async throws {
    let (template, mailbox) = (try await template.value, Mailbox())
    try await withTemporaryPlatform(
        platformModules(mailbox), platformModules: sessions ? [Sessions { _ in }] : [], seed: 2,
        configure: { try template.files.write(into: $0.folder) }
    ) { test in
        try await body(
            World(test: test, tenant: test.platform.tenant("acme"), mailbox: mailbox, facts: template.facts))
    }
}

/// The world that is copied.
private let template = Task {
    let result = Locked<(files: SavedFiles, facts: World.Facts)?>(nil)
    let mailbox = Mailbox()
    try await withTestOrganization(platformModules(mailbox), mailbox: mailbox, steps: [.teams]) { base in
        let facts = try await World.Facts(in: base)
        await base.test.platform.close()
        let files = try SavedFiles(of: base.test.folder)
        result.withLock { $0 = (files, facts) }
    }
    return try #require(result.withLock { $0 })
}

/// The files of a data folder, in memory.
private struct SavedFiles: Sendable {
    let contents: [String: Data]

    init(of folder: String) throws {
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".db") }
        contents = try Dictionary(
            uniqueKeysWithValues: names.map { ($0, try Data(contentsOf: URL(filePath: "\(folder)/\($0)"))) })
    }

    func write(into folder: String) throws {
        for (name, content) in contents {
            let url = URL(filePath: "\(folder)/\(name)")
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
            try content.write(to: url)
        }
    }
}

extension World.Facts {
    fileprivate init(in base: TestOrganization) async throws {
        let (test, tenant, administrator) = (base.test, base.tenant, base.administrator)
        (north, south) = (base.north, base.south)
        west = try await tenant.teams.create("West", as: administrator)
        try await tenant.teams.archive(west, as: administrator)
        let member = try await base.admit("ada", [], [north])
        let gone = try await base.admit("gone", [], [north])
        try await tenant.members.deactivate(#require(gone.member), as: administrator)
        let other = try await test.organization("other", founder: "boss@other.example")
        principals = [
            .administrator: administrator, .manager: try await base.admit("manager", [Assignment(.manager)]),
            .supervisor: try await base.admit("lead", [Assignment(.supervisor, team: north)]), .member: member,
            .deactivated: gone, .visitor: .visitor, .operator: try test.platform.operator("Grace"),
            .foreigner: try await test.member("eve@other.example", roles: [Assignment(.administrator)], in: other),
            .account: .account(
                try await test.platform.createAccount(
                    provenAddress: EmailAddress("nobody@acme.example"), name: "Nobody")),
        ]
        // There is a second administrator, so that no operation of the matrix acts on the last one.
        _ = try await base.admit("second", [Assignment(.administrator)])
        ada = try #require(member.member)
        bob = try #require(try await base.admit("bob", [], [south]).member)
        carl = try #require(try await base.admit("carl").member)
        _ = try await tenant[Invitations.self].invite([EmailAddress("invited@acme.example")], as: administrator)
        try await tenant[Mail.self].deliver()
        token = try #require(base.mailbox.token(to: "invited@acme.example"))
        course = try CourseID("swift")
        try await tenant[Courses.self].add(Course(id: course, title: "Swift"), as: administrator)
        try await tenant[Courses.self].record(.enrolled, of: ada, in: course, id: "enrolment", as: administrator)
        invitedAccount = try await test.platform.createAccount(
            provenAddress: EmailAddress("invited@acme.example"), name: "Invited")
        let suggestions = try tenant[Suggestions.self]
        toNorth = try await suggestions.suggest(course, to: .team(north), as: administrator)
        toSouth = try await suggestions.suggest(course, to: .team(south), as: administrator)
        goal = try await suggestions.setGoal(
            .complete(course), for: bob, by: Day(year: 2026, month: 4), as: administrator)
        calendarToken = try await suggestions.makeCalendarToken(of: ada, as: member)
    }
}
