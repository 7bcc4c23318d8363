public import Atrium
internal import AtriumMail
internal import Foundation

/// The result of one act on several invitations.
public struct InvitationChanges: Sendable {
    /// The invitations that were changed.
    public internal(set) var done: [ID<Invitation>] = []
    /// The invitations that stayed unchanged, with the reasons.
    public internal(set) var refused: [Refusal] = []

    /// An invitation that stayed unchanged, and why.
    public struct Refusal: Sendable {
        /// The unchanged invitation.
        public let invitation: ID<Invitation>
        /// An ``InvitationError``, `RoleError`, `TeamError` or `MemberError`.
        public let reason: any Error
    }
}

extension InvitationService {
    /// The ids of all invitations that match.
    func ids(of query: InvitationQuery, as principal: Principal) async throws -> [ID<Invitation>] {
        try await store.read(as: principal, .viewInvitations) { work in
            var (query, ids): (InvitationQuery, [ID<Invitation>]) = (query, [])
            query.limit = 1000
            repeat {
                let page = try query.page(in: work)
                ids += page.invitations.map(\.id)
                query.cursor = page.next
            } while query.cursor != nil
            return ids
        }
    }

    /// Mails all matching pending invitations again, each with a new token. The old tokens no longer work. An invitation whose
    /// role the principal may not grant stays unchanged; the others are still sent.
    public func resend(
        _ query: InvitationQuery, as principal: Principal
    ) async throws -> BulkResult<InvitationChanges> {
        try await change(query, as: principal) { invitation, mailing, work in
            try requireTeam(for: invitation.role, invitation.teams, in: work)
            try requireGrants(invitation.role, invitation.teams, by: nil, in: work)
            try requireRank(overReturning: invitation.email, by: nil, in: work)
            let secret = tenant.makeSecret()
            let expiry = work.now.addingTimeInterval(lifetime / .seconds(1))
            try work.run(
                """
                INSERT INTO invitations_replaced
                SELECT token_digest, id FROM invitations_invitation WHERE id = \(invitation.id)
                """)
            try work.run(
                """
                UPDATE invitations_invitation SET token_digest = \(secret.digest), mailing = \(mailing + 1),
                    inviter = \(work.principal.member), sent_at = \(work.now), expires_at = \(expiry)
                WHERE id = \(invitation.id)
                """)
            try mail.withdraw([Self.mailKey(invitation.id, mailing)], because: .replaced, in: work)
            try send(invitation.id, mailing: mailing + 1, to: invitation.email, secret, in: work)
        }
    }

    /// Ends all matching pending invitations and frees their seats. A principal who may invite may revoke every invitation,
    /// for any role and any teams.
    public func revoke(
        _ query: InvitationQuery, as principal: Principal
    ) async throws -> BulkResult<InvitationChanges> {
        try await change(query, as: principal) { invitation, mailing, work in
            try end(invitation.id, as: .revoked, mailing: mailing, in: work)
        }
    }

    /// Acts on every match, in commits of 500. `act` must throw before it writes if it refuses an invitation.
    private func change(
        _ query: InvitationQuery, as principal: Principal,
        _ act: @escaping @Sendable (Invitation, _ mailing: Int, UnitOfWork) throws -> Void
    ) async throws -> BulkResult<InvitationChanges> {
        var query = query
        query.state = .pending
        query.limit = Self.batchSize
        return try await .steps(InvitationChanges()) { changes in
            let current = query
            let (step, next) = try await store.write(as: principal, .invite) { work in
                let page = try current.page(in: work)
                var step = InvitationChanges()
                for invitation in page.invitations {
                    let mailing = try work.one(
                        "SELECT mailing FROM invitations_invitation WHERE id = \(invitation.id)", as: Int.self)
                    do {
                        try act(invitation, mailing, work)
                        step.done.append(invitation.id)
                    } catch
                        where error is RoleError || error is TeamError || error is MemberError
                        || error is InvitationError
                    {
                        step.refused.append(InvitationChanges.Refusal(invitation: invitation.id, reason: error))
                    }
                }
                return (step, page.next)
            }
            changes.done += step.done
            changes.refused += step.refused
            query.cursor = next
            ActProgress.report(changes.done.count + changes.refused.count, of: nil)
            return next == nil
        }
    }
}
