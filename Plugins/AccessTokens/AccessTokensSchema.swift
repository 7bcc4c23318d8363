internal import Atrium

enum AccessTokensSchema {
    static let all = Schema(
        Migration(
            "create token",
            """
            CREATE TABLE tokens_token (
                id TEXT PRIMARY KEY, digest BLOB NOT NULL UNIQUE, member_id TEXT NOT NULL, name TEXT NOT NULL,
                permissions TEXT NOT NULL, created_at INTEGER NOT NULL,
                expires_at INTEGER NOT NULL, used_at INTEGER
            ) STRICT
            """,
            "CREATE INDEX tokens_token_member ON tokens_token (member_id)"
        )
    )
}
