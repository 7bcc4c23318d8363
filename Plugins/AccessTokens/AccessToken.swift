public import Atrium

public import struct Foundation.Date

/// A token as lists show it. Its secret is not known after it was made.
public struct AccessToken: Sendable, Equatable, Identifiable {
    public let id: ID<AccessToken>
    /// What the token is for, in the words of the member who made it.
    public let name: String
    /// The member in whose name it acts.
    public let member: MemberID
    /// The member's name; empty if the principal may not view the member.
    public let memberName: String
    /// The ids of the permissions that it holds, sorted.
    public let permissions: [String]
    /// When it was made.
    public let createdAt: Date
    /// From this moment on it opens nothing.
    public let expiresAt: Date
    /// About when it was last used, to the hour; `nil` if it was not used.
    public let usedAt: Date?
}

/// A token that was made now. Its text is shown once.
public struct NewAccessToken: Sendable {
    /// The identity under which it is listed.
    public let id: ID<AccessToken>
    /// `<id of the organization>.<secret>`: `Platform.tenant(ofToken:)` finds the organization.
    public let text: String
}

/// Why a token is not made or not revoked.
public enum AccessTokenError: ExplainedError, Equatable {
    /// The principal is no member. A token acts in the name of a member.
    case noMember
    /// Nothing was chosen.
    case noPermission
    /// This permission does not exist here, or no token can hold it.
    case unknownPermission(String)
    /// The number of days is not from 1 to ``AccessTokenService/longestLife``.
    case lifetime
    /// The organization has ``AccessTokenService/mostTokens`` tokens.
    case tooMany
    /// The same request has made a token before. Its text was in the first answer.
    case alreadyMade
    /// There is no such token.
    case unknown

    public var words: Words {
        switch self {
        case .noMember: "a token acts in the name of a member; make it as a member"
        case .noPermission: "the token would allow nothing; choose at least one permission"
        case .unknownPermission(let id): "no token can hold the permission '\(id)'; choose another"
        case .lifetime: "a token is valid for 1 to \(AccessTokenService.longestLife) days; choose such a number"
        case .tooMany: "the organization has \(AccessTokenService.mostTokens) tokens; revoke some that nobody uses"
        case .alreadyMade: "this request has made a token already; if you did not copy it, revoke it and make another"
        case .unknown: "there is no such token; list the tokens again"
        }
    }
}
