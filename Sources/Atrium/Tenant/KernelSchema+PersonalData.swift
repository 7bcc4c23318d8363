internal import AtriumDirectory
internal import AtriumJournal

extension KernelSchema {
    private static let team = ExportedColumn.text(
        "team", "Team", from: "(SELECT name FROM kernel_team t WHERE t.id = team_id)")

    /// What the kernel's tables hold of people.
    package static let personalData: [PersonalTable] =
        [
            FormerAddresses.personalData,
            PersonalTable(
                "kernel_team_member", "Your teams", of: .member("member_id"),
                exporting: [team, .time("valid_from", "From"), .time("valid_until", "Until")], erasing: .nothing,
                keeping: ["team_id", "member_id"]),
            PersonalTable(
                "kernel_assignment", "Your roles", of: .member("member_id"), exporting: [.text("role", "Role"), team],
                erasing: .rows),
            PersonalTable(
                "kernel_member", "You, as the organization knows you", of: .member("id"),
                exporting: [
                    .text("name", "Name"), .text("email", "Address"), .text("state", "State"),
                    .time("joined_at", "Joined"), .text("language", "Language"),
                ],
                // The member's own id takes the place of the account's. No account has it.
                erasing: .columns([
                    "account_id": "id", "name": "''", "name_key": "''", "email": "id || '@released.invalid'",
                    "revision": "(SELECT max(revision) + 1 FROM kernel_member)", "state": "'erased'",
                    "language": "NULL",
                ]), keeping: ["id"]),
            .impersonal("kernel_organization", "id", "slug", "name", "language", "time_zone", "feature_set"),
            .impersonal("kernel_team", "id", "name", "name_key"), .impersonal("kernel_exclusion", "role", "other"),
        ] + JournalSchema.personalData
}
