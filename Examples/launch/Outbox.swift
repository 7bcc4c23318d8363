import Atrium
import Foundation

/// The folder of mails. They are read as their receivers would read them.
struct Outbox {
    static let link = "https://training.ou.example/join/"

    let folder: String

    /// The invitation token in each receiver's newest mail.
    func tokens() throws -> [EmailAddress: String] {
        var tokens: [EmailAddress: String] = [:]
        // The order of the names is the order of time.
        for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() where name.hasSuffix(".eml") {
            let data = try Data(contentsOf: URL(filePath: folder).appending(path: name))
            if let (address, token) = Self.invitation(in: String(decoding: data, as: UTF8.self)) {
                tokens[address] = token
            }
        }
        return tokens
    }

    private static func invitation(in mail: String) -> (EmailAddress, String)? {
        // Quoted-printable: a soft line break is "=" at the end of a line.
        let text = mail.replacing("=\r\n", with: "")
        guard let to = text.firstRange(of: "\r\nTo: "), let open = text[to.upperBound...].firstIndex(of: "<"),
            let close = text[open...].firstIndex(of: ">"),
            let address = try? EmailAddress(String(text[text.index(after: open)..<close])),
            let link = text.firstRange(of: link)
        else { return nil }
        return (address, String(text[link.upperBound...].prefix { !$0.isWhitespace }))
    }
}

/// A person is invited, but has no mail.
struct OutboxFault: Error, CustomStringConvertible {
    let address: EmailAddress

    var description: String {
        "the outbox has no invitation for \(address); resend it, or launch into a new folder"
    }
}
