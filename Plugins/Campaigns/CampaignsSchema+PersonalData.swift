internal import Atrium

extension CampaignsSchema {
    /// What an entry says, for those who changed or approved it.
    private static let entry: [ExportedColumn] = [
        .text("kind", "Kind"), .day("day", "Day"), .text("subject", "Subject"), .text("text", "Text"),
        .text("state", "State"),
    ]

    /// What the tables hold of people. The plan is written in the organization's name, so that its texts stay.
    static let personalData: [PersonalTable] = [
        PersonalTable(
            "campaigns_plan", "Plans of a year that you began", of: .member("begun_by"),
            exporting: [.day("first_day", "First day")], erasing: .nothing, keeping: ["id", "begun_by"]),
        PersonalTable(
            "campaigns_entry", "Entries of the plan that you changed last", of: .member("changed_by"), exporting: entry,
            erasing: .nothing, keeping: ["id", "team_id", "course_id", "problem", "changed_by"]),
        PersonalTable(
            "campaigns_entry", "Entries of the plan that you approved", of: .member("approved_by"), exporting: entry,
            erasing: .nothing, keeping: ["approved_by"]),
        PersonalTable(
            "campaigns_note", "The weekly note that you chose", of: .member("member_id"),
            exporting: [.time("chosen_at", "Chosen"), .day("last_week", "Week of the last note")], erasing: .rows),
    ]
}
