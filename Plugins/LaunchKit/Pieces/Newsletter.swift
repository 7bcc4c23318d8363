internal import Atrium
internal import AtriumMail

/// A newsletter: a mail to open in a mail program, to change and to send. Its HTML is written for the mail programs that know
/// least, and it has the same as text.
struct Newsletter {
    let content: KitContent

    var subject: String { "\(content.organization): \(content.headline)" }

    /// The lines before the list of courses.
    var introduction: [String] { [content.promise, content.certificates] }

    var plainText: String {
        var parts = [content.organization, content.headline, content.date] + introduction
        if !content.courses.isEmpty {
            let courses = content.courses.map { "- \($0)" }.joined(separator: "\n")
            parts.append("\(content.text("What you can learn"))\n\n\(courses)")
        }
        let steps = content.firstSteps.enumerated().map { "\($0 + 1). \($1)" }.joined(separator: "\n")
        parts.append("\(content.text("How to begin"))\n\n\(steps)")
        parts.append("\(content.text("Open the training platform")):\n\n\(content.address)")
        return parts.joined(separator: "\n\n") + "\n"
    }

    var mail: String {
        MailDraft(
            subject: subject, language: content.language, text: plainText, page: NewsletterPage(newsletter: self).html
        )
        .content
    }
}
