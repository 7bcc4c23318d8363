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

public enum AccountError: Error, Equatable, CustomStringConvertible {
    case unknown
    case addressTaken

    public var description: String {
        switch self {
        case .unknown: "there is no such account; sign in again"
        case .addressTaken: "an account with this address exists; sign in with it"
        }
    }
}

public enum OrganizationError: Error, Equatable, CustomStringConvertible {
    case unknown
    case suspended
    case slugTaken
    case invalidLanguage
    case founderHasNoAccount

    public var description: String {
        switch self {
        case .unknown: "there is no such organization; look it up again"
        case .suspended: "the organization is suspended; resume it first"
        case .slugTaken: "another organization has this slug; choose a different one"
        case .invalidLanguage: "the language is not a tag of BCP 47 such as 'en' or 'pt-BR'; choose one"
        case .founderHasNoAccount: "the founder has no account, and no module of this platform invites people; add "
            + "Invitations or create the account first"
        }
    }
}
