internal import Atrium

extension CampaignsSchema {
    /// What the tables hold of people. The plan and its texts are the organization's, and stay.
    static let personalData: [PersonalTable] = [
        .impersonal("campaigns_plan", "id", "begun_by"),
        .impersonal(
            "campaigns_entry", "id", "kind", "team_id", "subject", "text", "course_id", "state", "problem",
            "changed_by", "approved_by"),
        PersonalTable(
            "campaigns_note", "The weekly note that you chose", of: .member("member_id"),
            exporting: [.time("chosen_at", "Chosen"), .day("last_week", "Week of the last note")], erasing: .rows),
    ]
}
