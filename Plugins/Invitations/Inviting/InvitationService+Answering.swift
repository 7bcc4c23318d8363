public import Atrium
internal import AtriumSeats

public import struct Foundation.Date

/// What an invited person does. A token is `<organization id>.<secret>`. A token that no mail contained always gets the same
/// answer, ``InvitationError/invalidToken``. A token of an invitation that can no longer be used gets the reason.
extension InvitationService {
    /// What the token's invitation offers, for the page that asks for a confirmation. Changes nothing.
    public func invitation(ofToken token: String, as principal: Principal) async throws -> InvitationSummary {
        try await store.read(as: principal, .answerInvitation) { work in
            let pending = try requirePending(token, in: work)
            let organization = try work.organization()
            return InvitationSummary(
                organization: organization.name, email: pending.email, role: pending.role, expiresAt: pending.expiresAt)
        }
    }

    /// Creates an account for the invited address. The token proves the address. Then accept with the account.
    ///
    /// Throws `AccountError.addressTaken` if the address has an account, and `addressFormer` if it had one: its owner signs in
    /// instead. Throws `AccountError.addressHandedOver` if the address was released to another person after the mailing.
    public func createAccount(_ token: String, name: String, as principal: Principal) async throws -> AccountID {
        let pending = try await store.read(as: principal, .answerInvitation) { try requirePending(token, in: $0) }
        return try await tenant.createAccount(
            provenAddress: pending.email, mailedAt: pending.sentAt, name: name)
    }

    /// Accepts the invitation once, in one commit: the principal's account, `.account(id)`, joins the organization with the
    /// invitation's role and teams.
    ///
    /// The commit checks the invitation's state and expiry, the inviter's permission, the seat and the roles that exclude each
    /// other. The invited address must belong to the account, now or formerly (``InvitationError/addressNotVerified``). It must
    /// have belonged to the account since the invitation was mailed (``InvitationError/addressHandedOver``). The member gets an
    /// address that the account has now. Each reason to refuse has its own error: an ``InvitationError``, a `RoleError` or
    /// `MemberError.addressTaken`. An active member whose account was lost gets their place back: what they had before, and
    /// what the invitation adds.
    public func accept(_ token: String, as principal: Principal) async throws -> MemberID {
        guard let id = principal.account else { throw InvitationError.accountMissing }
        guard let account = try await tenant.account(id) else { throw AccountError.unknown }
        return try await store.write(as: principal, .answerInvitation) { work in
            let pending = try requirePending(token, in: work)
            let address = try address(of: account, answering: pending)
            try requireInviterMayGrant(of: pending, returning: address, in: work)
            try requireNotDeactivated(account, address, in: work)
            try end(pending.id, as: .accepted, mailing: pending.mailing, in: work)
            let member = try join(account, address, pending, in: work)
            let others = (account.addresses + account.formerAddresses).filter { $0 != pending.email }
            if !others.isEmpty { try supersede(others, in: work) }
            try work.run("UPDATE invitations_invitation SET member_id = \(member) WHERE id = \(pending.id)")
            try work.setSubject("invitation", pending.id)
            try work.publish(InvitationAccepted(invitation: pending.id, member: member, at: work.now))
            return member
        }
    }

    /// Declines the invitation once. The seat is free again.
    public func decline(_ token: String, as principal: Principal) async throws {
        try await store.write(as: principal, .answerInvitation) { work in
            let pending = try requirePending(token, in: work)
            try end(pending.id, as: .declined, mailing: pending.mailing, in: work)
            try work.setSubject("invitation", pending.id)
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

    /// The address with which the account joins: the invited one, or the account's first if the invited one is a former
    /// address.
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

    /// Throws ``InvitationError/deactivated`` if the account is a deactivated member. The same applies to a lost account whose
    /// place this account would take.
    private func requireNotDeactivated(_ account: Account, _ address: EmailAddress, in work: UnitOfWork) throws {
        let member = try work.member(account: account.id) ?? work.memberOfLostAccount(address)
        if member?.state == .deactivated { throw InvitationError.deactivated }
    }

    /// Throws unless the inviter may still grant the role in the teams that still exist. The founder's invitation has no
    /// inviter.
    func requireInviterMayGrant(of pending: Pending, returning address: EmailAddress, in work: UnitOfWork) throws {
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
            if case SeatError.noSeatLeft = error.cause { throw InvitationError.noSeatLeft }
            throw error
        }
    }
}

/// What the page at an invitation's link shows.
public struct InvitationSummary: Sendable, Equatable {
    /// The organization's name.
    public let organization: String
    /// The invited address.
    public let email: EmailAddress
    /// The role that the person gets on accepting.
    public let role: RoleID
    /// The invitation can be accepted until then.
    public let expiresAt: Date
}
