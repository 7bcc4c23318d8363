public import Atrium

/// When somebody looks at their list again and again: on a first day, and then at regular distances.
public struct Review: Sendable, Equatable {
    public enum Cycle: String, Sendable, CaseIterable, ColumnValue {
        case weekly, monthly, quarterly
    }

    public var cycle: Cycle
    /// The first time. For months and quarters a day from 1 to 28, which every month has.
    public var first: Day

    public init(_ cycle: Cycle, from first: Day) { (self.cycle, self.first) = (cycle, first) }

    /// Throws unless a calendar can hold its first day, and all months have its others.
    func check() throws {
        guard Day.writable.contains(first), cycle == .weekly || dayOfMonth <= 28 else { throw WatchError.invalidDay }
    }

    /// The first time on a day or behind it.
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
