public import Atrium

public import struct Foundation.Date

/// A person was invited. Sending the same invitation again publishes no second event.
public struct InvitationSent: Event {
    /// The new invitation.
    public let invitation: ID<Invitation>
    /// The teams that the person joins on accepting.
    public let teams: [TeamID]
    /// When the invitation was created.
    public let at: Date
}

/// A person accepted an invitation and became a member in the same commit.
public struct InvitationAccepted: Event {
    /// The accepted invitation.
    public let invitation: ID<Invitation>
    /// The member that the person became, or is again.
    public let member: MemberID
    /// When the invitation was accepted.
    public let at: Date
}

/// A team was archived. A pending invitation no longer leads to it.
public struct InvitationLostTeam: Event {
    /// The pending invitation.
    public let invitation: ID<Invitation>
    /// The archived team.
    public let team: TeamID
    /// When the team was archived, or when the module learned of it.
    public let at: Date
}

extension InvitationService {
    /// Calls the closures with the events published so far for each invitation, in the order of sending. It serves a module
    /// that counts invitations and was added later. A consequence of the caller's act: it checks no permission.
    public func replay(
        in work: UnitOfWork, sent: (InvitationSent) throws -> Void, accepted: (InvitationAccepted) throws -> Void
    ) throws {
        try store.within(work) { own in
            var last = ""
            while let page = try page(after: last, in: own), let end = page.last {
                for line in page {
                    try sent(line.sent)
                    if let answer = line.accepted { try accepted(answer) }
                }
                last = end.sent.invitation.description
            }
        }
    }

    private struct Line {
        let sent: InvitationSent
        let accepted: InvitationAccepted?
    }

    /// One page of events. It reads in pages because the deadline of a statement covers all its rows.
    private func page(after last: String, in own: UnitOfWork) throws -> [Line]? {
        let lines = try own.rows(
            """
            SELECT id, joins_teams, created_at, state, answered_at, member_id, (
                SELECT group_concat(team_id) FROM invitations_team t WHERE t.invitation_id = i.id)
            FROM invitations_invitation i WHERE id > \(last) ORDER BY id LIMIT \(pageSize)
            """
        ) { row in
            let (id, state): (ID<Invitation>, InvitationState) = (try row[0], try row[3])
            let (answeredAt, member): (Date?, MemberID?) = (try row[4], try row[5])
            let (joinsTeams, teams): (Bool, [TeamID]) = (try row[1], Invitation.teams(try row[6]))
            let sent = InvitationSent(invitation: id, teams: joinsTeams ? teams : [], at: try row[2])
            guard state == .accepted, let member, let answeredAt else { return Line(sent: sent, accepted: nil) }
            return Line(sent: sent, accepted: InvitationAccepted(invitation: id, member: member, at: answeredAt))
        }
        return lines.isEmpty ? nil : lines
    }
}
