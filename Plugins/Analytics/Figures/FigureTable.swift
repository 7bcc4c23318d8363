public import Atrium
public import AtriumCourses

/// Figures, ready to be shown: what is shown and what is exported are these values.
public struct FigureTable: Sendable, Equatable {
    public let figures: [KeyFigure]
    /// Whoever the rows are about one after the other, each with all periods.
    public let rows: [FigureRow]
    /// All rows together, for each period: people in several rows count once. Empty where the principal may not see it, and
    /// on the pages of members behind the first.
    public let totals: [FigureRow]
    /// How many people a count needs to be shown; `nil` if every count is.
    public let smallGroup: Int?
    /// Where the next page of members starts; `nil` behind the last.
    public let next: FigureQuery.Cursor?
}

public struct FigureRow: Sendable, Equatable {
    public enum Subject: Sendable, Hashable {
        case organization
        case team(TeamID)
        case course(CourseID)
        case member(MemberID)
    }

    public let subject: Subject
    public let name: String
    public let days: Range<Day>
    /// In the order of the table's figures.
    public let values: [FigureValue]
}

public enum FigureValue: Sendable, Equatable {
    case count(Int)
    /// `part` of `total` cases.
    case rate(part: Int, total: Int)
    /// The figure has no value here: a rate of nothing, or a figure that the row cannot have.
    case none
    /// Too few people to be told of, or what would give them away.
    case hidden
}

extension FigureTable {
    /// The value of a figure in a row; ``FigureValue/none`` if the table lacks the figure.
    public func value(of figure: KeyFigure, in row: FigureRow) -> FigureValue {
        figures.firstIndex(of: figure).map { row.values[$0] } ?? .none
    }
}
