import Atrium
import AtriumAccessTokens
import AtriumAnalytics
import AtriumCampaigns
import AtriumCertificates
import AtriumInvitations
import AtriumLaunchKit
import AtriumLearningSlots
import AtriumMail
import AtriumSuggestions
import AtriumSurfaces
import AtriumTeamPages
import AtriumTesting
import Foundation
import TestSupport
import Testing

/// The guide in other languages: what each role sees, is asked and is refused, and what comes by mail.
///
/// `LettersInLanguages` looks at each kind of letter, and the tests of pages at what pages add.
struct GuideInLanguages {
    /// What is the same in every language: names of this world, formats, and examples.
    private static let known: Set<String> = [
        "Acme", "Other", "North", "South", "Anna", "Max", "Lea", "Ada", "Bob", "Carl", "Eve", "Founder", "Swift",
        "SQLite", "swift", "sqlite", "Europe", "Paris", "BCP", "CSV", "Markdown", "UTC", "GMT", "API", "HTML", "xAPI",
        "en",
        "de", "CH", "AM", "PM", "Deutsch", "English", "français", "Premium", "premium", "URL", "http", "https", "ASCII",
        "Message", "ID", "SVG", "RGB",
        // The columns and the kinds of entries in files.
        "email", "role", "teams", "progressed", "kernel",
    ]

    /// Words that an English sentence can hardly do without, and that French does not have.
    private static let english: Set<String> = [
        "the", "of", "and", "is", "are", "was", "were", "not", "you", "your", "it", "its", "for", "by", "to", "from",
        "with",
        "this", "that", "there", "nobody", "has", "have", "who", "each", "be", "in", "at", "may", "no",
    ]

