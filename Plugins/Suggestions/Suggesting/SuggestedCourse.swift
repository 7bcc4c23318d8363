public import Atrium
public import AtriumCourses

public import struct Foundation.Date

/// A course as it is suggested to one member, from all sides together.
public struct SuggestedCourse: Sendable, Equatable {
    public let course: Course
    public let state: State
    /// The earliest of its due days.
    public let due: Day?
    /// Who suggests it and why, the oldest first.
    public let sources: [Source]
    /// Rises with every change of the suggestions that lead to it, and with joining and leaving a team to which it is
    /// suggested.
    public let changedAt: Date

    public enum State: String, Sendable, CaseIterable {
        case suggested, seen, accepted, declined
        /// The member works on it; it counts after having been declined as well.
        case started
        /// Completed, whenever that was; being enrolled anew begins anew.
        case done
        /// Nobody suggests it any more; shown for 30 days.
        case withdrawn
    }

    /// One suggestion that leads to it.
    public struct Source: Sendable, Equatable, CustomStringConvertible {
        public let audience: Audience
        /// The name of the team, where it was suggested to one.
        public let team: String?
        public let note: String
        public let due: Day?
        public let suggester: Suggester

        /// Why, and by whom: `suggested to North by Lea`.
        public var description: String {
            let whom =
                switch audience {
                case .organization: "everybody"
                case .team: team.map(TextRule.isolated) ?? "a team"
                case .member: "you"
                }
            return "suggested to \(whom) by \(TextRule.isolated(suggester.name))"
        }
    }
}

/// Who suggests something or sets a goal.
public struct Suggester: Sendable, Equatable {
    public let name: String
    /// In which they did. Texts for people leave it out: a role has an id and no name.
    public let role: RoleID

    init(_ member: MemberID, as role: RoleID, in work: UnitOfWork) throws {
        name = try work.member(member)?.name ?? ""
        self.role = role
    }
}

/// What a member says to a suggested course.
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
