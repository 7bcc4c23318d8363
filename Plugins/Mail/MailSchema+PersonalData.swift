internal import Atrium

extension MailSchema {
    /// What the tables hold of people.
    static let personalData: [PersonalTable] = [
        PersonalTable(
            "mail_content", "Mail that waits for you",
            of: .matching { person in
                """
                id IN (SELECT id FROM mail_message
                    WHERE member_id = \(person.member) OR author_id = \(person.member))
                """
            }, erasing: .rows),
        PersonalTable(
            "mail_message", "Mail that was written to you", of: .member("member_id"),
            exporting: [
                .text("kind"), .text("state"), .time("queued_at"), .time("sent_at"), .text("withdrawal_reason"),
            ], erasing: .nothing,
            keeping: [
                "key", "message_id", "state", "member_id", "author_id", "kind", "opt_out_digest", "withdrawal_reason",
            ],
            retention: Retention(
                "Records of mail that was sent", since: "queued_at", when: "state <> 'waiting'", by: "id",
                erasing: .rows)),
        PersonalTable(
            "mail_opt_out", "Kinds of mail that you do not want", of: .member("member_id"),
            exporting: [.text("kind"), .time("opted_out_at")], erasing: .rows),
    ]
}
