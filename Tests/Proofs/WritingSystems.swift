import Atrium
import AtriumMail
import AtriumTeamPages
import AtriumTesting
import TestSupport
import Testing

/// Names and messages in many writing systems.
struct WritingSystems {
    @Test func `names are searched and sorted without regard to accents and case`() async throws {
        try await withAcme { acme async throws in
            for (index, name) in try Cases.text("17-search-names.txt").split(separator: "\n").enumerated() {
                _ = try await acme.test.member("person\(index)@x.example", name: String(name), in: acme.tenant)
            }
            _ = try await acme.test.member("zoe@x.example", name: "Zoe", in: acme.tenant)
            let members = acme.tenant.members
            for (text, count) in [
                ("elodie", 2), ("ÉLODIE", 2), ("e\u{301}lodie n", 1), ("muller", 1), ("ilker", 1), ("lukasz", 1),
                ("nguyen", 1),
            ] {
                let found = try await members.find(text, as: acme.administrator)
                #expect(found.count == count, "\(text)")
            }
            let names = try await members.list(as: acme.administrator).entries.map(\.member.name)
            #expect(try #require(names.firstIndex { $0.hasPrefix("É") }) < #require(names.firstIndex(of: "Zoe")))
        }
    }

    @Test func `a name without a visible character is refused`() async throws {
        try await withAcme { acme async throws in
            let names = try Cases.text("22-invisible-names.txt").split(separator: "\n", omittingEmptySubsequences: true)
            #expect(names.count == 5)
            for name in names {
                await #expect(throws: NameError.self) {
                    try await acme.tenant.teams.create(String(name), as: acme.administrator)
                }
            }
        }
    }

    @Test func `a team name that folds to the name of another team is taken`() async throws {
        try await withAcme { acme async throws in
            _ = try await acme.tenant.teams.create("Équipe  Straße", as: acme.administrator)
            for name in ["equipe strasse", "\u{45}\u{301}QUIPE STRASSE", " Équipe\u{A0}Straße ", "Équipe Stra\u{AD}ße"]
            {
                await #expect(throws: TeamError.nameTaken, "\(name)") {
                    try await acme.tenant.teams.create(name, as: acme.administrator)
                }
            }
        }
    }

    @Test func `a mail states its text direction, and a message in it has the direction of its own text`() async throws
    {
        try await withWorld { world async throws in
            let administrator = try #require(world.principals[.administrator])
            try await world.tenant.settings.change(
                OrganizationSettings(name: "مؤسسة", language: "ar"), as: administrator)
            let message = Message(to: .members([world.bob]), subject: "رسالة", text: "شكرا! (1) مرحبا.")
            _ = try await world.pages.send(message, as: administrator)
            _ = try await world.test.platform.runDue()
            try await world.tenant[Mail.self].deliver()
            let letter = try #require(world.mailbox.mails.last { $0.recipient.description == "bob@acme.example" })
            let text = String(decoding: letter.content, as: UTF8.self).replacing("=\r\n", with: "")
            #expect(text.contains(#"<html lang=3D"ar" dir=3D"rtl">"#) && text.contains(#"<div dir=3D"auto">"#))
        }
    }
}
