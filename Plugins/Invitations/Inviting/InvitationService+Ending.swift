internal import Atrium
internal import AtriumMail
internal import AtriumSeats
internal import Foundation

/// How invitations end, and what ends of them with others.
extension InvitationService {
    /// Ends the invitations whose time is over, and frees their seats. Makes up for teams that were archived while the module
    /// was left out.
    func sweep() async throws {
        try await store.write(as: tenant.system("sweep expired")) { work in
            try expire("expires_at <= \(work.now)", in: work)
            let teams = try work.rows(
                """
                SELECT DISTINCT team_id FROM invitations_team WHERE archived_at IS NULL
                    AND invitation_id IN (SELECT id FROM invitations_invitation WHERE state = 'pending')
                """, as: TeamID.self)
            for team in teams where try work.team(team)?.archivedAt != nil { try forget(team, in: work) }
            let next = try work.one(
                "SELECT min(expires_at) FROM invitations_invitation WHERE state = 'pending'", as: Date?.self)
            if let next { try work.wake(Invitations.sweep, at: next) }
        }
    }

    func expire(_ condition: SQL, in work: UnitOfWork) throws {
        let expired = try work.rows(
            "SELECT id, mailing FROM invitations_invitation WHERE state = 'pending' AND \(condition) LIMIT 1000",
            as: ID<Invitation>.self, Int.self)
        for (id, mailing) in expired { try end(id, as: .expired, mailing: mailing, in: work) }
    }

    /// A removed member who was invited to come back has no seat any more: the invitation reserves one. Where none is free,
    /// because the limit was lowered, accepting asks for one.
    func reserveSeat(for member: MemberID, in work: UnitOfWork) throws {
        guard let address = try work.member(member)?.email else { return }
        let pending = try work.first(
            "SELECT id FROM invitations_invitation WHERE email = \(address) AND state = 'pending'",
            as: ID<Invitation>.self)
        guard let pending else { return }
        do { try seats.reserve(pending, in: work) } catch SeatsError.noSeatLeft { return }
    }

    /// Ends what waits for addresses of somebody who is an active member by now: it could only be refused, and holds a seat.
    func supersede(_ addresses: [EmailAddress], in work: UnitOfWork) throws {
        let ids = try work.rows(
            """
            SELECT id, mailing FROM invitations_invitation
            WHERE state = 'pending' AND email IN (SELECT value FROM json_each(\(json: addresses)))
            """, as: ID<Invitation>.self, Int.self)
        for (id, mailing) in ids { try end(id, as: .superseded, mailing: mailing, in: work) }
    }

    /// After an active member's address changed.
    func supersede(by member: MemberID, in work: UnitOfWork) throws {
        guard let member = try work.member(member), member.state == .active else { return }
        try supersede([member.email], in: work)
    }

    /// Ends a pending invitation: no seat, no usable token in the outbox.
    func end(_ id: ID<Invitation>, as state: InvitationState, mailing: Int, in work: UnitOfWork) throws {
        try work.run(
            "UPDATE invitations_invitation SET state = \(state), answered_at = \(work.now) WHERE id = \(id)")
        try seats.release(id, in: work)
        try mail.withdraw([Self.reason(id, mailing)], in: work)
    }

    /// After a team was archived: invitations that wait do not lead to it any more. One with a role that is held for this team
    /// alone leads to nothing: it can be revoked only, and says so.
    func forget(_ team: TeamID, in work: UnitOfWork) throws {
        let ids = try work.rows(
            """
            UPDATE invitations_team SET archived_at = \(work.now)
            WHERE team_id = \(team) AND archived_at IS NULL
                AND invitation_id IN (SELECT id FROM invitations_invitation WHERE state = 'pending')
            RETURNING invitation_id
            """, as: ID<Invitation>.self)
        try work.publish(
            contentsOf: ids.sorted().map { InvitationLostTeam(invitation: $0, team: team, at: work.now) })
    }

    /// Whether a letter may still be handed over: it is the last of an invitation that can be accepted, as far as that does
    /// not depend on who answers.
    func letterNow(_ which: [String], in work: UnitOfWork) throws -> MailCheck.Answer {
        try store.within(work) { own in
            guard which.count == 2, let id = ID<Invitation>(which[0]) else { return .drop(.outdated) }
            let pending = try own.first(
                """
                SELECT \(Pending.columns) FROM invitations_invitation i
                WHERE id = \(id) AND state = 'pending' AND expires_at > \(own.now)
                """, make: Pending.init)
            guard let pending else { return .drop(.outdated) }
            guard which[1] == "\(pending.mailing)" else { return .drop(.replaced) }
            return try refusal(of: pending, in: own).map(MailCheck.Answer.drop) ?? .asWritten
        }
    }

    /// Why whoever accepts a pending invitation would be refused.
    private func refusal(of pending: Pending, in work: UnitOfWork) throws -> MailDrop? {
        if let member = try work.member(address: pending.email) {
            if member.state == .deactivated { return .deactivated }
            if member.state == .active, try work.memberOfLostAccount(pending.email) == nil { return .outdated }
        }
        do {
            try requireWorth(of: pending, returning: pending.email, in: work)
            return nil
        } catch InvitationError.inviterNoLongerAllowed {
            return .notAllowed
        } catch let error where error is InvitationError || error is RoleError || error is TeamError {
            return .outdated
        }
    }
}
