internal import Atrium

enum CoursesSchema {
    static let all = Schema(
        Migration(
            "create course",
            """
            CREATE TABLE courses_course (
                id TEXT PRIMARY KEY, title TEXT NOT NULL, title_key TEXT NOT NULL, description TEXT NOT NULL,
                language TEXT, minutes INTEGER CHECK (minutes > 0), link TEXT, retired_at INTEGER,
                search_key TEXT NOT NULL
            ) STRICT, WITHOUT ROWID
            """,
            "CREATE INDEX courses_course_title ON courses_course (title_key, id)",
            "CREATE INDEX courses_course_link ON courses_course (link) WHERE link IS NOT NULL"
        ),
        Migration(
            "create learning record",
            """
            CREATE TABLE courses_participation (
                id INTEGER PRIMARY KEY, member_id TEXT NOT NULL, course_id TEXT NOT NULL REFERENCES courses_course (id),
                state TEXT NOT NULL CHECK (state IN ('notEnrolled', 'enrolled', 'completed', 'failed', 'withdrawn')),
                enrolled_at INTEGER, ended_at INTEGER, UNIQUE (member_id, course_id)
            ) STRICT
            """,
            // One tree stores all entries of a member in a course next to each other. The attempts follow from the order of
            // `place`: an entry comes last, takes the place of the entry that it corrects, or comes before entries with later
            // dates.
            """
            CREATE TABLE courses_entry (
                participation_id INTEGER NOT NULL REFERENCES courses_participation (id), number INTEGER NOT NULL,
                place INTEGER NOT NULL, external_id TEXT NOT NULL,
                kind TEXT NOT NULL CHECK (
                    kind IN ('enrolled', 'initialized', 'activity', 'progressed', 'completed', 'failed', 'withdrawn')),
                minutes INTEGER CHECK (minutes >= 0), percent INTEGER CHECK (percent BETWEEN 0 AND 100),
                effective_at INTEGER NOT NULL, day INTEGER, recorded_at INTEGER NOT NULL,
                may_enrol INTEGER NOT NULL, enrols INTEGER NOT NULL,
                standing TEXT NOT NULL CHECK (standing IN ('counted', 'redundant', 'voided')), digest BLOB,
                registration TEXT,
                PRIMARY KEY (participation_id, number)
            ) STRICT, WITHOUT ROWID
            """,
            "CREATE UNIQUE INDEX courses_entry_external ON courses_entry (external_id)"
        ),
        Migration(
            "create holding list",
            """
            CREATE TABLE courses_held (
                position INTEGER PRIMARY KEY, external_id TEXT NOT NULL UNIQUE, learner TEXT NOT NULL,
                course_id TEXT NOT NULL, kind TEXT NOT NULL, minutes INTEGER, percent INTEGER, effective_at INTEGER, day INTEGER,
                received_at INTEGER NOT NULL, may_enrol INTEGER NOT NULL, digest BLOB,
                reason TEXT NOT NULL CHECK (reason IN ('unknownLearner', 'future')), registration TEXT
            ) STRICT
            """,
            "CREATE INDEX courses_held_learner ON courses_held (learner)",
            "CREATE INDEX courses_held_future ON courses_held (position) WHERE reason = 'future'",
            "CREATE TABLE courses_learner (learner TEXT PRIMARY KEY, member_id TEXT NOT NULL) STRICT, WITHOUT ROWID",
            "CREATE INDEX courses_learner_member ON courses_learner (member_id)",
            "CREATE TABLE courses_void (id TEXT PRIMARY KEY, target TEXT NOT NULL, digest BLOB) STRICT, WITHOUT ROWID",
            "CREATE INDEX courses_void_target ON courses_void (target)"
        ),
        Migration(
            "remember the latest date of a participation",
            "ALTER TABLE courses_participation ADD COLUMN latest_at INTEGER",
            """
            UPDATE courses_participation SET latest_at = (
                SELECT max(e.effective_at) FROM courses_entry e
                WHERE e.participation_id = courses_participation.id AND e.standing <> 'voided'
                    AND (e.may_enrol OR e.kind = 'enrolled'))
            """
        ),
        Migration(
            "find the open and the completed participations",
            "CREATE INDEX courses_participation_enrolled ON courses_participation (id) WHERE state = 'enrolled'",
            """
            CREATE INDEX courses_participation_completed ON courses_participation (ended_at) WHERE state = 'completed'
            """
        )
    )
}
