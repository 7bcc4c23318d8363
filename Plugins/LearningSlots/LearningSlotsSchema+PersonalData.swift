internal import Atrium

extension LearningSlotsSchema {
    /// What the tables hold of people.
    static let personalData: [PersonalTable] = [
        PersonalTable(
            "learningslots_slot", "Learning slots that you set", of: .member("set_by"),
            exporting: [
                .text("team_id", "Identity of the team"), .number("weekday", "Day of the week"),
                .number("hour", "Hour"), .number("minute", "Minute"), .day("first_day", "First day"),
                .day("last_day", "Last day"),
            ], erasing: .nothing, keeping: ["id", "team_id", "time_zone", "set_by", "reached"]),
        PersonalTable(
            "learningslots_invitation", "Your invitations to learning slots", of: .member("member_id"),
            exporting: [.number("is_cancelled", "Cancelled"), .time("told_at", "Told")], erasing: .rows),
    ]
}
