public import Atrium
public import AtriumCourses

/// Which figures of whom, and when.
public struct FigureQuery: Sendable, PagedList {
    public static let listName: StaticString = "analytics.figures"
    public typealias Position = MemberID

    /// What a row is about.
    public enum Rows: String, Sendable, CaseIterable {
        /// The organization, or what the filters leave of it.
        case organization
        case teams, courses, members
    }

    public var rows: Rows
    /// From the first day to before the last, by the organization's calendar.
    public var days: Range<Day>
    /// One row for each of these parts of the interval; `nil` is one for all of it.
    public var each: Period?
    /// Up to 100.
    public var figures = KeyFigure.all
    /// Only what counts for this team.
    public var team: TeamID?
    /// Only this course.
    public var course: CourseID?
    /// Only this member.
    public var member: MemberID?
    /// Where a page of members starts; `nil` for the first.
    public var cursor: Cursor?
    /// How many members a page has at most, 1 to 1,000. Other rows come as a whole.
    public var limit = 500

    public init(_ rows: Rows = .organization, days: Range<Day>, each: Period? = nil) {
        (self.rows, self.days, self.each) = (rows, days, each)
    }

    /// How many rows a table has at most.
    static let rowLimit = 100_000

    /// The parts of the interval; an empty interval is one empty part.
    func parts(firstWeekday: Weekday) throws -> [Range<Day>] {
        guard days.lowerBound >= Day(year: 1, month: 1), days.upperBound <= Day(year: 10_000, month: 1) else {
            throw AnalyticsError.invalidInterval
        }
        guard let each, !days.isEmpty else { return [days] }
        guard let parts = each.parts(of: days, firstWeekday: firstWeekday, limit: Self.rowLimit) else {
            throw AnalyticsError.tooManyRows
        }
        return parts
    }
}

public enum AnalyticsError: String, Error, CustomStringConvertible {
    case invalidInterval = "the interval lies outside the calendar; choose days between the years 1 and 9999"
    case tooManyRows = "the table would have more than 100,000 rows; choose longer periods or a shorter interval"
    case tooManyFigures = "a table has at most 100 figures; leave some out"
    case invalidSmallGroup = "a small group has a limit of 2 to 1,000 people; choose one, or none"

    public var description: String { rawValue }
}
