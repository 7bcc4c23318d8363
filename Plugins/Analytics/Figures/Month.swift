internal import Atrium

/// A calendar month, counted from January of the year 0.
struct Month: Hashable, Comparable {
    let index: Int

    init(_ index: Int) { self.index = index }

    /// Earlier than each month that has a day.
    static let never = Month(-2_000_000)

    init(of day: Day) {
        let (year, month) = day.yearAndMonth
        index = year * 12 + month - 1
    }

    var firstDay: Day { Day(year: index / 12, month: index % 12 + 1) }

    static func < (left: Month, right: Month) -> Bool { left.index < right.index }
}
