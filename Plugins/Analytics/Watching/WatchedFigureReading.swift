public import Atrium

/// A watched figure with its values and verdicts.
public struct WatchedFigureReading: Sendable, Equatable {
    /// The id of the entry in the list.
    public let id: WatchedFigureID
    /// The figure, its team, its periods and its target.
    public let watched: WatchedFigure
    /// The team's or the organization's name.
    public let name: String
    /// The periods of this year, through the current one. If the current period is the first of the year, the one before it is
    /// also included. The number of members has only the current period, because its past is not known.
    public let periods: [PeriodReading]

    /// Whether the last period or the current one missed the target.
    public var isAlert: Bool { periods.suffix(2).contains { $0.verdict == .missed } }
}

/// A watched figure in one period.
public struct PeriodReading: Sendable, Equatable {
    /// The whole period, even if it has not ended. The upper bound is excluded.
    public let days: Range<Day>
    /// The figure in this period; in the current period, until now.
    public let value: FigureValue
    /// `nil` if the period was over when the target was set.
    public let verdict: WatchedFigure.Verdict?
}

/// Reads watched figures in one unit, in the name of the unit's principal.
struct WatchedFigureReader {
    let service: AnalyticsService
    let work: UnitOfWork

    /// A member's own list, in the order in which its entries were added. Figures that the principal may no longer see are left
    /// out.
    func list(of member: MemberID) throws -> [WatchedFigureReading] {
        let reach = try work.reach(of: .viewFigures)
        let organization = try work.organization()
        let today = Day(work.now, in: organization.timeZone)
        // Watched figures with the same team and periods share a table.
        var tables: [FigureRow.Subject: [WatchedFigure.Span: FigureTable]] = [:]
        return try rows(of: member).compactMap { row in
            guard reach.everyone || row.watched.team.map(reach.teams.contains) == true else { return nil }
            let subject = row.watched.team.map(FigureRow.Subject.team) ?? .organization
            let table = try tables[subject]?[row.watched.each] ?? table(row.watched, today, organization.firstWeekday)
            tables[subject, default: [:]][row.watched.each] = table
            return reading(row, table, today)
        }
    }

    private struct Stored {
        let id: WatchedFigureID
        let watched: WatchedFigure
        /// The day on which the target was set.
        let since: Day
    }

    private func rows(of member: MemberID) throws -> [Stored] {
        let rows = try work.rows(
            """
            SELECT id, figure, team_id, span, direction, target, since FROM analytics_watch
            WHERE member_id = \(member) ORDER BY row
            """
        ) { row -> Stored? in
            // A figure that no longer exists is left out.
            let name: String = try row[1]
            guard let figure = KeyFigure.all.first(where: { $0.id == name }) else { return nil }
            let team: String = try row[2]
            let target: WatchedFigure.Target = try row[4] == "least" ? .atLeast(row[5]) : .atMost(row[5])
            return Stored(
                id: try row[0],
                watched: WatchedFigure(figure, of: team.isEmpty ? nil : try row[2], each: try row[3], target: target),
                since: try row[6])
        }
        return rows.compactMap { $0 }
    }

    /// The figures of all whole periods through the current one. They start with the year, or with the period before the
    /// current one if that is earlier.
    private func table(_ watch: WatchedFigure, _ today: Day, _ firstWeekday: Weekday) throws -> FigureTable {
        let period = watch.each.period
        let running = period.start(of: today, firstWeekday: firstWeekday)
        let last = period.start(of: running.advanced(by: -1), firstWeekday: firstWeekday)
        let year = Period.year.start(of: today, firstWeekday: firstWeekday)
        var query = FigureQuery(days: min(year, last)..<period.next(after: running), each: period)
        query.team = watch.team
        return try FigureTableReader(query: query, service: service, work: work).table()
    }

    private func reading(_ stored: Stored, _ table: FigureTable, _ today: Day) -> WatchedFigureReading {
        let watch = stored.watched
        let periods = table.rows.map { row in
            let value = table.value(of: watch.figure, in: row)
            let isOver = row.days.upperBound <= today
            let isJudged = stored.since < row.days.upperBound
            return PeriodReading(
                days: row.days, value: value, verdict: isJudged ? watch.verdict(on: value, isOver: isOver) : nil)
        }
        return WatchedFigureReading(
            id: stored.id, watched: watch, name: table.rows.last?.name ?? "",
            periods: watch.figure == .members ? periods.suffix(1) : periods)
    }
}
