import Atrium
import AtriumAccessTokens
import AtriumAnalytics
import AtriumCertificates
import AtriumInvitations
import AtriumMail
import AtriumSuggestions
import AtriumSurfaces
import AtriumTeamPages
import AtriumTesting
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
        "Message", "ID",
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
            let mails = world.base.mailbox.mails.filter {
                !["founder@acme.example", "boss@other.example"].contains($0.recipient.description)
            }
            // The invitation, and for Ada a message and the reminder; for Anna the review.
            let recipients = mails.map(\.recipient.description).sorted()
            #expect(recipients == ["1@2.example", "ada@acme.example", "ada@acme.example", "admin@acme.example"])
            for mail in mails {
                #expect(mail.language == tag)
                for text in mail.texts { #expect(Self.foreign(text, tag).isEmpty, "\(text)") }
            }
            let calendar = try await world.suggestions.calendar(of: world.member.id, as: world.member.principal)
            let lines = calendar.replacing("\r\n ", with: "").split(separator: "\r\n")
            let shown = lines.filter { $0.hasPrefix("SUMMARY") || $0.hasPrefix("DESCRIPTION") }
            #expect(!shown.isEmpty)
            for line in shown {
                let text = String(line.drop { $0 != ":" })
                #expect(Self.foreign(text, tag).isEmpty, "\(text)")
            }
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
            /\S+@\S+|https?:\S+|&\w+;|--\S+(?: [^\s-]\S*)?|\S+\.(?:svg|html|csv|ics)|\S{30,}|\S+\/\S+|\w+(?:-\w+){3,}/,
            with: " ")
        let words = read.matches(of: /\p{Latin}{2,}/).map { String($0.0) }.filter { !known.contains($0) }
        return tag == "ar" ? words : words.filter { english.contains($0.lowercased()) }
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
        try await world.settle()
        return [
            "member": "\(try ada.id)", "team": "\(world.north)", "course": "\(world.sqlite)", "role": "manager",
            "suggestion": "\(suggestion)", "goal": "\(goal)", "message": "\(message)", "revision": "2",
            "watched-figure": "\(watched)", "certificate": "\(certificate.id)", "permission": "kernel.view members",
            "token": "\(token.id)",
            "kernel/members": "\(try ada.id)", "invitations/invitations": "\(invitation.id)",
        ]
    }
}
