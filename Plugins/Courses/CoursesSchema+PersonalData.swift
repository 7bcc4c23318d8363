internal import Atrium

extension CoursesSchema {
    private static let course = ExportedColumn.text(
        "course", "Course", from: "(SELECT title FROM courses_course c WHERE c.id = course_id)")

    @Sendable private static func isOf(_ person: DataSubject) -> SQL {
        "participation_id IN (SELECT id FROM courses_participation WHERE member_id = \(person.member))"
    }

    /// What the tables hold of people.
    static let personalData: [PersonalTable] = [
        .impersonal(
            "courses_course", "id", "title", "title_key", "description", "language", "link", "search_key"),
        PersonalTable(
            "courses_participation", "Courses that you took", of: .member("member_id"),
            exporting: [
                course, .text("course_id", "Identity of the course"), .text("state", "State"),
                .time("enrolled_at", "Enrolled"), .time("ended_at", "Ended"),
            ], erasing: .nothing,
            keeping: ["member_id", "course_id", "state"]),
        PersonalTable(
            "courses_void", "Entries of your record that a source took back",
            of: .matching { person in
                "target IN (SELECT external_id FROM courses_entry WHERE \(Self.isOf(person)))"
            },
            exporting: [.text("target", "Identity at the source")], erasing: .rows),
        PersonalTable(
            "courses_entry", "Your learning record", of: .matching(Self.isOf),
            exporting: [
                .text(
                    "course", "Course",
                    from: """
                        (SELECT c.title FROM courses_participation p JOIN courses_course c ON c.id = p.course_id
                        WHERE p.id = participation_id)
                        """),
                .text("kind", "Kind"), .number("minutes", "Minutes"), .number("percent", "Percent"),
                .time("effective_at", "When it happened"), .time("recorded_at", "When it was recorded"),
                .text("external_id", "Identity at the source"), .text("registration", "Registration at the source"),
                .text("standing", "How it counts"),
            ],
            // A source may have made its ids of a person's name or address.
            erasing: .columns([
                "external_id": "'erased-' || participation_id || '-' || number", "registration": "NULL",
                "digest": "NULL",
            ]), keeping: ["kind", "standing"]),
        PersonalTable(
            "courses_held", "Learning that waits for you to be known",
            of: .matching { person in
                """
                learner IN \(person.mailboxes)
                    OR learner IN (SELECT learner FROM courses_learner WHERE member_id = \(person.member))
                """
            },
            exporting: [
                .text("learner", "Name at the source"), .text("external_id", "Identity at the source"), course,
                .text("kind", "Kind"), .number("minutes", "Minutes"), .number("percent", "Percent"),
                .time("effective_at", "When it happened"), .time("received_at", "Received"),
            ], erasing: .rows,
            retention: Retention(
                "Learning of people who are not known", since: "received_at", when: "reason = 'unknownLearner'",
                by: "position", erasing: .rows)),
        PersonalTable(
            "courses_learner", "How sources name you", of: .member("member_id"),
            exporting: [.text("learner", "Name at the source")],
            erasing: .rows),
    ]
}
