internal import Atrium
internal import AtriumMail

/// The mail with an invitation's link.
struct InvitationLetter {
    let organization: any Organization
    let link: String
    let lifetimeInDays: Int

    var subject: Words { "Invitation to join \(organization.name)" }

    func message(to address: EmailAddress, in language: Language) -> MailMessage {
        let letter = Letter(
            subject,
            [
                .paragraph("Hello,"),
                .paragraph("\(organization.name) invites you to its training platform."),
                .link("Open this link and confirm to join:", address: link),
                .paragraph(
                    "Sign in if you have an account with this address, or create one there. The link works once, for \(lifetimeInDays, "day", "days"). If you did not expect this message, ignore it: nothing happens without you."
                ),
            ])
        return MailMessage(letter, to: address, from: organization.name, in: language)
    }
}
