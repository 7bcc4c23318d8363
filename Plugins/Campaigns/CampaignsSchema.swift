internal import Atrium

enum CampaignsSchema {
    static let all = Schema(
        Migration(
            "create plan",
            "CREATE TABLE campaigns_plan (id TEXT PRIMARY KEY, first_day INTEGER NOT NULL UNIQUE, begun_by TEXT) STRICT",
            // What an entry has not, is NULL: a team for everybody, a course of a message.
            """
            CREATE TABLE campaigns_entry (
                id TEXT PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('message', 'banner', 'suggestion', 'review')),
                day INTEGER NOT NULL, team_id TEXT, subject TEXT NOT NULL, text TEXT NOT NULL, course_id TEXT,
                state TEXT NOT NULL CHECK (
                    state IN ('draft', 'approved', 'needsApproval', 'done', 'skipped', 'missed')),
                problem TEXT, revision INTEGER NOT NULL DEFAULT 1, changed_by TEXT, approved_by TEXT,
                carried_out_at INTEGER, CHECK (state <> 'approved' OR approved_by IS NOT NULL)
            ) STRICT
            """,
            "CREATE INDEX campaigns_entry_day ON campaigns_entry (day, id)",
            """
            CREATE INDEX campaigns_entry_waiting ON campaigns_entry (day, id)
            WHERE state IN ('draft', 'approved', 'needsApproval')
            """,
            "CREATE INDEX campaigns_entry_banner ON campaigns_entry (carried_out_at) WHERE kind = 'banner'"
        ),
        Migration(
            "create note",
            // The Monday of the last week whose note was written, or needs none.
            """
            CREATE TABLE campaigns_note (
                member_id TEXT PRIMARY KEY, chosen_at INTEGER NOT NULL, last_week INTEGER NOT NULL
            ) STRICT, WITHOUT ROWID
            """,
            """
            CREATE TABLE campaigns_setting (
                row INTEGER PRIMARY KEY CHECK (row = 1), note_weekday INTEGER NOT NULL CHECK (note_weekday BETWEEN 1 AND 7)
            ) STRICT
            """,
            "INSERT INTO campaigns_setting VALUES (1, 1)"
        ),
        Migration(
            "add when a banner was taken down", "ALTER TABLE campaigns_entry ADD COLUMN taken_down_at INTEGER")
    )
}
