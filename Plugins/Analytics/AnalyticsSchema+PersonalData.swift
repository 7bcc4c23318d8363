internal import Atrium

extension AnalyticsSchema {
    /// What the tables hold of people.
    static let personalData: [PersonalTable] = [
        .impersonal("analytics_state", "time_zone"),
        .impersonal("analytics_criterion", "team_id", "criterion"),
        // The rollups name people by ids. The figures of the past stay what they are.
        .impersonal("analytics_key", "kind", "name"),
        .impersonal("analytics_membership", "member"), .impersonal("analytics_day", "member"),
        .impersonal("analytics_presence", "member"),
        PersonalTable(
            "analytics_watch", "Figures that you watch", of: .member("member_id"),
            exporting: [
                .text("figure", "Figure"), .text("span", "Period"), .text("direction", "Direction"),
                .number("target", "Target"), .time("since", "Since"),
            ],
            erasing: .rows),
        PersonalTable(
            "analytics_review", "Your reviews of figures", of: .member("member_id"),
            exporting: [.text("cycle", "How often"), .day("first_day", "First day"), .day("next_day", "Next day")],
            erasing: .rows),
        PersonalTable(
            "analytics_calendar", "Your calendar of reviews", of: .member("member_id"),
            exporting: [.time("made_at", "Made")],
            erasing: .rows),
    ]
}
