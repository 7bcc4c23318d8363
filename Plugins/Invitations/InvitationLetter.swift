internal import Atrium
internal import AtriumMail

/// The mail that brings an invitation.
struct InvitationLetter {
    let organization: any Organization
    let link: String
    let lifetimeInDays: Int

    func message(to address: EmailAddress) -> MailMessage {
        MailMessage(
            to: address, from: organization.name, language: "en",
            subject: "Invitation to join \(organization.name)",
            text: """
                Hello,

                \(organization.name) invites you to its training platform. Open this link and confirm to join:

                \(link)

                Sign in if you have an account with this address, or create one there. The link works once, for \
                \(lifetimeInDays) days. If you did not expect this message, ignore it: nothing happens without you.
                """)
    }
}
