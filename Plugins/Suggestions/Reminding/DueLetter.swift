internal import Atrium
internal import AtriumMail
internal import AtriumMarkup

/// The mail with what is due soon.
struct DueLetter {
    /// The maximum number of lines. The mail has only the number of the others.
    private static let longest = 20

    let organization: any Organization
    let member: any Member
    let today: Day
    /// What is due, on which day, and why.
    let lines: [(what: String, day: Day, why: String)]

    var message: MailMessage {
        let shown = lines.prefix(Self.longest).map { line in
            (what: line.what, details: ": due on \(line.day) (\(Self.days(from: today, to: line.day))), \(line.why)")
        }
        let listed = shown.map { TextRule.isolated($0.what) + $0.details }
        let name = TextRule.isolated(organization.name)
        let rest = lines.count - listed.count
        let end = "To stop the reminders of a course, decline it there."
        return MailMessage(
            to: member, kind: .reminders, from: organization.name, language: "en",
            subject: "Due soon at \(name)",
            text: """
                Hello \(TextRule.isolated(member.name)),

                this is due soon on the training platform of \(name):

                \(listed.map { "- \($0)" }.joined(separator: "\n"))\(rest > 0 ? "\n… and \(rest) more" : "")

                \(end)
                """,
            html: """
                <p>Hello \(XMLText.isolated(member.name)),</p>
                <p>this is due soon on the training platform of \(XMLText.isolated(organization.name)):</p>
                <ul>
                \(shown.map { "<li>\(XMLText.isolated($0.what))\(XMLText.escaped($0.details))</li>" }.joined(separator: "\n"))
                </ul>
                \(rest > 0 ? "<p>… and \(rest) more</p>" : "")<p>\(end)</p>
                """)
    }

    private static func days(from today: Day, to day: Day) -> String {
        switch day.number - today.number {
        case 0: "today"
        case 1: "tomorrow"
        case let days: "in \(days) days"
        }
    }
}
