public import Atrium

public typealias WatchedFigureID = ID<WatchedFigure>

/// A key figure that somebody keeps an eye on, all year: whose, by which periods, and what it should be.
public struct WatchedFigure: Sendable, Equatable {
    public var figure: KeyFigure
    /// The team whose figure it is; `nil` for the organization's.
    public var team: TeamID?
    /// The calendar's periods for each of which the target holds.
    public var each: Span
    public var target: Target

    public init(_ figure: KeyFigure, of team: TeamID? = nil, each span: Span, target: Target) {
        (self.figure, self.team, self.each, self.target) = (figure, team, span, target)
    }

    public enum Span: String, Sendable, CaseIterable, ColumnValue {
        case month, quarter, year

        var period: Period {
            switch self {
            case .month: .month
            case .quarter: .quarter
            case .year: .year
            }
        }
    }

    /// What a figure should be: a number in its unit, for a rate a part of 1.
    public enum Target: Sendable, Equatable {
        case atLeast(Double)
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

    /// What a value in one of the periods means; `nil` for a period that was over when the target was set.
    ///
    /// A period that is over is met or missed. In the one that runs, a figure that only grows tells as soon as it can: what
    /// should be at least so much is met once it is, and open before; what should be at most so much is missed once it is
    /// more. A rate and the number of members go up and down: they are compared as they are now.
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

    public enum Verdict: String, Sendable {
        case met, missed
        /// Nothing can be said yet: the period runs, or the figure has no value in it.
        case open
        /// Too few people to be told of, so that neither the value nor whether it is enough is said.
        case hidden
    }
}

public enum WatchError: String, Error, CustomStringConvertible {
    case unknown = "there is no such watch in your list; look at the list again"
    case invalidTarget = "a target is a number from 0, for a rate to 1; choose another"
    case tooMany = "a list has at most 50 watches; remove one first"
    case invalidDay =
        "a review begins in the years 1583 to 9999, and but for a weekly one on a day from 1 to 28; choose another day"
    case noReview = "there is no review to put into a calendar; schedule one first"
    /// The same answer to an unknown, revoked, foreign and misspelt token, and to that of who may not watch any more.
    case invalidCalendar = "this calendar cannot be opened (any more); make a new address for it"

    public var description: String { rawValue }
}

extension KeyFigure {
    /// Whether it can only grow while a period runs, corrections aside.
    var onlyGrows: Bool { unit != .rate && self != .members }
}
