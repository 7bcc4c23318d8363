public import Atrium
public import AtriumCourses

public import struct Foundation.Date

/// A course that is suggested to one member, with all its suggestions together.
public struct SuggestedCourse: Sendable, Equatable {
    /// The suggested course. A retired course appears only if the member is enrolled in it or has completed it.
    public let course: Course
    /// How the member answered, and how far they are in the course.
    public let state: State
    /// The earliest due day of the suggestions; `nil` if none has one.
    public let due: Day?
    /// The suggestions, the oldest first.
    public let sources: [Source]
    /// Increases with every change of the suggestions, and when the member joins or leaves a team to which the course is
    /// suggested.
    public let changedAt: Date

    /// How a member answered a suggested course, and how far they are in it.
    public enum State: String, Sendable, CaseIterable {
        /// The member has not answered.
        case suggested
        /// The member saw the suggestion.
        case seen
        /// The member accepted the course and has not started.
        case accepted
        /// The member declined the course. Reminders leave it out.
        case declined
        /// The member works on the course, possibly after having declined it.
        case started
        /// The member has completed the course. A new enrolment opens the suggestion again.
        case done
        /// All suggestions of the course are withdrawn. It is shown for 30 days.
        case withdrawn
    }

    /// One of the suggestions.
    public struct Source: Sendable, Equatable {
        /// The people to whom the course is suggested.
        public let audience: Audience
        /// The name of the team; `nil` if the audience is not a team.
        public let team: String?
        /// The suggester's plain text, which may be empty.
        public let note: String
        /// The day on which the course is due for the member; `nil` without a due date.
        public let due: Day?
        /// The member who suggests the course.
        public let suggester: Suggester

        /// The audience and the suggester in words: `suggested to North by Lea`.
        public var words: Words {
            switch audience {
            case .organization: "suggested to everybody by \(suggester.name)"
            case .team: "suggested to \(team ?? "–") by \(suggester.name)"
            case .member: "suggested to you by \(suggester.name)"
            }
        }
    }
}

/// A member who suggests a course or sets a goal.
public struct Suggester: Sendable, Equatable {
    /// The member's name now.
    public let name: String
    /// The role in which the member acted. Texts for people leave it out, because a role has an id but no name.
    public let role: RoleID

    init(_ member: MemberID, as role: RoleID, in work: UnitOfWork) throws {
        name = try work.member(member)?.name ?? ""
        self.role = role
    }
}

/// A member's answer to a suggested course.
enum Answer: String, ColumnValue {
    case seen, accepted, declined

    var state: SuggestedCourse.State {
        switch self {
        case .seen: .seen
        case .accepted: .accepted
        case .declined: .declined
        }
    }
}
