import Atrium
import AtriumCourses
import AtriumMail
import AtriumSuggestions
import AtriumTesting
import Foundation
import TestSupport
import Testing

@testable import AtriumTeamPages

typealias PageWorld = TestOrganization

/// Two teams and four people. Lee supervises North. Ada is in North, Bob in South, and Carl in neither.
extension PageWorld {
    var lee: Principal { person("Lee") }
    var ada: Principal { person("Ada") }
    var bob: Principal { person("Bob") }
    var carl: Principal { person("Carl") }

    var pages: TeamPageService { get throws { try tenant[TeamPages.self] } }

    func member(_ name: String, in teams: [TeamID] = [], _ roles: [Assignment] = []) async throws -> Principal {
        try await admit(name, roles, teams)
    }

    /// Publishes a message, based on the page's current revision.
    func publish(_ message: String, of team: TeamID, at moment: Date? = nil) async throws {
        let revision = try await pages.page(of: team, as: administrator).revision
        let drafted = try await pages.saveDraft(message, of: team, basedOn: revision, as: administrator)
        try await pages.publish(of: team, at: moment, basedOn: drafted, as: administrator)
    }

    /// The messages on a member's home.
    func home(_ principal: Principal) async throws -> [String] {
        try await pages.home(as: principal).sections.map(\.message)
    }

    /// Does everything that is due, until nothing is.
    func settle() async throws {
        while try await test.platform.runDue() > 0 {}
    }

    /// The number of mails of each recipient, by the part of the address before the `@`.
    var received: [String: Int] {
        Dictionary(grouping: mailbox.mails) { String($0.recipient.description.prefix { $0 != "@" }) }.mapValues(\.count)
    }
}

func withPages(
    messagesPerDay: Int = 50, pageSize: Int = 500, historyLength: Int = 100,
    _ body: (PageWorld) async throws -> Void
) async throws {
    let mailbox = Mailbox()
    var pages = TeamPages(messagesPerDay: messagesPerDay)
    (pages.pageSize, pages.historyLength) = (pageSize, historyLength)
    let modules: [any Module] = [
        Mail(sender: try EmailAddress("no-reply@acme.example"), transport: mailbox), Courses(), Suggestions(), pages,
    ]
    try await withTestOrganization(
        modules, mailbox: mailbox, administrator: "Admin",
        steps: [
            .teams,
            .person("Lee", role: .supervisor, of: .north),
            .person("Ada", in: .north), .person("Bob", in: .south), .person("Carl"),
        ], body)
}
