internal import Atrium

enum PrivacySchema {
    static let all = Schema(
        Migration(
            "create erasure",
            // The id of an account is kept if the directory has deleted the account, so that it can do that again after a
            // restore of its file.
            """
            CREATE TABLE privacy_erasure (
                member_id TEXT PRIMARY KEY, account_id TEXT, erased_at INTEGER NOT NULL, is_finished INTEGER NOT NULL
            ) STRICT, WITHOUT ROWID
            """,
            "CREATE INDEX privacy_erasure_time ON privacy_erasure (erased_at, member_id)",
            "CREATE INDEX privacy_erasure_open ON privacy_erasure (member_id) WHERE NOT is_finished"
        ),
        Migration(
            "create retention rule",
            "CREATE TABLE privacy_rule (name TEXT PRIMARY KEY, days INTEGER NOT NULL CHECK (days > 0)) STRICT, WITHOUT ROWID",
            // When members were removed. The kernel does not keep it.
            "CREATE TABLE privacy_departure (member_id TEXT PRIMARY KEY, left_at INTEGER NOT NULL) STRICT, WITHOUT ROWID",
            "CREATE INDEX privacy_departure_time ON privacy_departure (left_at, member_id)"
        ),
        Migration(
            "create request for a scrub",
            // There is no row if nothing was erased since the last scrub.
            "CREATE TABLE privacy_scrub (row INTEGER PRIMARY KEY CHECK (row = 1), requests INTEGER NOT NULL) STRICT"
        )
    )

    /// What the tables hold of people.
    static let personalData: [PersonalTable] = [
        .impersonal("privacy_erasure", "member_id", "account_id"),
        .impersonal("privacy_rule", "name"),
        PersonalTable(
            "privacy_departure", "When you left", of: .member("member_id"),
            exporting: [.time("left_at", "\(context: "date")Left")],
            erasing: .rows),
    ]
}
