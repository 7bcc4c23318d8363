internal import Atrium

enum SuggestionsSchema {
    static let all = Schema(
        Migration(
            "create suggestion",
            // One row for each course and audience: what is withdrawn and suggested again gets a new id in its place.
            """
            CREATE TABLE suggestions_suggestion (
                id TEXT PRIMARY KEY, course_id TEXT NOT NULL,
                audience TEXT NOT NULL CHECK (
                    audience = 'organization' OR audience GLOB 'team:*' OR audience GLOB 'member:*'),
                note TEXT NOT NULL, due_day INTEGER, due_after INTEGER CHECK (due_day IS NULL OR due_after IS NULL),
                due_since INTEGER NOT NULL, suggested_by TEXT NOT NULL, suggested_as TEXT NOT NULL,
                suggested_at INTEGER NOT NULL, changed_at INTEGER NOT NULL, withdrawn_at INTEGER,
                UNIQUE (audience, course_id)
            ) STRICT
            """
        )
    )
}
