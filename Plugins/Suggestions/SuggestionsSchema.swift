internal import Atrium

enum SuggestionsSchema {
    static let all = Schema(
        Migration(
            "create suggestion",
            // One row for each course, audience and suggester. A withdrawn suggestion that is made again keeps its row and gets
            // a new id.
            """
            CREATE TABLE suggestions_suggestion (
                id TEXT PRIMARY KEY, course_id TEXT NOT NULL,
                audience TEXT NOT NULL CHECK (
                    audience = 'organization' OR audience GLOB 'team:*' OR audience GLOB 'member:*'),
                note TEXT NOT NULL, due_day INTEGER, due_after INTEGER CHECK (due_day IS NULL OR due_after IS NULL),
                due_since INTEGER NOT NULL, suggested_by TEXT NOT NULL, suggested_as TEXT NOT NULL,
                suggested_at INTEGER NOT NULL, changed_at INTEGER NOT NULL, withdrawn_at INTEGER,
                UNIQUE (audience, course_id, suggested_by)
            ) STRICT
            """
        ),
        Migration(
            "create answer",
            """
            CREATE TABLE suggestions_answer (
                member_id TEXT NOT NULL, course_id TEXT NOT NULL,
                answer TEXT NOT NULL CHECK (answer IN ('seen', 'accepted', 'declined')), answered_at INTEGER NOT NULL,
                PRIMARY KEY (member_id, course_id)
            ) STRICT, WITHOUT ROWID
            """
        ),
        Migration(
            "create goal",
            """
            CREATE TABLE suggestions_goal (
                id TEXT PRIMARY KEY, member_id TEXT NOT NULL,
                target TEXT NOT NULL CHECK (target GLOB 'course:*' OR target GLOB 'minutes:*'),
                by_day INTEGER NOT NULL, note TEXT NOT NULL, set_by TEXT NOT NULL, set_as TEXT NOT NULL,
                set_at INTEGER NOT NULL, changed_at INTEGER NOT NULL, withdrawn_at INTEGER
            ) STRICT
            """,
            "CREATE INDEX suggestions_goal_member ON suggestions_goal (member_id, id)"
        ),
        Migration(
            "create reminder",
            """
            CREATE TABLE suggestions_reminder (
                member_id TEXT NOT NULL, subject TEXT NOT NULL, due_day INTEGER NOT NULL, days_ahead INTEGER NOT NULL,
                sent_on INTEGER NOT NULL, PRIMARY KEY (member_id, subject, due_day)
            ) STRICT, WITHOUT ROWID
            """,
            // The last member that the round of the day has reached.
            """
            CREATE TABLE suggestions_round (
                row INTEGER PRIMARY KEY CHECK (row = 1), day INTEGER NOT NULL, last TEXT, is_over INTEGER NOT NULL
            ) STRICT
            """,
            "INSERT INTO suggestions_round VALUES (1, 0, NULL, 1)"
        ),
        Migration(
            "create calendar",
            """
            CREATE TABLE suggestions_calendar (
                member_id TEXT PRIMARY KEY, token_digest BLOB NOT NULL UNIQUE, made_at INTEGER NOT NULL
            ) STRICT, WITHOUT ROWID
            """
        ),
        Migration(
            "find goals by their last day",
            "CREATE INDEX suggestions_goal_day ON suggestions_goal (by_day) WHERE withdrawn_at IS NULL"
        )
    )
}
