public import AtriumValues

public typealias AccountID = ID<Account>

/// A person across organizations: how they sign in and are called.
public struct Account: Sendable, Equatable {
    public let id: AccountID
    public let name: String
    /// Addresses of which the person proved that they read them.
    public let addresses: [EmailAddress]
}

public enum AccountError: String, Error, CustomStringConvertible {
    case unknown = "there is no such account; sign in again"
    case addressTaken = "an account with this address exists; sign in with it"

    public var description: String { rawValue }
}
