public import Atrium

/// Identifies an entry in a member's list of watched figures.
public typealias WatchedFigureID = ID<WatchedFigure>

/// A key figure that a member watches: for the organization or a team, by period, with a target.
public struct WatchedFigure: Sendable, Equatable {
    /// The figure to watch.
    public var figure: KeyFigure
    /// The team whose figure it is; `nil` for the organization's.
    public var team: TeamID?
    /// The calendar periods. The target applies to each of them.
    public var each: Span
    /// The value that the figure should have in each period.
    public var target: Target

    /// A figure of the organization, or of a team, with its target for each period.
    public init(_ figure: KeyFigure, of team: TeamID? = nil, each span: Span, target: Target) {
        (self.figure, self.team, self.each, self.target) = (figure, team, span, target)
    }

    /// The calendar periods by which a figure can be watched.
    public enum Span: String, Sendable, CaseIterable, ColumnValue {
        /// A calendar month.
        case month
        /// A calendar quarter.
        case quarter
        /// A calendar year.
        case year

        var period: Period {
            switch self {
            case .month: .month
            case .quarter: .quarter
            case .year: .year
            }
        }
    }

    /// The value that a figure should have: a number in its unit, or for a rate a fraction of 1.
    public enum Target: Sendable, Equatable {
        /// The target is met if the value is this number or more.
        case atLeast(Double)
        /// The target is met if the value is this number or less.
        case atMost(Double)

        var limit: Double {
            switch self {
            case .atLeast(let limit), .atMost(let limit): limit
            }
        }

        func holds(for number: Double) -> Bool {
            switch self {
            case .atLeast(let limit): number >= limit
            case .atMost(let limit): number <= limit
            }
        }
    }

    /// Throws unless the figure can have the value.
    func check() throws {
        guard (0...(figure.unit == .rate ? 1 : 1e12)).contains(target.limit) else { throw WatchError.invalidTarget }
    }

    /// The verdict on a value in one of the periods.
    ///
    /// In a period that is over, the target is met or missed. In the current period, a figure that only grows gets its verdict
    /// as early as possible. An `atLeast` target is open until the value reaches it, and then met. An `atMost` target is open
    /// until the value exceeds it, and then missed. A rate and the number of members can go up and down, so their current value
    /// is compared.
    func verdict(on value: FigureValue, isOver: Bool) -> Verdict {
        let number: Double
        switch value {
        case .hidden: return .hidden
        case .none: return .open
        case .count(let count): number = Double(count)
        case .rate(let part, let total): number = Double(part) / Double(total)
        }
        let holds = target.holds(for: number)
        if isOver || !figure.onlyGrows { return holds ? .met : .missed }
        switch target {
        case .atLeast: return holds ? .met : .open
        case .atMost: return holds ? .open : .missed
        }
    }

    /// How a value compares with its target.
    public enum Verdict: String, Sendable {
        /// The value is as it should be.
        case met
        /// The value is not as it should be. It raises an alert in the last and in the current period.
        case missed
        /// There is no verdict yet: the period has not ended, or the figure has no value in it.
        case open
        /// The value comes from too few people. Neither the value nor the verdict is shown.
        case hidden
    }
}

/// Why a list of watched figures, a review or its calendar refuses a request.
public enum WatchError: String, ExplainedError {
    /// The principal's list has no entry with this id.
    case unknown = "there is no such watched figure in your list; look at the list again"
    /// The target is negative or too large, or it is more than 1 for a rate.
    case invalidTarget =
        "a target is a number of at least 0, and at most 1 for a rate; choose another one"
    /// The principal's list already has 50 entries.
    case tooMany = "a list has at most 50 watched figures; remove one first"
    /// The calendar cannot hold the first day of the review, or some months do not have this day of the month.
    case invalidDay =
        "a review starts in the years 1583 to 9999, and a monthly or quarterly one on a day from 1 to 28; choose another day"
    /// The principal has no review for which to make a calendar.
    case noReview = "there is no review for a calendar to show; schedule one first"
    /// The answer is the same for an unknown, revoked, foreign or misspelt token, and for the token of a member who may no
    /// longer watch.
    case invalidCalendar = "this calendar address does not work, or no longer works; create a new one"
}

extension KeyFigure {
    /// Whether the figure can only grow during a period, apart from corrections.
    var onlyGrows: Bool { unit != .rate && self != .members }
}
