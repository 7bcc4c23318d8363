internal import Atrium

extension SessionsSchema {
    /// What the tables hold of people. The system tenant has no members: the rows of an account end with the account, and at the
    /// latest after ``SessionRules/lifetime``.
    static let personalData: [PersonalTable] = [
        PersonalTable(
            "sessions_session", "Your sessions", of: .matching { _ in "FALSE" },
            exporting: [
                .text("device", "Device"), .time("created_at", "Signed in"), .time("used_at", "Last used"),
                .time("expires_at", "Ends"),
            ],
            erasing: .rows, keeping: ["id", "digest", "former_digest", "account_id", "form_secret"]),
        PersonalTable(
            "sessions_link", "Links to sign in", of: .matching { _ in "FALSE" },
            exporting: [.text("address", "Address"), .time("asked_at", "Asked for")],
            erasing: .rows, keeping: ["id", "digest", "account_id", "browser_digest", "destination", "language"]),
        .impersonal("sessions_attempt", "digest"), .impersonal("sessions_unused", "digest", "session_id"),
    ]
}
