public import AtriumValues

public import struct Foundation.Date

/// Something on a whole day, once or again and again, that keeps nobody from being free.
public struct ICalendarEvent: Sendable, Equatable {
    /// The same for the same thing for ever, and of nothing else in the world; up to 255 octets.
    public var uid: String
    public var summary: String
    /// Plain text of several lines, maybe empty.
    public var description: String
    /// The day, or the first one; the nearest of `Day.writable` if it is none of these.
    public var day: Day
    public var recurrence: Recurrence?
    public var isCancelled = false
    /// When it was made, which never changes; not after `lastModified`.
    public var madeAt: Date
    /// When it was changed last, to the second; later for each change. Beyond the years 1970 to 9999 it is the nearest moment
    /// of these, and one that is no number the first.
    public var lastModified: Date

    /// Without a moment at which it was made, it counts as made when 2020 began.
    public init(
        uid: String, summary: String, description: String = "", day: Day,
        madeAt: Date = Date(timeIntervalSince1970: 1_577_836_800), lastModified: Date
    ) {
        (self.uid, self.summary, self.description, self.day) = (uid, summary, description, day)
        (self.madeAt, self.lastModified) = (madeAt, lastModified)
    }

    /// How often it happens again. A month without the day of the first time is passed over (RFC 5545, 3.3.10).
    public struct Recurrence: Sendable, Equatable {
        public var frequency: Frequency
        /// Every so many weeks or months; 1 or more.
        public var interval: Int

        public enum Frequency: String, Sendable, CaseIterable {
            case weekly, monthly
        }

        public init(_ frequency: Frequency, every interval: Int = 1) {
            (self.frequency, self.interval) = (frequency, interval)
        }

        var text: String { "FREQ=\(frequency.rawValue.uppercased());INTERVAL=\(max(1, interval))" }
    }

    /// Rises with each change, and stays below 2^31, which is what an INTEGER of RFC 5545 (3.3.8, 3.8.7.4) can hold: the seconds
    /// from making to the last change for 63 years, and one for each further half-hour until the calendar ends. What changes
    /// more often after so long is told apart by DTSTAMP, which counts where SEQUENCE is the same (RFC 5546, 2.1.5).
    private var sequence: Int {
        let exact = 2_000_000_000
        let age = max(0, lastModified.wholeSeconds - madeAt.wholeSeconds)
        return age <= exact ? age : exact + (age - exact) / 1800
    }

    var lines: [ContentLine] {
        // An all-day event ends on the day behind it (RFC 5545, 3.6.1), which has to have four digits for its year as well.
        let written = min(max(day, Day.writable.lowerBound), Day.writable.upperBound)
        var lines = [
            // DTSTAMP is the time of the last change where there is no METHOD (RFC 5545, 3.8.7.2).
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
    /// `YYYYMMDD` (3.3.4).
    fileprivate var basic: String { description.replacing("-", with: "") }
}

extension Date {
    /// Seconds since 1970, within the years 1970 to 9999; 0 for what is no number.
    fileprivate var wholeSeconds: Int {
        timeIntervalSince1970 > 0 ? Int(min(timeIntervalSince1970, 253_402_300_799)) : 0
    }

    /// `YYYYMMDDTHHMMSSZ` (3.3.5).
    fileprivate var utc: String {
        let (days, seconds) = wholeSeconds.quotientAndRemainder(dividingBy: 86_400)
        let time = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined()
        return "\(Day(number: days).basic)T\(time)Z"
    }
}
