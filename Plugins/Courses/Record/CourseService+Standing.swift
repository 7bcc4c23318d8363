public import Atrium

public import struct Foundation.Date

/// Where many members stand in their courses, for modules that look at them in their own units. These reads are consequences
/// of the caller's act, so they check no permission. Each is one statement.
extension CourseService {
    /// The enrolments in which a member began to learn, and did nothing since a moment. Those that rest the longest come first.
    /// With `members`, only theirs.
    public func resting(
        since moment: Date, among members: [MemberID]? = nil, in work: UnitOfWork
    ) throws -> [CourseStanding] {
        try standings(
            """
            SELECT p.member_id, c.title, max(e.effective_at) AS at
            FROM courses_participation p INDEXED BY courses_participation_enrolled
            JOIN courses_course c ON c.id = p.course_id
            JOIN courses_entry e ON e.participation_id = p.id AND \(Self.isLearning)
            WHERE p.state = 'enrolled' AND \(Self.isAmong(members)) GROUP BY p.id HAVING at < \(moment)
            ORDER BY at, p.id
            """, in: work)
    }

    /// The courses that members completed at a moment or later, the last completion first. With `members`, only theirs.
    public func completions(
        since moment: Date, among members: [MemberID]? = nil, in work: UnitOfWork
    ) throws -> [CourseStanding] {
        try standings(
            """
            SELECT p.member_id, c.title, p.ended_at
            FROM courses_participation p INDEXED BY courses_participation_completed
            JOIN courses_course c ON c.id = p.course_id
            WHERE p.state = 'completed' AND p.ended_at >= \(moment) AND \(Self.isAmong(members))
            ORDER BY p.ended_at DESC, p.id
            """, in: work)
    }

    /// Those of some members who have not begun any course, each with the titles of the courses in which they are enrolled.
    public func notBegun(among members: [MemberID], in work: UnitOfWork) throws -> [MemberID: [String]] {
        let rows = try store.within(work) { own in
            try own.rows(
                """
                SELECT j.value, c.title FROM json_each(\(json: members)) j
                LEFT JOIN courses_participation p ON p.member_id = j.value AND p.state = 'enrolled'
                LEFT JOIN courses_course c ON c.id = p.course_id
                WHERE NOT EXISTS (
                    SELECT 1 FROM courses_participation o JOIN courses_entry e ON e.participation_id = o.id
                    WHERE o.member_id = j.value AND e.standing = 'counted' AND e.kind NOT IN ('enrolled', 'withdrawn'))
                ORDER BY c.title
                """, as: MemberID.self, String?.self)
        }
        return rows.reduce(into: [:]) { found, row in found[row.0, default: []] += [row.1].compactMap(\.self) }
    }

    /// Those of some members who have not completed all of these courses.
    public func withoutCompletion(
        of courses: [CourseID], among members: [MemberID], in work: UnitOfWork
    ) throws -> Set<MemberID> {
        try store.within(work) { own in
            try Set(
                own.rows(
                    """
                    SELECT j.value FROM json_each(\(json: members)) j WHERE EXISTS (
                        SELECT 1 FROM json_each(\(json: courses)) k WHERE NOT EXISTS (
                            SELECT 1 FROM courses_participation p
                            WHERE (p.member_id, p.course_id, p.state) = (j.value, k.value, 'completed')))
                    """, as: MemberID.self))
        }
    }

    /// The sum of the minutes that some members reported with a time in one of some periods of the same length. Entries that have
    /// only a day are in none, and an entry counts at most as long as a period.
    public func minutes(
        of members: [MemberID], startingAt starts: [Date], lasting minutes: Int, in work: UnitOfWork
    ) throws -> Int {
        try store.within(work) { own in
            try own.one(
                """
                SELECT coalesce(sum(min(e.minutes, \(minutes))), 0) FROM json_each(\(json: members)) j
                CROSS JOIN courses_participation p ON p.member_id = j.value
                CROSS JOIN courses_entry e ON e.participation_id = p.id
                WHERE e.standing = 'counted' AND e.minutes > 0 AND e.day IS NULL AND EXISTS (
                    SELECT 1 FROM json_each(\(json: starts)) s
                    WHERE e.effective_at >= s.value AND e.effective_at < s.value + \(minutes) * 60000)
                """, as: Int.self)
        }
    }

    private static let isLearning: SQL = """
        e.standing = 'counted' AND e.kind IN ('initialized', 'activity', 'progressed')
        """

    private static func isAmong(_ members: [MemberID]?) -> SQL {
        members.map { "p.member_id IN (SELECT value FROM json_each(\(json: $0)))" } ?? "true"
    }

    private func standings(_ sql: SQL, in work: UnitOfWork) throws -> [CourseStanding] {
        try store.within(work) { own in
            try own.rows(sql) { CourseStanding(member: try $0[0], title: try $0[1], at: try $0[2]) }
        }
    }
}

/// Where a member stands in a course.
public struct CourseStanding: Sendable, Equatable {
    /// The member who learns.
    public let member: MemberID
    /// The title that the course has now.
    public let title: String
    /// When the member learned last, or completed the course.
    public let at: Date
}
