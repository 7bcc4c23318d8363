internal import Atrium

enum CoachingSchema {
    static let all = Schema(createSession, addNote)

    static let createSession = Migration(
        "create session",
        // A completed course proposes at most one session. `since` is when it was planned, or the course was completed.
        """
        CREATE TABLE coaching_session (
            id TEXT PRIMARY KEY, member_id TEXT NOT NULL, team_id TEXT NOT NULL, coach_id TEXT NOT NULL,
            state TEXT NOT NULL, day INTEGER, course_id TEXT, minutes INTEGER, since INTEGER NOT NULL,
            UNIQUE (member_id, course_id)
        ) STRICT
        """,
        "CREATE INDEX coaching_session_coach ON coaching_session (coach_id)",
        "CREATE INDEX coaching_session_team ON coaching_session (team_id)",
        "CREATE INDEX coaching_session_planned ON coaching_session (day) WHERE state = 'planned'",
        "CREATE INDEX coaching_session_proposed ON coaching_session (since) WHERE state = 'proposed'",
        // Who coaches which team. The reactions to roles keep it.
        """
        CREATE TABLE coaching_coach (
            team_id TEXT NOT NULL, member_id TEXT NOT NULL, PRIMARY KEY (team_id, member_id)
        ) STRICT, WITHOUT ROWID
        """
    )

    static let addNote = Migration(
        "add note to session",
        "ALTER TABLE coaching_session ADD COLUMN note TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE coaching_session ADD COLUMN noted_by TEXT"
    )
}
