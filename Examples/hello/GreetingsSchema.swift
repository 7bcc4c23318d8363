internal import Atrium

enum GreetingsSchema {
    static let all = Schema(
        Migration(
            "create greeting",
            """
            CREATE TABLE greetings_greeting (
                id TEXT PRIMARY KEY, member_id TEXT NOT NULL, text TEXT NOT NULL, added_at INTEGER NOT NULL
            ) STRICT
            """,
            "CREATE INDEX greetings_greeting_member ON greetings_greeting (member_id)"
        ))
}
