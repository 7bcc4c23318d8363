internal import Atrium

enum TeamPagesSchema {
    static let all = Schema(
        Migration(
            "create page",
            """
            CREATE TABLE teampages_page (
                team_id TEXT PRIMARY KEY, revision INTEGER NOT NULL, drafted_by TEXT, drafted_at INTEGER, draft TEXT
            ) STRICT
            """,
            // The number is the revision of the page that made the version. A scheduled version becomes visible by the clock
            // alone. For the other versions, the time only gives their order.
            """
            CREATE TABLE teampages_version (
                team_id TEXT NOT NULL REFERENCES teampages_page (team_id), number INTEGER NOT NULL,
                published_by TEXT, visible_from INTEGER NOT NULL, is_scheduled INTEGER NOT NULL, message TEXT NOT NULL,
                PRIMARY KEY (team_id, number)
            ) STRICT
            """,
            "CREATE INDEX teampages_version_time ON teampages_version (team_id, visible_from, number)"
        ),
        Migration(
            "create message",
            // All members up to `cursor` were looked at. Each recipient has a row in teampages_recipient.
            """
            CREATE TABLE teampages_message (
                id TEXT PRIMARY KEY, sender TEXT NOT NULL, operation TEXT,
                audience TEXT NOT NULL CHECK (audience IN ('organization', 'teams', 'members')), sent_at INTEGER NOT NULL,
                recipient_count INTEGER NOT NULL DEFAULT 0, cursor TEXT, is_complete INTEGER NOT NULL DEFAULT 0,
                subject TEXT NOT NULL, text TEXT NOT NULL, UNIQUE (sender, operation)
            ) STRICT
            """,
            "CREATE INDEX teampages_message_sender ON teampages_message (sender, sent_at)",
            "CREATE INDEX teampages_message_waiting ON teampages_message (id) WHERE NOT is_complete",
            """
            CREATE TABLE teampages_target (
                message_id TEXT NOT NULL REFERENCES teampages_message (id), target_id TEXT NOT NULL,
                PRIMARY KEY (message_id, target_id)
            ) STRICT, WITHOUT ROWID
            """,
            """
            CREATE TABLE teampages_recipient (
                message_id TEXT NOT NULL REFERENCES teampages_message (id), member_id TEXT NOT NULL,
                PRIMARY KEY (message_id, member_id)
            ) STRICT, WITHOUT ROWID
            """
        ),
        Migration(
            "note whom a message missed",
            "ALTER TABLE teampages_message ADD COLUMN missed_count INTEGER NOT NULL DEFAULT 0",
            "ALTER TABLE teampages_recipient ADD COLUMN is_missed INTEGER NOT NULL DEFAULT 0"
        )
    )
}
