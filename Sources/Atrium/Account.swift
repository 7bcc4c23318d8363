public typealias AccountID = ID<Account>

/// A person across organizations: how they sign in and are called.
public struct Account: Sendable, Equatable {
    public let id: AccountID
    public let name: String
    /// Addresses of which the person proved that they read them.
    public let addresses: [EmailAddress]
}

/// One organization in a person's menu.
public struct OrganizationLink: Sendable, Equatable {
    public let organization: OrganizationID
    public let name: String
    public let slug: Slug
    public let member: MemberID
}

public enum AccountError: String, Error, CustomStringConvertible {
    case unknown = "there is no such account; sign in again"
    case addressTaken = "an account with this address exists; sign in with it"

    public var description: String { rawValue }
}

public enum OrganizationError: String, Error, CustomStringConvertible {
    case unknown = "there is no such organization; look it up again"
    case suspended = "the organization is suspended; resume it first"
    case outdated = "the organization was suspended after this was taken; look it up again with platform.tenant(_:)"
    case deleted = "the organization was deleted; nothing of it is left"
    case invalidSlug = "a slug has 1 to 63 characters a-z, 0-9 and -, with no - at either end; choose another"
    case slugTaken = "another organization has this slug; choose a different one"
    case invalidLanguage = "the language is not a tag of BCP 47 such as 'en' or 'pt-BR'; choose one"
    case founderHasNoAccount = "the founder has no account, and no module invites people; add one of the two"

    public var description: String { rawValue }
}
