internal import Atrium
internal import AtriumMail

/// The mail with what is due soon.
struct DueLetter {
    /// The maximum number of lines. The mail has only the number of the others.
    private static let longest = 20

    let organization: any Organization
    let member: any Member
    let today: Day
    /// What is due, on which day, and why.
    let lines: [(what: Words, day: Day, why: Words)]

    func message(in language: Language) -> MailMessage {
        let shown: [Words] = lines.prefix(Self.longest).map { line in
            "\(line.what): due on \(line.day) (\(Self.days(from: today, to: line.day))), \(line.why)"
        }
        let rest = lines.count - shown.count
        let letter = Letter(
            "Due soon at \(organization.name)",
            [
                .paragraph("Hello \(member.name),"),
                .paragraph("this is due soon on the training platform of \(organization.name):"),
                .list(shown),
            ] + (rest > 0 ? [.paragraph("… and \(rest) more")] : [])
                + [.paragraph("To stop the reminders of a course, decline it there.")])
        return MailMessage(letter, to: member, kind: .reminders, from: organization.name, in: language)
    }

    private static func days(from today: Day, to day: Day) -> Words {
        switch day.number - today.number {
        case 0: "today"
        case 1: "tomorrow"
        case let days: "in \(days, "day", "days")"
        }
    }
}
