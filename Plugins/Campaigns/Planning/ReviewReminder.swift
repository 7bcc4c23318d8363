internal import Atrium
internal import AtriumMail
internal import AtriumMarkup

/// The mail of a review: what the plan says to look at.
struct ReviewReminder {
    let organization: any Organization
    let entry: PlanEntry.Content

    func message(to person: any Member, in language: Language) -> MailMessage {
        let letter = Letter(
            "\(organization.name): time for a review",
            [
                .paragraph("Hello \(person.name),"),
                .paragraph("the plan of the year has a review on \(entry.day):"),
                .paragraph(Words(verbatim: Markup(entry.text).plainText)),
                .paragraph("You get this message because you approved the review."),
            ])
        return MailMessage(letter, to: person, kind: .reminders, from: organization.name, in: language)
    }
}
