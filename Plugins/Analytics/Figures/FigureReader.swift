internal import Atrium
internal import AtriumCourses

/// Reads the numbers of a table from the rollups. It reads the rollups by month if all parts are whole months and no member is
/// told apart, and the rollups by day otherwise.
struct FigureReader {
    /// The numbers of a row: the sums, the number of different active people, and the number of members now.
    struct Counts: Equatable {
        var counts = MeasureCounts.zero
        var active = 0
        var members = 0
    }

    /// A part of the interval, and the surrogate key of the row's subject (0 for the organization).
    struct Place: Hashable {
        let part: Int
        let subject: Int
    }

    let work: UnitOfWork
    let parts: [Range<Day>]
    /// The filters as surrogate keys. The value -1 stands for a subject without a key, which has no rows.
    let team: Int?
    let course: Int?
    let member: Int?

    /// The subjects of the rows. Teams and members have surrogate keys.
    enum Subjects {
        case organization
        case teams([Int])
        case courses
        case members([Int])
    }

    func read(_ subjects: Subjects) throws -> [Place: Counts] {
        if case .members = subjects { return try readDays(subjects, MeasureCounts.sums) }
        let isMonthly = parts.allSatisfy { Self.isFirst($0.lowerBound) && Self.isFirst($0.upperBound) }
        return isMonthly && member == nil ? try readMonths(subjects) : try readDays(subjects, MeasureCounts.sums)
    }

    /// The number of different people that each number comes from.
    func readPeople(_ subjects: Subjects) throws -> [Place: Counts] { try readDays(subjects, MeasureCounts.people) }

    private static func isFirst(_ day: Day) -> Bool { Month(of: day).firstDay == day }

    // MARK: - Days

    private func readDays(_ subjects: Subjects, _ numbers: SQL) throws -> [Place: Counts] {
        let active: SQL = "count(DISTINCT iif(d.activities <> 0, d.member, NULL))"
        let filter: SQL = "(\(course) IS NULL OR d.course = \(course))"
        let bounds = bounds(parts.map(\.lowerBound.number) + parts.suffix(1).map(\.upperBound.number))
        let time: SQL = "d.day >= p.start AND d.day < p.until AND \(filter)"
        let sql: SQL =
            switch subjects {
            case .organization:
                """
                SELECT p.part, 0, \(numbers), \(active) FROM \(bounds) p CROSS JOIN \(table)
                WHERE \(scope) AND \(time) GROUP BY 1, 2
                """
            case .teams(let teams):
                """
                SELECT p.part, d.team, \(numbers), \(active)
                FROM json_each(\(json: teams)) s CROSS JOIN \(bounds) p CROSS JOIN analytics_day d
                WHERE d.team = s.value AND (\(member) IS NULL OR d.member = \(member)) AND \(time) GROUP BY 1, 2
                """
            case .courses:
                """
                SELECT p.part, d.course, \(numbers), \(active) FROM \(bounds) p CROSS JOIN \(table)
                WHERE \(scope) AND d.course <> 0 AND \(time) GROUP BY 1, 2
                """
            case .members(let members) where team == nil:
                """
                SELECT p.part, d.member, \(numbers), \(active)
                FROM json_each(\(json: members)) s CROSS JOIN \(bounds) p
                CROSS JOIN analytics_day d INDEXED BY analytics_day_member
                WHERE d.team = 0 AND d.member = s.value AND \(time) GROUP BY 1, 2
                """
            case .members(let members):
                """
                SELECT p.part, d.member, \(numbers), \(active) FROM \(bounds) p CROSS JOIN analytics_day d
                WHERE d.team = \(team) AND d.member IN (SELECT value FROM json_each(\(json: members))) AND \(time)
                GROUP BY 1, 2
                """
            }
        return try read(sql) {
            Counts(counts: try MeasureCounts($0, from: 2), active: try $0[2 + Measure.allCases.count])
        }
    }

    /// The table to read. A member's own rows are read by their index, which SQLite would not choose without statistics.
    private var table: SQL {
        team == nil && member != nil ? "analytics_day d INDEXED BY analytics_day_member" : "analytics_day d"
    }

    /// The condition for the rows of the query's team and member.
    private var scope: SQL {
        switch (team, member) {
        case (nil, nil): "d.team = 0"
        case (nil, let member?): "d.team = 0 AND d.member = \(member)"
        case (let team?, nil): "d.team = \(team)"
        case (let team?, let member?): "d.team = \(team) AND d.member = \(member)"
        }
    }

    // MARK: - Months

    private func readMonths(_ subjects: Subjects) throws -> [Place: Counts] {
        let months =
            parts.map { Month(of: $0.lowerBound).index } + parts.suffix(1).map { Month(of: $0.upperBound).index }
        // After a range of months, SQLite cannot use the rest of the key, and would read the rows of all courses.
        let isSingle = zip(months, months.dropFirst()).allSatisfy { $0 + 1 == $1 }
        let time: SQL =
            isSingle ? "d.month = p.start AND p.until > p.start" : "d.month >= p.start AND d.month < p.until"
        // A month and a subject have one row. Grouping would double the time.
        let grouping: SQL = isSingle ? "" : "GROUP BY 1, 2"
        func select(_ numbers: SQL, _ table: SQL) -> SQL {
            let bounds = bounds(months)
            return switch subjects {
            // Members are never read by month, because these rollups do not tell them apart.
            case .organization, .members:
                """
                SELECT p.part, 0, \(numbers) FROM \(bounds) p CROSS JOIN \(table) d
                WHERE d.team = \(team ?? 0) AND d.course = \(course ?? 0) AND \(time) \(grouping)
                """
            case .teams(let teams):
                """
                SELECT p.part, d.team, \(numbers)
                FROM json_each(\(json: teams)) s CROSS JOIN \(bounds) p CROSS JOIN \(table) d
                WHERE d.team = s.value AND d.course = \(course ?? 0) AND \(time) \(grouping)
                """
            case .courses:
                """
                SELECT p.part, d.course, \(numbers) FROM \(bounds) p CROSS JOIN \(table) d
                WHERE d.team = \(team ?? 0) AND d.course <> 0 AND (\(course) IS NULL OR d.course = \(course)) AND \(time)
                \(grouping)
                """
            }
        }
        let numbers: SQL = isSingle ? "\(MeasureCounts.columns), active" : "\(MeasureCounts.sums), sum(d.active)"
        let sums = try read(select(numbers, "analytics_month")) {
            Counts(counts: try MeasureCounts($0, from: 2), active: try $0[2 + Measure.allCases.count])
        }
        // The row of a month has its number of active people. Different people in several months must be counted.
        if isSingle { return sums }
        // Each of them returned once from before the interval.
        let returns: SQL = "sum(iif(d.previous < p.start, d.people, 0))"
        let active = try read(select(returns, "analytics_return")) { try $0[2] as Int }
        return sums.merging(active.mapValues { Counts(active: $0) }) { counts, other in
            Counts(counts: counts.counts, active: other.active)
        }
    }

    // MARK: - Rows

    /// The parts as a table: index, first day or month, and the day or month after the last one.
    private func bounds(_ values: [Int]) -> SQL {
        """
        (SELECT key AS part, value AS start, lead(value) OVER (ORDER BY key) AS until FROM json_each(\(json: values)))
        """
    }

    private func read<Value>(_ sql: SQL, _ make: (Row) throws -> Value) throws -> [Place: Value] {
        var result: [Place: Value] = [:]
        try work.forEach(sql) { result[Place(part: try $0[0], subject: try $0[1])] = try make($0) }
        return result
    }
}
