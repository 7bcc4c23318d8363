import Atrium
import AtriumAnalytics
import AtriumCourses
import AtriumInvitations
import AtriumMail
import AtriumSeats
import AtriumSuggestions
import AtriumTeamPages
import AtriumTesting
import Foundation
import TestSupport
import Testing

@testable import AtriumCampaigns

typealias CampaignWorld = TestOrganization

/// A course, two teams and people. Ada is in North, Bob in South. Lee supervises North. The clock starts on Monday 2026-01-05 at
/// 09:00Z.
extension CampaignWorld {
    var ada: Principal { person("Ada") }
    var bob: Principal { person("Bob") }
    var swift: CourseID { catalogue[0].id }

    var campaigns: CampaignService { get throws { try tenant[Campaigns.self] } }

    /// Adds an entry, and returns it.
    @discardableResult
    func add(_ content: PlanEntry.Content) async throws -> PlanEntry {
        let id = ID<PlanEntry>(at: test.clock.now, random: identities.next(10))
        try await campaigns.add(id, content, as: administrator)
        return try await entry(id)
    }

    func entry(_ id: ID<PlanEntry>) async throws -> PlanEntry { try await campaigns.entry(id, as: administrator) }

    /// Approves an entry as it is now.
    func approve(_ id: ID<PlanEntry>, as principal: Principal? = nil) async throws {
        let revision = try await entry(id).revision
        try await campaigns.approve(id, basedOn: revision, as: principal ?? administrator)
    }

    /// Lets hours pass, and does what is due in each.
    func pass(hours: Int) async throws { try await pass(hours, by: 1) }

    /// Does everything that is due, until nothing is.
    func settle() async throws {
        while try await test.platform.runDue() > 0 {}
    }

    /// Lets days pass, and does what is due every four hours.
    func pass(days: Int) async throws { try await pass(days * 6, by: 4) }

    private func pass(_ steps: Int, by hours: Int) async throws {
        for _ in 0..<steps {
            test.clock.advance(by: .seconds(hours * 3600))
            try await settle()
        }
    }

    /// The number of mails of each recipient, by the part of the address before the `@`, without the invitation of the founder.
    var received: [String: Int] {
        let names = mailbox.mails.map { String($0.recipient.description.prefix { $0 != "@" }) }
        return Dictionary(grouping: names.filter { $0 != "founder" }) { $0 }.mapValues(\.count)
    }

    /// The texts of the mails to a person, without soft line breaks.
    func mails(to name: String) -> [String] {
        mailbox.mails.filter { $0.recipient.description == "\(name)@acme.example" }.map { mail in
            String(decoding: mail.content, as: UTF8.self).replacing("=\r\n", with: "").replacing("\r\n", with: "\n")
        }
    }
}

/// The random bytes of the entries.
private let identities = SeededBytes(seed: 7)

extension Principal {
    var id: MemberID { get throws { try #require(member) } }
}

/// A day of January 2026.
func day(_ day: Int) -> Day { Day(year: 2026, month: 1, day: day) }

/// A complete message to everybody, or to a team.
func message(on day: Day, for team: TeamID? = nil) -> PlanEntry.Content {
    PlanEntry.Content(.message, on: day, for: team, subject: "News", text: "Learn *together*.")
}

func campaignModules(_ mailbox: Mailbox, _ campaigns: Campaigns = Campaigns()) throws -> [any Module] {
    [
        Seats(), Mail(sender: try EmailAddress("no-reply@acme.example"), transport: mailbox),
        Invitations { Mailbox.link + $0 }, Courses(), Suggestions(), TeamPages(), Analytics(), campaigns,
    ]
}

func withCampaigns(
    _ campaigns: Campaigns = Campaigns(), settings: OrganizationSettings? = nil, roles: [any Role] = [],
    _ body: (CampaignWorld) async throws -> Void
) async throws {
    let mailbox = Mailbox()
    try await withTestOrganization(
        campaignModules(mailbox, campaigns), mailbox: mailbox, administrator: "Olga",
        steps: (settings.map { [.settings($0)] } ?? []) + [
            .teams, .course(Course(id: CourseID("swift"), title: "Swift, from the start")),
            .person("Lee", role: .supervisor, of: .north), .person("Ada", in: .north), .person("Bob", in: .south),
        ], configure: { $0.roles = roles }, body)
}
