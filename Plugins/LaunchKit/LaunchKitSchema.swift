internal import Atrium

enum LaunchKitSchema {
    static let all = Schema(
        Migration(
            "create design",
            // The logo is the text of a cleaned SVG. The revision says on which design a change is based.
            """
            CREATE TABLE launchkit_design (
                row INTEGER PRIMARY KEY CHECK (row = 1), style TEXT NOT NULL, color TEXT NOT NULL, slogan TEXT NOT NULL,
                day INTEGER, address TEXT NOT NULL, logo TEXT, revision INTEGER NOT NULL, downloaded_at INTEGER
            ) STRICT
            """)
    )

    /// The design is the organization's. It names nobody.
    static let personalData: [PersonalTable] = [
        .impersonal("launchkit_design", "style", "color", "slogan", "address", "logo")
    ]
}
