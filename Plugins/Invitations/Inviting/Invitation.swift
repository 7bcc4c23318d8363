public import Atrium

public import struct Foundation.Date

/// An invitation to join an organization.
public struct Invitation: Sendable, Equatable {
    public let id: ID<Invitation>
    public let email: EmailAddress
    public let role: RoleID
    /// What the person joins; for a team's role such as supervisor, what the role is held for instead.
    public let teams: [TeamID]
    /// Those that it led to until they were archived.
    public let archivedTeams: [TeamID]
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
    /// Too late to accept.
    case expired
    /// The person became a member otherwise. None of the ended states keeps anybody from being invited again.
    case superseded
}

public enum InvitationError: Error, Equatable, CustomStringConvertible {
    /// The same answer to an unknown, foreign and misspelt token. Who holds a true one learns what became of the invitation.
    case invalidToken
    /// Somebody accepts who is signed in with no account.
    case accountMissing
    case replaced
    case alreadyAccepted
    case declined
    case revoked
    case expired
    case superseded
    case addressNotVerified
    case addressHandedOver
    case inviterNoLongerAllowed
    case memberExists
    case deactivated
    case noSeatLeft
    case teamArchived
    case textTooLong
    case tooManyAddresses
    case tooManyTeams
    case invalidQuery

    public var description: String {
        switch self {
        case .invalidToken: "there is no such invitation; open the link in the newest mail, or ask for a new invitation"
        case .accountMissing: "an invitation is accepted in the name of an account; sign in with one, or make one first"
        case .replaced: "the invitation was mailed again since; open the link in the newest mail"
        case .alreadyAccepted: "the invitation was accepted already; sign in with the account that did"
        case .declined: "the invitation was declined; ask for a new one"
        case .revoked: "the organization revoked the invitation; ask for a new one"
        case .expired: "the time of the invitation is over; ask for a new one"
        case .superseded:
            "the person became a member otherwise; sign in, or ask for a new invitation if you are none any more"
        case .addressNotVerified: "the account does not own the invited address; sign in with the account that does"
        case .addressHandedOver: "the address was another account's when the invitation was mailed; ask for a new one"
        case .inviterNoLongerAllowed: "whoever sent the invitation may no longer grant its role; ask for a new one"
        case .memberExists: "the account is a member already; nothing is to be done"
        case .deactivated: "the account is a deactivated member; ask an administrator to reactivate it"
        case .noSeatLeft: "no seat is left in the organization; ask an administrator to free one, and accept again"
        case .teamArchived:
            "the invitation's role is held for a team, and the team was archived; revoke it and invite the person again"
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
