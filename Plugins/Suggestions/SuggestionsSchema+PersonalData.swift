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
                .text("course_id"), .text("note"), .day("due_day"), .time("suggested_at"), .time("withdrawn_at"),
            ],
            erasing: .columns(["note": "''"]),
            keeping: ["id", "course_id", "audience", "suggested_by", "suggested_as"]),
        PersonalTable(
            "suggestions_suggestion", "Courses that you suggested", of: .member("suggested_by"),
            exporting: [.text("course_id"), .text("note"), .time("suggested_at")], erasing: .nothing),
        PersonalTable(
            "suggestions_answer", "Your answers to suggestions", of: .member("member_id"),
            exporting: [.text("course_id"), .text("answer"), .time("answered_at")], erasing: .rows),
        PersonalTable(
            "suggestions_goal", "Your goals", of: .member("member_id"),
            exporting: [.text("target"), .day("by_day"), .text("note"), .time("set_at"), .time("withdrawn_at")],
            erasing: .columns(["note": "''"]), keeping: ["id", "member_id", "target", "set_by", "set_as"]),
        PersonalTable(
            "suggestions_reminder", "Reminders that you got", of: .member("member_id"),
            exporting: [.text("subject"), .day("due_day")], erasing: .rows),
        PersonalTable(
            "suggestions_calendar", "Your calendar of what is due", of: .member("member_id"),
            exporting: [.time("made_at")],
            erasing: .rows),
        .impersonal("suggestions_round", "last"),
    ]
}
