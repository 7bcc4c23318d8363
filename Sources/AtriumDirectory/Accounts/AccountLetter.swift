public import AtriumValues

public import struct Foundation.Date

/// A message to a person about their account's address. The integrator writes the text and mails it. A printed letter shows
/// nothing of its content, because it may hold a secret.
public struct AccountLetter: Sendable, Redacted {
    /// What the letter says.
    public enum Content: Sendable {
        /// To the new address: the secret with which the signed-in person confirms the change, before it expires.
        case confirmation(Secret, until: Date)
        /// To the old address: a signed-in person has asked for another address. The letter does not say which.
        case notice
    }

    /// The address to which the letter goes.
    public let recipient: EmailAddress
    /// The account whose address is to change.
    public let account: AccountID
    /// The person's name.
    public let name: String
    /// A confirmation or a notice.
    public let content: Content
}
