public import Atrium

public import struct Foundation.Date
public import struct Foundation.TimeZone

/// When a slot takes place: every week on one weekday, from the first to the last day.
public struct SlotSchedule: Sendable, Equatable {
    /// The day of the week.
    public var weekday: Weekday
    /// The hour at which it begins, 0 to 23, as clocks show it in the time zone.
    public var hour: Int
    /// The minute of the hour, 0 to 59.
    public var minute: Int
    /// How long it lasts, 5 to 480 minutes.
    public var minutes: Int
    /// The time zone of its clock.
    public var zone: TimeZone
    /// The first day on which it may take place.
    public var first: Day
    /// The last day on which it may take place, at most ``SlotSchedule/longest`` days after the first.
    public var last: Day

    /// The maximum number of days from the first to the last day: three years.
    public static let longest = 1096

    /// Makes a schedule. The service checks it.
    public init(
        _ weekday: Weekday, at hour: Int, _ minute: Int = 0, for minutes: Int, in zone: TimeZone, from first: Day,
        to last: Day
    ) {
        (self.weekday, self.hour, self.minute, self.minutes) = (weekday, hour, minute, minutes)
        (self.zone, self.first, self.last) = (zone, first, last)
    }

    /// Reads a schedule from consecutive columns, starting at `column`. Throws ``LearningSlotError/unknownTimeZone``.
    init(_ row: Row, from column: Int) throws {
        (weekday, hour, minute) = (try row[column], try row[column + 1], try row[column + 2])
        minutes = try row[column + 3]
        guard let zone = TimeZone(identifier: try row[column + 4]) else { throw LearningSlotError.unknownTimeZone }
        self.zone = zone
        (first, last) = (try row[column + 5], try row[column + 6])
    }

    /// The first day on which it takes place; after the last day if there is none.
    public var start: Day {
        first.advanced(by: (weekday.rawValue - first.isoWeekday + 7) % 7)
    }

    /// The moments at which it begins on some days. The upper bound is excluded.
    func starts(on days: Range<Day>) -> [Date] {
        let (from, until) = (max(start.number, days.lowerBound.number), min(last.number + 1, days.upperBound.number))
        guard from < until else { return [] }
        let skipped = (from - start.number + 6) / 7 * 7
        return stride(from: start.number + skipped, to: until, by: 7).map { number in
            Day(number: number).moment(atHour: hour, in: zone).addingTimeInterval(Double(minute) * 60)
        }
    }

    /// Whether the other schedule has the same weekday, hour, length and time zone.
    func hasTime(of other: SlotSchedule) -> Bool {
        (weekday, hour, minute, minutes, zone) == (other.weekday, other.hour, other.minute, other.minutes, other.zone)
    }

    /// Whether its last day has passed.
    func isOver(at moment: Date) -> Bool { last < Day(moment, in: zone) }

    func check() throws {
        guard (0...23).contains(hour), (0...59).contains(minute) else { throw LearningSlotError.invalidTime }
        guard (5...480).contains(minutes) else { throw LearningSlotError.invalidLength }
        guard Day.writable.contains(first), Day.writable.contains(last), start <= last,
            last.number - first.number <= Self.longest
        else { throw LearningSlotError.invalidDays }
    }
}

/// Why a slot is refused.
public enum LearningSlotError: String, ExplainedError {
    /// The hour or the minute is not one of a clock.
    case invalidTime = "a slot begins at a time from 00:00 to 23:59; correct it"
    /// The length is not in the range from 5 to 480 minutes.
    case invalidLength = "a slot lasts 5 to 480 minutes; correct the number"
    /// The slot would never take place, or last more than three years, or be outside the calendar.
    case invalidDays =
        "a slot takes place at least once, and its last day is at most three years after its first day; correct the days"
    /// The last day has passed.
    case past = "the last day of a slot is not before today; choose a later one"
    /// The team has no slot.
    case unknown = "the team has no learning slot now; set one first"
    /// This machine does not know the time zone of a slot.
    case unknownTimeZone = "this machine does not know the time zone of the learning slot; update its time zone data"
    /// The principal is not a member.
    case noMember = "a slot has the name of the person who set it; set it as a member"
}
