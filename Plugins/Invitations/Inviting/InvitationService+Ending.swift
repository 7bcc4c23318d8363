internal import Atrium
internal import AtriumMail
internal import AtriumSeats
internal import Foundation

/// How invitations end, and how they change when members and teams end.
extension InvitationService {
    /// Ends the expired invitations and frees their seats. It also forgets the teams that were archived while the platform ran
    /// without this module.
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

    /// Reserves a seat for the pending invitation of a removed member, if there is one. The member had a seat until the
    /// removal. If no seat is free, because the limit was lowered, accepting requires one.
    func reserveSeat(for member: MemberID, in work: UnitOfWork) throws {
        guard let address = try work.member(member)?.email else { return }
        let pending = try work.first(
            "SELECT id FROM invitations_invitation WHERE email = \(address) AND state = 'pending'",
            as: ID<Invitation>.self)
        guard let pending else { return }
        do { try seats.reserve(pending, in: work) } catch SeatError.noSeatLeft { return }
    }

    /// Ends the pending invitations to these addresses of an active member. Accepting them could only fail, and they hold
    /// seats.
    func supersede(_ addresses: [EmailAddress], in work: UnitOfWork) throws {
        let ids = try work.rows(
            """
            SELECT id, mailing FROM invitations_invitation
            WHERE state = 'pending' AND email IN (SELECT value FROM json_each(\(json: addresses)))
            """, as: ID<Invitation>.self, Int.self)
        for (id, mailing) in ids { try end(id, as: .superseded, mailing: mailing, in: work) }
    }

    /// Ends the pending invitation to the new address of an active member.
    func supersede(by member: MemberID, in work: UnitOfWork) throws {
        guard let member = try work.member(member), member.state == .active else { return }
        try supersede([member.email], in: work)
    }

    /// Ends the pending invitations of a member who is erased.
    func revokeAll(of member: MemberID, in work: UnitOfWork) throws {
        let ids = try work.rows(
            """
            SELECT id, mailing FROM invitations_invitation
            WHERE state = 'pending' AND email IN \(work.dataSubject(member).addresses)
            """, as: ID<Invitation>.self, Int.self)
        for (id, mailing) in ids { try end(id, as: .revoked, mailing: mailing, in: work) }
    }

    /// Ends a pending invitation, frees its seat and withdraws its mail, so that the outbox holds no usable token.
    func end(_ id: ID<Invitation>, as state: InvitationState, mailing: Int, in work: UnitOfWork) throws {
        try work.run(
            "UPDATE invitations_invitation SET state = \(state), answered_at = \(work.now) WHERE id = \(id)")
        try seats.release(id, in: work)
        try mail.withdraw([Self.mailKey(id, mailing)], in: work)
    }

    /// Detaches pending invitations from an archived team. An invitation whose role is held only for this team then leads to
    /// nothing. It can only be revoked; its error says so.
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

    /// Makes up for what happened while the module did not work here: teams were archived, and members were removed whose
    /// addresses have a pending invitation. An invitation to an address that a member took meanwhile stays pending, and
    /// accepting it says so.
    func catchUp(in work: UnitOfWork) throws {
        let teams = try work.rows(
            "SELECT DISTINCT team_id FROM invitations_team WHERE archived_at IS NULL", as: TeamID.self)
        for team in teams where try work.team(team)?.archivedAt != nil { try forget(team, in: work) }
        let pending = try work.rows(
            "SELECT id, email FROM invitations_invitation WHERE state = 'pending'", as: ID<Invitation>.self,
            EmailAddress.self)
        for (id, address) in pending where try work.member(address: address)?.state != .active {
            // Without a free seat, accepting requires one.
            do { try seats.reserve(id, in: work) } catch SeatError.noSeatLeft { return }
        }
    }

    /// Whether a letter may still be sent. It must be the newest letter of an invitation that can still be accepted. Conditions
    /// that depend on the person who answers are not checked.
    func checkLetter(_ which: [String], in work: UnitOfWork) throws -> MailCheck.Answer {
        try store.within(work) { own in
            guard which.count == 2, let id = ID<Invitation>(which[0]) else { return .withdraw(.outdated) }
            let pending = try own.first(
                """
                SELECT \(Pending.columns) FROM invitations_invitation i
                WHERE id = \(id) AND state = 'pending' AND expires_at > \(own.now)
                """, make: Pending.init)
            guard let pending else { return .withdraw(.outdated) }
            guard which[1] == "\(pending.mailing)" else { return .withdraw(.replaced) }
            return try refusal(of: pending, in: own).map(MailCheck.Answer.withdraw) ?? .asWritten
        }
    }

    /// Why accepting a pending invitation would fail for everybody; `nil` if it would not.
    private func refusal(of pending: Pending, in work: UnitOfWork) throws -> WithdrawalReason? {
        if let member = try work.member(address: pending.email) {
            if member.state == .deactivated { return .deactivated }
            if member.state == .active, try work.memberOfLostAccount(pending.email) == nil { return .outdated }
        }
        do {
            try requireInviterMayGrant(of: pending, returning: pending.email, in: work)
            return nil
        } catch InvitationError.inviterNoLongerAllowed {
            return .notAllowed
        } catch let error where error is InvitationError || error is RoleError || error is TeamError {
            return .outdated
        }
    }
}
