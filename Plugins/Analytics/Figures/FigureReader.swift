internal import Atrium
internal import AtriumCourses

/// Reads the numbers of a table from the rollups: months where the parts are whole months and nobody is to be told apart,
/// days otherwise.
struct FigureReader {
    /// What a row counts: besides the sums, how many different people were active, and how many are members now.
    struct Counts: Equatable {
        var counts = MeasureCounts.zero
        var active = 0
        var members = 0
    }

    /// A part of the interval, and the number of whom the row is about (0 for the organization).
    struct Place: Hashable {
        let part: Int
        let subject: Int
    }

    let work: UnitOfWork
    let parts: [Range<Day>]
    /// The filters by their numbers; -1 stands for what has none, and so has no rows.
    let team: Int?
    let course: Int?
    let member: Int?

    /// Whom the rows are about: teams and members by their numbers.
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

    /// How many different people each number comes from.
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

    /// Where those rows are found: a member's own by their index, which SQLite would not take without statistics.
    private var table: SQL {
        team == nil && member != nil ? "analytics_day d INDEXED BY analytics_day_member" : "analytics_day d"
    }

    /// The rows of the team and the member that are asked for.
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
        // Behind a range of months, the key leads no further: the rows of all courses would be read.
        let isSingle = zip(months, months.dropFirst()).allSatisfy { $0 + 1 == $1 }
        let time: SQL =
            isSingle ? "d.month = p.start AND p.until > p.start" : "d.month >= p.start AND d.month < p.until"
        // A month and a subject have one row: grouping it would take as long again.
        let grouping: SQL = isSingle ? "" : "GROUP BY 1, 2"
        func select(_ numbers: SQL, _ table: SQL) -> SQL {
            let bounds = bounds(months)
            return switch subjects {
            // Members do not come here: months do not tell them apart.
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
        // Only what several months have together is to be found out.
        if isSingle { return sums }
        let active = try read(select("count(DISTINCT d.member)", "analytics_active")) { try $0[2] as Int }
        return sums.merging(active.mapValues { Counts(active: $0) }) { counts, other in
            Counts(counts: counts.counts, active: other.active)
        }
    }

    // MARK: - Rows

    /// The parts as a table: number, first day or month, and the one behind the last.
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
