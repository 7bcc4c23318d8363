internal import Atrium
internal import AtriumMail
internal import AtriumMarkup

/// The mail with an invitation's link.
struct InvitationLetter {
    let organization: any Organization
    let link: String
    let lifetimeInDays: Int

    func message(to address: EmailAddress) -> MailMessage {
        let name = TextRule.isolated(organization.name)
        return MailMessage(
            to: address, from: organization.name, language: "en",
            subject: "Invitation to join \(name)",
            text: """
                Hello,

                \(name) invites you to its training platform. Open this link and confirm to join:

                \(link)

                Sign in if you have an account with this address, or create one there. The link works once, for \
                \(lifetimeInDays) days. If you did not expect this message, ignore it: nothing happens without you.
                """,
            html: """
                <p>Hello,</p>
                <p>\(XMLText.isolated(organization.name)) invites you to its training platform.</p>
                <p><a href="\(XMLText.escaped(link))">Open the invitation</a> and confirm to join.</p>
                <p>Sign in if you have an account with this address, or create one there. The link works once, for \
                \(lifetimeInDays) days. If you did not expect this message, ignore it: nothing happens without you.</p>
                """)
    }
}
