public import Atrium

/// A watch and what there is to see.
public struct WatchedFigureReading: Sendable, Equatable {
    public let id: WatchedFigureID
    public let watched: WatchedFigure
    /// The team's or the organization's name.
    public let name: String
    /// The periods of this year, or the last one if the year has just begun, and in the end the one that runs. The number of
    /// members, of which the past is not known, has that one alone.
    public let periods: [PeriodReading]

    /// Whether the last period, or the one that runs, missed the target.
    public var isAlert: Bool { periods.suffix(2).contains { $0.verdict == .missed } }
}

/// A watched figure in one period.
public struct PeriodReading: Sendable, Equatable {
    public let days: Range<Day>
    public let value: FigureValue
    /// `nil` if the period was over when the target was set.
    public let verdict: WatchedFigure.Verdict?
}

/// Reads watches in one unit, in the name of the unit's principal.
struct WatchedFigureReader {
    let service: AnalyticsService
    let work: UnitOfWork

    /// A member's own list, in the order in which it was made. What the principal may not see any more is left out.
    func list(of member: MemberID) throws -> [WatchedFigureReading] {
        let reach = try work.reach(of: .viewFigures)
        let organization = try work.organization()
        let today = Day(work.now, in: organization.timeZone)
        // Watches of the same team and periods share a table.
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
            // A figure that there is no more is not watched.
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

    /// The figures of all whole periods from the start of the year, or from the last one, to the one that runs.
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
