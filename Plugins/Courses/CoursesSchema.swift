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
                UNIQUE (member_id, course_id)
            ) STRICT
            """,
            // One tree, in which what one member did in one course lies together. `place` is the number, or the place of the
            // entry that this one corrects: in its order, states follow from each other.
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
                received_at INTEGER NOT NULL, may_enrol INTEGER NOT NULL, digest BLOB
            ) STRICT
            """,
            "CREATE INDEX courses_held_learner ON courses_held (learner)",
            "CREATE TABLE courses_learner (learner TEXT PRIMARY KEY, member_id TEXT NOT NULL) STRICT, WITHOUT ROWID",
            "CREATE TABLE courses_void (id TEXT PRIMARY KEY, target TEXT NOT NULL, digest BLOB) STRICT, WITHOUT ROWID",
            "CREATE INDEX courses_void_target ON courses_void (target)"
        ),
        // Digests of another form would make a conflict of each statement that is imported again. Without one, it is compared
        // by what is recorded of it.
        Migration(
            "forget digests of statements as texts",
            "UPDATE courses_entry SET digest = NULL WHERE digest IS NOT NULL",
            "UPDATE courses_held SET digest = NULL WHERE digest IS NOT NULL",
            "UPDATE courses_void SET digest = NULL WHERE digest IS NOT NULL"
        ),
        Migration(
            "add reason to held line",
            """
            ALTER TABLE courses_held ADD COLUMN reason TEXT NOT NULL DEFAULT 'unknownLearner'
                CHECK (reason IN ('unknownLearner', 'future'))
            """,
            "CREATE INDEX courses_held_future ON courses_held (position) WHERE reason = 'future'"
        )
    )
}