    @Test(arguments: ["ar", "fr"], ["administrator", "manager", "supervisor", "member"])
    func `what a role reads and is told is in the reader's language`(tag: String, role: String) async throws {
        try await withGuide { world in
            let samples = try await fill(world, tag)
            var person = try #require(world.people.first { $0.role == role }?.person)
            person.language = world.tenant.languages.language(tag)
            let texts = try await Reader(person: person, samples: samples).readEverything()
            #expect(texts.count > 100)
            for text in texts { #expect(Self.foreign(text.text, tag).isEmpty, "\(text.path): \(text.text)") }
            #expect(world.tenant.languages.missing.isEmpty)
        }
    }

    @Test(arguments: ["ar", "fr"])
    func `the names of surfaces, areas and roles are in the reader's language`(tag: String) async throws {
        try await withGuide { world in
            let language = world.tenant.languages.language(tag)
            let roles = try await world.tenant.roles.list(as: world.member.principal).map(\.id.words)
            for words in Array(world.member.catalogue.words) + roles {
                let text = language.text(words)
                #expect(Self.foreign(text, tag).isEmpty, "\(words): \(text)")
            }
            #expect(world.tenant.languages.missing.isEmpty)
        }
    }

    @Test(arguments: ["ar", "fr"])
    func `mail, the calendar and a certificate are in the organization's language`(tag: String) async throws {
        try await withGuide { world in
            _ = try await fill(world, tag)
            world.test.clock.advance(by: .seconds(2 * 86_400))
            try await world.settle()
            // The weekly note comes on Monday.
            try await world.pass(days: 5)
            let mails = world.base.mailbox.mails.filter {
                !["founder@acme.example", "boss@other.example"].contains($0.recipient.description)
            }
            // The invitation; for Ada a message, the learning slot, the note and reminders; for Anna two kinds of reviews.
            let recipients = mails.map(\.recipient.description).sorted()
            #expect(
                recipients == ["1@2.example"] + Array(repeating: "ada@acme.example", count: 5)
                    + Array(repeating: "admin@acme.example", count: 2))
            for mail in mails {
                #expect(mail.language == tag)
                for text in mail.texts.flatMap({ $0.contains("BEGIN:VCALENDAR") ? Self.lines(of: $0) : [$0] }) {
                    #expect(Self.foreign(text, tag).isEmpty, "\(text)")
                }
            }
            let calendar = try await world.suggestions.calendar(of: world.member.id, as: world.member.principal)
            let shown = Self.lines(of: calendar)
            #expect(!shown.isEmpty)
            for line in shown { #expect(Self.foreign(line, tag).isEmpty, "\(line)") }
            let own = try await world.certificates.listOwn(as: world.member.principal)
            let id = try #require(own.entries.first?.id)
            let page = try await world.certificates.html(id, as: world.member.principal)
            let body = page.replacing(/<(style|title)[^>]*>[^<]*<\/(style|title)>|<[^>]*>/, with: " ")
            #expect(Self.foreign(body, tag).isEmpty, "\(body)")
            #expect(world.tenant.languages.missing.isEmpty)
        }
    }

    // MARK: - Parts

    /// The words of a text that are English, or that no word of the language looks like.
    private static func foreign(_ text: String, _ tag: String) -> [String] {
        // Addresses, names of files, options of commands, secrets and codes are the same in every language.
        let read = text.replacing(
            /\S+@\S+|https?:\S+|&\w+;|--\S+(?: [^\s-]\S*)?|\S+\.(?:svg|html|csv|ics|json|eml|txt)|\S{30,}|\S+\/\S+|\w+(?:-\w+){3,}/,
            with: " ")
        let words = read.matches(of: /\p{Latin}{2,}/).map { String($0.0) }.filter { !known.contains($0) }
        return tag == "ar" ? words : words.filter { english.contains($0.lowercased()) }
    }

    /// What a calendar program shows of a calendar.
    private static func lines(of calendar: String) -> [String] {
        let lines = calendar.replacing("\r\n ", with: "").split(separator: "\r\n")
        return lines.filter { $0.hasPrefix("SUMMARY") || $0.hasPrefix("DESCRIPTION") }
            .map { String($0.drop { $0 != ":" }) }
    }

    /// Gives the organization the language, and something to read for everybody. Returns what the fields of acts name.
    private func fill(_ world: GuideWorld, _ tag: String) async throws -> [String: String] {
        let (administrator, ada) = (world.administrator, world.member)
        try await world.tenant.settings.change(
            OrganizationSettings(name: "Acme", language: tag), as: administrator.principal)
        _ = try await world.invite("1@2.example", teams: [world.north])
        try await world.complete(world.swift, by: ada)
        let day = ada.session.caller.today.advanced(by: 8)
        let suggestion = try await world.suggestions.suggest(
            world.sqlite, to: .team(world.north), due: .on(day), as: world.supervisor.principal)
        let goal = try await world.suggestions.setGoal(
            .learn(minutes: 60), for: ada.id, by: day, as: world.manager.principal)
        try await TeamPage.publish("12", on: world.north, by: administrator)
        let message = try await world.pages.send(
            Message(to: .teams([world.north]), subject: "12", text: "34"), as: administrator.principal)
        let watched = try await world.analytics.watch(
            WatchedFigure(.completionRate, each: .month, target: .atLeast(0.7)), as: administrator.principal)
        try await world.analytics.scheduleReview(
            Review(.weekly, from: ada.session.caller.today.advanced(by: 1)), as: administrator.principal)
        let token = try await world.tenant[AccessTokens.self].create(
            "12", permissions: ["kernel.view members"], days: 9, as: administrator.principal)
        let certificate = try #require(
            try await world.certificates.listOwn(as: ada.principal).entries.first)
        let invitation = try #require(
            try await world.invitations.list(as: administrator.principal).invitations.first)
        let entry = try await plan(world)
        try await design(world)
        try await world.settle()
        return [
            "member": "\(try ada.id)", "team": "\(world.north)", "course": "\(world.sqlite)", "role": "manager",
            "suggestion": "\(suggestion)", "goal": "\(goal)", "message": "\(message)", "revision": "2",
            "watched-figure": "\(watched)", "certificate": "\(certificate.id)", "permission": "kernel.view members",
            "token": "\(token.id)", "plan-entry": "\(entry)", "campaigns/plan": "\(entry)", "language": tag,
            "criterion": "department", "retention rule": "members",
            "kernel/members": "\(try ada.id)", "invitations/invitations": "\(invitation.id)",
        ]
    }

    /// Gives North a learning slot and a criterion, Ada the weekly note and a banner, and the plan of the year a review for
    /// tomorrow and a draft, whose second revision is returned.
    private func plan(_ world: GuideWorld) async throws -> ID<PlanEntry> {
        let (administrator, ada, today) = (
            world.administrator.principal, world.member, world.member.session.caller.today
        )
        try await world.slots.set(
            SlotSchedule(
                .tuesday, at: 9, 30, for: 60, in: TimeZone(identifier: "Europe/Paris") ?? .gmt, from: today,
                to: today.advanced(by: 60)), of: world.north, as: world.supervisor.principal)
        try await world.analytics.setCriterion(.department, of: world.north, as: administrator)
        try await world.campaigns.chooseNote(true, for: ada.id, as: ada.principal)
        let contents = [
            PlanEntry.Content(.banner, on: today, text: "12"),
            PlanEntry.Content(.review, on: today.advanced(by: 1), text: "12"),
        ]
        for content in contents { try await world.campaigns.approve(world.add(content), basedOn: 1, as: administrator) }
        let draft = PlanEntry.Content(.message, on: today.advanced(by: 20), subject: "12", text: "34")
        let entry = try await world.add(draft)
        try await world.campaigns.change(entry, to: draft, basedOn: 1, as: administrator)
        return entry
    }

    /// Designs the launch kit twice, which makes the second revision.
    private func design(_ world: GuideWorld) async throws {
        for color in ["#1f5f8b", "#8b1f5f"] {
            var design = try await world.kit.design(as: world.administrator.principal)
            design.color = try #require(KitColor(color))
            try await world.kit.change(design, as: world.administrator.principal)
        }
    }
}
