internal import Atrium

internal import struct Foundation.TimeZone

/// Updates the rollups in one unit. It gathers numbers in memory and writes them once, so that many events need few statements.
///
/// All numbers are sums. Therefore the order of events does not matter, and a rebuild gives the same numbers as the single
/// updates.
final class Rollup {
    /// A row of `analytics_day`, in the order of its key.
    private struct Cell: Hashable, Comparable {
        let team: Int
        let day: Day
        let member: Int
        let course: Int

        static func < (left: Self, right: Self) -> Bool {
            (left.team, left.day, left.member, left.course) < (right.team, right.day, right.member, right.course)
        }
    }

    /// A row of `analytics_month`, in the order of its key.
    struct MonthCell: Hashable, Comparable {
        let team: Int
        let month: Month
        let course: Int

        static func < (left: Self, right: Self) -> Bool {
            (left.team, left.month, left.course) < (right.team, right.month, right.course)
        }
    }

    /// A member in a course.
    private struct Pair: Hashable {
        let member: Int
        let course: Int

        func cell(on day: Day) -> Cell { Cell(team: 0, day: day, member: member, course: course) }
    }

    private let work: UnitOfWork
    let keys: SurrogateKeys
    private let attribution: Attribution
    /// The counts of members that are not attributed to teams yet.
    private var facts: [Cell: MeasureCounts] = [:]
    private var cells: [Cell: MeasureCounts] = [:]

    init(_ work: UnitOfWork, zone: TimeZone) {
        self.work = work
        keys = SurrogateKeys(work)
        attribution = Attribution(work, keys: keys, zone: zone)
    }

    /// Adds the counts of a member, for the organization and for the teams that the member was in on that day.
    func add(_ counts: MeasureCounts, on day: Day, of member: MemberID, in course: String? = nil) throws {
        let (key, isNew) = try keys.member(member)
        if isNew { try attribution.synchronize(member, key) { _, _, _ in } }
        let cell = Cell(team: 0, day: day, member: key, course: try course.map(keys.course) ?? 0)
        facts[cell, default: .zero] += counts
    }

    /// Adds counts that belong to no member, for the organization and for teams.
    func add(_ counts: MeasureCounts, on day: Day, for teams: [TeamID]) throws {
        for team in try [0] + teams.map(keys.team) {
            cells[Cell(team: team, day: day, member: 0, course: 0), default: .zero] += counts
        }
    }

    /// Moves a member's counts to the right teams after the member's teams changed.
    func update(_ member: MemberID) throws {
        guard let key = try keys.known(member) else { return }
        try attribution.synchronize(member, key) { team, days, isAdded in
            let rows = try work.rows(
                """
                SELECT day, course, \(MeasureCounts.columns) FROM \(Self.ofMembers)
                WHERE team = 0 AND member = \(key) AND day >= \(days.lowerBound) AND day < \(days.upperBound)
                """
            ) { (day: try $0[0] as Day, course: try $0[1] as Int, counts: try MeasureCounts($0, from: 2)) }
            for row in rows {
                let cell = Cell(team: team, day: row.day, member: key, course: row.course)
                cells[cell, default: .zero] += isAdded ? row.counts : -row.counts
            }
        }
    }

    /// Writes the gathered numbers.
    func write() throws {
        for first in Self.firsts { try count(first) }
        for (cell, counts) in facts {
            cells[cell, default: .zero] += counts
            for team in try attribution.teams(of: cell.member, on: cell.day) {
                cells[Cell(team: team, day: cell.day, member: cell.member, course: cell.course), default: .zero] +=
                    counts
            }
        }
        facts = [:]
        cells = cells.filter { $0.value != .zero }
        try writeDays()
        try writeMonths()
        cells = [:]
    }

    /// The rows of the organization, by member. SQLite has no statistics here. Without INDEXED BY it would use the primary key
    /// and read all rows: https://sqlite.org/lang_indexedby.html
    static let ofMembers: SQL = "analytics_day INDEXED BY analytics_day_member"

    // MARK: - Firsts

    /// A measure that counts a member in a course once, on the first day on which one of the measures in `of` was counted.
    private struct First {
        let measure: Measure
        let of: [Measure]
        let isCounted, sum: SQL
    }

    private static let firsts = [
        First(
            measure: .started, of: [.activities, .openings], isCounted: "started > 0", sum: "activities + openings"),
        First(measure: .firstCompleted, of: [.completed], isCounted: "first_completed > 0", sum: "completed"),
    ]

