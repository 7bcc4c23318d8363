import Atrium
import AtriumInvitations
import AtriumLaunchKit
import AtriumMail
import Foundation
import TestSupport
import Testing

struct LettersTests {
    @Test(arguments: ["en", "fr", "de", "ar"])
    func `the announcement names sender, subject and link as the mail of an invitation has them`(_ language: String)
        async throws
    {
        try await withKit(language: language) { world async throws in
            _ = try await world.base.tenant[Invitations.self].invite(
                [EmailAddress("bob@acme.example")], as: world.administrator
            )
            .get()
            try await world.base.tenant[Mail.self].deliver()
            let mail = try #require(world.base.mailbox.mails.last { $0.recipient.description == "bob@acme.example" })
            let message = String(decoding: mail.content, as: UTF8.self).replacing("=\r\n", with: "")
            let announcement = try await world.text("announcement.txt")
            let lines = announcement.components(separatedBy: "\n").filter { $0.hasPrefix("- ") }
            #expect(lines.count == 3)
            #expect(
                lines[0].hasSuffix("Acme <no-reply@training.example>")
                    && message.contains("<no-reply@training.example>"))
            let subject = try #require(lines[1].components(separatedBy: ": ").last)
            #expect(message.contains(language == "ar" ? "Subject: =?utf-8?B?" : "Subject: "))
            #expect(subject.contains("Acme"))
            if language == "en" { #expect(message.contains("Subject: \(subject)\r\n")) }
            #expect(lines[2].hasSuffix("https://join.training.example"))
            #expect(message.contains("https://join.training.example/"))
        }
    }

    @Test func `a newsletter is a draft with a text and a page, below the size at which mail programs cut it off`()
        async throws
    {
        try await withKit(name: PiecesTests.names[2]) { world async throws in
            let mail = try await world.text("newsletter.eml")
            #expect(mail.hasPrefix("Subject: ") && mail.contains("X-Unsent: 1\r\n") && !mail.contains("\r\nTo:"))
            #expect(mail.contains("Content-Type: text/plain") && mail.contains("Content-Type: text/html"))
            #expect(mail.utf8.count < 100_000)
            #expect(mail.utf8.allSatisfy { $0 < 0x7F })
        }
    }

    @Test func `a newsletter uses only what the mail programs that know least understand`() async throws {
        try await withKit { world async throws in
            let page = try await world.text("newsletter.html")
            for forbidden in ["margin", "flex", "grid", "float", "position", "<style", "<img", "<script", "url("] {
                #expect(!page.contains(forbidden), "\(forbidden)")
            }
            #expect(page.contains("width=\"600\"") && page.contains("<!--[if mso]>"))
            let tables = page.components(separatedBy: "<table").count
            #expect(tables == page.components(separatedBy: "<table role=\"presentation\"").count)
        }
    }
}
