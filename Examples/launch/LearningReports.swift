import Atrium
import AtriumAnalytics
import AtriumCourses

/// The learning record by team, by course and by month, as the organization's administrator sees it. Only the days of the
/// record count. So it does not contain what a launch itself does today.
struct LearningReports {
    let teams: FigureTable
    let courses: FigureTable
    let months: FigureTable
    /// The whole record in one row.
    let whole: FigureTable

    init(tenant: Tenant, administrator: Principal) async throws {
        let analytics = try tenant[Analytics.self]
        let days = try await analytics.learningDays(as: administrator) ?? Day(number: 0)..<Day(number: 0)
        func table(_ rows: FigureQuery.Rows, each: Period? = nil) async throws -> FigureTable {
            try await analytics.table(FigureQuery(rows, days: days, each: each), as: administrator)
        }
        teams = try await table(.teams)
        courses = try await table(.courses)
        months = try await table(.organization, each: .month)
        whole = try await table(.organization)
    }

    /// Writes `teams.csv`, `courses.csv` and `months.csv`.
    func write(into folder: String) throws {
        try ReportFile.write(teamRows, to: "\(folder)/teams.csv")
        try ReportFile.write(courseRows, to: "\(folder)/courses.csv")
        try ReportFile.write(monthRows, to: "\(folder)/months.csv")
    }

    private var teamRows: [[String]] {
        let columns = [
            ("members", KeyFigure.members), ("active_members", .active), ("enrolments", .enrolled),
            ("submissions", .activities), ("completions", .completed), ("withdrawals", .withdrawn),
            ("failures", .failed), ("certificates", .certificates),
        ]
        return rows(of: teams, "team", columns) { $0.name }
    }

    private var courseRows: [[String]] {
        let columns = [
            ("enrolments", KeyFigure.enrolled), ("submissions", .activities), ("completions", .completed),
            ("withdrawals", .withdrawn), ("failures", .failed), ("certificates", .certificates),
        ]
        return rows(of: courses, "course", columns) { row in
            if case .course(let id) = row.subject { id.description } else { "" }
        }
    }

    private var monthRows: [[String]] {
        let columns = [
            ("active_members", KeyFigure.active), ("enrolments", .enrolled), ("submissions", .activities),
            ("completions", .completed), ("withdrawals", .withdrawn),
        ]
        let all = rows(of: months, "month", columns) { Self.month($0) }
        let isEmpty = { (row: [String]) in row.dropFirst().allSatisfy { $0 == "0" } }
        // At its start and end, the record may have months in which nothing happened that this report counts.
        let rows = all.dropFirst().drop(while: isEmpty).reversed().drop(while: isEmpty).reversed()
        return Array(all.prefix(1) + rows)
    }

    /// The month of a row, as `YYYY-MM`.
    static func month(_ row: FigureRow) -> String { String(row.days.lowerBound.description.prefix(7)) }

    /// The header, and one line of cells for each row of a table. These are sorted by the bytes of the key, which is the first
    /// cell.
    private func rows(
        of table: FigureTable, _ key: String, _ columns: [(name: String, figure: KeyFigure)],
        by name: (FigureRow) -> String
    ) -> [[String]] {
        let rows = table.rows.map { row in
            [name(row)] + columns.map { column in table.count(column.figure, in: row).map { "\($0)" } ?? "" }
        }
        return [[key] + columns.map(\.name)] + rows.sorted { $0[0].utf8.lexicographicallyPrecedes($1[0].utf8) }
    }
}

extension FigureTable {
    /// The count of a figure; `nil` if the figure is hidden or is not a count.
    func count(_ figure: KeyFigure, in row: FigureRow) -> Int? {
        if case .count(let count) = value(of: figure, in: row) { count } else { nil }
    }
}
