public import Atrium

/// Teams with a criterion side by side, as rates of their members. Sums would only compare how large the teams are.
public struct TeamComparison: Sendable, Equatable {
    /// One team.
    public struct Row: Sendable, Equatable {
        /// The team.
        public let team: TeamID
        /// The name of the team.
        public let name: String
        /// What its members have in common.
        public let criterion: TeamCriterion
        /// How many active members the team has now.
        public let members: FigureValue
        /// How many of these members did it in the period.
        public let rates: [ComparedRate: FigureValue]
    }

    /// The teams by criterion, and by name within one criterion.
    public let rows: [Row]
    /// The number of people that a number must come from to be shown; `nil` if every number is shown.
    public let smallGroup: Int?
}

/// What is compared: the part of a team's active members who did something in the period, while they were in the team.
public enum ComparedRate: String, Sendable, CaseIterable {
    /// At least one learning activity.
    case active
    /// At least one enrolment.
    case enrolled
    /// At least one completion.
    case completed

    /// What people read.
    public var words: Words {
        switch self {
        case .active: KeyFigure.active.name
        case .enrolled: KeyFigure.enrolled.name
        case .completed: KeyFigure.completed.name
        }
    }
}

extension TeamComparison {
    /// A part of some people. It is hidden if there are few of them, if few of them did it, or if few of them did not.
    static func rate(_ part: Int, of people: Int, smallGroup: Int?) -> FigureValue {
        if people == 0 { return .none }
        let groups = smallGroup.map(SmallGroups.init)?.hidden(people: [people, part, people - part], total: nil).rows
        return groups?.contains(true) == true ? .hidden : .rate(part: part, total: people)
    }

    static func count(_ people: Int, smallGroup: Int?) -> FigureValue {
        smallGroup.map(SmallGroups.init)?.hidden(people: [people], total: nil).rows == [true]
            ? .hidden : .count(people)
    }
}
