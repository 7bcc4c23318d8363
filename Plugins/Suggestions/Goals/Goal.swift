public import Atrium
public import AtriumCourses

public import struct Foundation.Date

/// A target that one member should reach by a day. A member who leads them sets it.
public struct Goal: Sendable, Equatable {
    /// Stays the same when the day or the note changes.
    public let id: ID<Goal>
    /// The member for whom the goal is set.
    public let member: MemberID
    /// What the member should achieve.
    public let target: Target
    /// The last day that counts.
    public let day: Day
    /// Plain text, which may be empty.
    public let note: String
    /// The member who set the goal, or changed it last.
    public let setBy: MemberID
    /// The role in which that member acted.
    public let role: RoleID
    /// When the goal was first set. Learning counts from this day on.
    public let setAt: Date
    /// `nil` if the goal is not withdrawn.
    public let withdrawnAt: Date?
    /// Increases with every change, even if the clock does not.
    public let changedAt: Date

    /// What a member should achieve.
    public enum Target: Sendable, Hashable {
        /// A completion of the course in the time of the goal. Earlier completions do not count.
        case complete(CourseID)
        /// 1 to 1,000,000 minutes of learning, in any courses.
        case learn(minutes: Int)
    }

    static let columns: SQL = """
        g.id, g.member_id, g.target, g.by_day, g.note, g.set_by, g.set_as, g.set_at, g.withdrawn_at, g.changed_at
        """

    init(_ row: Row) throws {
        (id, member, target, day, note) = (try row[0], try row[1], try row[2], try row[3], try row[4])
        (setBy, role, setAt, withdrawnAt, changedAt) = (try row[5], try row[6], try row[7], try row[8], try row[9])
    }
}

/// Stored as `course:<id>` or `minutes:<number>`.
extension Goal.Target: ColumnValue {
    public var sqlValue: SQL.Value {
        switch self {
        case .complete(let course): .text("course:\(course)")
        case .learn(let minutes): .text("minutes:\(minutes)")
        }
    }

    public init(from row: Row, at column: Int) throws {
        let parts = try row.text(at: column).split(separator: ":", maxSplits: 1).map(String.init)
        if parts.count == 2, parts[0] == "course", let course = try? CourseID(parts[1]) {
            self = .complete(course)
        } else if parts.count == 2, parts[0] == "minutes", let minutes = Int(parts[1]) {
            self = .learn(minutes: minutes)
        } else {
            throw row.mismatch(at: column, expected: "the target of a goal")
        }
    }
}

/// Why a goal cannot be set, changed or withdrawn.
public enum GoalError: String, ExplainedError {
    /// There is no such goal, it is withdrawn, or its member is not in the principal's reach.
    case unknown = "there is no such goal here, or it was withdrawn; look it up again"
    /// The number of minutes is not in the range from 1 to 1,000,000.
    case invalidMinutes = "a goal has 1 to 1,000,000 minutes; correct the number"
    /// The last day is before the day on which the goal was first set, or after the last day of a calendar.
    case invalidDay =
        "the last day of a goal is not before the day on which it is set, and not after the year 9999; correct it"
    /// The member has another open goal with the same target.
    case targetTaken = "the person has another open goal with this target; change or withdraw that one"
    /// The member would have more than 200 goals whose last day has not passed.
    case tooMany = "a person has at most 200 open goals; withdraw one first"
}
