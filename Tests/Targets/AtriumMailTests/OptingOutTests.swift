import Atrium
import AtriumMail
import AtriumOperations
import AtriumPrivacy
import AtriumTesting
import Foundation
import Testing

struct OptingOutTests {
    private func post(
        _ kind: MailKind?, _ key: String, to member: MemberID, _ acme: WritingOrganization
    ) async throws -> String? {
        let before = acme.transport.taken.count
        try await acme.tenant[Postbox.self].post(to: member, kind, key: key, as: acme.founder)
        try await acme.mail.deliver()
        return acme.transport.taken.dropFirst(before).last.map { String(decoding: $0.content, as: UTF8.self) }
    }

    private func token(in mail: String?) throws -> String {
        let fields = try #require(mail).components(separatedBy: "\r\n")
        // RFC 8058, section 3.1.
        #expect(fields.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"))
        let start = "List-Unsubscribe: <https://acme.example/mail?token="
        return String(try #require(fields.first { $0.hasPrefix(start) }).dropFirst(start.count).dropLast())
    }

    @Test func `the opt-out link of a mail shows its kind, ends it when it is posted to, and keeps working`()
        async throws
    {
        try await withMail { acme in
            let ada = try await acme.member("ada")
            let token = try token(in: try await post(.messages, "test:1", to: ada, acme))
            let card = try await acme.mail.optOutSummary(ofToken: token, as: .visitor)
            #expect(card.organization == "Acme" && card.kind == .messages && !card.isOptedOut)
            #expect(try await acme.mail.optedOut(of: ada, as: .member(ada)).isEmpty)
            for _ in 0..<2 { try await acme.mail.optOut(token: token, as: .visitor) }
            #expect(try await acme.mail.optOutSummary(ofToken: token, as: .visitor).isOptedOut)
            #expect(try await acme.mail.optedOut(of: ada, as: .member(ada)) == [.messages])
            #expect(try await post(.messages, "test:2", to: ada, acme) == nil)
            #expect(try await acme.mail.list(.withdrawn, as: acme.founder).map(\.withdrawalReason) == [.optedOut])
            #expect(try await post(.reminders, "test:3", to: ada, acme) != nil)
            let other = try await acme.member("bob")
            #expect(try await post(.messages, "test:4", to: other, acme) != nil)
            try await acme.mail.setOptedOut(false, of: .messages, for: ada, as: .member(ada))
            #expect(try await post(.messages, "test:5", to: ada, acme) != nil)
        }
    }

    @Test func `mail without a kind also goes to a member who opted out, and has no link`() async throws {
        try await withMail { acme in
            let ada = try await acme.member("ada")
            for kind in MailKind.allCases {
                try await acme.mail.setOptedOut(true, of: kind, for: ada, as: .member(ada))
            }
            let mail = try #require(try await post(nil, "test:1", to: ada, acme))
            #expect(!mail.contains("List-Unsubscribe"))
        }
    }

    @Test func `an opt-out applies to waiting mail, and survives a removal`() async throws {
        try await withMail { acme in
            let ada = try await acme.member("ada")
            acme.transport.behaviour = .fail
            _ = try await post(.reminders, "test:1", to: ada, acme)
            try await acme.mail.setOptedOut(true, of: .reminders, for: ada, as: .member(ada))
            acme.transport.behaviour = .take
            acme.test.clock.advance(by: .seconds(86_400))
            try await acme.mail.deliver()
            #expect(acme.transport.taken.isEmpty)
            try await acme.tenant.members.remove(ada, as: acme.founder)
            #expect(try await acme.member("ada") == ada)
            #expect(try await acme.mail.optedOut(of: ada, as: .member(ada)) == [.reminders])
        }
    }

    @Test func `after the records of mail are gone, an old link still opts out, and a used key writes nothing`()
        async throws
    {
        try await withMail(beside: [Privacy()]) { acme in
            let ada = try await acme.member("ada")
            let token = try token(in: try await post(.messages, "test:1", to: ada, acme))
            try await acme.tenant[Privacy.self].keep("mail_message", days: 1, as: acme.founder)
            acme.test.clock.advance(by: .seconds(2 * 86_400))
            try await acme.test.platform.runDue()
            #expect(try await acme.mail.list(as: acme.founder).isEmpty)
            #expect(try await acme.mail.optOutSummary(ofToken: token, as: .visitor).kind == .messages)
            try await acme.mail.optOut(token: token, as: .visitor)
            #expect(try await acme.mail.optedOut(of: ada, as: .member(ada)) == [.messages])
            #expect(try await post(.reminders, "test:1", to: ada, acme) == nil)
            #expect(try await acme.mail.list(as: acme.founder).isEmpty)
        }
    }

    @Test func `while a message waits, the record of another stays with its overwritten text, and no work fails`()
        async throws
    {
        try await withMail(beside: [Privacy()]) { acme in
            let ada = try await acme.member("ada")
            try await acme.tenant[Privacy.self].keep("mail_message", days: 1, as: acme.founder)
            acme.transport.behaviour = .fail
            _ = try await post(.messages, "test:waits", to: ada, acme)
            acme.transport.behaviour = .take
            _ = try await post(.messages, "test:sent", to: ada, acme)
            acme.transport.behaviour = .fail
            acme.test.clock.advance(by: .seconds(2 * 86_400))
            try await acme.test.platform.runDue()
            #expect(try await acme.tenant.failedJobs.list(as: acme.founder).isEmpty)
            #expect(try await acme.states() == [.sent, .waiting])
            acme.transport.behaviour = .take
            acme.test.clock.advance(by: .seconds(86_400))
            try await acme.test.platform.runDue()
            acme.test.clock.advance(by: .seconds(86_400))
            try await acme.test.platform.runDue()
            #expect(try await acme.mail.list(as: acme.founder).isEmpty)
        }
    }

    @Test func `an erasure ends the links of the person`() async throws {
        try await withMail(beside: [Privacy()]) { acme in
            let ada = try await acme.member("ada")
            let token = try token(in: try await post(.messages, "test:1", to: ada, acme))
            try await acme.tenant[Privacy.self].erase(ada, as: acme.founder)
            await #expect(throws: MailError.invalidToken) {
                try await acme.mail.optOut(token: token, as: .visitor)
            }
        }
    }