    /// Updates the facts where a member's first activity or completion in a course was added, moved or removed.
    private func count(_ first: First) throws {
        var touched: [Pair: [Day: Int]] = [:]
        for (cell, counts) in facts where cell.course != 0 && first.of.contains(where: { counts[$0] != 0 }) {
            let change = first.of.reduce(0) { $0 + counts[$1] }
            touched[Pair(member: cell.member, course: cell.course), default: [:]][cell.day] = change
        }
        for (pair, changes) in touched {
            let old = try day(of: first, pair)
            let new = try day(of: first, pair, after: changes, knowing: old)
            guard old != new else { continue }
            if let old { facts[pair.cell(on: old), default: .zero] += -MeasureCounts(first.measure) }
            if let new { facts[pair.cell(on: new), default: .zero] += MeasureCounts(first.measure) }
        }
    }

    private func day(of first: First, _ pair: Pair) throws -> Day? {
        try work.first(
            """
            SELECT day FROM \(Self.ofMembers)
            WHERE team = 0 AND member = \(pair.member) AND course = \(pair.course) AND \(first.isCounted)
            """, as: Day.self)
    }

    /// The first day after the changes are written.
    private func day(of first: First, _ pair: Pair, after changes: [Day: Int], knowing old: Day?) throws -> Day? {
        let added = changes.filter { $0.value > 0 }.keys.min()
        // If counts were only added, the first day can only become earlier. Without an old first day, there were no counts.
        if !changes.values.contains(where: { $0 <= 0 }) { return [old, added].compactMap { $0 }.min() }
        var days: [Day: Int] = [:]
        let sql: SQL = """
            SELECT day, \(first.sum) FROM \(Self.ofMembers)
            WHERE team = 0 AND member = \(pair.member) AND course = \(pair.course)
            """
        for (day, count) in try work.rows(sql, as: Day.self, Int.self) { days[day] = count }
        for (day, change) in changes { days[day, default: 0] += change }
        return days.filter { $0.value > 0 }.keys.min()
    }

    // MARK: - Rows

    private func writeDays() throws {
        // Written in the order of the table, neighbouring rows find their page in the page cache.
        for (cell, counts) in cells.sorted(by: { $0.key < $1.key }) {
            try work.run(
                """
                INSERT INTO analytics_day
                VALUES (\(cell.team), \(cell.day), \(cell.member), \(cell.course), \(counts.values))
                ON CONFLICT DO UPDATE SET \(MeasureCounts.addition)
                """)
            guard counts.hasNegative else { continue }
            try work.run(
                """
                DELETE FROM analytics_day WHERE (team, day, member, course) =
                    (\(cell.team), \(cell.day), \(cell.member), \(cell.course)) AND \(MeasureCounts.isNothing)
                """)
        }
    }

    private func writeMonths() throws {
        var months: [MonthCell: MeasureCounts] = [:]
        var activities: [ActiveMonths.Cell: Int] = [:]
        for (cell, counts) in cells {
            let month = keys.month(of: cell.day)
            for course in cell.course == 0 ? [0] : [0, cell.course] {
                let place = MonthCell(team: cell.team, month: month, course: course)
                months[place, default: .zero] += counts
                guard counts[.activities] != 0 else { continue }
                activities[ActiveMonths.Cell(place: place, member: cell.member), default: 0] += counts[.activities]
            }
        }
        var activeMonths = ActiveMonths(work)
        let active = try activeMonths.add(activities)
        for (cell, counts) in months.sorted(by: { $0.key < $1.key }) {
            let active = active[cell] ?? 0
            if counts != .zero || active != 0 { try write(cell, counts, active) }
        }
    }

    private func write(_ cell: MonthCell, _ counts: MeasureCounts, _ active: Int) throws {
        try work.run(
            """
            INSERT INTO analytics_month
            VALUES (\(cell.team), \(cell.month.index), \(cell.course), \(counts.values), \(active))
            ON CONFLICT DO UPDATE SET \(MeasureCounts.addition), active = active + excluded.active
            """)
        guard counts.hasNegative else { return }
        try work.run(
            """
            DELETE FROM analytics_month
            WHERE (team, month, course) = (\(cell.team), \(cell.month.index), \(cell.course)) AND \(MeasureCounts.isNothing)
            """)
    }
}
