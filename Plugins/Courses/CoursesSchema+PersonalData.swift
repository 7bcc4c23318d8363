internal import Atrium

extension CoursesSchema {
    private static let course = ExportedColumn.text(
        "course", from: "(SELECT title FROM courses_course c WHERE c.id = course_id)")

    @Sendable private static func isOf(_ person: DataSubject) -> SQL {
        "participation_id IN (SELECT id FROM courses_participation WHERE member_id = \(person.member))"
    }

    /// What the tables hold of people.
    static let personalData: [PersonalTable] = [
        .impersonal(
            "courses_course", "id", "title", "title_key", "description", "language", "link", "search_key"),
        PersonalTable(
            "courses_participation", "Courses that you took", of: .member("member_id"),
            exporting: [course, .text("state"), .time("enrolled_at"), .time("ended_at")], erasing: .nothing,
            keeping: ["member_id", "course_id", "state"]),
        PersonalTable(
            "courses_void", "Entries of your record that a source took back",
            of: .matching { person in
                "target IN (SELECT external_id FROM courses_entry WHERE \(Self.isOf(person)))"
            },
            exporting: [.text("target")], erasing: .rows),
        PersonalTable(
            "courses_entry", "Your learning record", of: .matching(Self.isOf),
            exporting: [
                .text(
                    "course",
                    from: """
                        (SELECT c.title FROM courses_participation p JOIN courses_course c ON c.id = p.course_id
                        WHERE p.id = participation_id)
                        """),
                .text("kind"), .number("minutes"), .number("percent"), .time("effective_at"), .time("recorded_at"),
                .text("external_id"), .text("registration"), .text("standing"),
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
                .text("learner"), .text("external_id"), course, .text("kind"), .number("minutes"), .number("percent"),
                .time("effective_at"), .time("received_at"),
            ], erasing: .rows,
            retention: Retention(
                "Learning of people who are not known", since: "received_at", when: "reason = 'unknownLearner'",
                by: "position", erasing: .rows)),
        PersonalTable(
            "courses_learner", "How sources name you", of: .member("member_id"), exporting: [.text("learner")],
            erasing: .rows),
    ]
}