    @Test func `nobody can choose for another member, and no other token works`() async throws {
        try await withMail { acme in
            let ada = try await acme.member("ada")
            let token = try token(in: try await post(.messages, "test:1", to: ada, acme))
            await #expect(throws: AccessError.self) {
                try await acme.mail.setOptedOut(true, of: .messages, for: ada, as: acme.founder)
            }
            await #expect(throws: AccessError.self) { try await acme.mail.optedOut(of: ada, as: acme.founder) }
            let other = try await acme.test.organization("other", founder: "boss@other.example")
            let secret = token.split(separator: ".")[1]
            for text in ["", "x", token + "x", "\(other.id).\(secret)", String(repeating: "x", count: 1 << 20)] {
                await #expect(throws: MailError.invalidToken) {
                    try await acme.mail.optOutSummary(ofToken: text, as: .visitor)
                }
                await #expect(throws: MailError.invalidToken) { try await acme.mail.optOut(token: text, as: .visitor) }
            }
            await #expect(throws: MailError.invalidToken) {
                try await other[Mail.self].optOut(token: token, as: .visitor)
            }
        }
    }

    @Test(arguments: [
        "http://acme.example/", "https://acme.example/a b?", "https://acme.example/>\r\nBcc: <eve@evil.example",
        "https://acmé.example/", "https://acme.example/" + String(repeating: "x", count: 900),
    ])
    func `an organization does not start with a link that no header can hold`(_ link: String) async throws {
        var mail = Mail(sender: try EmailAddress("no-reply@acme.example"), transport: TestTransport())
        mail.optOutLink = { link + $0 }
        try await withTemporaryPlatform([mail]) { test in
            let error = await #expect(throws: ModuleStartError.self) { _ = try await test.organization() }
            #expect(error?.cause is ConfigurationError)
        }
    }
}
