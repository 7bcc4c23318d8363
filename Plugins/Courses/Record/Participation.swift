public import Atrium

public import struct Foundation.Date

/// The state of a member's last attempt at a course.
public enum ParticipationState: String, Sendable, ColumnValue, CaseIterable {
    /// There is activity, but no enrolment.
    case notEnrolled
    /// The attempt has not ended yet.
    case enrolled
    /// The attempt ended, and the course is done.
    case completed
    /// The attempt ended without success.
    case failed
    /// The enrolment was ended before the attempt had a result.
    case withdrawn
}

/// A course in a member's list of courses, with the member's progress in it.
public struct Participation: Sendable, Equatable {
    /// The member who learns.
    public let member: MemberID
    /// The course in which the member learns.
    public let course: CourseID
    /// The title that the course has now.
    public let title: String
    /// The state of the last attempt.
    public let state: ParticipationState
    /// The date of the last enrolment; `nil` if there is only activity.
    public let enrolledAt: Date?
    /// The date of the first activity, progress or opening; `nil` if there is none.
    public let startedAt: Date?
    /// The date of the last activity, progress or opening; `nil` if there is none.
    public let lastActiveAt: Date?
    /// The date of the last end; `nil` if the last attempt has not ended.
    public let endedAt: Date?
    /// The date of the last completion, even if another attempt followed it; `nil` if there is none.
    public let completedAt: Date?
    /// How often the member was enrolled.
    public let attempts: Int
    /// How many entries of activity and progress count.
    public let activities: Int
    /// The sum of the reported minutes; `nil` if none were reported.
    public let minutes: Int?
    /// The progress with the latest date, from 0 to 100; 100 if the last attempt is completed; `nil` if there is neither.
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
