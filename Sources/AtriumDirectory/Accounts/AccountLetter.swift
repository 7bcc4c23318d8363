public import AtriumValues

public import struct Foundation.Date

/// What a person is to be told of their account's address, for the integrator to put into words and mail. Printed, it shows nothing
/// of itself: it may hold a secret.
public struct AccountLetter: Sendable, Discreet {
    public enum Content: Sendable {
        /// To the new address: the secret with which the person confirms it, signed in, before it expires.
        case confirmation(Secret, until: Date)
        /// To the old address: somebody who is signed in asked for another one. It does not say which.
        case notice
    }

    public let recipient: EmailAddress
    public let account: AccountID
    /// The person's name.
    public let name: String
    public let content: Content
}
