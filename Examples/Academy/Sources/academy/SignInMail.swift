import Atrium
import AtriumMail
import AtriumSessions
import Foundation
import Synchronization

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

/// The platform for a module that is made before the platform is open.
final class PlatformReference: Sendable {
    private let platform = Mutex<Platform?>(nil)

    func keep(_ platform: Platform) -> Platform {
        self.platform.withLock { $0 = platform }
        return platform
    }

    /// The language in which a letter is written: the one that the person reads in the first of their organizations, or the one
    /// that the browser asked for.
    func language(of letter: SignInLetter) async -> Language {
        guard let platform = platform.withLock({ $0 }) else { return .english }
        // If the organization does not open now, its members can still sign in.
        let link = (try? await platform.organizations(of: letter.account))?.first
        let own: Language? =
            if let link {
                try? await platform.tenant(link.organization).language(as: .member(link.member))
            } else { nil }
        return own ?? platform.languages.language(preferring: [letter.language])
    }
}
