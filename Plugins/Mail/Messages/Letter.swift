public import Atrium
internal import AtriumMarkup

/// What a mail says, in words. The plain text and the HTML are both written from it, in the language of the reader.
public struct Letter: Sendable {
    /// A piece of a letter.
    public enum Block: Sendable {
        /// A paragraph of text.
        case paragraph(Words)
        /// An address to open. In plain text it stands alone on its line.
        case link(Words, address: String)
        /// Items below each other.
        case list([Words])
        /// Things with what is to be said about each.
        case entries([Entry])
    }

    /// A thing and what is to be said about it.
    public struct Entry: Sendable {
        /// The name of the thing.
        public let title: Words
        /// What is to be said about it.
        public let lines: [Words]
        /// Whether it needs attention.
        public let isUrgent: Bool

        /// Makes an entry.
        public init(_ title: Words, _ lines: [Words], isUrgent: Bool = false) {
            (self.title, self.lines, self.isUrgent) = (title, lines, isUrgent)
        }
    }

    /// What it is about.
    public let subject: Words
    /// Its pieces, one below the other.
    public let blocks: [Block]

    /// Makes a letter.
    public init(_ subject: Words, _ blocks: [Block]) { (self.subject, self.blocks) = (subject, blocks) }

    func text(in language: Language) -> String {
        blocks.map { block in
            switch block {
            case .paragraph(let words): language.text(words)
            case .link(let words, let address): "\(language.text(words))\n\n\(address)"
            case .list(let items): items.map { "- \(language.text($0))" }.joined(separator: "\n")
            case .entries(let entries):
                entries.map { entry in
                    let lines = entry.lines.map { "    \(language.text($0))" }
                    return (["\(entry.isUrgent ? "[!] " : "")\(language.text(entry.title))"] + lines)
                        .joined(separator: "\n")
                }.joined(separator: "\n\n")
            }
        }.joined(separator: "\n\n")
    }

    func html(in language: Language) -> String {
        func text(_ words: Words) -> String { XMLText.escaped(language.text(words)) }
        return blocks.map { block in
            switch block {
            case .paragraph(let words): "<p>\(text(words))</p>"
            case .link(let words, let address): "<p><a href=\"\(XMLText.escaped(address))\">\(text(words))</a></p>"
            case .list(let items): "<ul>\n\(items.map { "<li>\(text($0))</li>\n" }.joined())</ul>"
            case .entries(let entries):
                "<dl>\n"
                    + entries.map { entry in
                        let title = entry.isUrgent ? "<dt style=\"color:#b00020\">" : "<dt>"
                        let lines = entry.lines.map { "<dd>\(text($0))</dd>\n" }.joined()
                        return "\(title)<b>\(text(entry.title))</b></dt>\n\(lines)"
                    }.joined() + "</dl>"
            }
        }.joined(separator: "\n")
    }
}

extension MailMessage {
    /// Makes a message to a person who need not be a member.
    public init(_ letter: Letter, to recipient: EmailAddress, from senderName: String?, in language: Language) {
        self.init(
            to: recipient, from: senderName, language: language.tag, subject: language.text(letter.subject),
            text: letter.text(in: language), html: letter.html(in: language))
    }

    /// Makes a message to a member. The member cannot opt out of a message without a kind.
    public init(
        _ letter: Letter, to member: any Member, kind: MailKind?, from senderName: String?, in language: Language
    ) {
        self.init(
            to: member, kind: kind, from: senderName, language: language.tag, subject: language.text(letter.subject),
            text: letter.text(in: language), html: letter.html(in: language))
    }
}
