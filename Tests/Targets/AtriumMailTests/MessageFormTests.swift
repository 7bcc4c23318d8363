import Atrium
import AtriumMail
import AtriumTesting
import Foundation
import Testing

@testable import AtriumMail

/// What a message may contain, and what it shows.
struct MessageFormTests {
    private func message(
        language: String? = nil, subject: String = "News", named name: String? = nil, from sender: String? = nil,
        text: String = "text", html: String? = nil
    ) throws -> MailMessage {
        MailMessage(
            to: try EmailAddress("ada@acme.example"), named: name, from: sender, language: language, subject: subject,
            text: text, html: html)
    }

    private func written(_ message: MailMessage, at date: Date = Date(timeIntervalSince1970: 0)) throws -> String {
        let sender = try EmailAddress("no-reply@acme.example")
        let mail = InternetMessage(message, messageID: "x@acme.example", sender: sender, date: date)
        return String(decoding: mail.bytes, as: UTF8.self)
    }

    @Test(arguments: [
        "", "e", "english", "en_GB", "en\r\nBcc: eve@evil.example", "en\n", "en ", "é", "en\0", "de\u{2028}",
        "en\u{202E}",
        "en" + String(repeating: "-abcdefg", count: 13), String(repeating: "a\u{301}", count: 1000),
    ])
    func `a language that is no language tag is refused, and nothing is queued`(_ language: String) async throws {
        try await withMail { acme in
            let message = try message(language: language)
            await #expect(throws: MailError.invalidLanguage) {
                try await acme.tenant[Postbox.self].post(message, key: "test", as: acme.founder)
            }
            #expect(try await acme.mail.list(as: acme.founder).isEmpty)
        }
    }

    @Test func `a message over the length limits is refused, and one at the limits is sent`() async throws {
        try await withMail { acme in
            func post(_ message: MailMessage) async throws {
                try await acme.tenant[Postbox.self].post(
                    message, key: "\(message.subject.utf8.count)", as: acme.founder)
            }
            let (line, text) = (String(repeating: "é", count: 5000), String(repeating: "é", count: 300_000))
            for long in [
                try message(subject: line + "x"), try message(named: line + "x"), try message(from: line + "x"),
            ] {
                await #expect(throws: MailError.longHeader) { try await post(long) }
            }
            for long in [try message(text: text + "x"), try message(html: text + "x")] {
                await #expect(throws: MailError.longText) { try await post(long) }
            }
            try await post(message(language: "pt-BR", subject: line, named: line, from: line, text: text, html: text))
            try await acme.mail.deliver()
            #expect(acme.transport.taken.count == 1)
        }
    }

    @Test func `a header contains nothing that changes its direction`() throws {
        let text = try written(
            message(subject: "a\u{202E}b\u{2066}\u{200F}\u{61C}c", named: "\u{202E}Ada", from: "x\u{2029}y"))
        #expect(
            text.contains("Subject: abc\r\n") && text.contains("To: \"Ada\"\r\n") && text.contains("From: \"xy\"\r\n"))
    }

    @Test(arguments: [
        ("\u{2068}أكمي\u{2069}: news", "\u{2068}أكمي\u{2069}: news"),
        ("\u{2068}Zoë \u{2067}x\u{2069}\u{2069}\u{202E}", "\u{2068}Zoë \u{2067}x\u{2069}\u{2069}"),
        ("\u{2069}é\u{2068}", "é"), ("\u{2068}é\u{2069}\u{2068}", "é"),
    ])
    func `a directional isolate that is closed stays in a subject and in a name`(_ text: String, _ shown: String) throws
    {
        let mail = try written(message(subject: text, named: text, from: text))
        let words = EncodedWords.encode(shown, after: 9)
        #expect(mail.contains("Subject: \(words)\r\n") && EncodedWords.printable(text) == shown)
        let name = EncodedWords.encode(shown, after: 6)
        #expect(mail.contains("From: \(name)\r\n") && mail.contains("To: \(name)\r\n"))
    }

    /// Some of these texts have characters that take long to compare.
    @Test(arguments: ["a", "\u{301}", "\r\n", " ", "=", "👩\u{200D}", "\\"])
    func `a long text of any characters is written in short lines, in every place`(_ piece: String) throws {
        let long = String(repeating: piece, count: 200_000 / piece.utf8.count)
        let text = try written(message(subject: long, named: long, from: long, text: long))
        #expect(text.utf8.split(separator: UInt8(ascii: "\n")).allSatisfy { $0.count <= 999 && $0.last == 0x0D })
    }

    @Test(arguments: [
        (Double.nan, "Thu, 01 Jan 1970 00:00:00"), (-1e300, "Thu, 01 Jan 1970 00:00:00"),
        (.infinity, "Fri, 31 Dec 9999 23:59:59"), (1e300, "Fri, 31 Dec 9999 23:59:59"),
    ])
    func `an impossible date becomes the nearest possible one`(_ moment: Double, _ date: String) throws {
        #expect(try written(message(), at: Date(timeIntervalSince1970: moment)).hasPrefix("Date: \(date) +0000\r\n"))
    }

    @Test func `a printed mail shows neither its text nor its people`() throws {
        let message = try message(subject: "secret", named: "secret", text: "secret token", html: "secret")
        let mail = OutgoingMail(
            messageID: "x@acme.example", sender: message.recipient, recipient: message.recipient,
            content: Array("secret".utf8))
        var dumped = ""
        dump([message], to: &dumped)
        dump([mail], to: &dumped)
        for text in ["\(message)", "\([message])", String(reflecting: message), "\(mail)", "\([mail])", dumped] {
            #expect(!text.contains("secret") && !text.contains("acme") && !text.contains("115, 101"))
        }
    }

    @Test func `only the owner can read the files of messages, also a file that a crash left`() async throws {
        try await withTemporaryPlatform { test in
            let transport = FolderTransport(folder: "\(test.folder)/deep/outbox")
            let address = try EmailAddress("a@acme.example")
            func mode(_ path: String) throws -> Int? {
                try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            }
            for name in ["abc-1", "abc-2"] {
                try await transport.send(
                    OutgoingMail(
                        messageID: "\(name)@acme.example", sender: address, recipient: address, content: [1, 2]))
                #expect(try mode("\(transport.folder)/\(name).eml") == 0o600)
                let rest = "\(transport.folder)/.abc-2.tmp"
                if name == "abc-1" { #expect(FileManager.default.createFile(atPath: rest, contents: Data([9, 9, 9]))) }
            }
            #expect(try mode(transport.folder) == 0o700)
            #expect(FileManager.default.contents(atPath: "\(transport.folder)/abc-2.eml") == Data([1, 2]))
        }
    }
}
