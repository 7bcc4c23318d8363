import Atrium
import AtriumLaunchKit
import AtriumSurfaces
import TestSupport
import Testing

/// The text that is sent in parallel with the invitations, so that nobody takes them for spam.
struct Announcing {
    @Test func `[I3] the administrator copies an announcement that names the marks of the invitation's mail`()
        async throws
    {
        try await withGuide { world async throws in
            #expect(try await world.administrator.offered(in: .administration).contains("launchkit/kit"))
            let announcement = try await world.administrator.reads("launchkit/kit")
            let token = try await world.invite("new@acme.example")
            let mail = try #require(world.mails(to: "new").last)
            let subject = try #require(mail.split(separator: "\r\n").first { $0.hasPrefix("Subject: ") }).dropFirst(9)
            #expect(announcement.contains("Acme <no-reply@acme.example>") && mail.contains("<no-reply@acme.example>"))
            #expect(announcement.contains(subject) && subject.contains("Acme"))
            let link = try #require(announcement.firstMatch(of: /The link begins with: (\S+)/)?.1)
            #expect(mail.contains(link) && "\(Mailbox.link)\(token)".hasPrefix(link))
        }
    }

    @Test(arguments: [("en", "Hello,"), ("fr", "Bonjour"), ("de", "Guten Tag"), ("ar", "مرحبًا")])
    func `[I3] the announcement is there in each language, as text and as a page`(tag: String, greeting: String)
        async throws
    {
        try await withGuide { world async throws in
            let files = try await world.kit.files(in: tag, as: world.administrator.principal)
            let texts = files.filter { $0.name.hasPrefix("announcement.") }
            #expect(Set(texts.map(\.name)) == ["announcement.txt", "announcement.html"])
            for text in texts { #expect(text.text.contains(greeting) && text.text.contains("Acme")) }
            #expect(try await world.administrator.reads("launchkit/kit", ["language": tag]).contains(greeting))
        }
    }

    @Test func `[I3] nobody but an administrator reads the announcement before it is sent`() async throws {
        try await withGuide { world async throws in
            for person in [world.manager, world.supervisor, world.member, world.foreigner, world.visitor] {
                #expect(try await person.lacks("launchkit/kit") == .designKit)
                await #expect(throws: AccessError(permission: "launchkit.design")) {
                    try await world.kit.design(as: person.principal)
                }
            }
        }
    }
}
