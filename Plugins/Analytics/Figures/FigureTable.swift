public import Atrium
public import AtriumCourses

/// A table of figures, ready to be shown. The screen and the export have the same values.
public struct FigureTable: Sendable, Equatable {
    /// The columns.
    public let figures: [KeyFigure]
    /// The rows of one subject after another. Each subject has one row for each part of the interval.
    public let rows: [FigureRow]
    /// All rows together, for each part of the interval. People in several rows count once. Empty if the principal may not see
    /// the totals, in a table of the organization, and on the pages of members after the first.
    public let totals: [FigureRow]
    /// The number of people that a number must come from to be shown; `nil` if every number is shown.
    public let smallGroup: Int?
    /// Where the next page of members starts; `nil` after the last page.
    public let next: FigureQuery.Cursor?
}

/// The figures of one subject in one part of the interval.
public struct FigureRow: Sendable, Equatable {
    /// What a row is about.
    public enum Subject: Sendable, Hashable {
        /// The whole organization. It is also the subject of totals.
        case organization
        /// A team, archived or not.
        case team(TeamID)
        /// A course, retired or not.
        case course(CourseID)
        /// A member, active or not.
        case member(MemberID)
    }

    /// What the row is about.
    public let subject: Subject
    /// The subject's name at the time of the query.
    public let name: String
    /// The part of the interval. The upper bound is excluded.
    public let days: Range<Day>
    /// One value for each of the table's figures, in their order.
    public let values: [FigureValue]
}

/// The value of a figure in a row, or the reason why there is none.
public enum FigureValue: Sendable, Equatable {
    /// A number in the figure's unit.
    case count(Int)
    /// `part` of `total` cases.
    case rate(part: Int, total: Int)
    /// The figure has no value here: it is a rate without cases, or the figure does not apply to the row.
    case none
    /// The value is suppressed: it comes from too few people, or it would reveal such a value.
    case hidden
}

extension FigureTable {
    /// The value of a figure in a row; ``FigureValue/none`` if the table lacks the figure.
    public func value(of figure: KeyFigure, in row: FigureRow) -> FigureValue {
        figures.firstIndex(of: figure).map { row.values[$0] } ?? .none
    }
}
