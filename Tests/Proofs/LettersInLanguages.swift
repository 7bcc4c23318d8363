import Atrium
import AtriumAnalytics
import AtriumCampaigns
import AtriumCourses
import AtriumInvitations
import AtriumMail
import AtriumSuggestions
import AtriumTesting
import Foundation
import TestSupport
import Testing

/// Every kind of letter, in an organization whose people read another language.
struct LettersInLanguages {
    /// What stands in every letter, whatever its language is: the parts of addresses, and names.
    private static let known: Set<String> = ["https", "acme", "example", "html", "charset", "utf"]

    @Test func `a letter has no English text, and the direction of its language`() async throws {
        let letters = try await letters(language: "ar")
        #expect(letters.count == 5)
        for letter in letters {
            let words = letter.texts.flatMap(Self.latinWords).filter { !Self.known.contains($0) }
            #expect(words.isEmpty)
            #expect(letter.decoded.contains("<html lang=\"ar\" dir=\"rtl\">"))
        }
    }

    @Test(arguments: [
        ("fr", ["Invitation", "échéance", "indicateurs", "bilan", "semaine"]),
        ("de", ["Einladung", "fällig", "Kennzahlen", "Rückblick", "Lernwoche"]),
        ("ar", ["دعوة", "يقترب موعد", "مؤشرات", "المراجعة", "أسبوعك"]),
    ])
    func `people get their mail in the organization's language`(language: String, subjects: [String]) async throws {
        let letters = try await letters(language: language)
        #expect(letters.map(\.language) == Array(repeating: language, count: 5))
        let texts = letters.map { $0.texts.joined().lowercased() }
        for subject in subjects {
            #expect(texts.contains { $0.contains(subject.lowercased()) }, "\(subject)")
        }
    }

    @Test func `a member who has chosen a language gets mail in it`() async throws {
        let letters = try await letters(language: "ar") { acme, ada in
            try await acme.members.chooseLanguage("fr", as: ada)
        }
        // The invitation was sent before.
        #expect(letters.map(\.language).sorted() == ["ar", "ar", "ar", "fr", "fr"])
    }

    // MARK: - Parts

    /// The invitation, the reminder, the two kinds of reviews, and the weekly note that people get.
    private func letters(
        language: String, change: (Tenant, Principal) async throws -> Void = { _, _ in }
    ) async throws -> [OutgoingMail] {
        let mailbox = Mailbox()
        return try await withTemporaryPlatform(platformModules(mailbox)) { test in
            let acme = try await test.organization()
            let boss = try await test.member(
                "1@2.example", name: "مدير", roles: [Assignment(.administrator)], in: acme)
            try await acme.settings.change(OrganizationSettings(name: "أكمي", language: language), as: boss)
            let north = try await acme.teams.create("الشمال", as: boss)
            let course = Course(id: try CourseID("1"), title: "دورة")
            try await acme[Courses.self].add(course, as: boss)
            _ = try await acme[Invitations.self].invite([EmailAddress("3@2.example")], teams: [north], as: boss).get()
            try await acme[Mail.self].deliver()
            let ada = try await test.member("4@2.example", name: "محمد", teams: [north], in: acme)
            try await change(acme, ada)
            let today = Day(test.clock.now, in: .gmt)
            try await acme[Suggestions.self].suggest(
                course.id, to: .team(north), due: .on(today.advanced(by: 7)), as: boss)
            try await acme[Suggestions.self].setGoal(
                .learn(minutes: 60), for: #require(ada.member), by: today.advanced(by: 7), as: boss)
            test.clock.advance(by: .seconds(3600))
            try await test.platform.runDue()
            try await acme[Analytics.self].watch(
                WatchedFigure(.completionRate, of: north, each: .quarter, target: .atLeast(0.7)), as: boss)
            try await acme[Analytics.self].scheduleReview(Review(.weekly, from: today.advanced(by: 1)), as: boss)
            let campaigns = try acme[Campaigns.self]
            try await campaigns.setNoteDay(.tuesday, as: boss)
            try await campaigns.chooseNote(true, for: #require(ada.member), as: ada)
            let review = ID<PlanEntry>(at: test.clock.now, random: Array(repeating: 1, count: 10))
            try await campaigns.add(
                review, PlanEntry.Content(.review, on: today.advanced(by: 1), text: "الأرقام"), as: boss)
            try await campaigns.approve(review, basedOn: 1, as: boss)
            test.clock.advance(by: .seconds(86_400))
            try await test.platform.runDue()
            try await acme[Mail.self].deliver()
            #expect(acme.languages.missing.isEmpty)
            return mailbox.mails.filter { !$0.recipient.description.hasPrefix("founder") }
        }
    }

    private static func latinWords(_ text: String) -> [String] {
        text.replacing(/\S+@\S+|https:\S+|&\w+;/, with: " ").matches(of: /[A-Za-z]{2,}/).map { String($0.0) }
    }
}
