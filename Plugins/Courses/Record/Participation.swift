public import Atrium

public import struct Foundation.Date

/// Where a member stands in a course: how their last attempt goes, or how it ended.
public enum ParticipationState: String, Sendable, ColumnValue, CaseIterable {
    /// There is activity, and no enrolment.
    case notEnrolled
    case enrolled
    case completed, failed, withdrawn
}

/// A member in a course: for their list of courses.
public struct Participation: Sendable, Equatable {
    public let member: MemberID
    public let course: CourseID
    public let title: String
    public let state: ParticipationState
    /// The date of the last enrolment; `nil` where there is activity only.
    public let enrolledAt: Date?
    /// The first activity, progress or opening.
    public let startedAt: Date?
    /// The last activity, progress or opening.
    public let lastActiveAt: Date?
    /// The date of the last end, when the enrolment has ended.
    public let endedAt: Date?
    /// The date of the last completion, also when another attempt followed it.
    public let completedAt: Date?
    /// How often the member was enrolled.
    public let attempts: Int
    public let activities: Int
    /// The minutes that were reported; `nil` where none were.
    public let minutes: Int?
    /// The progress with the latest date, from 0 to 100; 100 once the course is completed.
    public let percent: Int?

    /// A member's courses, the last recorded first.
    static func list(of member: MemberID, in work: UnitOfWork) throws -> [Participation] {
        try work.rows(
            """
            SELECT p.member_id, p.course_id, c.title, p.state,
                max(e.effective_at) FILTER (WHERE e.kind = 'enrolled' OR e.enrols),
                min(e.effective_at) FILTER (WHERE e.kind IN ('initialized', 'activity', 'progressed')),
                max(e.effective_at) FILTER (WHERE e.kind IN ('initialized', 'activity', 'progressed')),
                max(e.effective_at) FILTER (WHERE e.kind = p.state),
                max(e.effective_at) FILTER (WHERE e.kind = 'completed'),
                count(*) FILTER (WHERE e.kind = 'enrolled' OR e.enrols),
                count(*) FILTER (WHERE e.kind IN ('activity', 'progressed')), sum(e.minutes),
                (SELECT percent FROM courses_entry l WHERE l.participation_id = p.id AND l.percent IS NOT NULL
                    AND l.standing = 'counted' ORDER BY l.effective_at DESC, l.place DESC, l.number DESC LIMIT 1)
            FROM courses_participation p JOIN courses_course c ON c.id = p.course_id
            JOIN courses_entry e ON e.participation_id = p.id AND e.standing = 'counted'
            WHERE p.member_id = \(member) GROUP BY p.id ORDER BY max(e.recorded_at) DESC, p.id DESC
            """
        ) { row in
            let state: ParticipationState = try row[3]
            let hasEnded = state != .notEnrolled && state != .enrolled
            return Participation(
                member: try row[0], course: try row[1], title: try row[2], state: state, enrolledAt: try row[4],
                startedAt: try row[5], lastActiveAt: try row[6], endedAt: hasEnded ? try row[7] : nil,
                completedAt: try row[8], attempts: try row[9], activities: try row[10], minutes: try row[11],
                percent: state == .completed ? 100 : try row[12])
        }
    }
}
