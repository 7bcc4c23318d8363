internal import Atrium

enum MailSchema {
    static let all = Schema(
        Migration(
            "create message",
            """
            CREATE TABLE mail_message (
                id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, message_id TEXT NOT NULL UNIQUE,
                state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'refused', 'withdrawn')),
                queued_at INTEGER NOT NULL, due_at INTEGER NOT NULL, attempts INTEGER NOT NULL DEFAULT 0, sent_at INTEGER
            ) STRICT
            """,
            "CREATE INDEX mail_message_due ON mail_message (due_at, id) WHERE state = 'waiting'",
            // Texts have a separate table. They are appended in the order of ids and overwritten in place. So no page is ever
            // rearranged while it contains a text, which could leave a copy of the text.
            """
            CREATE TABLE mail_content (
                id INTEGER PRIMARY KEY REFERENCES mail_message (id), content BLOB NOT NULL
            ) STRICT
            """
        ),
        Migration(
            "say for whom mail is, and why it was withdrawn",
            "ALTER TABLE mail_message ADD COLUMN member_id TEXT",
            "ALTER TABLE mail_message ADD COLUMN author_id TEXT",
            "ALTER TABLE mail_message ADD COLUMN kind TEXT",
            "ALTER TABLE mail_message ADD COLUMN withdrawal_reason TEXT",
            "CREATE INDEX mail_message_member ON mail_message (member_id) WHERE state = 'waiting'",
            """
            CREATE TABLE mail_opt_out (
                member_id TEXT NOT NULL, kind TEXT NOT NULL, opted_out_at INTEGER NOT NULL, PRIMARY KEY (member_id, kind)
            ) STRICT, WITHOUT ROWID
            """
        ),
        Migration(
            "keep what outlives the records of mail",
            // Records go when the organization no longer wants to keep them. These digests stay: a link in an old mail still
            // opts out, and a key that was used stops a second message.
            """
            CREATE TABLE mail_link (digest BLOB PRIMARY KEY, member_id TEXT NOT NULL, kind TEXT NOT NULL)
            STRICT, WITHOUT ROWID
            """,
            "CREATE INDEX mail_link_member ON mail_link (member_id)",
            "CREATE TABLE mail_key (digest BLOB PRIMARY KEY) STRICT, WITHOUT ROWID"
        )
    )
}
