/// The statements that the platform runs when a person accepts an invitation, taken from a trace. The queries that find
/// nothing to do are left out.
struct AcceptingStatements {
    let begin, commit: RawStatement
    let pending, end, setMember: RawStatement
    let release, reserveLess, use: RawStatement
    let waiting, withdraw, blank, hasWaiting: RawStatement
    let memberOfAccount, join, membership: RawStatement
    let zone, key, addKey, attribution, periods, day, month: RawStatement
    let audit: RawAudit
    let account, addresses, directoryBegin, index, noteCopies, directoryCommit: RawStatement

    private static let tally = [
        "invited", "activated", "enrolled", "started", "completed", "failed", "withdrawn", "activities", "minutes",
        "openings", "first_completed",
    ].map { "\($0) = \($0) + excluded.\($0)" }.joined(separator: ", ")

    init(_ tenant: RawDatabase, _ directory: RawDatabase) throws {
        begin = try tenant.prepare("BEGIN IMMEDIATE")
        commit = try tenant.prepare("COMMIT")
        pending = try tenant.prepare(
            """
            SELECT id, email, role, mailing, inviter, sent_at, expires_at, (
                SELECT group_concat(team_id) FROM invitations_team t WHERE t.invitation_id = i.id)
            FROM invitations_invitation i WHERE token_digest = ? AND state = 'pending' AND expires_at > ?
            """)
        end = try tenant.prepare("UPDATE invitations_invitation SET state = ?, answered_at = ? WHERE id = ?")
        setMember = try tenant.prepare("UPDATE invitations_invitation SET member_id = ? WHERE id = ?")
        release = try tenant.prepare("DELETE FROM seats_reservation WHERE key = ?")
        reserveLess = try tenant.prepare("UPDATE seats_balance SET reserved = reserved - 1")
        use = try tenant.prepare(
            """
            UPDATE seats_balance SET used = used + 1
            WHERE coalesce(seat_limit, ?) IS NULL OR reserved + used < coalesce(seat_limit, ?)
            """)
        waiting = try tenant.prepare(
            "SELECT id FROM mail_message WHERE state = 'waiting' AND key IN (SELECT value FROM json_each(?))")
        withdraw = try tenant.prepare(
            """
            UPDATE mail_message SET state = ?, sent_at = ?, attempts = attempts + 1
            WHERE id IN (SELECT value FROM json_each(?))
            """)
        blank = try tenant.prepare(
            """
            UPDATE mail_content SET content = zeroblob(length(content))
            WHERE id IN (SELECT value FROM json_each(?))
            """)
        hasWaiting = try tenant.prepare("SELECT EXISTS (SELECT 1 FROM mail_message WHERE state = 'waiting')")
        memberOfAccount = try tenant.prepare(
            """
            SELECT m.id, m.account_id, m.name, m.email, m.state, m.joined_at FROM kernel_member m
            WHERE m.account_id = ?
            """)
        join = try tenant.prepare(
            """
            INSERT INTO kernel_member (id, account_id, name, name_key, email, state, joined_at, revision)
            VALUES (?, ?, ?, ?, ?, ?, ?, (SELECT coalesce(max(revision), 0) + 1 FROM kernel_member))
            ON CONFLICT (id) DO UPDATE SET email = excluded.email,
                joined_at = iif(state = 'active', joined_at, excluded.joined_at), state = excluded.state,
                revision = excluded.revision
            """)
        membership = try tenant.prepare("SELECT account_id, id, state, revision FROM kernel_member WHERE id = ?")
        zone = try tenant.prepare("SELECT time_zone FROM analytics_state")
        key = try tenant.prepare("SELECT id FROM analytics_key WHERE (kind, name) = (?, ?)")
        addKey = try tenant.prepare("INSERT INTO analytics_key (kind, name) VALUES (?, ?)")
        attribution = try tenant.prepare("SELECT team, from_day, until_day FROM analytics_membership WHERE member = ?")
        periods = try tenant.prepare(
            """
            SELECT team_id, valid_from, valid_until, joining = first_value(joining) OVER (ORDER BY row)
            FROM kernel_team_member WHERE member_id = ? ORDER BY row
            """)
        day = try tenant.prepare(
            """
            INSERT INTO analytics_day VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET \(Self.tally)
            """)
        month = try tenant.prepare(
            """
            INSERT INTO analytics_month VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
            ON CONFLICT DO UPDATE SET \(Self.tally)
            """)
        audit = try RawAudit(tenant)
        account = try directory.prepare("SELECT name, readdressed_at IS NOT NULL FROM kernel_account WHERE id = ?")
        addresses = try directory.prepare(
            """
            SELECT a.address, a.is_former, (
                SELECT max(released_at) FROM kernel_released_address r
                WHERE r.address = a.address AND r.account_id <> a.account_id)
            FROM kernel_address a
            WHERE a.account_id = ? ORDER BY a.verified_at DESC, a.address
            """)
        directoryBegin = try directory.prepare("BEGIN IMMEDIATE")
        index = try directory.prepare(
            """
            INSERT INTO kernel_membership VALUES (?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET member_id = excluded.member_id, is_active = excluded.is_active,
                revision = excluded.revision WHERE excluded.revision > revision
            """)
        noteCopies = try directory.prepare(
            """
            INSERT INTO kernel_address_copy (organization_id, account_id, due_at)
            SELECT ?, id, ? FROM kernel_account
            WHERE id IN (SELECT value FROM json_each(?)) AND readdressed_at IS NOT NULL
            ON CONFLICT DO UPDATE SET due_at = excluded.due_at, version = version + 1
            """)
        directoryCommit = try directory.prepare("COMMIT")
    }
}
