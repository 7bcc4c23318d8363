public import Atrium

/// Why a member is worth a word before the next team meeting.
public enum FollowUpReason: String, Sendable, CaseIterable {
    /// The member began a course and has done nothing in it for some time.
    case stuck
    /// A suggested course or a goal is past its due day.
    case overdue
    /// The member completed a course in the last seven days.
    case finished
    /// The member has not begun any course.
    case notBegun = "not-begun"

    /// What people read.
    public var words: Words {
        switch self {
        case .stuck: "Stuck"
        case .overdue: "Overdue"
        case .finished: "Finished last week"
        case .notBegun: "Not begun"
        }
    }

    /// The rule for who is listed, for people.
    public var definition: Words {
        switch self {
        case .stuck: "Began a course that is not over, and has done nothing in it for some time."
        case .overdue: "A suggested course is past its due day and not done, or a goal was missed in the last 90 days."
        case .finished: "Completed a course in the last seven days."
        case .notBegun: "An active member who has not begun any course."
        }
    }
}

/// An active member who is listed for a reason.
public struct FollowUp: Sendable, Equatable {
    /// The member.
    public let member: MemberID
    /// The name of the member.
    public let name: String
    /// What it is about: courses and goals.
    public let subjects: [Words]
    /// The day of the last activity, of the due date, of the completion or of joining.
    public let since: Day
}
