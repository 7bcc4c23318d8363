public import AtriumStorage
public import Foundation

/// A day of the calendar (`YYYY-MM-DD`, ISO 8601), of no time zone. In columns it is the number of days since
/// 1970-01-01. Days before 1582-10-15 are those of the Julian calendar, as Foundation counts.
public struct Day: Sendable, Hashable, Comparable, Strideable, CustomStringConvertible, ColumnValue {
    /// Days since 1970-01-01; negative before.
    public let number: Int

    public init(number: Int) { self.number = number }

    /// The day on which a moment falls in a zone.
    public init(_ moment: Date, in zone: TimeZone) {
        let seconds = moment.timeIntervalSince1970 + Double(zone.secondsFromGMT(for: moment))
        number = Int((seconds / 86_400).rounded(.down))
    }

    /// Reads `YYYY-MM-DD`; `nil` for any other text and for a day that does not exist.
    public init?(_ text: some StringProtocol) {
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.map(\.count) == [4, 2, 2], parts.joined().allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        let numbers = parts.map { $0.reduce(0) { $0 * 10 + Int($1 - 0x30) } }
        let components = DateComponents(year: numbers[0], month: numbers[1], day: numbers[2])
        guard numbers[0] > 0, components.isValidDate(in: Self.calendar) else { return nil }
        self.init(year: numbers[0], month: numbers[1], day: numbers[2])
    }

    /// The moment at which the day begins in a zone: midnight, or the first one after it where a clock skips midnight.
    public func start(in zone: TimeZone) -> Date {
        if zone == .gmt { return date }
        var calendar = Self.calendar
        calendar.timeZone = zone
        let parts = Self.calendar.dateComponents([.year, .month, .day], from: date)
        return calendar.startOfDay(for: calendar.date(from: parts) ?? date)
    }

    /// The day of a date; a month or day beyond its range counts on into the next ones.
    public init(year: Int, month: Int, day: Int = 1) {
        let components = DateComponents(year: year, month: month, day: day)
        self.init(Self.calendar.date(from: components) ?? .distantPast, in: .gmt)
    }

    /// Year, and month from 1 to 12.
    public var yearAndMonth: (year: Int, month: Int) {
        let parts = Self.calendar.dateComponents([.year, .month], from: date)
        return (parts.year ?? 0, parts.month ?? 1)
    }

    /// The days that may stand in a calendar for others to read: ISO 8601 leaves the years before 1583, which calendars count
    /// in several ways, to whoever agrees on them, and has four digits for a year, also for the day behind the last.
    public static let writable = Day(year: 1583, month: 1)...Day(year: 9999, month: 12, day: 30)

    /// The day of the week, which repeats every seven days: 1970-01-01 was a Thursday.
    public var isoWeekday: Int { ((number + 3) % 7 + 7) % 7 + 1 }

    public var description: String {
        date.formatted(.iso8601.year().month().day())
    }

    public func distance(to other: Day) -> Int { other.number - number }
    public func advanced(by days: Int) -> Day { Day(number: number + days) }
    public static func < (left: Self, right: Self) -> Bool { left.number < right.number }
    // Strideable's own subtracts, which overflows far out.
    public static func == (left: Self, right: Self) -> Bool { left.number == right.number }

    public var sqlValue: SQL.Value { .integer(Int64(number)) }
    public init(from row: Row, at column: Int) throws { number = Int(try row.integer(at: column)) }

    private var date: Date { Date(timeIntervalSince1970: Double(number) * 86_400) }

    private static let calendar: Calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        return calendar
    }()
}
