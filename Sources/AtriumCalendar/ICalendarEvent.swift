public import AtriumValues

public import struct Foundation.Date
public import struct Foundation.TimeZone

/// An event on a whole day or at a time of the day, once or repeatedly. Only an event with a time marks people as busy.
public struct ICalendarEvent: Sendable, Equatable {
    /// The identity of the event. It never changes, and no other event in the world has it. It has up to 255 octets.
    public var uid: String
    /// The title that calendar programs show.
    public var summary: String
    /// Plain text of any number of lines; may be empty.
    public var description: String
    /// The day, or the first day of a recurring event. A day outside `Day.writable` is written as the nearest day inside.
    public var day: Day
    /// The time of the day; `nil` for the whole day.
    public var time: Time?
    /// How the event repeats; `nil` if it happens once.
    public var recurrence: Recurrence?
    /// Whether the event is cancelled. It is still written then, with the status CANCELLED.
    public var isCancelled = false
    /// When the event was made. This never changes, and is not after `lastModified`.
    public var madeAt: Date
    /// When the event was last changed, to the second. Each change has a later time. A time outside the years 1970 to 9999 is
    /// written as the nearest time inside, and a time that is not a number as the first.
    public var lastModified: Date

    /// Makes an event that happens once. Without `madeAt`, it counts as made at the start of 2020.
    public init(
        uid: String, summary: String, description: String = "", day: Day,
        madeAt: Date = Date(timeIntervalSince1970: 1_577_836_800), lastModified: Date
    ) {
        (self.uid, self.summary, self.description, self.day) = (uid, summary, description, day)
        (self.madeAt, self.lastModified) = (madeAt, lastModified)
    }

    /// A time of the day, as clocks show it in a time zone.
    public struct Time: Sendable, Equatable {
        /// The hour at which the event begins, 0 to 23.
        public var hour: Int
        /// The minute of the hour, 0 to 59.
        public var minute: Int
        /// The length in minutes.
        public var minutes: Int
        /// The time zone of the clock.
        public var zone: TimeZone

        /// Makes a time of the day.
        public init(hour: Int, minute: Int, minutes: Int, zone: TimeZone) {
            (self.hour, self.minute, self.minutes, self.zone) = (hour, minute, minutes, zone)
        }
    }

    /// How often an event repeats. A month that lacks the day of the first event is skipped (RFC 5545, 3.3.10).
    public struct Recurrence: Sendable, Equatable {
        /// The unit of `interval`.
        public var frequency: Frequency
        /// The number of weeks or months from one event to the next, 1 or more.
        public var interval: Int
        /// The last day on which the event may happen; `nil` if it repeats for ever.
        public var until: Day?

        /// The unit of time after which an event repeats.
        public enum Frequency: String, Sendable, CaseIterable {
            /// On the weekday of the first event.
            case weekly
            /// On the day of the month of the first event.
            case monthly
        }

        /// Makes a recurrence: `Recurrence(.weekly, every: 2)` is every second week.
        public init(_ frequency: Frequency, every interval: Int = 1, until: Day? = nil) {
            (self.frequency, self.interval, self.until) = (frequency, interval, until)
        }

        /// The rule. If the event has a time, the end is a moment in UTC (RFC 5545, 3.3.10).
        fileprivate func text(at time: Time?) -> String {
            let rule = "FREQ=\(frequency.rawValue.uppercased());INTERVAL=\(max(1, interval))"
            guard let until else { return rule }
            return "\(rule);UNTIL=\(time?.start(on: until).utc ?? until.basic)"
        }
    }

    /// A number that grows with each change. It stays below 2^31, the limit of an INTEGER (RFC 5545, 3.3.8, 3.8.7.4). For the
    /// first 63 years it is the number of seconds from making to the last change. After that it grows by one for each
    /// half-hour, until the calendar ends. Then several changes in one half-hour have the same SEQUENCE, and DTSTAMP tells them
    /// apart (RFC 5546, 2.1.5).
    private var sequence: Int {
        let exact = 2_000_000_000
        let age = max(0, lastModified.wholeSeconds - madeAt.wholeSeconds)
        return age <= exact ? age : exact + (age - exact) / 1800
    }

    /// The event, with further properties of its own.
    func lines(with properties: [ContentLine] = []) -> [ContentLine] {
        // An all-day event ends on the day after it (RFC 5545, 3.6.1). The year of that day must also have four digits.
        let written = min(max(day, Day.writable.lowerBound), Day.writable.upperBound)
        var lines = [
            // Without METHOD, DTSTAMP is the time of the last change (RFC 5545, 3.8.7.2). With it, it is the time of the
            // message, which is the same here.
            ContentLine("BEGIN", "VEVENT"), ContentLine("UID", text: uid), ContentLine("DTSTAMP", lastModified.utc),
            ContentLine("LAST-MODIFIED", lastModified.utc), ContentLine("SEQUENCE", "\(sequence)"),
        ]
        if let time {
            lines += time.lines(on: written)
        } else {
            lines += [
                ContentLine("DTSTART;VALUE=DATE", written.basic),
                ContentLine("DTEND;VALUE=DATE", written.advanced(by: 1).basic),
            ]
        }
        if let recurrence { lines.append(ContentLine("RRULE", recurrence.text(at: time))) }
        lines += properties
        lines.append(ContentLine("SUMMARY", text: summary))
        if !description.isEmpty { lines.append(ContentLine("DESCRIPTION", text: description)) }
        lines += [
            ContentLine("STATUS", isCancelled ? "CANCELLED" : "CONFIRMED"),
            ContentLine("TRANSP", time == nil ? "TRANSPARENT" : "OPAQUE"),
            ContentLine("END", "VEVENT"),
        ]
        return lines
    }
}

extension ICalendarEvent.Time {
    fileprivate func start(on day: Day) -> Date {
        day.moment(atHour: hour, in: zone).addingTimeInterval(Double(minute) * 60)
    }

    /// The beginning and the end as clocks show them.
    fileprivate func lines(on day: Day) -> [ContentLine] {
        func shown(_ minutes: Int) -> String {
            let time = [minutes % 1440 / 60, minutes % 60, 0].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined()
            return "\(day.advanced(by: minutes / 1440).basic)T\(time)"
        }
        let start = hour * 60 + minute
        return [
            ContentLine("DTSTART;TZID=\(zone.identifier)", shown(start)),
            ContentLine("DTEND;TZID=\(zone.identifier)", shown(start + minutes)),
        ]
    }
}

extension Day {
    /// The day as `YYYYMMDD` (RFC 5545, 3.3.4).
    fileprivate var basic: String { description.replacing("-", with: "") }
}

extension Date {
    /// Seconds since 1970, limited to the years 1970 to 9999; 0 for a time that is not a number.
    fileprivate var wholeSeconds: Int {
        timeIntervalSince1970 > 0 ? Int(min(timeIntervalSince1970, 253_402_300_799)) : 0
    }

    /// The time as `YYYYMMDDTHHMMSSZ` (RFC 5545, 3.3.5).
    var utc: String {
        let (days, seconds) = wholeSeconds.quotientAndRemainder(dividingBy: 86_400)
        let time = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined()
        return "\(Day(number: days).basic)T\(time)Z"
    }
}
