public import Atrium

/// A mail that somebody opens in their own mail program, changes and sends: it has no sender, no receiver and no date yet.
public struct MailDraft: Sendable {
    /// The draft as RFC 5322 says, with the text and the page as alternatives. The name of its file ends in `.eml`.
    public let content: String

    /// Writes a draft.
    ///
    /// - Parameters:
    ///   - subject: The subject.
    ///   - language: The language of both bodies.
    ///   - text: The body as plain text.
    ///   - page: The body as a whole page of HTML.
    public init(subject: String, language: Language, text: String, page: String) {
        let header = [
            "Subject: \(EncodedWords.fold(subject, after: 9))",
            // Mail programs open it for writing, and not as a mail that came in.
            "X-Unsent: 1", "Content-Language: \(language.tag)", "MIME-Version: 1.0",
        ]
        let parts = [InternetMessage.part("plain", text), InternetMessage.part("html", page)]
        content =
            header.joined(separator: "\r\n") + "\r\n" + InternetMessage.alternatives(parts, named: "draft@")
    }
}
