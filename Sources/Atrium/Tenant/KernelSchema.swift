internal import AtriumDirectory
internal import AtriumJournal

/// The kernel's tables in each organization's file.
package enum KernelSchema {
    /// The parts of these tables that the directory copies.
    static let copied = OrganizationIndex.Source(
        memberships: "SELECT account_id, id, state = 'active', revision FROM \(known)",
        names: "SELECT name, slug FROM kernel_organization", addresses: "SELECT account_id, email FROM \(known)")
    private static let known: SQL = "(SELECT * FROM kernel_member WHERE state <> 'erased')"

    package static let tenant = Schema(
        Migration(
            "create the kernel's tables",
            """
            CREATE TABLE kernel_organization (
                row INTEGER PRIMARY KEY CHECK (row = 1), id TEXT NOT NULL, slug TEXT NOT NULL, name TEXT NOT NULL, language TEXT NOT NULL,
                time_zone TEXT NOT NULL, first_weekday INTEGER NOT NULL, created_at INTEGER NOT NULL,
                feature_set TEXT NOT NULL) STRICT
            """,
            """
            CREATE TABLE kernel_member (
                id TEXT PRIMARY KEY, account_id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, name_key TEXT NOT NULL,
                email TEXT NOT NULL UNIQUE, state TEXT NOT NULL CHECK (state IN ('active', 'deactivated', 'removed', 'erased')),
                joined_at INTEGER NOT NULL, revision INTEGER NOT NULL UNIQUE, language TEXT) STRICT, WITHOUT ROWID
            """,
            "CREATE INDEX kernel_member_name ON kernel_member (name_key, id)",
            "CREATE INDEX kernel_member_state ON kernel_member (state)",
            """
            CREATE TABLE kernel_team (
                id TEXT PRIMARY KEY, name TEXT NOT NULL, name_key TEXT NOT NULL, archived_at INTEGER) STRICT, WITHOUT ROWID
            """,
            "CREATE UNIQUE INDEX kernel_team_name ON kernel_team (name_key) WHERE archived_at IS NULL",
            """
            CREATE TABLE kernel_team_member (
                row INTEGER PRIMARY KEY, team_id TEXT NOT NULL REFERENCES kernel_team (id),
                member_id TEXT NOT NULL REFERENCES kernel_member (id), valid_from INTEGER NOT NULL, valid_until INTEGER,
                joining INTEGER NOT NULL, CHECK (valid_until >= valid_from)) STRICT
            """,
            "CREATE UNIQUE INDEX kernel_team_member_current ON kernel_team_member (member_id, team_id) WHERE valid_until IS NULL",
            "CREATE INDEX kernel_team_member_team ON kernel_team_member (team_id, member_id)",
            "CREATE INDEX kernel_team_member_history ON kernel_team_member (member_id, row)",
            """
            CREATE TABLE kernel_assignment (
                member_id TEXT NOT NULL REFERENCES kernel_member (id), role TEXT NOT NULL, team_id TEXT NOT NULL,
                PRIMARY KEY (member_id, role, team_id)) STRICT, WITHOUT ROWID
            """,
            "CREATE INDEX kernel_assignment_team ON kernel_assignment (member_id, team_id, role)",
            "CREATE INDEX kernel_assignment_role ON kernel_assignment (role, team_id, member_id)",
            """
            CREATE TABLE kernel_exclusion (role TEXT NOT NULL, other TEXT NOT NULL, PRIMARY KEY (role, other))
            STRICT, WITHOUT ROWID
            """,
            """
            CREATE TRIGGER kernel_assignment_exclusion BEFORE INSERT ON kernel_assignment
            WHEN EXISTS (
                SELECT 1 FROM kernel_assignment a JOIN kernel_exclusion x ON x.role = NEW.role AND x.other = a.role
                WHERE a.member_id = NEW.member_id)
            BEGIN SELECT RAISE(ABORT, 'excluded role'); END
            """,
            """
            CREATE VIEW kernel_administrator AS SELECT m.id FROM kernel_assignment a JOIN kernel_member m ON m.id = a.member_id
            WHERE a.role = 'administrator' AND m.state = 'active'
            """,
            """
            CREATE TRIGGER kernel_assignment_administrator BEFORE DELETE ON kernel_assignment
            WHEN OLD.role = 'administrator' AND OLD.member_id IN (SELECT id FROM kernel_administrator)
                AND NOT EXISTS (SELECT 1 FROM kernel_administrator WHERE id <> OLD.member_id)
            BEGIN SELECT RAISE(ABORT, 'last administrator'); END
            """,
            """
            CREATE TRIGGER kernel_member_administrator BEFORE UPDATE OF state ON kernel_member
            WHEN NEW.state <> 'active' AND OLD.id IN (SELECT id FROM kernel_administrator)
                AND NOT EXISTS (SELECT 1 FROM kernel_administrator WHERE id <> OLD.id)
            BEGIN SELECT RAISE(ABORT, 'last administrator'); END
            """),
        JournalSchema.all, FormerAddresses.schema
    )
}
