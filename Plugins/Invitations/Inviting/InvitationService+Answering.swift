public import Atrium
internal import AtriumSeats

public import struct Foundation.Date

/// What the invited person does. Tokens are `<organization id>.<secret>`. One that no mail held gets one answer,
/// ``InvitationError/invalidToken``; one of an invitation that cannot be used any more says why.
extension InvitationService {
    /// What a token invites to, for the page that asks for a confirmation. Changes nothing.
    public func look(at token: String, as principal: Principal) async throws -> InvitationCard {
        try await store.read(as: principal, .answerInvitation) { work in
            let pending = try requirePending(token, in: work)
            let organization = try work.organization()
            return InvitationCard(
                organization: organization.name, email: pending.email, role: pending.role, expiresAt: pending.expiresAt)
        }
    }

    /// Creates an account for the invited address, which the token proves; then accept with it.
    ///
    /// Throws `AccountError.addressTaken` if the address has an account, and `addressFormer` if it had one: its owner signs in
    /// instead. Throws `AccountError.addressHandedOver` if the address was released to another person since the mailing.
    public func createAccount(_ token: String, name: String, as principal: Principal) async throws -> AccountID {
        let pending = try await store.read(as: principal, .answerInvitation) { try requirePending(token, in: $0) }
        return try await tenant.createAccount(
            provenAddress: pending.email, mailedAt: pending.sentAt, name: name)
    }

    /// Joins the organization with the role and teams of the invitation, once, in one commit: in the name of an account, `.account(id)`.
    ///
    /// State, expiry, the inviter's standing, seat and exclusions are checked there. The invited address must be the account's, now
    /// or formerly (``InvitationError/addressNotVerified``), and have been since the invitation was mailed
    /// (``InvitationError/addressHandedOver``); the member has the account's address of now. Each reason to refuse has an error of
    /// its own, of ``InvitationError``, `RoleError`, or `MemberError.addressTaken`. An active member whose account was lost has
    /// their place again, with what they had and what the invitation adds.
    public func accept(_ token: String, as principal: Principal) async throws -> MemberID {
        guard let id = principal.account else { throw InvitationError.accountMissing }
        guard let account = try await tenant.account(id) else { throw AccountError.unknown }
        return try await store.write(as: principal, .answerInvitation) { work in
            let pending = try requirePending(token, in: work)
            let address = try address(of: account, answering: pending)
            try requireWorth(of: pending, returning: address, in: work)
            try requireNotDeactivated(account, address, in: work)
            try end(pending.id, as: .accepted, mailing: pending.mailing, in: work)
            let member = try join(account, address, pending, in: work)
            let others = (account.addresses + account.formerAddresses).filter { $0 != pending.email }
            if !others.isEmpty { try supersede(others, in: work) }
            try work.run("UPDATE invitations_invitation SET member_id = \(member) WHERE id = \(pending.id)")
            try work.about("invitation", pending.id)
            try work.publish(InvitationAccepted(invitation: pending.id, member: member, at: work.now))
            return member
        }
    }

    /// Declines the invitation, once; the seat is free again.
    public func decline(_ token: String, as principal: Principal) async throws {
        try await store.write(as: principal, .answerInvitation) { work in
            let pending = try requirePending(token, in: work)
            try end(pending.id, as: .declined, mailing: pending.mailing, in: work)
            try work.about("invitation", pending.id)
        }
    }

    // MARK: - Steps

    struct Pending {
        let id: ID<Invitation>
        let email: EmailAddress
        let role: RoleID
        let mailing: Int
        let inviter: MemberID?
        let sentAt: Date
        let expiresAt: Date
        let teams: [TeamID]

        static let columns: SQL = """
            id, email, role, mailing, inviter, sent_at, expires_at, (
                SELECT group_concat(team_id) FROM invitations_team t
                WHERE t.invitation_id = i.id AND t.archived_at IS NULL)
            """

