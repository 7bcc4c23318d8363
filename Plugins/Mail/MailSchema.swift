internal import Atrium

enum MailSchema {
    static let all = Schema(
        Migration(
            "create message",
            """
            CREATE TABLE mail_message (
                id INTEGER PRIMARY KEY, reason TEXT NOT NULL UNIQUE, message_id TEXT NOT NULL UNIQUE,
                state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'refused', 'withdrawn')),
                queued_at INTEGER NOT NULL, due_at INTEGER NOT NULL, attempts INTEGER NOT NULL DEFAULT 0, sent_at INTEGER
            ) STRICT
            """,
            "CREATE INDEX mail_message_due ON mail_message (due_at, id) WHERE state = 'waiting'",
            // Text of its own table, appended in the order of ids and overwritten in place: no page is ever rearranged
            // while it holds a text that could leave a copy behind.
            """
            CREATE TABLE mail_content (
                id INTEGER PRIMARY KEY REFERENCES mail_message (id), content BLOB NOT NULL
            ) STRICT
            """
        )
    )
}
