public import Atrium

public import struct Foundation.Date

/// An invitation to join an organization.
public struct Invitation: Sendable, Equatable {
    /// Stays the same when the invitation is mailed again.
    public let id: ID<Invitation>
    /// The invited address.
    public let email: EmailAddress
    /// The role that the person gets on accepting.
    public let role: RoleID
    /// The teams that the person joins. For a team role such as supervisor, the teams for which the role is held.
    public let teams: [TeamID]
    /// The teams to which the invitation led until they were archived.
    public let archivedTeams: [TeamID]
    /// Whether the invitation waits for an answer, or how it ended.
    public let state: InvitationState
    /// When the newest mail was written.
    public let sentAt: Date
    /// The invitation can be accepted until then. Sending it again moves the date.
    public let expiresAt: Date
    /// When the invitation was accepted; `nil` in every other state.
    public let acceptedAt: Date?

    /// The teams of a column that holds ids joined by commas.
    static func teams(_ text: String?) -> [TeamID] { (text ?? "").split(separator: ",").compactMap { TeamID($0) } }
}

/// Whether an invitation waits for an answer, or how it ended. After every end, the person can be invited again.
public enum InvitationState: String, Sendable, ColumnValue, CaseIterable {
    /// The invitation waits for an answer.
    case pending
    /// The person accepted and became a member.
    case accepted
    /// The person declined.
    case declined
    /// A member who may invite ended it.
    case revoked
    /// It was not accepted in time.
    case expired
    /// The person became a member in another way.
    case superseded
}

/// Why an invitation cannot be sent, listed or answered.
public enum InvitationError: ExplainedError, Equatable {
    /// The same answer to an unknown, foreign or misspelt token. A person with a real token learns what happened to the
    /// invitation.
    case invalidToken
    /// The principal who accepts has no account.
    case accountMissing
    /// The token is from an older mail of a pending invitation.
    case replaced
    /// The invitation was accepted before.
    case alreadyAccepted
    /// The invited person declined.
    case declined
    /// The organization revoked the invitation.
    case revoked
    /// The invitation was not accepted in time.
    case expired
    /// The person became a member in another way.
    case superseded
    /// The account does not own the invited address, now or formerly.
    case addressNotVerified
    /// The invited address belonged to another account when the invitation was mailed, or after that.
    case addressHandedOver
    /// The inviter may no longer invite, may no longer grant the role, or ranks below the member who comes back.
    case inviterNoLongerAllowed
    /// The account is an active member.
    case memberExists
    /// The account is a deactivated member.
    case deactivated
    /// The organization has no free seat.
    case noSeatLeft
    /// The role is a team role, and all its teams are archived.
    case teamArchived
    /// A pasted text is longer than ``AddressList/textLimit``.
    case textTooLong
    /// There are more addresses than ``AddressList/addressLimit``.
    case tooManyAddresses
    /// There are more than 100 teams.
    case tooManyTeams
    /// A query has more than 1,000 ids, or a text of more than 1,000 bytes.
    case invalidQuery

    public var words: Words {
        switch self {
        case .invalidToken: "there is no such invitation; open the link in the newest mail, or ask for a new invitation"
        case .accountMissing:
            "an invitation is accepted in the name of an account; sign in with one, or create one first"
        case .replaced: "the invitation was mailed again after this link; open the link in the newest mail"
        case .alreadyAccepted: "the invitation is already accepted; sign in with the account that accepted it"
        case .declined: "the invitation was declined; ask for a new one"
        case .revoked: "the organization revoked the invitation; ask for a new one"
        case .expired: "the invitation has expired; ask for a new one"
        case .superseded:
            "the person became a member in another way; sign in, or ask for a new invitation if you are no longer a member"
        case .addressNotVerified: "the account does not own the invited address; sign in with the account that does"
        case .addressHandedOver:
            "the address belonged to another account when the invitation was mailed, or later; ask for a new one"
        case .inviterNoLongerAllowed: "the sender of the invitation may no longer grant its role; ask for a new one"
        case .memberExists: "the account is already a member; you need not do anything"
        case .deactivated: "the account is a deactivated member; ask an administrator to reactivate it"
        case .noSeatLeft: "no seat is left in the organization; ask an administrator to free one, and accept again"
        case .teamArchived:
            "the invitation's role is held for a team, and the team is archived; revoke it and invite the person again"
        case .textTooLong: "a text with addresses has at most \(AddressList.textLimit) bytes; paste it in parts"
        case .tooManyAddresses:
            "at most \(AddressList.addressLimit) people can be invited at a time; invite them in parts"
        case .tooManyTeams:
            "an invitation leads to at most \(InvitationService.teamLimit) teams; add the person to the others later"
        case .invalidQuery:
            """
            a query names at most \(InvitationQuery.idLimit) invitations and a text of at most \(InvitationQuery.textLimit) \
            bytes; use several queries or a shorter text
            """
        }
    }
}
