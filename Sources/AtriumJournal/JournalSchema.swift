package import AtriumPersonalData
package import AtriumStorage
internal import AtriumValues

/// The tables of the journal, in each organization's file. The kernel owns them.
package enum JournalSchema {
    package static let all = Migration(
        "create the journal",
        """
        CREATE TABLE kernel_audit (
            sequence INTEGER PRIMARY KEY, payload TEXT, salt BLOB, digest BLOB NOT NULL, hash BLOB NOT NULL) STRICT
        """,
        // The job of recurring work has the sequence 0 and no payload. The job of a failed event has the event's number in the
        // log.
        """
        CREATE TABLE kernel_job (
            module TEXT NOT NULL, sequence INTEGER NOT NULL DEFAULT 0, name TEXT NOT NULL, payload BLOB,
            due_at INTEGER NOT NULL, is_running INTEGER NOT NULL DEFAULT 0, attempts INTEGER NOT NULL DEFAULT 0,
            error TEXT, is_parked INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (module, sequence, name)) STRICT, WITHOUT ROWID
        """,
        "CREATE INDEX kernel_job_due ON kernel_job (due_at) WHERE NOT is_parked",
        // AUTOINCREMENT: a number is never used twice, even after the log was empty, because subscriptions store numbers as
        // positions.
        """
        CREATE TABLE kernel_event (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT, event TEXT NOT NULL, payload BLOB NOT NULL) STRICT
        """,
        "CREATE INDEX kernel_event_name ON kernel_event (event, sequence)",
        """
        CREATE TABLE kernel_subscription (
            event TEXT NOT NULL, module TEXT NOT NULL, position INTEGER NOT NULL,
            PRIMARY KEY (event, module)) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE kernel_module (
            id TEXT PRIMARY KEY, is_chosen INTEGER, is_current INTEGER NOT NULL, roles TEXT NOT NULL,
            grants TEXT NOT NULL DEFAULT '{}') STRICT, WITHOUT ROWID
        """)
}

extension JournalSchema {
    /// The journal names people by ids alone. Only the text of an error may come from elsewhere, for example from a mail server
    /// that repeats an address. So an erasure takes the texts of all errors.
    package static let personalData: [PersonalTable] = [
        .impersonal("kernel_audit", "payload", "salt", "digest", "hash"),
        PersonalTable(
            "kernel_job", "", of: .matching { _ in "error IS NOT NULL" },
            erasing: .columns(["error": "'the text went with the data of a person'"]),
            keeping: ["module", "name", "payload"]),
        .impersonal("kernel_event", "event", "payload"),
        .impersonal("kernel_subscription", "event", "module"), .impersonal("kernel_module", "id", "roles", "grants"),
        // The tables that the storage makes in each file.
        .impersonal("kernel_file", "identity", "head", "commits"),
        .impersonal("kernel_migration", "owner", "name", "checksum"),
    ]
}
