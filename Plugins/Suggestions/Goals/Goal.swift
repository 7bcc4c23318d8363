public import Atrium
public import AtriumCourses

public import struct Foundation.Date

/// What one person is to reach by a day, as somebody who leads them set it.
public struct Goal: Sendable, Equatable {
    public let id: ID<Goal>
    public let member: MemberID
    public let target: Target
    /// The last day that counts.
    public let day: Day
    /// Plain text, maybe empty.
    public let note: String
    /// Who set it, or changed it last.
    public let setBy: MemberID
    /// The role in which they did.
    public let role: RoleID
    /// What was learnt from this day on counts.
    public let setAt: Date
    /// `nil` while it stands.
    public let withdrawnAt: Date?
    /// Rises with every change, also when the clock does not.
    public let changedAt: Date

    public enum Target: Sendable, Hashable {
        case complete(CourseID)
        /// 1 to 1,000,000 minutes, in whatever courses.
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

/// In columns: `course:<id>` or `minutes:<number>`.
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

public enum GoalError: String, Error, CustomStringConvertible {
    case unknown = "there is no such goal here, or it was withdrawn; look it up again"
    case invalidMinutes = "a goal is 1 to 1,000,000 minutes; correct it"
    case invalidDay = "the day of a goal is not before the day on which it is set, nor after the year 9999; correct it"
    case tooMany = "200 goals are open for this person; withdraw one first"

    public var description: String { rawValue }
}
