import Atrium
import AtriumCertificates
import AtriumCourses
import AtriumInvitations
import AtriumMail
import AtriumMailTesting
import AtriumPrivacy
import AtriumSeats
import Coaching
import Foundation

/// A week of one organization with a module that Atrium does not know.
@main
struct CoachingStory {
    static func main() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "coaching-\(UUID())").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var week = try await Week(folder: folder)
        let modules = week.platform.moduleTypes.map { "\($0.id)" }.joined(separator: ", ")
        print("Acme has these modules: \(modules). No other module names the last one.")
        try await week.monday()
        try await week.tuesday()
        try await week.wednesday()
        try await week.thursday()
        try await week.friday()
        let faults = try await week.check()
        await week.platform.close()
        if !faults.isEmpty { throw StoryFault(faults: faults) }
    }
}

/// The story shows something else than it should.
struct StoryFault: Error {
    let faults: [String]
}

/// The organization Acme. Ada is its administrator, Sue supervises the team North, Carl is its coach, Bob and Eve are in it.
struct Week {
    let folder: String
    let clock = Clock()
    let mailbox = Mailbox()
    var platform: Platform
    let north: TeamID
    let ada, sue, carl, bob, eve: Principal

    private static let join = "https://training.example/join/"

    /// `Coaching()` is one more line in the list. No other module names it.
    static func modules(_ mailbox: Mailbox) throws -> [any Module] {
        [
            Seats(defaultLimit: 50),
            Mail(sender: try EmailAddress("no-reply@training.example"), transport: mailbox),
            Invitations { token in join + token },
            Courses(),
            Certificates { code in "https://training.example/certificates/\(code)" },
            Privacy(),
            Coaching(),
        ]
    }

    init(folder: String) async throws {
        self.folder = folder
        let platform = try await Platform.open(
            Self.configuration(folder, clock), modules: Self.modules(mailbox))
        let acme = try await platform.createOrganization(
            OrganizationSettings(name: "Acme"), slug: "acme", founder: EmailAddress("ada@acme.example"))
        let mailbox = mailbox

        /// A person who follows the link in their mail.
        func enter(_ name: String) async throws -> Principal {
            try await acme[Mail.self].deliver()
            let address = "\(name.lowercased())@acme.example"
            guard let token = mailbox.word(after: Self.join, to: address) else { throw InvitationError.invalidToken }
            let account = try await acme[Invitations.self].createAccount(token, name: name, as: .visitor)
            return .member(try await acme[Invitations.self].accept(token, as: .account(account)))
        }

        ada = try await enter("Ada")
        north = try await acme.teams.create("North", as: ada)
        let invitations = try acme[Invitations.self]
        // The role of a coach is offered like every other role.
        for (name, role) in [("sue", RoleID.supervisor), ("carl", "coach"), ("bob", .member), ("eve", .member)] {
            _ = try await invitations.invite(
                [EmailAddress("\(name)@acme.example")], role: role, teams: [north], as: ada
            ).get()
        }
        (sue, carl) = (try await enter("Sue"), try await enter("Carl"))
        (bob, eve) = (try await enter("Bob"), try await enter("Eve"))
        try await acme[Courses.self].add(
            Course(id: try CourseID("swift-101"), title: "Swift, from the start"), as: ada)
        self.platform = platform
    }

    static func configuration(_ folder: String, _ clock: Clock) -> PlatformConfiguration {
        var configuration = PlatformConfiguration(folder: folder)
        configuration.now = { clock.now }
        return configuration
    }

    var acme: Tenant { get async throws { try await platform.tenant("acme") } }
    var coaching: CoachingService { get async throws { try await acme[Coaching.self] } }
}
