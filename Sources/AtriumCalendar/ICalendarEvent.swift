public import AtriumValues

public import struct Foundation.Date

/// An event on a whole day, once or repeatedly. It does not mark anybody as busy.
public struct ICalendarEvent: Sendable, Equatable {
    /// The identity of the event. It never changes, and no other event in the world has it. It has up to 255 octets.
    public var uid: String
    /// The title that calendar programs show.
    public var summary: String
    /// Plain text of any number of lines; may be empty.
    public var description: String
    /// The day, or the first day of a recurring event. A day outside `Day.writable` is written as the nearest day inside.
    public var day: Day
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

    /// How often an event repeats. A month that lacks the day of the first event is skipped (RFC 5545, 3.3.10).
    public struct Recurrence: Sendable, Equatable {
        /// The unit of `interval`.
        public var frequency: Frequency
        /// The number of weeks or months from one event to the next, 1 or more.
        public var interval: Int

        /// The unit of time after which an event repeats.
        public enum Frequency: String, Sendable, CaseIterable {
            /// On the weekday of the first event.
            case weekly
            /// On the day of the month of the first event.
            case monthly
        }

        /// Makes a recurrence: `Recurrence(.weekly, every: 2)` is every second week.
        public init(_ frequency: Frequency, every interval: Int = 1) {
            (self.frequency, self.interval) = (frequency, interval)
        }

        var text: String { "FREQ=\(frequency.rawValue.uppercased());INTERVAL=\(max(1, interval))" }
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

    var lines: [ContentLine] {
        // An all-day event ends on the day after it (RFC 5545, 3.6.1). The year of that day must also have four digits.
        let written = min(max(day, Day.writable.lowerBound), Day.writable.upperBound)
        var lines = [
            // Without METHOD, DTSTAMP is the time of the last change (RFC 5545, 3.8.7.2).
            ContentLine("BEGIN", "VEVENT"), ContentLine("UID", text: uid), ContentLine("DTSTAMP", lastModified.utc),
            ContentLine("LAST-MODIFIED", lastModified.utc), ContentLine("SEQUENCE", "\(sequence)"),
            ContentLine("DTSTART;VALUE=DATE", written.basic),
            ContentLine("DTEND;VALUE=DATE", written.advanced(by: 1).basic),
        ]
        if let recurrence { lines.append(ContentLine("RRULE", recurrence.text)) }
        lines.append(ContentLine("SUMMARY", text: summary))
        if !description.isEmpty { lines.append(ContentLine("DESCRIPTION", text: description)) }
        lines += [
            ContentLine("STATUS", isCancelled ? "CANCELLED" : "CONFIRMED"), ContentLine("TRANSP", "TRANSPARENT"),
            ContentLine("END", "VEVENT"),
        ]
        return lines
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
    fileprivate var utc: String {
        let (days, seconds) = wholeSeconds.quotientAndRemainder(dividingBy: 86_400)
        let time = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined()
        return "\(Day(number: days).basic)T\(time)Z"
    }
}
