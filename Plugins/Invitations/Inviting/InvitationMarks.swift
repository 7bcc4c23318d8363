public import Atrium
internal import AtriumMail
internal import Foundation

/// How the mail with an invitation looks. People who are told these marks before it arrives do not take it for spam.
public struct InvitationMarks: Sendable, Equatable {
    /// The address that it comes from. The name beside it is the organization's.
    public let sender: EmailAddress
    /// Its subject, in the organization's language.
    public let subject: String
    /// How its link begins: the part before the token, which is the same in all mails.
    public let linkStart: String
    /// For how many days the link works.
    public let lifetimeInDays: Int
}

extension InvitationService {
    /// How the mail with an invitation looks now. It checks no permission, because the caller's unit already did.
    public func marks(in work: UnitOfWork) throws -> InvitationMarks {
        let letter = letter(of: try work.organization(), token: "")
        let address = URL(string: letter.link)
        let site = [address?.scheme.map { "\($0)://" }, address?.host()].compactMap { $0 }.joined()
        return InvitationMarks(
            sender: mail.sender, subject: try work.language(of: nil).text(letter.subject),
            linkStart: site.isEmpty ? letter.link : site, lifetimeInDays: letter.lifetimeInDays)
    }
}
