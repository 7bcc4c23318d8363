package import AtriumStorage

/// The tables of the journal; they are the kernel's.
package enum JournalSchema {
    package static let all = Migration(
        "create the journal",
        """
        CREATE TABLE kernel_audit (
            sequence INTEGER PRIMARY KEY, payload TEXT, salt BLOB, digest BLOB NOT NULL, hash BLOB NOT NULL) STRICT
        """,
        """
        CREATE TABLE kernel_schedule (
            module TEXT NOT NULL, name TEXT NOT NULL, due_at INTEGER NOT NULL, is_running INTEGER NOT NULL DEFAULT 0,
            attempts INTEGER NOT NULL DEFAULT 0, error TEXT, is_parked INTEGER NOT NULL DEFAULT 0,
            PRIMARY KEY (module, name)) STRICT, WITHOUT ROWID
        """,
        // A number is never given twice, even when the log is empty: subscriptions hold numbers that were passed.
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
        CREATE TABLE kernel_retry (
            module TEXT NOT NULL, sequence INTEGER NOT NULL, event TEXT NOT NULL, payload BLOB NOT NULL,
            due_at INTEGER NOT NULL, attempts INTEGER NOT NULL, error TEXT NOT NULL, is_parked INTEGER NOT NULL,
            PRIMARY KEY (module, sequence)) STRICT, WITHOUT ROWID
        """,
        "CREATE INDEX kernel_retry_due ON kernel_retry (due_at) WHERE NOT is_parked")
}
