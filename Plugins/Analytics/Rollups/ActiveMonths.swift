internal import Atrium

/// Updates the months in which members were active, and the counts of returns: how many people were active in a month, by the
/// month in which they were active before it.
///
/// The number of different people in several months cannot be added up from the months. But each of these people returned once
/// from before the first month, or was never active before. So it is a sum of a few counts, however many people there are.
struct ActiveMonths {
    /// A row of `analytics_presence`, in the order of its key.
    struct Cell: Hashable, Comparable {
        let place: Rollup.MonthCell
        let member: Int

        static func < (left: Self, right: Self) -> Bool {
            (left.place.team, left.place.course, left.member, left.place.month)
                < (right.place.team, right.place.course, right.member, right.place.month)
        }
    }

    /// A row of `analytics_return`, in the order of its key.
    private struct Return: Hashable, Comparable {
        let place: Rollup.MonthCell
        let previous: Month

        static func < (left: Self, right: Self) -> Bool {
            (left.place.team, left.place.course, left.place.month, left.previous)
                < (right.place.team, right.place.course, right.place.month, right.previous)
        }
    }

    private let work: UnitOfWork
    private var returns: [Return: Int] = [:]

    init(_ work: UnitOfWork) { self.work = work }

    /// Adds numbers of activities. Returns by how many people the active people of each month changed.
    mutating func add(_ activities: [Cell: Int]) throws -> [Rollup.MonthCell: Int] {
        var active: [Rollup.MonthCell: Int] = [:]
        for (cell, count) in activities.sorted(by: { $0.key < $1.key }) where count != 0 {
            let change = try write(cell, count)
            guard change != 0 else { continue }
            active[cell.place, default: 0] += change
            try note(cell, change)
        }
        try writeReturns()
        return active
    }

    /// Returns 1 if the member becomes active there with these activities, -1 if the member is no longer active there, and 0
    /// otherwise.
    private func write(_ cell: Cell, _ activities: Int) throws -> Int {
        let isThere: SQL = "\(Self.isMember(cell)) AND month = \(cell.place.month.index)"
        // An upsert that reports with RETURNING whether it inserted takes several times as long.
        guard
            try work.run("UPDATE analytics_presence SET activities = activities + \(activities) WHERE \(isThere)") == 1
        else {
            try work.run(
                """
                INSERT INTO analytics_presence
                VALUES (\(cell.place.team), \(cell.place.course), \(cell.member), \(cell.place.month.index), \(activities))
                """)
            return 1
        }
        guard activities < 0 else { return 0 }
        return try -work.run("DELETE FROM analytics_presence WHERE \(isThere) AND activities = 0")
    }

    /// Notes the returns of a member who became active in a month (1), or is no longer active in it (-1).
    private mutating func note(_ cell: Cell, _ change: Int) throws {
        let (place, month) = (cell.place, cell.place.month)
        let months: SQL = "month) FROM analytics_presence WHERE \(Self.isMember(cell)) AND month"
        let (before, after) = try work.one(
            "SELECT (SELECT max(\(months) < \(month.index)), (SELECT min(\(months) > \(month.index))", as: Int?.self,
            Int?.self)
        let previous = before.map(Month.init) ?? .never
        returns[Return(place: place, previous: previous), default: 0] += change
        guard let after else { return }
        let next = Rollup.MonthCell(team: place.team, month: Month(after), course: place.course)
        returns[Return(place: next, previous: previous), default: 0] -= change
        returns[Return(place: next, previous: month), default: 0] += change
    }

    private mutating func writeReturns() throws {
        for (cell, people) in returns.sorted(by: { $0.key < $1.key }) where people != 0 {
            let key: SQL = """
                \(cell.place.team), \(cell.place.course), \(cell.place.month.index), \(cell.previous.index)
                """
            try work.run(
                """
                INSERT INTO analytics_return VALUES (\(key), \(people))
                ON CONFLICT DO UPDATE SET people = people + excluded.people
                """)
            guard people < 0 else { continue }
            try work.run(
                "DELETE FROM analytics_return WHERE (team, course, month, previous) = (\(key)) AND people = 0")
        }
        returns = [:]
    }

    private static func isMember(_ cell: Cell) -> SQL {
        "(team, course, member) = (\(cell.place.team), \(cell.place.course), \(cell.member))"
    }
}
