internal import Atrium

/// What the rollups count.
enum Measure: Int, CaseIterable, Sendable {
    case invited, activated, enrolled, started, completed, failed, withdrawn, activities, minutes
    /// How often a course was opened: with activities, it tells when somebody started.
    case openings
    /// The first completions of a course by a person; retakes do not count.
    case firstCompleted
}

/// A number for each measure.
struct Tally: Sendable, Equatable {
    private var counts = SIMD16<Int>()

    static let zero = Tally()

    init() {}

    /// One of a measure.
    init(_ measure: Measure) { self[measure] = 1 }

    subscript(measure: Measure) -> Int {
        get { counts[measure.rawValue] }
        set { counts[measure.rawValue] = newValue }
    }

    static func += (left: inout Tally, right: Tally) { left.counts &+= right.counts }

    static prefix func - (tally: Tally) -> Tally {
        var negative = tally
        negative.counts = SIMD16<Int>() &- tally.counts
        return negative
    }

    var hasNegative: Bool { counts.min() < 0 }

    // MARK: - Columns, in the order of the measures

    static let columns: SQL = """
        invited, activated, enrolled, started, completed, failed, withdrawn, activities, minutes, openings,
        first_completed
        """

    static let sums: SQL = """
        sum(d.invited), sum(d.activated), sum(d.enrolled), sum(d.started), sum(d.completed), sum(d.failed),
        sum(d.withdrawn), sum(d.activities), sum(d.minutes), sum(d.openings),
        sum(d.first_completed)
        """

    /// How many people each sum comes from; nobody knows who was invited, and each counts as a person.
    static let people: SQL = """
        sum(d.invited), count(DISTINCT iif(d.activated <> 0, d.member, NULL)),
        count(DISTINCT iif(d.enrolled <> 0, d.member, NULL)), count(DISTINCT iif(d.started <> 0, d.member, NULL)),
        count(DISTINCT iif(d.completed <> 0, d.member, NULL)), count(DISTINCT iif(d.failed <> 0, d.member, NULL)),
        count(DISTINCT iif(d.withdrawn <> 0, d.member, NULL)), count(DISTINCT iif(d.activities <> 0, d.member, NULL)),
        count(DISTINCT iif(d.minutes <> 0, d.member, NULL)), count(DISTINCT iif(d.openings <> 0, d.member, NULL)),
        count(DISTINCT iif(d.first_completed <> 0, d.member, NULL))
        """

    /// Adds the numbers of a new row to those that stand there.
    static let addition: SQL = """
        invited = invited + excluded.invited, activated = activated + excluded.activated,
        enrolled = enrolled + excluded.enrolled, started = started + excluded.started,
        completed = completed + excluded.completed, failed = failed + excluded.failed,
        withdrawn = withdrawn + excluded.withdrawn, activities = activities + excluded.activities,
        minutes = minutes + excluded.minutes, openings = openings + excluded.openings,
        first_completed = first_completed + excluded.first_completed
        """

    static let isNothing: SQL = """
        invited = 0 AND activated = 0 AND enrolled = 0 AND started = 0 AND completed = 0 AND failed = 0 AND withdrawn = 0
        AND activities = 0 AND minutes = 0 AND openings = 0 AND first_completed = 0
        """

    /// The numbers as values of a row.
    var values: SQL {
        """
        \(self[.invited]), \(self[.activated]), \(self[.enrolled]), \(self[.started]), \(self[.completed]), \
        \(self[.failed]), \(self[.withdrawn]), \(self[.activities]), \(self[.minutes]), \(self[.openings]), \
        \(self[.firstCompleted])
        """
    }

    /// Reads the measures from a column on.
    init(_ row: Row, from column: Int) throws {
        for measure in Measure.allCases { self[measure] = try row[column + measure.rawValue] }
    }
}
