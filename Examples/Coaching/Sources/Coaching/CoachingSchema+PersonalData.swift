internal import Atrium

extension CoachingSchema {
    /// What the tables hold of people. A session is about its member. The coach and the author of the note get their part of it.
    static let personalData: [PersonalTable] = [
        PersonalTable(
            "coaching_session", "Your coaching sessions", of: .member("member_id"),
            exporting: [
                .text("state", "State"), .day("day", "Day"), .text("course_id", "Course"),
                .number("minutes", "Minutes"), .text("note", "Note"),
            ], erasing: .rows),
        PersonalTable(
            "coaching_session", "Sessions that you led", of: .member("coach_id"),
            exporting: [.text("state", "State"), .day("day", "Day"), .number("minutes", "Minutes")],
            erasing: .nothing, keeping: ["id", "team_id", "coach_id", "state", "course_id"]),
        PersonalTable(
            "coaching_session", "Notes that you wrote", of: .member("noted_by"),
            exporting: [.day("day", "Day"), .text("note", "Note")],
            erasing: .columns(["note": "''", "noted_by": "NULL"])),
        PersonalTable(
            "coaching_coach", "Teams that you coach", of: .member("member_id"),
            exporting: [.text("team_id", "Identity of the team")], erasing: .rows),
    ]
}
