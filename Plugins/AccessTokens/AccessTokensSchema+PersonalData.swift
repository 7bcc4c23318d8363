internal import Atrium

extension AccessTokensSchema {
    /// What the tables hold of people.
    static let personalData: [PersonalTable] = [
        PersonalTable(
            "tokens_token", "Your access tokens", of: .member("member_id"),
            exporting: [
                .text("name", "Name"), .text("permissions", "May"), .time("created_at", "Made"),
                .time("expires_at", "Ends"), .time("used_at", "Last used"),
            ],
            erasing: .rows)
    ]
}
