internal import Atrium

enum InvitationsSchema {
    static let all = Schema(
        Migration(
            "create invitation",
            """
            CREATE TABLE invitations_invitation (
                id TEXT PRIMARY KEY, email TEXT NOT NULL, role TEXT NOT NULL,
                state TEXT NOT NULL CHECK (state IN ('pending', 'accepted', 'declined', 'revoked', 'expired', 'superseded')),
                token_digest BLOB NOT NULL UNIQUE, mailing INTEGER NOT NULL, inviter TEXT,
                sent_at INTEGER NOT NULL, expires_at INTEGER NOT NULL, answered_at INTEGER, member_id TEXT
            ) STRICT, WITHOUT ROWID
            """,
            """
            CREATE UNIQUE INDEX invitations_invitation_pending ON invitations_invitation (email) WHERE state = 'pending'
            """,
            "CREATE INDEX invitations_invitation_email ON invitations_invitation (email, id)",
            """
            CREATE INDEX invitations_invitation_expiry ON invitations_invitation (expires_at) WHERE state = 'pending'
            """,
            """
            CREATE TABLE invitations_team (
                invitation_id TEXT NOT NULL REFERENCES invitations_invitation (id), team_id TEXT NOT NULL,
                PRIMARY KEY (invitation_id, team_id)
            ) STRICT, WITHOUT ROWID
            """
        ),
        // For older invitations, only the time of the last mail is known, and only the standard roles. Of the standard roles,
        // only `supervisor` is a team role.
        Migration(
            "keep when an invitation was made, and whether it joins its teams",
            "ALTER TABLE invitations_invitation ADD COLUMN created_at INTEGER NOT NULL DEFAULT 0",
            "ALTER TABLE invitations_invitation ADD COLUMN joins_teams INTEGER NOT NULL DEFAULT 1",
            "UPDATE invitations_invitation SET created_at = sent_at, joins_teams = role <> 'supervisor'"
        ),
        Migration(
            "keep archived teams and replaced tokens of invitations",
            "ALTER TABLE invitations_team ADD COLUMN archived_at INTEGER",
            """
            CREATE TABLE invitations_replaced (
                token_digest BLOB PRIMARY KEY, invitation_id TEXT NOT NULL REFERENCES invitations_invitation (id)
            ) STRICT, WITHOUT ROWID
            """
        )
    )
}
