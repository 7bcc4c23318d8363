/// A calendar in the form of iCalendar (RFC 5545, with names and refreshing by RFC 7986): a feed of whole days that others
/// read again from time to time.
///
/// It has no METHOD, which belongs to messages that schedule something. The same calendar is the same text, byte by byte.
public struct ICalendar: Sendable, Equatable {
    /// What readers call it.
    public var name: String
    public var events: [ICalendarEvent]

    public init(name: String, events: [ICalendarEvent]) { (self.name, self.events) = (name, events) }

    /// The calendar as `text/calendar` in UTF-8, with CRLF line ends and lines of 75 octets at most, in time in proportion to
    /// its length: whoever puts texts of others into it limits these.
    public var text: String {
        var lines: [ContentLine] = [
            ContentLine("BEGIN", "VCALENDAR"), ContentLine("VERSION", "2.0"),
            ContentLine("PRODID", "-//Atrium//Atrium//EN"), ContentLine("CALSCALE", "GREGORIAN"),
            ContentLine("NAME", text: name),
            // Readers older than RFC 7986 know the name by this one.
            ContentLine("X-WR-CALNAME", text: name),
            // How often readers are asked to look again.
            ContentLine("REFRESH-INTERVAL;VALUE=DURATION", "PT12H"),
        ]
        for event in events { lines += event.lines }
        lines.append(ContentLine("END", "VCALENDAR"))
        var text: [UInt8] = []
        for line in lines { line.fold(into: &text) }
        return String(decoding: text, as: UTF8.self)
    }
}
