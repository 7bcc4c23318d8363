public import Atrium

public import struct Foundation.Date

/// An invitation to join an organization.
public struct Invitation: Sendable, Equatable {
    public let id: ID<Invitation>
    public let email: EmailAddress
    public let role: RoleID
    /// What the person joins; for a team's role such as supervisor, what the role is held for instead.
    public let teams: [TeamID]
    public let state: InvitationState
    /// When its last mail was written.
    public let sentAt: Date
    public let expiresAt: Date
    public let acceptedAt: Date?

    /// The teams of a row, which lie there joined by commas.
    static func teams(_ text: String?) -> [TeamID] { (text ?? "").split(separator: ",").compactMap { TeamID($0) } }
}

public enum InvitationState: String, Sendable, ColumnValue, CaseIterable {
    case pending, accepted, declined, revoked
    /// Too late to accept. None of the ended states keeps anybody from being invited again.
    case expired
}

public enum InvitationError: Error, Equatable, CustomStringConvertible {
    /// The same answer to an unknown, used, revoked, expired, foreign and misspelt token.
    case invalidToken
    case addressNotVerified
    case inviterNoLongerAllowed
    case memberExists
    case unknown
    case notPending
    case textTooLong
    case tooManyAddresses
    case tooManyTeams
    case invalidQuery

    public var description: String {
        switch self {
        case .invalidToken: "this invitation cannot be used (any more); ask for a new one"
        case .addressNotVerified: "the account does not own the invited address; sign in with the account that does"
        case .inviterNoLongerAllowed: "whoever sent the invitation may no longer grant its role; ask for a new one"
        case .memberExists: "the account is a member already; nothing is to be done"
        case .unknown: "there is no such invitation in this organization; look it up again"
        case .notPending: "the invitation is not pending; invite the person again"
        case .textTooLong: "a text with addresses has at most \(AddressList.textLimit) bytes; paste it in parts"
        case .tooManyAddresses: "at most \(AddressList.addressLimit) people are invited at a time; do it in parts"
        case .tooManyTeams:
            "an invitation leads to at most \(InvitationService.teamLimit) teams; add the person to the others later"
        case .invalidQuery:
            """
            a query names at most \(InvitationQuery.idLimit) invitations, and a text of at most \(InvitationQuery.textLimit) \
            bytes; ask in parts
            """
        }
    }
}
