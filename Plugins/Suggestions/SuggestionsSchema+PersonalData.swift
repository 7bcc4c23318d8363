internal import Atrium

extension SuggestionsSchema {
    /// What the tables hold of people.
    static let personalData: [PersonalTable] = [
        PersonalTable(
            "suggestions_suggestion", "Courses that were suggested to you",
            of: .matching {
                "audience = 'member:' || \($0.member)"
            },
            exporting: [
                .text("course_id", "Identity of the course"), .text("note", "Note"), .day("due_day", "Due"),
                .time("suggested_at", "Suggested"), .time("withdrawn_at", "Withdrawn"),
            ],
            erasing: .columns(["note": "''"]),
            keeping: ["id", "course_id", "audience", "suggested_by", "suggested_as"]),
        PersonalTable(
            "suggestions_suggestion", "Courses that you suggested", of: .member("suggested_by"),
            exporting: [
                .text("course_id", "Identity of the course"), .text("note", "Note"), .time("suggested_at", "Suggested"),
            ], erasing: .columns(["note": "''"])),
        PersonalTable(
            "suggestions_answer", "Your answers to suggestions", of: .member("member_id"),
            exporting: [
                .text("course_id", "Identity of the course"), .text("answer", "Answer"),
                .time("answered_at", "Answered"),
            ], erasing: .rows),
        PersonalTable(
            "suggestions_goal", "Your goals", of: .member("member_id"),
            exporting: [
                .text("target", "Goal"), .day("by_day", "Last day"), .text("note", "Note"),
                .time("set_at", "\(context: "date")Set"),
                .time("withdrawn_at", "Withdrawn"),
            ],
            erasing: .columns(["note": "''"]), keeping: ["id", "member_id", "target", "set_by", "set_as"]),
        // For whom a goal is, is the other person's.
        PersonalTable(
            "suggestions_goal", "Goals that you set", of: .member("set_by"),
            exporting: [
                .text("target", "Goal"), .day("by_day", "Last day"), .text("note", "Note"),
                .time("set_at", "\(context: "date")Set"),
            ], erasing: .columns(["note": "''"])),
        PersonalTable(
            "suggestions_reminder", "Reminders that you got", of: .member("member_id"),
            exporting: [.text("subject", "About"), .day("due_day", "Due")], erasing: .rows),
        PersonalTable(
            "suggestions_calendar", "Your calendar of what is due", of: .member("member_id"),
            exporting: [.time("made_at", "Made")],
            erasing: .rows),
        .impersonal("suggestions_round", "last"),
    ]
}
