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
                "key", "message_id", "state", "member_id", "author_id", "kind", "opt_out_digest", "withdrawal_reason",
            ],
            retention: Retention(
                "Records of mail that was sent", since: "queued_at", when: "state <> 'waiting'", by: "id",
                erasing: .rows)),
        PersonalTable(
            "mail_opt_out", "Kinds of mail that you do not want", of: .member("member_id"),
            exporting: [.text("kind", "Kind"), .time("opted_out_at", "Since")], erasing: .rows),
    ]
}
