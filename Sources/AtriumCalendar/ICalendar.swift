/// A calendar in iCalendar form (RFC 5545, with name and refresh interval by RFC 7986): a feed of events that calendar programs
/// read again from time to time.
///
/// It has no METHOD, because METHOD belongs to messages that schedule something (``ICalendarMessage``). Equal calendars give
/// equal text, byte by byte.
public struct ICalendar: Sendable, Equatable {
    /// The name under which calendar programs show it.
    public var name: String
    /// The events, in the order in which the text has them.
    public var events: [ICalendarEvent]

    /// Makes a calendar with the name that calendar programs show.
    public init(name: String, events: [ICalendarEvent]) { (self.name, self.events) = (name, events) }

    /// The calendar as `text/calendar` in UTF-8, with CRLF line ends and lines of 75 octets at most. Writing takes time in
    /// proportion to its length. So code that adds texts of other people must limit their length.
    public var text: String {
        let properties = [
            ContentLine("NAME", text: name),
            // Programs older than RFC 7986 read the name from this property.
            ContentLine("X-WR-CALNAME", text: name),
            // How often programs should read the calendar again.
            ContentLine("REFRESH-INTERVAL;VALUE=DURATION", "PT12H"),
        ]
        return Self.text(properties: properties, events, events.flatMap { $0.lines() })
    }

    /// A calendar object with its own properties, the time zones of some events, and the lines of these events.
    static func text(
        properties: [ContentLine], _ events: [ICalendarEvent], _ eventLines: [ContentLine]
    ) -> String {
        var lines =
            [
                ContentLine("BEGIN", "VCALENDAR"), ContentLine("VERSION", "2.0"),
                ContentLine("PRODID", "-//Atrium//Atrium//EN"), ContentLine("CALSCALE", "GREGORIAN"),
            ] + properties
        for zone in ICalendarTimeZone.zones(of: events) { lines += zone.lines }
        lines += eventLines + [ContentLine("END", "VCALENDAR")]
        var text: [UInt8] = []
        for line in lines { line.fold(into: &text) }
        return String(decoding: text, as: UTF8.self)
    }
}
