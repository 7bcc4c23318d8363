import Atrium
import AtriumMail
import AtriumOperations
import AtriumTesting
import Foundation
import Testing

/// A waiting message is checked again when it is handed over.
struct HandOverTests {
    private func text(_ mail: OutgoingMail?) throws -> String {
        String(decoding: try #require(mail).content, as: UTF8.self)
    }

    @Test(arguments: [WithdrawalReason.removed, .deactivated])
    func `a member who is no longer active gets no mail, and the outbox says why`(_ cause: WithdrawalReason)
        async throws
    {
        try await withMail { acme in
            let (ada, bob) = (try await acme.member("ada"), try await acme.member("bob"))
            for (id, name) in [(ada, "ada"), (bob, "bob")] {
                try await acme.tenant[Postbox.self].post(to: id, key: "test:\(name)", as: acme.founder)
            }
            acme.transport.behaviour = .fail
            try await acme.mail.deliver()
            switch cause {
            case .removed: try await acme.tenant.members.remove(ada, as: acme.founder)
            default: try await acme.tenant.members.deactivate(ada, as: acme.founder)
            }
            acme.transport.behaviour = .take
            acme.test.clock.advance(by: .seconds(86_400))
            try await acme.mail.deliver()
            #expect(acme.transport.taken.map(\.recipient.description) == ["bob@acme.example"])
            let records = try await acme.mail.list(as: acme.founder)
            #expect(records.map(\.state) == [.sent, .withdrawn])
            #expect(records.map(\.withdrawalReason) == [nil, cause])
        }
    }

    @Test func `a member who was removed and comes back does not get mail from before`() async throws {
        try await withMail { acme in
            let ada = try await acme.member("ada")
            try await acme.tenant[Postbox.self].post(to: ada, key: "test:1", as: acme.founder)
            try await acme.tenant.members.remove(ada, as: acme.founder)
            #expect(try await acme.member("ada") == ada)
            try await acme.mail.deliver()
            #expect(acme.transport.taken.isEmpty)
            #expect(try await acme.mail.list(as: acme.founder).map(\.withdrawalReason) == [.removed])
        }
    }

    @Test func `a member who is active again at the hand-over gets the mail`() async throws {
        try await withMail { acme in
            let ada = try await acme.member("ada")
            try await acme.tenant[Postbox.self].post(to: ada, key: "test:1", as: acme.founder)
            try await acme.tenant.members.deactivate(ada, as: acme.founder)
            try await acme.tenant.members.reactivate(ada, as: acme.founder)
            try await acme.mail.deliver()
            #expect(try text(acme.transport.taken.first).contains("To: \"ada\"\r\n <ada@acme.example>\r\n"))
        }
    }

    @Test func `a member who changes the address gets waiting mail at the new one`() async throws {
        try await withMail { acme in
            let ada = try await acme.member("ada")
            try await acme.tenant[Postbox.self].post(to: ada, key: "test:1", as: acme.founder)
            try await acme.test.changeAddress(from: "ada@acme.example", to: "ada@new.example")
            try await acme.mail.deliver()
            #expect(acme.transport.taken.map(\.recipient.description) == ["ada@new.example"])
            #expect(try text(acme.transport.taken.first).contains("<ada@new.example>"))
            #expect(try !text(acme.transport.taken.first).contains("ada@acme.example"))
        }
    }

    @Test func `a member who no longer has an address gets neither mail nor answers`() async throws {
        try await withMail { acme in
            let (ada, bob) = (try await acme.member("ada"), try await acme.member("bob"))
            let address = try EmailAddress("ada@acme.example")
            let account = try #require(try await acme.test.platform.account(address))
            try await acme.tenant.members.deactivate(ada, as: acme.founder)
            try await acme.test.platform.releaseAddress(
                address, of: account, as: acme.test.platform.operator("Grace"))
            try await acme.tenant.members.reactivate(ada, as: acme.founder)
            for (to, author) in [(ada, bob), (bob, ada)] {
                try await acme.tenant[Postbox.self].post(
                    to: to, .messages, by: author, key: "test:\(to)", as: acme.founder)
            }
            try await acme.mail.deliver()
            #expect(acme.transport.taken.map(\.recipient.description) == ["bob@acme.example"])
            #expect(try !text(acme.transport.taken.first).contains("Reply-To"))
            #expect(try await acme.mail.list(.withdrawn, as: acme.founder).map(\.withdrawalReason) == [.noAddress])
        }
    }

    @Test func `the module that wrote a message can drop it or rewrite it`() async throws {
        try await withMail { acme in
            let ada = try await acme.member("ada")
            for key in ["postbox:done", "postbox:changed", "postbox:same", "other:done"] {
                try await acme.tenant[Postbox.self].post(to: ada, .messages, key: key, as: acme.founder)
            }
            try await acme.mail.deliver()
            let texts = acme.transport.taken.map { String(decoding: $0.content, as: UTF8.self) }
            #expect(texts.count { $0.contains("as written") } == 2)
            let changed = try #require(texts.first { $0.contains("rewritten") })
            #expect(texts.count == 3 && !changed.contains("somebody@else.example"))
            #expect(changed.contains("Subject: New\r\n") && changed.contains("List-Unsubscribe: <https://"))
            #expect(acme.transport.taken.allSatisfy { $0.recipient.description == "ada@acme.example" })
            let withdrawn = try await acme.mail.list(.withdrawn, as: acme.founder)
            #expect(withdrawn.map(\.key) == ["postbox:done"] && withdrawn.map(\.withdrawalReason) == [.outdated])
        }
    }

    @Test func `a check that fails delays only its own message, and is reported`() async throws {
        try await withMail { acme in
            try await acme.post("text", key: "postbox:broken")
            try await acme.post("text", key: "test:1")
            await #expect(throws: MailRefusal.self) { try await acme.mail.deliver() }
            #expect(acme.transport.taken.count == 1)
            #expect(try await acme.mail.list(.waiting, as: acme.founder).map(\.attempts) == [1])
            try await acme.mail.deliver()
        }
    }

    @Test func `a message that is withdrawn while others are handed over is not sent`() async throws {
        try await withMail { acme in
            for number in 0..<8 { try await acme.post("text", key: "slow:\(number)", to: TestTransport.slow) }
            try await acme.post("text", key: "test:1")
            let mail = try acme.mail
            let delivery = Task { try await mail.deliver() }
            while acme.transport.hangingCount < 8 { await Task.yield() }
            try await acme.tenant[Postbox.self].withdraw("test:1", as: acme.founder)
            acme.transport.release()
            try await delivery.value
            #expect(acme.transport.taken.count == 8)
            #expect(try await mail.list(.withdrawn, as: acme.founder).map(\.withdrawalReason) == [.outdated])
        }
    }

    @Test func `the text of a dropped message is destroyed`() async throws {
        try await withMail { acme in
            let ada = try await acme.member("ada")
            try await acme.tenant[Postbox.self].post(to: ada, key: "test:1", as: acme.founder)
            try await acme.tenant.members.deactivate(ada, as: acme.founder)
            try await acme.mail.deliver()
            await acme.test.platform.close()
            for file in try FileManager.default.subpathsOfDirectory(atPath: acme.test.folder) {
                let bytes = try? Data(contentsOf: URL(filePath: acme.test.folder).appending(path: file))
                #expect(bytes?.range(of: Data("as written".utf8)) == nil, "\(file)")
            }
        }
    }

    @Test func `answers go to the author as long as the author is active`() async throws {
        try await withMail { acme in
            let (ada, author) = (try await acme.member("ada"), try await acme.member("zoe"))
            func post(_ key: String) async throws -> String {
                try await acme.tenant[Postbox.self].post(
                    to: ada, .messages, by: author, key: key, as: acme.founder)
                try await acme.mail.deliver()
                return try text(acme.transport.taken.last)
            }
            #expect(try await post("test:1").contains("\r\nReply-To: \"zoe\"\r\n <zoe@acme.example>"))
            try await acme.tenant.members.deactivate(author, as: acme.founder)
            #expect(try await !post("test:2").contains("Reply-To"))
        }
    }
}
