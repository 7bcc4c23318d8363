public import AtriumValues

public import struct Foundation.Date

/// The identity of an account.
public typealias AccountID = ID<Account>

/// A person across all organizations: a name, and the addresses with which the person signs in.
public struct Account: Sendable, Equatable {
    /// The account's identity, the same in all organizations. The person has another identity as a member of each.
    public let id: AccountID
    /// The person's name. The name that a member has in an organization can differ.
    public let name: String
    /// Addresses that the person has proved to read. The one that was proved last comes first.
    public let addresses: [EmailAddress]
    /// Addresses that the person has replaced. The person cannot sign in with them, and they get no mail. No other account can
    /// have such an address before it is released.
    public let formerAddresses: [EmailAddress]
    /// Addresses that the account has released. The account may also have them again.
    let released: Set<EmailAddress>
    /// When another account released an address that this account has now or had.
    let handedOver: [EmailAddress: Date]

    /// Whether a member's copy of an address is out of date: the account no longer has the address, or the copy says "none" and
    /// the account has an address now. An address that the directory does not know at all is not out of date: the directory may
    /// have lost it.
    package func makesOutdated(_ address: EmailAddress) -> Bool {
        if address.isReleased { return !addresses.isEmpty }
        return !addresses.contains(address) && (formerAddresses.contains(address) || released.contains(address))
    }

    /// Whether mail that was sent to an address at a moment was meant for this person: the address is one of the account's
    /// present or former addresses, and no other account has released it at or after that moment.
    public func isRecipient(ofMailTo address: EmailAddress, sentAt moment: Date) -> Bool {
        guard addresses.contains(address) || formerAddresses.contains(address) else { return false }
        return handedOver[address].map { moment > $0 } ?? true
    }
}

/// Why an act on an account or on its addresses is refused. Each case says what to do instead.
public enum AccountError: String, ExplainedError {
    /// No account has the id.
    case unknown = "there is no such account; sign in again"
    /// Another account has the address now.
    case addressTaken = "an account with this address exists; sign in with it"
    /// Another account had the address before and has not released it.
    case addressFormer = "an account had this address before; sign in with its new one, or have the old one released"
    /// The account is an active member of an organization, so its current address cannot be released.
    case addressInUse =
        "the account is an active member with this address; change the address or end the membership first"
    /// The proof of the address is older than its release, so it came from an earlier owner.
    case addressHandedOver =
        "the address was released to another person since this mail was sent; have it sent again"
    /// This account does not have the address that the caller wants to change or release.
    case notItsAddress = "the account does not have this address; look the account up again"
    /// The change would keep the address.
    case sameAddress = "the new address is the old one; choose another"
    /// The secret is unknown, used or expired, or belongs to another account. The answer is the same for all four.
    case invalidSecret = "the link is not valid, or no longer valid; sign in and ask for a new one"
    /// The platform has no `accountMail`, so no address can be changed.
    case mailMissing = "the platform sends no mail about accounts; set accountMail in its configuration"
}
