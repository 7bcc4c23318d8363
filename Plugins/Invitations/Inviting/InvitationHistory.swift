public import Atrium

public import struct Foundation.Date

/// Somebody was invited; an invitation that is resent is still the same.
public struct InvitationSent: Event {
    public let invitation: ID<Invitation>
    /// The teams whose member it makes.
    public let teams: [TeamID]
    public let at: Date
}

/// Somebody accepted, and is a member in the same commit.
public struct InvitationAccepted: Event {
    public let invitation: ID<Invitation>
    public let member: MemberID
    public let at: Date
}

/// A team was archived, and an invitation that waits does not lead to it any more.
public struct InvitationLostTeam: Event {
    public let invitation: ID<Invitation>
    public let team: TeamID
    public let at: Date
}

extension InvitationService {
    /// Calls the closures with what was published of each invitation so far, in the order in which they were sent: for a
    /// module that counts them and came later. A consequence: it asks for no permission.
    public func replay(
        in work: UnitOfWork, sent: (InvitationSent) throws -> Void, accepted: (InvitationAccepted) throws -> Void
    ) throws {
        try store.within(work) { own in
            var last = ""
            while let page = try page(behind: last, in: own), let end = page.last {
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

    /// Pages, because the deadline of a statement covers all its rows.
    private func page(behind last: String, in own: UnitOfWork) throws -> [Line]? {
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
