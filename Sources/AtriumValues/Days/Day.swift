public import Foundation

/// A day of the calendar (`YYYY-MM-DD`, ISO 8601), without a time zone. In columns it is the number of days since 1970-01-01.
/// Days before 1582-10-15 are those of the Julian calendar, as in Foundation.
///
/// Days are ordered, and reach 40 million days (109,500 years) in both directions. A number, a moment or a step beyond that
/// gives the first or the last day. Only days of the years 1 to 9999 can be read from text, encoded and decoded.
public struct Day: TextValue, Comparable, Strideable {
    /// Days since 1970-01-01; negative for days before it.
    public let number: Int

    private static let reach = 40_000_000

    /// The day with this number. A number beyond the first or last day gives that day.
    public init(number: Int) { self.number = min(max(number, -Self.reach), Self.reach) }

    /// The day of a moment in a time zone. A moment that is not a number counts as the earliest.
    public init(_ moment: Date, in zone: TimeZone) {
        let limit = Double(Self.reach + 2) * 86_400
        let seconds = moment.timeIntervalSince1970 > -limit ? min(moment.timeIntervalSince1970, limit) : -limit
        let offset = Double(zone.secondsFromGMT(for: Date(timeIntervalSince1970: seconds)))
        self.init(number: Int(((seconds + offset) / 86_400).rounded(.down)))
    }

    /// The day of a date. A month or day outside its range continues in the neighbouring years or months.
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

    /// The moment at which the day begins in a time zone: midnight, or the first moment after it if the clock skips midnight.
    public func start(in zone: TimeZone) -> Date { moment(atHour: 0, in: zone) }

    /// The first moment at which the clock of a time zone shows a full hour of the day, from 0 to 23. If the clock skips that
    /// hour or the whole day, it is the first moment after the gap, however long the gap is.
    public func moment(atHour hour: Int, in zone: TimeZone) -> Date {
        let shown = Double(number) * 86_400 + Double(min(max(hour, 0), 23)) * 3600
        func offset(_ time: Double) -> Double { Double(zone.secondsFromGMT(for: Date(timeIntervalSince1970: time))) }
        // Time zones are at most 14 hours ahead of UTC and 12 behind. If the clock changes, it changes between these two
        // moments.
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

    /// The year, and the month from 1 to 12. The year before year 1 is year 0.
    public var yearAndMonth: (year: Int, month: Int) {
        let date = CivilDate(number)
        return (date.year, date.month)
    }

    /// The day of the month, from 1.
    public var dayOfMonth: Int { CivilDate(number).day }

    /// The days that may be written into a calendar for others to read. ISO 8601 needs an agreement for the years before 1583,
    /// because calendars count these in several ways. It has four digits for a year, and the day after the last one needs them
    /// too.
    public static let writable = Day(year: 1583, month: 1)...Day(year: 9999, month: 12, day: 30)

    private static let readable = Day(year: 1, month: 1)...Day(year: 9999, month: 12, day: 31)

    /// The day of the week as in ISO 8601, from 1 (Monday) to 7 (Sunday). 1970-01-01 was a Thursday.
    public var isoWeekday: Int { (number % 7 + 10) % 7 + 1 }

    /// `YYYY-MM-DD`. A year of more than four digits has as many as it needs. A negative year has a minus sign.
    public var description: String {
        let date = CivilDate(number)
        func digits(_ number: Int, _ count: Int) -> String {
            let text = String(number.magnitude)
            return (number < 0 ? "-" : "") + String(repeating: "0", count: max(0, count - text.utf8.count)) + text
        }
        return "\(digits(date.year, 4))-\(digits(date.month, 2))-\(digits(date.day, 2))"
    }

    public func distance(to other: Day) -> Int { other.number - number }

    /// The day that is `days` days later. A step beyond the first or last day gives that day.
    public func advanced(by days: Int) -> Day {
        let (sum, overflows) = number.addingReportingOverflow(days)
        return Day(number: overflows ? (days > 0 ? .max : .min) : sum)
    }

    public static func < (left: Self, right: Self) -> Bool { left.number < right.number }
    public static func == (left: Self, right: Self) -> Bool { left.number == right.number }
}

extension Day {
    /// Writes `YYYY-MM-DD`. A day outside the years 1 to 9999 has no such form and throws `EncodingError`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        guard Self.readable.contains(self) else {
            throw EncodingError.invalidValue(
                self,
                EncodingError.Context(
                    codingPath: container.codingPath, debugDescription: "a day outside the years 1 to 9999"))
        }
        try container.encode(description)
    }
}
