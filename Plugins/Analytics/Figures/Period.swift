internal import Atrium

/// The periods into which an interval of days is divided.
public enum Period: String, Sendable, CaseIterable {
    /// One calendar day in the organization's time zone.
    case day
    /// Seven days from the organization's first weekday.
    case week
    /// A calendar month.
    case month
    /// A calendar quarter.
    case quarter
    /// A calendar year.
    case year

    /// The first day of the period that contains a day.
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

    /// The first day of the period after the one that starts on `start`.
    func next(after start: Day) -> Day {
        switch self {
        case .day: start.advanced(by: 1)
        case .week: start.advanced(by: 7)
        case .month, .quarter, .year: Month(Month(of: start).index + months).firstDay
        }
    }

    /// Divides an interval. The first and last part may be shorter than the period. Returns `nil` if there are more than
    /// `limit` parts.
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

    /// What people read of a period that begins with these days, also if it is not over: `Oct 2026`, `2026 Q4` or `2026`.
    func name(of days: Range<Day>) -> Words {
        let (year, month) = days.lowerBound.yearAndMonth
        return switch self {
        case .day, .week: "\(days.lowerBound)"
        case .month: "\(month: days.lowerBound)"
        case .quarter: "\(String(year)) Q\((month + 2) / 3)"
        case .year: Words(verbatim: String(year))
        }
    }
}
