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
import AtriumSuggestions
import AtriumSurfaces
import AtriumTeamPages
import AtriumTerminal
import AtriumTesting
import TestSupport
import Testing

/// The customer's organization Acme in the words of the guide: two teams, two courses, and one person for each role. Beside it
/// is another organization, Other.
struct GuideWorld: Sendable {
    let base: TestOrganization
    let other: Tenant
    let administrator: Person
    let manager: Person
    /// The supervisor of North, who is not a member of it.
    let supervisor: Person
    /// A member of North without a role.
    let member: Person
    /// A member of South without a role.
    let southerner: Person
    /// A member of no team.
    let newcomer: Person
    /// An administrator of Other, who is a plain member of Acme.
    let both: Person
    /// A member of Other, who is a stranger in Acme.
    let foreigner: Person
    /// Somebody who has not signed in.
    let visitor: Person

    var test: TemporaryPlatform { base.test }
    var tenant: Tenant { base.tenant }
    var north: TeamID { base.north }
    var south: TeamID { base.south }
    /// The course Swift.
    var swift: CourseID { base.catalogue[0].id }
    /// The course SQLite.
    var sqlite: CourseID { base.catalogue[1].id }

    var invitations: InvitationService { get throws { try tenant[Invitations.self] } }
    var suggestions: SuggestionService { get throws { try tenant[Suggestions.self] } }
    var pages: TeamPageService { get throws { try tenant[TeamPages.self] } }
    var analytics: AnalyticsService { get throws { try tenant[Analytics.self] } }
    var certificates: CertificateService { get throws { try tenant[Certificates.self] } }
    var seats: SeatService { get throws { try tenant[Seats.self] } }
    var slots: LearningSlotService { get throws { try tenant[LearningSlots.self] } }
    var campaigns: CampaignService { get throws { try tenant[Campaigns.self] } }
    var privacy: PrivacyService { get throws { try tenant[Privacy.self] } }
    var kit: LaunchKitService { get throws { try tenant[LaunchKit.self] } }

    /// Every person of Acme who has signed in, with the name of the role.
    var people: [(role: String, person: Person)] {
        [
            ("administrator", administrator), ("manager", manager), ("supervisor", supervisor), ("member", member),
        ]
    }

    /// A principal as a person in Acme, or in another organization.
    func person(_ principal: Principal, in tenant: Tenant? = nil) -> Person {
        Person(test: test, tenant: tenant ?? self.tenant, principal: principal, catalogue: administrator.catalogue)
    }

    /// Does what follows the commits, hands over all mail, and moves the clock by a second.
    func settle() async throws {
        while try await test.platform.runDue() > 0 {}
        try await tenant[Mail.self].deliver()
        test.clock.advance(by: .seconds(1))
    }

    /// Lets days pass, and does what is due on each.
    func pass(days: Int) async throws {
        for _ in 0..<days {
            test.clock.advance(by: .seconds(86_400))
            try await settle()
        }
    }

    /// The mails that a person has got, as their program decodes them.
    func mails(to name: String) -> [String] {
        base.mailbox.mails.filter { $0.recipient.description == "\(name)@acme.example" }.map(\.decoded)
    }

    /// The token of the newest invitation to an address, after its mail has come.
    func token(to address: String) async throws -> String {
        try await settle()
        return try #require(base.mailbox.token(to: address))
    }

    /// Invites an address as the administrator does, and returns the token.
    func invite(_ address: String, role: RoleID = .member, teams: [TeamID] = []) async throws -> String {
        _ = try await invitations.invite(
            [EmailAddress(address)], role: role, teams: teams, as: administrator.principal
        ).get()
        return try await token(to: address)
    }

    /// The invitations that wait for an answer, without the founder's, whom Anna has replaced.
    func pendingInvitations() async throws -> [Invitation] {
        let all = try await invitations.list(InvitationQuery(state: .pending), as: administrator.principal).invitations
        return all.filter { !$0.email.description.hasPrefix("founder@") }
    }

    /// Adds a draft to the plan of the year as the administrator, and returns its id.
    func add(_ content: PlanEntry.Content) async throws -> ID<PlanEntry> {
        let id: ID<PlanEntry> = administrator.session.caller.identity()
        try await campaigns.add(id, content, as: administrator.principal)
        return id
    }

    /// Lets a member take and complete a course.
    func complete(_ course: CourseID, by person: Person) async throws {
        for learning in [Learning.enrolled, .initialized, .completed] {
            try await base.courses.record(
                learning, of: person.id, in: course, as: administrator.principal)
        }
        try await settle()
    }
}

/// The modules of the platform. People get their mail in `mailbox`.
private func modules(_ mailbox: Mailbox, seats: Int?) throws -> [any Module] {
    [
        Seats(defaultLimit: seats), Mail(sender: try EmailAddress("no-reply@acme.example"), transport: mailbox),
        Invitations { Mailbox.link + $0 }, Courses(), Certificates { "https://acme.example/verify/\($0)" }, Analytics(),
        Suggestions(), LearningSlots(), TeamPages(), Campaigns(), AccessTokens(),
        LaunchKit { _ in "https://acme.example/" }, Privacy(),
    ]
}

/// Runs a test in the world of the guide. `seats` is the number of seats that each organization has; `nil` is unlimited.
func withGuide(seats: Int? = nil, _ body: (GuideWorld) async throws -> Void) async throws {
    let mailbox = Mailbox()
    try await withTestOrganization(
        modules(mailbox, seats: seats), mailbox: mailbox, administrator: "Anna",
        steps: [
            .teams,
            .course(Course(id: CourseID("swift"), title: "Swift", link: "https://learn.example/swift")),
            .course(Course(id: CourseID("sqlite"), title: "SQLite", link: "https://learn.example/sqlite")),
            .person("max", name: "Max", role: .manager),
            .person("lea", name: "Lea", role: .supervisor, of: .north),
            .person("ada", name: "Ada", in: .north), .person("bob", name: "Bob", in: .south),
            .person("carl", name: "Carl"), .person("eve", name: "Eve"),
        ], configure: { $0.phrases = SurfacePhrases.all + TerminalPhrases.all }
    ) { base in
        let other = try await base.test.organization("other", founder: "boss@other.example")
        _ = try await base.test.member("eve@acme.example", roles: [Assignment(.administrator)], in: other)
        let foreigner = try await base.test.member("fay@other.example", name: "Fay", in: other)
        let catalogue = SurfaceCatalogue(of: base.test.platform)
        func person(_ principal: Principal) -> Person {
            Person(test: base.test, tenant: base.tenant, principal: principal, catalogue: catalogue)
        }
        try await body(
            GuideWorld(
                base: base, other: other, administrator: person(base.administrator),
                manager: person(base.person("max")), supervisor: person(base.person("lea")),
                member: person(base.person("ada")), southerner: person(base.person("bob")),
                newcomer: person(base.person("carl")), both: person(base.person("eve")),
                foreigner: person(foreigner), visitor: person(.visitor)))
    }
}
