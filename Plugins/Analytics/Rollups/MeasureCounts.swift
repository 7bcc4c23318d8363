internal import Atrium

/// The measures that the rollups count. A new measure needs a case, its column, its part of ``MeasureCounts/addition``, and a
/// migration that adds the column to the rollups' tables.
enum Measure: Int, CaseIterable, Sendable {
    case invited, activated, enrolled, started, completed, failed, withdrawn, activities, minutes
    /// The openings of a course. Together with activities, they show when a person started.
    case openings
    /// The first completions of a course by a person. Retakes do not count.
    case firstCompleted

    /// The measure's column in `analytics_day` and `analytics_month`.
    var column: SQL {
        switch self {
        case .invited: "invited"
        case .activated: "activated"
        case .enrolled: "enrolled"
        case .started: "started"
        case .completed: "completed"
        case .failed: "failed"
        case .withdrawn: "withdrawn"
        case .activities: "activities"
        case .minutes: "minutes"
        case .openings: "openings"
        case .firstCompleted: "first_completed"
        }
    }

    /// The number of people that a sum over `analytics_day d` comes from. The invited people are not known, so each invitation
    /// counts as a person.
    fileprivate var people: SQL {
        self == .invited ? "sum(d.invited)" : "count(DISTINCT iif(d.\(column) <> 0, d.member, NULL))"
    }
}

/// A number for each measure.
struct MeasureCounts: Sendable, Equatable {
    private var counts = SIMD16<Int>()

    static let zero = MeasureCounts()

    init() {}

    /// 1 for a measure, and 0 for all others.
    init(_ measure: Measure) { self[measure] = 1 }

    subscript(measure: Measure) -> Int {
        get { counts[measure.rawValue] }
        set { counts[measure.rawValue] = newValue }
    }

    static func += (left: inout MeasureCounts, right: MeasureCounts) { left.counts &+= right.counts }

    static prefix func - (counts: MeasureCounts) -> MeasureCounts {
        var negative = counts
        negative.counts = SIMD16<Int>() &- counts.counts
        return negative
    }

    var hasNegative: Bool { counts.min() < 0 }

    // MARK: - Columns, in the order of the measures

    static let columns = list(of: \.column)
    static let sums = list { "sum(d.\($0.column))" }
    static let people = list(of: \.people)
    /// Adds the numbers of a new row to those of the existing row.
    /// One text, and not composed as the other lists are: it is part of each statement that a rollup writes.
    static let addition: SQL = """
        invited = invited + excluded.invited, activated = activated + excluded.activated,
        enrolled = enrolled + excluded.enrolled, started = started + excluded.started,
        completed = completed + excluded.completed, failed = failed + excluded.failed,
        withdrawn = withdrawn + excluded.withdrawn, activities = activities + excluded.activities,
        minutes = minutes + excluded.minutes, openings = openings + excluded.openings,
        first_completed = first_completed + excluded.first_completed
        """
    /// Whether all numbers of a row are 0.
    static let isNothing = list(joinedBy: " AND ") { "\($0.column) = 0" }

    private static func list(joinedBy separator: SQL = ", ", of part: (Measure) -> SQL) -> SQL {
        Measure.allCases.dropFirst().reduce(into: part(.invited)) { list, measure in
            list += separator
            list += part(measure)
        }
    }

    /// The numbers as values of a row.
    var values: SQL { Self.list { "\(self[$0])" } }

    /// Reads the measures from consecutive columns, starting at `column`.
    init(_ row: Row, from column: Int) throws {
        for measure in Measure.allCases { self[measure] = try row[column + measure.rawValue] }
    }
}
