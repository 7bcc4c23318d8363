internal import Atrium

enum SessionsSchema {
    static let all = Schema(
        Migration(
            "create session",
            // digest: of the token that was handed out last. former_digest: of the one before it; it is valid until
            // former_until, which is NULL as long as nobody has used the last one.
            """
            CREATE TABLE sessions_session (
                id TEXT PRIMARY KEY, digest BLOB NOT NULL UNIQUE, former_digest BLOB UNIQUE, former_until INTEGER,
                form_secret TEXT NOT NULL, rotated_at INTEGER NOT NULL, account_id TEXT NOT NULL, device TEXT NOT NULL, created_at INTEGER NOT NULL,
                used_at INTEGER NOT NULL, expires_at INTEGER NOT NULL) STRICT, WITHOUT ROWID
            """,
            "CREATE INDEX sessions_session_account ON sessions_session (account_id, used_at)",
            // Tokens that were handed out and replaced before anybody used them.
            """
            CREATE TABLE sessions_unused (
                digest BLOB PRIMARY KEY, session_id TEXT NOT NULL REFERENCES sessions_session (id) ON DELETE CASCADE)
            STRICT, WITHOUT ROWID
            """,
            "CREATE INDEX sessions_unused_session ON sessions_unused (session_id)",
            // digest: NULL until the letter is written. account_id: NULL until the address is looked up.
            """
            CREATE TABLE sessions_link (
                id TEXT PRIMARY KEY, digest BLOB UNIQUE, address TEXT NOT NULL, account_id TEXT, browser_digest BLOB NOT NULL,
                destination TEXT NOT NULL, language TEXT NOT NULL, asked_at INTEGER NOT NULL, expires_at INTEGER NOT NULL,
                is_mailed INTEGER NOT NULL DEFAULT 0, due_at INTEGER NOT NULL, attempts INTEGER NOT NULL DEFAULT 0,
                used_at INTEGER) STRICT, WITHOUT ROWID
            """,
            "CREATE INDEX sessions_link_unsent ON sessions_link (due_at) WHERE NOT is_mailed",
            "CREATE INDEX sessions_link_end ON sessions_link (expires_at)",
            """
            CREATE TABLE sessions_attempt (
                digest BLOB PRIMARY KEY, count INTEGER NOT NULL, since INTEGER NOT NULL) STRICT, WITHOUT ROWID
            """,
            "CREATE INDEX sessions_attempt_since ON sessions_attempt (since)")
    )
}
