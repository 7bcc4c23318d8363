internal import Atrium
internal import AtriumCourses
internal import AtriumSurfaces

/// A table of figures for one kind of rows.
protocol FiguresTable: Table where Provider == Analytics, Row == ShownFigures {
    static var rows: FigureQuery.Rows { get }
    static var subject: Words { get }
    var period: FigurePeriod { get }
    var team: TeamID? { get }
    var course: CourseID? { get }
}

extension FiguresTable {
    static var columns: [Column<ShownFigures>] {
        [
            Column("name", subject, { $0.row.name }), Column("from", "From", { $0.row.days.lowerBound }),
            Column("until", "Until before", { $0.row.days.upperBound }),
        ]
            + KeyFigure.all.map { figure in
                Column(
                    name: figure.id, label: figure.name, kind: figure.unit == .rate ? .rate : .number,
                    cell: { $0.table.cell(of: figure, in: $0.row) })
            }
    }

    func page(
        _ request: PageRequest, in service: AnalyticsService, for caller: Caller
    ) async throws -> Page<ShownFigures> {
        let days = period.days(until: caller.today)
        var query = FigureQuery(Self.rows, days: days, each: period.each)
        (query.team, query.course) = (team, course)
        if Self.rows == .members {
            (query.cursor, query.limit) = (try request.cursor.map { try .init($0) }, request.limit)
        }
        let table = try await service.table(query, as: caller.principal)
        let rows = table.rows.map { ShownFigures(row: $0, table: table) }
        let totals = table.totals.map { ShownFigures(row: $0, table: table) }
        if Self.rows == .members { return Page(rows, next: table.next?.description, totals: totals, note: days.words) }
        return try Page(of: rows, request, totals: totals, note: days.words)
    }
}

/// Teams side by side.
struct TeamFigures: FiguresTable {
    let period: FigurePeriod
    let course: CourseID?

    init(from: Day?, until: Day?, each: Period?, course: CourseID?) {
        (period, self.course) = (FigurePeriod(from: from, until: until, each: each), course)
    }

    var team: TeamID? { nil }
    static let rows = FigureQuery.Rows.teams
    static let subject: Words = "Team"

    typealias Provider = Analytics
    static let name: SurfaceName = "teams"
    static let title: Words = "Teams"
    static let help: Words = "Teams side by side. Compare the rates, and look at the number of cases beside them."
    static let needs = Need<Self>(.viewFigures, in: .anyTeam)
    static let places: [Place<Self>] = [.area(.analytics, after: OverviewSheet.self)]
    static let form = Form(
        Self.init,
        Field("from", \.period.from, .optional(.day), "From"),
        Field("until", \.period.until, .optional(.day), "Until before"),
        Field("each", \.period.each, .optional(.cases(\.words)), "A row for each"),
        Field("course", \.course, .optional(.course), "Course"))
}

/// Courses side by side.
struct CourseFigures: FiguresTable {
    let period: FigurePeriod
    let team: TeamID?

    init(from: Day?, until: Day?, each: Period?, team: TeamID?) {
        (period, self.team) = (FigurePeriod(from: from, until: until, each: each), team)
    }

    var course: CourseID? { nil }
    static let rows = FigureQuery.Rows.courses
    static let subject: Words = "Course"

    typealias Provider = Analytics
    static let name: SurfaceName = "courses"
    static let title: Words = "Courses"
    static let needs = Need<Self>(.viewFigures) { $0.team.map(Scope.team) ?? .organization }
    static let places: [Place<Self>] = [
        .area(.analytics, after: TeamFigures.self), .team { Self(from: nil, until: nil, each: nil, team: $0) },
    ]
    static let form = Form(
        Self.init,
        Field("from", \.period.from, .optional(.day), "From"),
        Field("until", \.period.until, .optional(.day), "Until before"),
        Field("each", \.period.each, .optional(.cases(\.words)), "A row for each"),
        Field("team", \.team, .optional(.team), "Team"))
}

/// People side by side.
struct MemberFigures: FiguresTable {
    let period: FigurePeriod
    let team: TeamID?
    let course: CourseID?

    init(from: Day?, until: Day?, team: TeamID?, course: CourseID?) {
        (period, self.team, self.course) = (FigurePeriod(from: from, until: until, each: nil), team, course)
    }

    static let rows = FigureQuery.Rows.members
    static let subject: Words = "Person"

    typealias Provider = Analytics
    static let name: SurfaceName = "people"
    static let title: Words = "People"
    static let needs = Need<Self>(.viewFigures) { $0.team.map(Scope.team) ?? .organization }
    static let places: [Place<Self>] = [
        .area(.analytics, after: CourseFigures.self), .team { Self(from: nil, until: nil, team: $0, course: nil) },
    ]
    static let form = Form(
        Self.init,
        Field("from", \.period.from, .optional(.day), "From"),
        Field("until", \.period.until, .optional(.day), "Until before"),
        Field("team", \.team, .optional(.team), "Team"),
        Field("course", \.course, .optional(.course), "Course"))
}

// MARK: - In words

/// The days of a table of figures: the twelve months until today, unless others are chosen.
struct FigurePeriod: Sendable {
    let from: Day?
    let until: Day?
    let each: Period?

    func days(until today: Day) -> Range<Day> {
        let until = until ?? today.advanced(by: 1)
        let from = from ?? Month(Month(of: until).index - 12).firstDay
        return min(from, until)..<until
    }
}

/// A row of figures with the table that it is from, which knows what is hidden.
struct ShownFigures: Sendable, Identifiable {
    let row: FigureRow
    let table: FigureTable

    var id: String { "\(row.subject) \(row.days.lowerBound)" }
}

extension FigureTable {
    func cell(of figure: KeyFigure, in row: FigureRow) -> Cell {
        switch value(of: figure, in: row) {
        case .count(let count): .number(count)
        case .rate(let part, let total): .rate(part: part, of: total)
        case .none: .none
        case .hidden:
            .hidden(
                "<\(smallGroup ?? 0)",
                why: "It comes from fewer than \(smallGroup ?? 0) people, or would reveal such a number.")
        }
    }
}

extension Range<Day> {
    var words: Words { "From \(lowerBound) until before \(upperBound)." }
}

extension KeyFigure.Unit {
    var words: Words {
        switch self {
        case .people: "people"
        case .invitations: "invitations"
        case .enrolments: "enrolments"
        case .activities: "activities"
        case .minutes: "minutes"
        case .rate: ""
        }
    }
}

extension Period {
    var words: Words {
        switch self {
        case .day: "day"
        case .week: "week"
        case .month: "month"
        case .quarter: "quarter"
        case .year: "year"
        }
    }
}
