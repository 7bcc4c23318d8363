internal import Atrium
internal import AtriumCourses
internal import AtriumSurfaces

/// A table of figures for one kind of rows.
protocol FiguresTable: Table where Provider == Analytics, Row == ShownFigures {
    static var rows: FigureQuery.Rows { get }
    static var subject: Words { get }
    /// The figures that say something about a row.
    static var figures: [KeyFigure] { get }
    var period: FigurePeriod { get }
    var team: TeamID? { get }
    var course: CourseID? { get }
}

extension FiguresTable {
    static var figures: [KeyFigure] { KeyFigure.all }

    static var columns: [Column<ShownFigures>] {
        [
            Column("name", subject, \.name, link: \.page)
        ]
            + figures.map { figure in
                Column(
                    name: figure.id, label: figure.name, kind: figure.unit == .rate ? .rate : .number,
                    cell: { $0.table.cell(of: figure, in: $0.row) })
            }
    }

    static var fileColumns: [Column<ShownFigures>] {
        [
            Column("subject", "\(context: "subject")Subject", \.row.subject.key),
            Column("from", "From", { $0.row.days.lowerBound }),
            Column("until", "Until, without this day", { $0.row.days.upperBound }),
        ]
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
        func shown(_ row: FigureRow, _ subject: Words) -> ShownFigures {
            ShownFigures(row: row, table: table, subject: subject, isPart: period.each != nil)
        }
        let rows = table.rows.map { shown($0, Words(verbatim: $0.name)) }
        let totals = table.totals.map { shown($0, "Total") }
        let note = table.note(about: days)
        if Self.rows == .members { return Page(rows, next: table.next?.description, totals: totals, note: note) }
        return try page(of: rows, request, totals: totals, note: note)
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
        Field("until", \.period.until, .optional(.day), "Until, without this day"),
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
    static let help: Words = "Courses side by side. Compare the rates, and look at the number of cases beside them."
    static let needs = Need<Self>(.viewFigures) { $0.team.map(Scope.team) ?? .organization }
    static let places: [Place<Self>] = [
        .area(.analytics, after: TeamFigures.self), .team { Self(from: nil, until: nil, each: nil, team: $0) },
    ]
    static let form = Form(
        Self.init,
        Field("from", \.period.from, .optional(.day), "From"),
        Field("until", \.period.until, .optional(.day), "Until, without this day"),
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
    static let figures = KeyFigure.all.filter { ![.members, .invited].contains($0) }

    typealias Provider = Analytics
    static let name: SurfaceName = "people"
    static let title: Words = "People"
    static let help: Words = "What each person did in the period, in numbers."
    static let needs = Need<Self>(.viewFigures) { $0.team.map(Scope.team) ?? .organization }
    static let places: [Place<Self>] = [
        .area(.analytics, after: CourseFigures.self), .team { Self(from: nil, until: nil, team: $0, course: nil) },
    ]
    static let form = Form(
        Self.init,
        Field("from", \.period.from, .optional(.day), "From"),
        Field("until", \.period.until, .optional(.day), "Until, without this day"),
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
    /// The name of the subject.
    let subject: Words
    /// Whether the row is about a part of the table's days.
    let isPart: Bool

    var id: String { "\(row.subject.key) \(row.days.lowerBound)" }

    /// The name of the subject, with the days if other rows are about other days.
    var name: Words { isPart ? "\(subject), \(row.days.name)" : subject }

    /// Where one sees more of the subject.
    var page: (any Surface)? {
        switch row.subject {
        case .organization, .course: nil
        case .team(let id): OverviewSheet(from: row.days.lowerBound, until: row.days.upperBound, team: id)
        case .member(let id): MemberSheet(member: id)
        }
    }
}
