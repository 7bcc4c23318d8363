import Atrium
import AtriumCourses
import AtriumMail
import AtriumSuggestions
import AtriumTesting
import Foundation
import TestSupport
import Testing

@testable import AtriumTeamPages

/// An organization with two teams. Lee supervises North. Ada is in North, Bob in South, and Carl in neither.
struct PageWorld: Sendable {
    let test: TemporaryPlatform
    let tenant: Tenant
    let mailbox: Mailbox
    let administrator: Principal
    let north: TeamID
    let south: TeamID
    let lee: Principal
    let ada: Principal
    let bob: Principal
    let carl: Principal

    var pages: TeamPageService { get throws { try tenant[TeamPages.self] } }

    func member(_ name: String, in teams: [TeamID] = [], _ roles: [Assignment] = []) async throws -> Principal {
        try await test.member("\(name.lowercased())@acme.example", name: name, roles: roles, teams: teams, in: tenant)
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
    try await withTemporaryPlatform(modules) { test in
        let tenant = try await test.organization()
        let administrator = try await test.member(
            "admin@acme.example", name: "Admin", roles: [Assignment(.administrator)], in: tenant)
        let north = try await tenant.teams.create("North", as: administrator)
        let south = try await tenant.teams.create("South", as: administrator)
        func member(_ name: String, _ roles: [Assignment] = [], _ teams: [TeamID] = []) async throws -> Principal {
            try await test.member(
                "\(name.lowercased())@acme.example", name: name, roles: roles, teams: teams, in: tenant)
        }
        try await body(
            PageWorld(
                test: test, tenant: tenant, mailbox: mailbox, administrator: administrator, north: north, south: south,
                lee: member("Lee", [Assignment(.supervisor, team: north)]), ada: member("Ada", [], [north]),
                bob: member("Bob", [], [south]), carl: member("Carl")))
    }
}
