public import Atrium

/// The days on which a member reviews their list: a first day, and then days at regular intervals.
public struct Review: Sendable, Equatable {
    /// The interval between two reviews.
    public enum Cycle: String, Sendable, CaseIterable, ColumnValue {
        /// Every seven days.
        case weekly
        /// Every month, on the same day of the month.
        case monthly
        /// Every three months, on the same day of the month.
        case quarterly
    }

    /// The interval between two reviews.
    public var cycle: Cycle
    /// The day of the first review. In a monthly or quarterly cycle it is a day from 1 to 28, because every month has these.
    public var first: Day

    /// A review in a cycle that starts on a day. Only ``AnalyticsService/scheduleReview(_:as:)`` checks the day.
    public init(_ cycle: Cycle, from first: Day) { (self.cycle, self.first) = (cycle, first) }

    /// Throws unless a calendar can hold the first day, and every month has its day of the month if the cycle is not weekly.
    func check() throws {
        guard Day.writable.contains(first), cycle == .weekly || dayOfMonth <= 28 else { throw WatchError.invalidDay }
    }

    /// The first review on a day or after it.
    package func next(from day: Day) -> Day {
        guard day > first else { return first }
        switch cycle {
        case .weekly: return first.advanced(by: (first.distance(to: day) + 6) / 7 * 7)
        case .monthly: return next(from: day, months: 1)
        case .quarterly: return next(from: day, months: 3)
        }
    }

    private func next(from day: Day, months: Int) -> Day {
        let start = Month(of: first)
        let steps = (Month(of: day).index - start.index) / months
        let candidates = [steps, steps + 1].map { step in
            Month(start.index + step * months).firstDay.advanced(by: dayOfMonth - 1)
        }
        return candidates[0] >= day ? candidates[0] : candidates[1]
    }

    private var dayOfMonth: Int { Month(of: first).firstDay.distance(to: first) + 1 }
}
