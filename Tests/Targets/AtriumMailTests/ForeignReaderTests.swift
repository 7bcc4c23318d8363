import Atrium
import AtriumMail
import AtriumMarkup
import AtriumTesting
import Foundation
import Testing

/// Python's `email` reads what this module writes (`Tests/Oracles/mail.py`).
struct ForeignReaderTests {
    private struct Expected: Encodable {
        let recipient, recipientName, senderName, subject, text: String
        let html: String?
    }

    private static let hostile = [
        "", "Ada Lovelace", "Lovelace, Ada", "\"Ada\" \\ (Countess) <x@evil.example>", "Ada\r\nBcc: eve@evil.example",
        "Ada\nX-Evil: 1\n\nbody", "=?utf-8?Q?Ada?=", "Ægir Þórðarson", "محمد بن عبد الله", "王小明", "👩‍👩‍👧‍👦 Family",
        String(repeating: "Donaudampfschifffahrtsgesellschaft ", count: 6).trimmingCharacters(in: .whitespaces),
        String(repeating: "王", count: 150), "\u{0}\u{7F}\u{1B}[31mred", "a\u{2028}b\u{2029}c\u{85}d", "tab\tinside",
        "undisclosed-recipients:;", "a@b.example",
    ]

    private static let texts = [
        "Plain.", "Equals = signs, trailing space \nand tab\t\n.\n..\nFrom here", "Lines\r\nof\revery\nkind",
        String(repeating: "x", count: 5000), String(repeating: "ü ", count: 400), "Grüße aus 東京 👋", "",
    ]

    private static let pages: [String?] = [
        nil, "<p>Grüße &amp; <b>東京</b> 👋</p>", String(repeating: "<td style='x=1'>ü</td>", count: 500), "",
        "\r\n--=_\r\n--=_x--\r\nContent-Type: text/plain\r\n\r\n",
        "<a href=\"https://acme.example/?a=_b&c=3D\">=_</a> \n",
    ]

    @Test func `Python reads every message without a defect, also with hostile names`() async throws {
        try await withMail { acme in
            let folder = URL(filePath: acme.test.folder).appending(path: "foreign")
            try await post(to: acme, expectingIn: folder)
            try await acme.mail.deliver()
            for mail in acme.transport.taken {
                let name = mail.messageID.prefix { $0 != "@" }
                try Data(mail.content).write(to: folder.appending(path: "\(name).eml"))
            }
            try judge(folder)
        }
    }

    /// A real sendmail. Its server writes what it gets into `mail/` in the same folder (`Tests/Checks/sendmail.sh`).
    private static let sendmail = ProcessInfo.processInfo.environment["ATRIUM_SENDMAIL"]

    @Test(.enabled(if: sendmail != nil, "Tests/Checks/sendmail.sh runs it"))
    func `Python reads what a server gets from a real sendmail, and the two kinds of refusals are told apart`()
        async throws
    {
        let program = try #require(Self.sendmail)
        try await withMail(through: SendmailTransport(path: program)) { acme in
            try await post(
                to: acme, expectingIn: URL(filePath: program).deletingLastPathComponent().appending(path: "mail"))
            try await acme.post("text", key: "temporary", to: "451@acme.example")
            try await acme.post("text", key: "permanent", to: "550@acme.example")
            try await acme.mail.deliver()
            let waiting = try await acme.mail.list(.waiting, as: acme.founder)
            #expect(waiting.map(\.key) == ["temporary"] && waiting.map(\.attempts) == [1])
            #expect(try await acme.mail.list(.refused, as: acme.founder).map(\.key) == ["permanent"])
            #expect(try await acme.mail.list(.sent, as: acme.founder).count == Self.hostile.count)
            try judge(URL(filePath: program).deletingLastPathComponent().appending(path: "mail"))
        }
    }

    /// Puts a message for each hostile name into the outbox, and writes what it must say into a folder.
    private func post(to acme: WritingOrganization, expectingIn folder: URL) async throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (index, name) in Self.hostile.enumerated() {
            let text = Self.texts[index % Self.texts.count]
            let page = Self.pages[index % Self.pages.count]
            let address = "person\(index)@acme.example"
            let message = MailMessage(
                to: try EmailAddress(address), named: name, from: name, language: "en", subject: name, text: text,
                html: page)
            try await acme.tenant[Postbox.self].post(message, key: "test:\(index)", as: acme.founder)
            let record = try #require(try await acme.mail.list(as: acme.founder).first)
            let shown = visible(name)
            let expected = Expected(
                recipient: address, recipientName: shown, senderName: shown, subject: shown, text: withLineFeeds(text),
                html: page.map { withLineFeeds(document($0, title: shown)) })
            try JSONEncoder().encode(expected)
                .write(to: folder.appending(path: "\(record.messageID.prefix { $0 != "@" }).json"))
        }
    }

    private func document(_ body: String, title: String) -> String {
        """
        <!DOCTYPE html>
        <html lang="en" dir="ltr">
        <head><meta charset="utf-8"/><title dir="auto">\(XMLText.escaped(title))</title></head>
        <body>
        \(body)
        </body>
        </html>

        """
    }

    private func withLineFeeds(_ text: String) -> String {
        text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    }

    /// The name as a message shows it: without control characters, line separators, or white space around it.
    private func visible(_ name: String) -> String {
        let scalars = name.unicodeScalars.filter { scalar in
            ![.control, .lineSeparator, .paragraphSeparator].contains(scalar.properties.generalCategory)
        }
        return String(String.UnicodeScalarView(scalars)).trimmingCharacters(in: .whitespaces)
    }

    private func judge(_ folder: URL) throws {
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Oracles/mail.py")
        let command = try #require(popen("python3 '\(script.path)' '\(folder.path)' 2>&1", "r"))
        let output = FileHandle(fileDescriptor: fileno(command))
        let text = String(decoding: try output.readToEnd() ?? Data(), as: UTF8.self)
        #expect(pclose(command) == 0, "\(text)")
    }
}
