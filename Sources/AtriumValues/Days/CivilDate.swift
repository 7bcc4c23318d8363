/// A day as year, month and day: in the Gregorian calendar from 1582-10-15 on, in the Julian calendar before that.
///
/// Years start in March. They are grouped into eras of 400 years (Gregorian) or 4 years (Julian), so that all eras of a
/// calendar are equally long (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms",
/// https://howardhinnant.github.io/date_algorithms.html).
struct CivilDate {
    let year: Int
    let month: Int
    let day: Int

    /// The number of 1582-10-15, the first day of the Gregorian calendar.
    private static let reform = -141_427

    /// The day that is a number of days after 1970-01-01; a negative number gives a day before it.
    init(_ number: Int) {
        let isGregorian = number >= Self.reform
        let days = number + (isGregorian ? 719_468 : 719_470)
        let (era, rest) = Self.divided(days, by: isGregorian ? 146_097 : 1461)
        let yearOfEra =
            isGregorian ? (rest - rest / 1460 + rest / 36_524 - rest / 146_096) / 365 : (rest - rest / 1460) / 365
        let dayOfYear = rest - (365 * yearOfEra + (isGregorian ? yearOfEra / 4 - yearOfEra / 100 : 0))
        let fromMarch = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * fromMarch + 2) / 5 + 1
        month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
        year = yearOfEra + era * (isGregorian ? 400 : 4) + (month <= 2 ? 1 : 0)
    }

    /// The number of a date. Month and day may be outside their ranges. Very large numbers are limited, so that nothing
    /// overflows.
    static func number(_ year: Int, _ month: Int, _ day: Int) -> Int {
        func limited(_ number: Int) -> Int { min(max(number, -100_000_000), 100_000_000) }
        let (year, from0) = divided(limited(year) * 12 + limited(month) - 1, by: 12)
        let month = from0 + 1
        let isGregorian = (year, month, month == 10 && year == 1582 ? day : 15) >= (1582, 10, 15)
        let (era, yearOfEra) = divided(month <= 2 ? year - 1 : year, by: isGregorian ? 400 : 4)
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5
        let days = yearOfEra * 365 + (isGregorian ? yearOfEra / 4 - yearOfEra / 100 : 0) + dayOfYear
        return era * (isGregorian ? 146_097 : 1461) + days - (isGregorian ? 719_468 : 719_470) + limited(day) - 1
    }

    /// Divides and rounds down. The rest is never negative.
    private static func divided(_ number: Int, by divisor: Int) -> (quotient: Int, rest: Int) {
        let rest = (number % divisor + divisor) % divisor
        return ((number - rest) / divisor, rest)
    }
}
