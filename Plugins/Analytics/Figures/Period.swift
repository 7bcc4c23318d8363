internal import Atrium

/// How an interval of days is cut.
public enum Period: String, Sendable, CaseIterable {
    case day, week, month, quarter, year

    /// The first day of the period in which a day lies.
    func start(of day: Day, firstWeekday: Weekday) -> Day {
        switch self {
        case .day: day
        case .week: day.advanced(by: -((day.isoWeekday - firstWeekday.rawValue + 7) % 7))
        case .month, .quarter, .year: Month(Month(of: day).index / months * months).firstDay
        }
    }

    private var months: Int {
        switch self {
        case .day, .week, .month: 1
        case .quarter: 3
        case .year: 12
        }
    }

    /// The first day of the period behind the one that starts on a day.
    func next(after start: Day) -> Day {
        switch self {
        case .day: start.advanced(by: 1)
        case .week: start.advanced(by: 7)
        case .month, .quarter, .year: Month(Month(of: start).index + months).firstDay
        }
    }

    /// Cuts an interval; its first and last part may be shorter than the period. At most `limit` parts, or `nil`.
    func parts(of days: Range<Day>, firstWeekday: Weekday, limit: Int) -> [Range<Day>]? {
        var parts: [Range<Day>] = []
        var start = start(of: days.lowerBound, firstWeekday: firstWeekday)
        while start < days.upperBound {
            guard parts.count < limit else { return nil }
            let next = next(after: start)
            parts.append(max(start, days.lowerBound)..<min(next, days.upperBound))
            start = next
        }
        return parts
    }
}
