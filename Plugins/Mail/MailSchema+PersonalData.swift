internal import Atrium

extension MailSchema {
    /// What the tables hold of people.
    static let personalData: [PersonalTable] = [
        PersonalTable(
            "mail_content", "",
            of: .matching { person in
                // Only mail that waits has a content, so there are few of them.
                """
                EXISTS (SELECT 1 FROM mail_message m
                    WHERE m.id = mail_content.id AND \(person.member) IN (m.member_id, m.author_id))
                """
            }, erasing: .columns(["content": "zeroblob(length(content))"])),
        PersonalTable(
            "mail_message", "Mail that was written to you", of: .member("member_id"),
            exporting: [
                .text("kind", "Kind"), .text("state", "State"), .time("queued_at", "Written"), .time("sent_at", "Sent"),
                .text("withdrawal_reason", "Why it was withdrawn"),
            ], erasing: .nothing,
            keeping: [
                "key", "message_id", "state", "member_id", "author_id", "kind", "withdrawal_reason",
            ],
            // While a message waits, the overwritten texts of others keep their rows, which refer to the records.
            retention: Retention(
                "Records of mail that was sent", since: "queued_at",
                when: "state <> 'waiting' AND id NOT IN (SELECT id FROM mail_content)", by: "id", erasing: .rows)),
        PersonalTable(
            "mail_link", "Links in your mail that end a kind of it", of: .member("member_id"),
            exporting: [.text("kind", "Kind")], erasing: .rows),
        .impersonal("mail_key", "digest"),
        PersonalTable(
            "mail_opt_out", "Kinds of mail that you do not want", of: .member("member_id"),
            exporting: [.text("kind", "Kind"), .time("opted_out_at", "Since")], erasing: .rows),
    ]
}
