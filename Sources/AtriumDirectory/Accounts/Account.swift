public import AtriumValues

public import struct Foundation.Date

public typealias AccountID = ID<Account>

/// A person across organizations: how they sign in and are called.
public struct Account: Sendable, Equatable {
    public let id: AccountID
    public let name: String
    /// Addresses of which the person proved that they read them, the one that was proved last first.
    public let addresses: [EmailAddress]
    /// Addresses that the person has replaced. They are no way to sign in, and get no mail. Nobody else can have one before it is
    /// released.
    public let formerAddresses: [EmailAddress]
    /// Addresses that were released of the account, which it may have again.
    let released: Set<EmailAddress>
    /// When addresses of the account were released by another one.
    let handedOver: [EmailAddress: Date]

    /// Whether a copy of an address is out of date: the account had it and has it no more, or had none and has one now. An address
    /// of which nothing is known is not: it may be of a time that the directory has lost.
    package func hasOutgrown(_ address: EmailAddress) -> Bool {
        if address.isReleased { return !addresses.isEmpty }
        return !addresses.contains(address) && (formerAddresses.contains(address) || released.contains(address))
    }

    /// Whether mail that was sent to an address at a moment was for this person: the address is theirs, now or formerly, and was
    /// nobody else's at that moment or since.
    public func isRecipient(ofMailTo address: EmailAddress, sentAt moment: Date) -> Bool {
        guard addresses.contains(address) || formerAddresses.contains(address) else { return false }
        return handedOver[address].map { moment > $0 } ?? true
    }
}

public enum AccountError: String, Error, CustomStringConvertible {
    case unknown = "there is no such account; sign in again"
    case addressTaken = "an account with this address exists; sign in with it"
    case addressFormer = "an account had this address before; sign in with its new one, or have the old one released"
    case addressInUse =
        "the account is an active member with this address; change the address or end the membership first"
    case addressHandedOver =
        "the address was released to another person since this mail was sent; have it sent again"
    case notItsAddress = "the address is none of the account's; look the account up again"
    case sameAddress = "the new address is the old one; choose another"
    /// The same answer to an unknown, used, expired and foreign secret.
    case invalidSecret = "the link cannot be used (any more); sign in and ask for a new one"
    case mailMissing = "the platform mails nothing about accounts; set accountMail in its configuration"

    public var description: String { rawValue }
}
