internal import AtriumStorage

/// The tables of `directory.db`.
enum DirectorySchema {
    static let all = Schema(
        Migration(
            "create the directory",
            """
            CREATE TABLE kernel_platform (
                row INTEGER PRIMARY KEY CHECK (row = 1), modules TEXT NOT NULL, is_whole INTEGER NOT NULL) STRICT
            """,
            "INSERT INTO kernel_platform VALUES (1, '', 1)",
            """
            CREATE TABLE kernel_account (
                id TEXT PRIMARY KEY, name TEXT NOT NULL, created_at INTEGER NOT NULL, readdressed_at INTEGER) STRICT, WITHOUT ROWID
            """,
            // verified_at: when the owner proved the address; NULL for an address that was taken over from a member's copy.
            """
            CREATE TABLE kernel_address (
                address TEXT PRIMARY KEY, account_id TEXT NOT NULL REFERENCES kernel_account (id),
                verified_at INTEGER, is_former INTEGER NOT NULL DEFAULT 0) STRICT, WITHOUT ROWID
            """,
            "CREATE INDEX kernel_address_account ON kernel_address (account_id)",
            """
            CREATE TABLE kernel_released_address (
                address TEXT NOT NULL, account_id TEXT NOT NULL, released_at INTEGER NOT NULL,
                PRIMARY KEY (address, account_id)) STRICT, WITHOUT ROWID
            """,
            "CREATE INDEX kernel_released_address_account ON kernel_released_address (account_id)",
            """
            CREATE TABLE kernel_address_change (
                account_id TEXT NOT NULL REFERENCES kernel_account (id), old TEXT NOT NULL, new TEXT NOT NULL,
                secret_digest BLOB NOT NULL UNIQUE, expires_at INTEGER NOT NULL, PRIMARY KEY (account_id, old))
            STRICT, WITHOUT ROWID
            """,
            """
            CREATE TABLE kernel_organization (
                id TEXT PRIMARY KEY, slug TEXT UNIQUE, name TEXT NOT NULL,
                state TEXT NOT NULL CHECK (state IN ('creating', 'active', 'suspended', 'deleting', 'deleted')),
                created_at INTEGER NOT NULL, wake_at INTEGER, wake_noted_at INTEGER,
                indexed_revision INTEGER NOT NULL DEFAULT 0, indexed_mark BLOB) STRICT, WITHOUT ROWID
            """,
            "CREATE INDEX kernel_organization_state ON kernel_organization (state)",
            "CREATE INDEX kernel_organization_wake ON kernel_organization (wake_at) WHERE wake_at IS NOT NULL",
            "CREATE INDEX kernel_organization_noted ON kernel_organization (wake_noted_at) WHERE wake_at IS NOT NULL",
            """
            CREATE TABLE kernel_slug (slug TEXT PRIMARY KEY, organization_id TEXT NOT NULL, until INTEGER NOT NULL)
            STRICT, WITHOUT ROWID
            """,
            """
            CREATE TABLE kernel_membership (
                account_id TEXT NOT NULL, organization_id TEXT NOT NULL, member_id TEXT NOT NULL,
                is_active INTEGER NOT NULL, revision INTEGER NOT NULL,
                PRIMARY KEY (account_id, organization_id)) STRICT, WITHOUT ROWID
            """,
            "CREATE INDEX kernel_membership_organization ON kernel_membership (organization_id)",
            // Copies of addresses in organizations' files that have to be checked.
            """
            CREATE TABLE kernel_address_copy (
                organization_id TEXT NOT NULL, account_id TEXT NOT NULL, due_at INTEGER NOT NULL, released_by TEXT,
                version INTEGER NOT NULL DEFAULT 1, PRIMARY KEY (organization_id, account_id)) STRICT, WITHOUT ROWID
            """),
        Migration(
            "create erasure",
            """
            CREATE TABLE kernel_erasure (
                organization_id TEXT NOT NULL, member_id TEXT NOT NULL, erased_at INTEGER NOT NULL,
                PRIMARY KEY (organization_id, member_id)) STRICT, WITHOUT ROWID
            """)
    )
}
