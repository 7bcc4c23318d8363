import Atrium
import AtriumMail
import Foundation

/// The mail with the link that signs a person in.
enum SignInMail {
    static func message(
        to recipient: EmailAddress, link: String, from sender: EmailAddress, in language: Language
    ) throws -> OutgoingMail {
        let letter = Letter(
            "Sign in",
            [
                .link("Open this link to sign in. It works once, for fifteen minutes.", address: link),
                .paragraph("If you did not ask for it, do nothing."),
            ])
        return try OutgoingMail(
            MailMessage(letter, to: recipient, from: nil, in: language),
            messageID: "sign-in-\(UUID().uuidString.lowercased())@academy.example", sender: sender, date: .now)
    }
}
