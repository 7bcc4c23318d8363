public import Foundation

/// A day of the calendar (`YYYY-MM-DD`, ISO 8601), of no time zone. In columns it is the number of days since
/// 1970-01-01. Days before 1582-10-15 are those of the Julian calendar, as Foundation counts.
///
/// Days have an order, and reach 40 million days (109,500 years) in both directions: whatever lies beyond, in a number, a
/// moment or a step, is the first or the last of them. Read, written as text and decoded are the years 1 to 9999.
public struct Day: TextValue, Comparable, Strideable {
    /// Days since 1970-01-01; negative before.
    public let number: Int

    private static let reach = 40_000_000

    /// The day with a number, or the nearest that there is.
    public init(number: Int) { self.number = min(max(number, -Self.reach), Self.reach) }

    /// The day on which a moment falls in a zone. A moment that is no number counts as the earliest.
    public init(_ moment: Date, in zone: TimeZone) {
        let limit = Double(Self.reach + 2) * 86_400
        let seconds = moment.timeIntervalSince1970 > -limit ? min(moment.timeIntervalSince1970, limit) : -limit
        let offset = Double(zone.secondsFromGMT(for: Date(timeIntervalSince1970: seconds)))
        self.init(number: Int(((seconds + offset) / 86_400).rounded(.down)))
    }

    /// The day of a date; a month or day beyond its range counts on into the next ones.
    public init(year: Int, month: Int, day: Int = 1) { self.init(number: CivilDate.number(year, month, day)) }

    /// Reads `YYYY-MM-DD`; `nil` for any other text and for a day that does not exist.
    public init?(_ text: some StringProtocol) {
        guard text.utf8.count == 10 else { return nil }
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.map(\.count) == [4, 2, 2], parts.joined().allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        let numbers = parts.map { $0.reduce(0) { $0 * 10 + Int($1 - 0x30) } }
        self.init(year: numbers[0], month: numbers[1], day: numbers[2])
        let date = CivilDate(number)
        guard numbers[0] > 0, [date.year, date.month, date.day] == numbers else { return nil }
    }

    /// The moment at which the day begins in a zone: midnight, or the first one after it where a clock skips midnight.
    public func start(in zone: TimeZone) -> Date { moment(atHour: 0, in: zone) }

    /// The moment at which the clock of a zone first shows a full hour of the day, from 0 to 23. Where it skips that hour, or the
    /// whole day, it is the first moment after the gap, however wide that is.
    public func moment(atHour hour: Int, in zone: TimeZone) -> Date {
        let shown = Double(number) * 86_400 + Double(min(max(hour, 0), 23)) * 3600
        func offset(_ time: Double) -> Double { Double(zone.secondsFromGMT(for: Date(timeIntervalSince1970: time))) }
        // Zones are at most 14 hours ahead of UTC and 12 behind: the clock is changed between these two, if it is.
        var (early, late) = (shown - 15 * 3600, shown + 13 * 3600)
        let (before, after) = (offset(early), offset(late))
        for candidate in [shown - before, shown - after] where candidate + offset(candidate) == shown {
            return Date(timeIntervalSince1970: candidate)
        }
        while late - early > 1 {
            let middle = ((early + late) / 2).rounded(.down)
            if offset(middle) == before { early = middle } else { late = middle }
        }
        return Date(timeIntervalSince1970: late)
    }

    /// Year, and month from 1 to 12. The year before the first is 0.
    public var yearAndMonth: (year: Int, month: Int) {
        let date = CivilDate(number)
        return (date.year, date.month)
    }

    /// The day of the month, from 1.
    public var dayOfMonth: Int { CivilDate(number).day }

    /// The days that may stand in a calendar for others to read: ISO 8601 leaves the years before 1583, which calendars count
    /// in several ways, to whoever agrees on them, and has four digits for a year, also for the day behind the last.
    public static let writable = Day(year: 1583, month: 1)...Day(year: 9999, month: 12, day: 30)

    private static let readable = Day(year: 1, month: 1)...Day(year: 9999, month: 12, day: 31)

    /// The day of the week, which repeats every seven days: 1970-01-01 was a Thursday.
    public var isoWeekday: Int { (number % 7 + 10) % 7 + 1 }

    /// `YYYY-MM-DD`; years beyond four digits have as many as they need, and those before the first a minus sign.
    public var description: String {
        let date = CivilDate(number)
        func digits(_ number: Int, _ count: Int) -> String {
            let text = String(number.magnitude)
            return (number < 0 ? "-" : "") + String(repeating: "0", count: max(0, count - text.utf8.count)) + text
        }
        return "\(digits(date.year, 4))-\(digits(date.month, 2))-\(digits(date.day, 2))"
    }

    public func distance(to other: Day) -> Int { other.number - number }

    /// The day so many days later, or the first or last one that there is.
    public func advanced(by days: Int) -> Day {
        let (sum, overflows) = number.addingReportingOverflow(days)
        return Day(number: overflows ? (days > 0 ? .max : .min) : sum)
    }

    public static func < (left: Self, right: Self) -> Bool { left.number < right.number }
    public static func == (left: Self, right: Self) -> Bool { left.number == right.number }
}

extension Day {
    /// Writes `YYYY-MM-DD`; a day outside of the years 1 to 9999, which has no such form, throws `EncodingError`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        guard Self.readable.contains(self) else {
            throw EncodingError.invalidValue(
                self,
                EncodingError.Context(
                    codingPath: container.codingPath, debugDescription: "a day outside of the years 1 to 9999"))
        }
        try container.encode(description)
    }
}
