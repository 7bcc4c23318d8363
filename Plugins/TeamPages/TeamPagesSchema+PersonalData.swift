internal import Atrium

extension TeamPagesSchema {
    private static let withoutText: KeyValuePairs<StaticString, SQL> = ["subject": "''", "text": "''"]

    /// What the tables hold of people. The pages of teams are written in the organization's name, so that they stay. A message is
    /// its sender's and its only receiver's.
    static let personalData: [PersonalTable] = [
        PersonalTable(
            "teampages_page", "Drafts of team pages that you wrote", of: .member("drafted_by"),
            exporting: [
                .text("team_id", "Identity of the team"), .time("drafted_at", "Saved"), .text("draft", "Text"),
            ], erasing: .nothing, keeping: ["drafted_by"]),
        PersonalTable(
            "teampages_version", "Team pages that you published", of: .member("published_by"),
            exporting: [
                .text("team_id", "Identity of the team"), .time("visible_from", "Visible from"),
                .text("message", "Text"),
            ], erasing: .nothing, keeping: ["published_by"]),
        PersonalTable(
            "teampages_message", "Messages that you sent", of: .member("sender"),
            exporting: [
                .time("sent_at", "Sent"), .text("subject", "Subject"), .text("text", "Text"),
                .number("recipient_count", "Recipients"),
            ],
            erasing: .columns(withoutText), keeping: ["id", "sender", "operation", "audience", "cursor"],
            retention: Retention(
                "Texts of messages", since: "sent_at", when: "is_complete AND text <> ''", by: "id",
                erasing: .columns(withoutText))),
        PersonalTable(
            "teampages_recipient", "Messages that you got", of: .member("member_id"),
            exporting: [
                .text("subject", "Subject", from: "(SELECT subject FROM teampages_message m WHERE m.id = message_id)"),
                .text("text", "Text", from: "(SELECT text FROM teampages_message m WHERE m.id = message_id)"),
            ], erasing: .nothing, keeping: ["message_id", "member_id"]),
        PersonalTable(
            "teampages_message", "",
            of: .matching { person in
                """
                audience = 'members' AND recipient_count = 1
                    AND id IN (SELECT message_id FROM teampages_target WHERE target_id = \(person.member))
                """
            }, erasing: .columns(withoutText)),
        .impersonal("teampages_target", "message_id", "target_id"),
    ]
}
