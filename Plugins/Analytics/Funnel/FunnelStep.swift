public import Atrium

/// A step on the way from the invitation to the certificate. A person is counted once in each step.
public enum FunnelStep: String, Sendable, CaseIterable {
    /// An invitation was sent.
    case invited
    /// The invitation was accepted.
    case activated
    /// The person was enrolled in a course.
    case enrolled
    /// The person worked on a course, or opened it, for the first time.
    case started
    /// The person completed a course for the first time.
    case completed
    /// The person earned or renewed a certificate.
    case certified

    /// What people read.
    public var words: Words {
        switch self {
        case .invited: KeyFigure.invited.name
        case .activated: KeyFigure.activated.name
        case .enrolled: KeyFigure.enrolled.name
        case .started: KeyFigure.started.name
        case .completed: KeyFigure.completed.name
        case .certified: "Certified"
        }
    }

    /// The rule for who counts, for people.
    public var definition: Words {
        switch self {
        case .invited: "Invitations that were sent in the period. Each one counts as a person."
        case .activated: "Different people who accepted an invitation in the period."
        case .enrolled: "Different people who were enrolled in a course in the period."
        case .started: "Different people who worked on a course, or opened it, for the first time in the period."
        case .completed: "Different people who completed a course for the first time in the period."
        case .certified: "Different people with a completion in the period. Each one earns or renews a certificate."
        }
    }

    /// The measure that the step counts.
    var measure: Measure {
        switch self {
        case .invited: .invited
        case .activated: .activated
        case .enrolled: .enrolled
        case .started: .started
        case .completed: .firstCompleted
        case .certified: .completed
        }
    }
}

/// How many people took each step in a period.
public struct Funnel: Sendable, Equatable {
    /// A step with its number of people. A small group is ``FigureValue/hidden``.
    public struct Count: Sendable, Equatable {
        /// The step.
        public let step: FunnelStep
        /// The number of different people.
        public let people: FigureValue
    }

    /// The steps, in their order.
    public let counts: [Count]
    /// The number of people that a number must come from to be shown; `nil` if every number is shown.
    public let smallGroup: Int?
    /// Whether the principal may list the people behind the numbers.
    public let listsPeople: Bool
}

/// One page of the people who took a step in a period.
public struct FunnelPage: Sendable, PagedList {
    public static let listName: StaticString = "analytics.funnel"
    public typealias Position = MemberID

    /// The people, in the order in which they became members.
    public let people: [FunnelPerson]
    /// Where the next page starts; `nil` after the last page.
    public let next: Cursor?
}

/// A person who took a step in a period.
public struct FunnelPerson: Sendable, Equatable {
    /// The person.
    public let member: MemberID
    /// The person's name; `nil` if the principal may not view the person, for example after they left the team.
    public let name: String?
    /// The first day of the period on which the person took the step.
    public let day: Day
}
