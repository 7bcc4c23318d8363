public import Atrium

public import struct Foundation.Date

/// Where a member stands in a course, by what was recorded last.
public enum ParticipationState: String, Sendable, ColumnValue, CaseIterable {
    /// There is activity, and no enrolment.
    case notEnrolled
    case enrolled
    case completed, failed, withdrawn

    /// What an entry makes of a state: the state after it, whether it enrolled the member itself, as `mayEnrol` lets it, and
    /// whether it says nothing new. Dates play no part.
    ///
    /// An enrolment ends once: the same end again is redundant, another one throws. After an end the member can be enrolled
    /// anew.
    func after(_ kind: Learning.Kind, mayEnrol: Bool) throws(LearningError) -> Step {
        if kind == .enrolled {
            guard self != .enrolled else { throw .alreadyEnrolled }
            return Step(state: .enrolled)
        }
        let enrols = mayEnrol && self == .notEnrolled
        guard let end = kind.end else { return Step(state: enrols ? .enrolled : self, enrols: enrols) }
        switch self {
        case .notEnrolled where !enrols: throw .notEnrolled
        case .notEnrolled, .enrolled: return Step(state: end, enrols: enrols)
        case end: return Step(state: end, isRedundant: true)
        case .completed, .failed, .withdrawn: throw .alreadyEnded(self)
        }
    }

    struct Step {
        let state: ParticipationState
        var enrols = false
        var isRedundant = false
    }
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
                count(*) FILTER (WHERE e.kind IN ('activity', 'progressed')), sum(e.minutes),
                (SELECT percent FROM courses_entry l WHERE l.participation_id = p.id AND l.percent IS NOT NULL
                    AND l.standing = 'counted' ORDER BY l.effective_at DESC, l.number DESC LIMIT 1)
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
                activities: try row[8], minutes: try row[9], percent: state == .completed ? 100 : try row[10])
        }
    }
}
