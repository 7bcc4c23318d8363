internal import Atrium

/// A message as the mailbox for developers shows it.
public struct MailboxMessage: Sendable {
    /// What the message is about.
    public let subject: String
    /// To whom it goes.
    public let recipient: String
    /// When it was written, as the message says it.
    public let date: String
    /// Its plain text.
    public let text: String

    /// Makes a message.
    public init(subject: String, recipient: String, date: String, text: String) {
        (self.subject, self.recipient, self.date, self.text) = (subject, recipient, date, text)
    }
}

extension PlainPages {
    /// The messages that were written on a developer's machine, the newest first. Links that begin with `origin` can be
    /// followed.
    public func mailbox(_ messages: [MailboxMessage], origin: String) -> String {
        let note = element(
            "p", ["class": "lead"],
            text: "Messages that this server wrote. They were not sent. Only developers have this page.", in: language)
        let cards = messages.map { message in
            element(
                "section", ["class": "card"], element("h2", [:], element("bdi", verbatim: message.subject)),
                element("p", text: "To \(message.recipient), \(message.date)", in: language),
                element("pre", ["class": "message"], linked(message.text, origin)))
        }
        let none = element("p", ["class": "card"], text: "There is no message.", in: language)
        return page("Mailbox", [note] + (cards.isEmpty ? [none] : cards))
    }

    private func linked(_ text: String, _ origin: String) -> HTML {
        var pieces: [HTML] = []
        var rest = text[...]
        while let range = rest.firstRange(of: origin + "/") {
            pieces.append(HTML(verbatim: String(rest[..<range.lowerBound])))
            let link = String(rest[range.lowerBound...].prefix { !$0.isWhitespace })
            pieces.append(element("a", ["href": link], verbatim: link))
            rest = rest[range.lowerBound...].dropFirst(link.count)
        }
        return .join(pieces + [HTML(verbatim: String(rest))])
    }
}
