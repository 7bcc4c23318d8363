internal import Atrium

extension AccessTokensSchema {
    /// What the tables hold of people.
    static let personalData: [PersonalTable] = [
        PersonalTable(
            "tokens_token", "Your access tokens", of: .member("member_id"),
            exporting: [
                .text("name"), .text("permissions"), .time("created_at"), .time("expires_at"), .time("used_at"),
            ],
            erasing: .rows)
    ]
}
