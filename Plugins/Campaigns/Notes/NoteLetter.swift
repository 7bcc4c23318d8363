internal import Atrium
internal import AtriumCourses
internal import AtriumMail
internal import AtriumSuggestions

/// The weekly note: what is next for the member, and what colleagues began. It names no colleague and no number.
struct NoteLetter {
    /// The maximum number of courses and of goals.
    private static let longest = 5

    let organization: any Organization
    let next: NextSteps
    /// The titles of courses that enough colleagues began.
    let begun: [String]

    /// Whether there is nothing to tell.
    var isEmpty: Bool { next.isEmpty && begun.isEmpty }

    func message(to member: any Member, in language: Language) -> MailMessage {
        let courses = next.courses.prefix(Self.longest).map(Self.line)
        let goals = next.goals.prefix(Self.longest).map(Self.line)
        let letter = Letter(
            "Your week of learning at \(organization.name)",
            [.paragraph("Hello \(member.name),")]
                + Self.part("these courses are next for you:", courses)
                + Self.part("your goals:", goals)
                + Self.part("colleagues began these courses last week:", begun.map(Words.init(verbatim:)))
                + [.paragraph("You asked for this note. To stop it, choose so on your home.")])
        return MailMessage(letter, to: member, kind: .notes, from: organization.name, in: language)
    }

    private static func part(_ heading: Words, _ lines: [Words]) -> [Letter.Block] {
        lines.isEmpty ? [] : [.paragraph(heading), .list(lines)]
    }

    private static func line(_ item: SuggestedCourse) -> Words {
        switch (item.state == .started, item.due) {
        case (false, nil): Words(verbatim: item.course.title)
        case (false, let day?): "\(item.course.title): due on \(day)"
        case (true, nil): "\(item.course.title): you have started it"
        case (true, let day?): "\(item.course.title): you have started it, due on \(day)"
        }
    }

    private static func line(_ progress: GoalProgress) -> Words {
        "\(progress.aim) until \(progress.goal.day): \(percentage: Double(progress.percent) / 100) done"
    }
}