        init(_ row: Row) throws {
            (id, email, role, mailing) = (try row[0], try row[1], try row[2], try row[3])
            (inviter, sentAt, expiresAt, teams) = (try row[4], try row[5], try row[6], Invitation.teams(try row[7]))
        }
    }

    private func requirePending(_ token: String, in work: UnitOfWork) throws -> Pending {
        guard let digest = Secret.digest(ofToken: token, of: tenant.organization) else {
            throw InvitationError.invalidToken
        }
        let found = try work.first(
            """
            SELECT \(Pending.columns), state, token_digest = \(digest)
            FROM invitations_invitation i WHERE token_digest = \(digest)
                OR id = (SELECT invitation_id FROM invitations_replaced WHERE token_digest = \(digest))
            """
        ) { row in
            (pending: try Pending(row), state: try row[8] as InvitationState, isNewest: try row[9] as Bool)
        }
        guard let found else { throw InvitationError.invalidToken }
        switch found.state {
        case .pending: break
        case .accepted: throw InvitationError.alreadyAccepted
        case .declined: throw InvitationError.declined
        case .revoked: throw InvitationError.revoked
        case .expired: throw InvitationError.expired
        case .superseded: throw InvitationError.superseded
        }
        guard found.pending.expiresAt > work.now else { throw InvitationError.expired }
        guard found.isNewest else { throw InvitationError.replaced }
        return found.pending
    }

    /// The address with which an account joins that was invited: the invited one, or, where that is a former one, its first.
    private func address(of account: Account, answering pending: Pending) throws -> EmailAddress {
        let isCurrent = account.addresses.contains(pending.email)
        guard let first = account.addresses.first, isCurrent || account.formerAddresses.contains(pending.email) else {
            throw InvitationError.addressNotVerified
        }
        guard account.isRecipient(ofMailTo: pending.email, sentAt: pending.sentAt) else {
            throw InvitationError.addressHandedOver
        }
        return isCurrent ? pending.email : first
    }

    /// Throws ``InvitationError/deactivated`` if the account, or the lost one whose place it would take, is a deactivated member.
    private func requireNotDeactivated(_ account: Account, _ address: EmailAddress, in work: UnitOfWork) throws {
        let member = try work.member(account: account.id) ?? work.memberOfLostAccount(address)
        if member?.state == .deactivated { throw InvitationError.deactivated }
    }

    /// An invitation is worth what its inviter may grant today, for teams that are there; the founder's has no inviter.
    func requireWorth(of pending: Pending, returning address: EmailAddress, in work: UnitOfWork) throws {
        try requireTeam(for: pending.role, pending.teams, in: work)
        guard let inviter = pending.inviter else { return }
        do {
            try work.require(.invite, by: .member(inviter))
            try requireGrants(pending.role, pending.teams, by: .member(inviter), in: work)
            try requireRank(overReturning: address, by: .member(inviter), in: work)
        } catch RoleError.mayNotGrant {
            throw InvitationError.inviterNoLongerAllowed
        } catch is AccessError {
            throw InvitationError.inviterNoLongerAllowed
        } catch MemberError.outranked {
            throw InvitationError.inviterNoLongerAllowed
        }
    }

    private func join(
        _ account: Account, _ address: EmailAddress, _ pending: Pending, in work: UnitOfWork
    ) throws -> MemberID {
        do {
            return try work.admit(
                account.id, name: account.name, address: address, formerly: pending.email,
                assignments: assignments(pending.role, pending.teams, in: work),
                teams: teamsToJoin(pending.role, pending.teams, in: work))
        } catch MemberError.alreadyMember {
            throw InvitationError.memberExists
        } catch let error as ReactionError {
            if case SeatsError.noSeatLeft = error.cause { throw InvitationError.noSeatLeft }
            throw error
        }
    }
}

/// What the page behind an invitation's link shows.
public struct InvitationCard: Sendable, Equatable {
    public let organization: String
    public let email: EmailAddress
    public let role: RoleID
    public let expiresAt: Date
}
