internal import Atrium

enum LearningSlotsSchema {
    static let all = Schema(
        Migration(
            "create slot",
            // A team has at most one slot that has not ended. Each change has a later changed_at, to the second.
            """
            CREATE TABLE learningslots_slot (
                id TEXT PRIMARY KEY, team_id TEXT NOT NULL, weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
                hour INTEGER NOT NULL, minute INTEGER NOT NULL, minutes INTEGER NOT NULL, time_zone TEXT NOT NULL,
                first_day INTEGER NOT NULL, last_day INTEGER NOT NULL, set_by TEXT NOT NULL,
                changed_at INTEGER NOT NULL, ended_at INTEGER,
                -- Whether the members have yet to be told of the last change, and the last one who was looked at.
                is_waiting INTEGER NOT NULL, reached TEXT
            ) STRICT
            """,
            "CREATE UNIQUE INDEX learningslots_slot_team ON learningslots_slot (team_id) WHERE ended_at IS NULL",
            "CREATE INDEX learningslots_slot_waiting ON learningslots_slot (id) WHERE is_waiting",
            // What the last letter to a member said: that the slot is there as it was at told_at, or that it is not.
            """
            CREATE TABLE learningslots_invitation (
                slot_id TEXT NOT NULL REFERENCES learningslots_slot (id), member_id TEXT NOT NULL,
                is_cancelled INTEGER NOT NULL, version INTEGER NOT NULL, told_at INTEGER NOT NULL,
                PRIMARY KEY (slot_id, member_id)
            ) STRICT, WITHOUT ROWID
            """,
            "CREATE INDEX learningslots_invitation_member ON learningslots_invitation (member_id)"
        ),
        Migration(
            "add since when a slot has its time",
            "ALTER TABLE learningslots_slot ADD COLUMN timed_at INTEGER NOT NULL DEFAULT 0",
            "UPDATE learningslots_slot SET timed_at = changed_at")
    )
}
