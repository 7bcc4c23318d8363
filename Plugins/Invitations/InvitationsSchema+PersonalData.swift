internal import Atrium

extension InvitationsSchema {
    private static let withoutAddress: KeyValuePairs<StaticString, SQL> = ["email": "id || '@released.invalid'"]

    /// What the tables hold of people.
    static let personalData: [PersonalTable] = [
        PersonalTable(
            "invitations_invitation", "Your invitations",
            of: .matching {
                "member_id = \($0.member) OR email IN \($0.addresses)"
            },
            exporting: [
                .text("email", "Address"), .text("role", "Role"), .text("state", "State"), .time("created_at", "Made"),
                .time("sent_at", "Sent"),
                .time("expires_at", "Ends"),
                .time("answered_at", "Answered"),
            ], erasing: .columns(withoutAddress),
            keeping: ["id", "role", "state", "token_digest", "inviter", "member_id"],
            retention: Retention(
                "Addresses in ended invitations", since: "expires_at",
                when: "state <> 'pending' AND email NOT LIKE '%@released.invalid'", by: "id",
                erasing: .columns(withoutAddress))),
        .impersonal("invitations_team", "invitation_id", "team_id"),
        .impersonal("invitations_replaced", "token_digest", "invitation_id"),
    ]
}
