public import Atrium
public import AtriumCourses

/// Selects the figures of a table, the subjects of its rows, and its interval.
public struct FigureQuery: Sendable, PagedList {
    public static let listName: StaticString = "analytics.figures"
    public typealias Position = MemberID

    /// What a row is about.
    public enum Rows: String, Sendable, CaseIterable {
        /// One subject: the organization, or the part of it that the filters select.
        case organization
        /// One subject for each team that the principal sees. Archived teams appear only if they have numbers.
        case teams
        /// One subject for each course. Retired courses appear only if they have numbers.
        case courses
        /// One subject for each member, in pages. Former members appear only if they have numbers.
        case members
    }

    /// What each row is about.
    public var rows: Rows
    /// The interval in days of the organization's time zone. The upper bound is excluded.
    public var days: Range<Day>
    /// Divides the interval: each subject has one row for each part. With `nil`, it has one row for the whole interval.
    public var each: Period?
    /// The columns of the table, up to 100.
    public var figures = KeyFigure.all
    /// Only what counts for this team; `nil` for the organization.
    public var team: TeamID?
    /// Only this course; `nil` for all courses.
    public var course: CourseID?
    /// Only this member; `nil` for all members.
    public var member: MemberID?
    /// Where a page of members starts; `nil` for the first page.
    public var cursor: Cursor?
    /// The maximum number of members in a page, 1 to 1,000. All other rows come in one page.
    public var limit = 500

    /// Selects all key figures, without filters.
    public init(_ rows: Rows = .organization, days: Range<Day>, each: Period? = nil) {
        (self.rows, self.days, self.each) = (rows, days, each)
    }

    /// The maximum number of rows in a table.
    static let rowLimit = 100_000

    /// The parts of the interval. An empty interval is one empty part.
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

/// Why a table or a limit for small groups is refused.
public enum AnalyticsError: String, ExplainedError {
    /// The interval has days outside the years 1 to 9999.
    case invalidInterval = "the interval is outside the calendar; choose days in the years 1 to 9999"
    /// The table would have more than 100,000 rows.
    case tooManyRows = "the table would have more than 100,000 rows; choose longer periods or a shorter interval"
    /// The query names more than 100 figures.
    case tooManyFigures = "a table has at most 100 figures; choose fewer"
    /// The limit for small groups is not in the range from 2 to 1,000.
    case invalidSmallGroup = "the limit for small groups is 2 to 1,000 people; choose one, or none"
}
