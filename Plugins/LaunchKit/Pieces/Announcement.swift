internal import Atrium
internal import AtriumInvitations
internal import AtriumMarkup

/// What an organization tells its people before the invitations arrive: from whom they come and how they look, so that nobody
/// takes them for spam. Every mark is the one that the mail really has.
struct Announcement {
    let content: KitContent

    var subject: String { content.text("Your invitation to the training platform of \(content.organization)") }

    private var greeting: String { content.text("Hello,") }

    private var beginning: String {
        if let day = content.design.day {
            return content.text(
                "From \(day) you get a mail that invites you to our training platform. It is from us, and it is no spam."
            )
        }
        return content.text(
            "In the next days you get a mail that invites you to our training platform. It is from us, and it is no spam."
        )
    }

    private var marks: [(label: String, value: String)] {
        [
            (content.text("Sender"), "\(content.organization) <\(content.marks.sender)>"),
            (content.text("Subject"), content.marks.subject),
            (content.text("The link begins with"), content.marks.linkStart),
        ]
    }

    private var ending: [String] {
        [
            content.text(
                "The link works once, for \(content.marks.lifetimeInDays, "day", "days"). If the mail is not there, look among the spam, and mark it as no spam."
            ), content.promise,
        ]
    }

    private var closing: String { content.text("If you have a question, answer this mail.") }

    var plainText: String {
        var parts = [subject, greeting, "\(beginning) \(content.text("You know it by these marks:"))"]
        parts.append(marks.map { "- \($0.label): \($0.value)" }.joined(separator: "\n"))
        parts += ending
        parts.append(content.firstSteps.enumerated().map { "\($0 + 1). \($1)" }.joined(separator: "\n"))
        return (parts + [closing, content.organization]).joined(separator: "\n\n") + "\n"
    }

    /// The text without its subject as paragraphs and lists, without styles: it is pasted into a mail or a page.
    var fragment: String {
        func paragraph(_ text: String) -> String { "<p>\(XMLText.escaped(text))</p>" }
        let rows = marks.map { "<li>\(XMLText.escaped($0.label)): \(XMLText.isolated($0.value))</li>" }
        let steps = content.firstSteps.map { "<li>\(XMLText.escaped($0))</li>" }
        let parts =
            [
                paragraph(greeting), paragraph("\(beginning) \(content.text("You know it by these marks:"))"),
                "<ul>\n\(rows.joined(separator: "\n"))\n</ul>",
            ] + ending.map(paragraph) + [
                "<ol>\n\(steps.joined(separator: "\n"))\n</ol>", paragraph(closing), paragraph(content.organization),
            ]
        return parts.joined(separator: "\n")
    }

    var html: String {
        """
        <!DOCTYPE html>
        <html lang="\(content.language.tag)" dir="\(content.language.direction.rawValue)">
        <head>
        <meta charset="utf-8"/>
        <title>\(XMLText.escaped(subject))</title>
        </head>
        <body>
        <h1>\(XMLText.escaped(subject))</h1>
        \(fragment)
        </body>
        </html>

        """
    }
}
