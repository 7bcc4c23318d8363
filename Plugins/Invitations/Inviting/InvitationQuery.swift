public import Atrium

/// Selects invitations, for a list in pages ordered by address, or to resend or revoke them.
public struct InvitationQuery: Sendable, PagedList {
    public static let listName: StaticString = "invitations.invitations"
    public typealias Position = ID<Invitation>

    static let idLimit = 1000
    static let textLimit = 1000

    /// Only invitations in this state; `nil` for all states. Resending and revoking set it to `.pending`.
    public var state: InvitationState?
    /// A part of the address, up to 1,000 bytes.
    public var text: String?
    /// Only invitations that lead to this team, or led to it until it was archived.
    public var team: TeamID?
    /// Only invitations with this role; `nil` for all roles.
    public var role: RoleID?
    /// Only these invitations, up to 1,000; `nil` for all.
    public var ids: [ID<Invitation>]?
    /// Where the page starts; `nil` for the first page.
    public var cursor: Cursor?
    /// The number of entries in a page, 1 to 1,000.
    public var limit = 100

    /// Selects the invitations in a state, or with these ids; all of them by default.
    public init(state: InvitationState? = nil, ids: [ID<Invitation>]? = nil) {
        self.state = state
        self.ids = ids
    }

    /// Throws ``InvitationError/invalidQuery`` if the query exceeds a limit.
    func page(in work: UnitOfWork) throws -> InvitationPage {
        guard ids?.count ?? 0 <= Self.idLimit, text?.utf8.count ?? 0 <= Self.textLimit else {
            throw InvitationError.invalidQuery
        }
        let limit = min(max(limit, 1), 1000)
        let text = text.map { ASCII.lowercased($0) } ?? ""
        let start = try cursor.map { try Self.address(of: $0.position, in: work) }
        let rows = try work.rows(
            """
            SELECT id, email, role, state, sent_at, expires_at, answered_at, (
                SELECT group_concat(team_id) FROM invitations_team t
                WHERE t.invitation_id = i.id AND t.archived_at IS NULL), (
                SELECT group_concat(team_id) FROM invitations_team t
                WHERE t.invitation_id = i.id AND t.archived_at IS NOT NULL)
            FROM invitations_invitation i
            WHERE (i.email, i.id) > (\(start?.description ?? ""), \(cursor?.position.description ?? ""))
                AND (\(state) IS NULL OR i.state = \(state))
                AND (\(text) = '' OR instr(i.email, \(text)) > 0)
                AND (\(role) IS NULL OR i.role = \(role))
                AND (\(team) IS NULL OR EXISTS (
                    SELECT 1 FROM invitations_team t WHERE t.invitation_id = i.id AND t.team_id = \(team)))
                AND (\(ids == nil) OR i.id IN (SELECT value FROM json_each(\(json: ids ?? []))))
            ORDER BY i.email, i.id LIMIT \(limit + 1)
            """
        ) { row in
            let state: InvitationState = try row[3]
            return Invitation(
                id: try row[0], email: try row[1], role: try row[2],
                teams: Invitation.teams(try row[7]), archivedTeams: Invitation.teams(try row[8]), state: state,
                sentAt: try row[4], expiresAt: try row[5], acceptedAt: state == .accepted ? try row[6] : nil)
        }
        let shown = rows.prefix(limit)
        return InvitationPage(
            invitations: Array(shown),
            next: rows.count > limit ? shown.last.map { Cursor(after: $0.id) } : nil)
    }

    /// The address by which an invitation is sorted. It is looked up because a cursor holds no addresses.
    private static func address(of invitation: ID<Invitation>, in work: UnitOfWork) throws -> EmailAddress {
        let address = try work.first(
            "SELECT email FROM invitations_invitation WHERE id = \(invitation)", as: EmailAddress.self)
        guard let address else { throw CursorError.gone }
        return address
    }
}

/// One page of a list of invitations.
public struct InvitationPage: Sendable {
    /// Ordered by address.
    public let invitations: [Invitation]
    /// Where the next page starts; `nil` after the last page.
    public let next: InvitationQuery.Cursor?
}
