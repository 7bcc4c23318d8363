internal import AtriumValues

internal import struct Foundation.Date
internal import struct Foundation.TimeZone

/// A time zone in some years (RFC 5545, 3.6.5). It has a part for the offset at the beginning and one for each change, so it is
/// exact however the rules of the zone change in these years.
struct ICalendarTimeZone {
    private let zone: TimeZone
    private let days: ClosedRange<Day>

    private init(_ zone: TimeZone, _ days: ClosedRange<Day>) { (self.zone, self.days) = (zone, days) }

    /// How many days of a zone are written for an event that repeats for ever: five years.
    private static let foreseen = 1826

    /// The zones that some events need, each for all days of these events, in the order of their names.
    static func zones(of events: [ICalendarEvent]) -> [ICalendarTimeZone] {
        var days: [TimeZone: ClosedRange<Day>] = [:]
        for event in events {
            guard let zone = event.time?.zone else { continue }
            let end = event.recurrence.map { $0.until ?? event.day.advanced(by: foreseen) } ?? event.day
            let own = event.day...max(event.day, end)
            let known = days[zone] ?? own
            days[zone] = min(known.lowerBound, own.lowerBound)...max(known.upperBound, own.upperBound)
        }
        return days.map(Self.init).sorted { $0.zone.identifier < $1.zone.identifier }
    }

    var lines: [ContentLine] {
        var lines = [ContentLine("BEGIN", "VTIMEZONE"), ContentLine("TZID", zone.identifier)]
        // The part that holds on the first day began before it.
        var moment = days.lowerBound.advanced(by: -1).start(in: zone)
        let end = days.upperBound.advanced(by: 2).start(in: zone)
        lines += part(from: moment, offsetBefore: zone.secondsFromGMT(for: moment))
        while let change = zone.nextDaylightSavingTimeTransition(after: moment), change > moment, change < end {
            lines += part(from: change, offsetBefore: zone.secondsFromGMT(for: change.addingTimeInterval(-1)))
            moment = change
        }
        return lines + [ContentLine("END", "VTIMEZONE")]
    }

    private func part(from moment: Date, offsetBefore before: Int) -> [ContentLine] {
        let name = zone.isDaylightSavingTime(for: moment) ? "DAYLIGHT" : "STANDARD"
        // The beginning is written as the clock showed it with the offset before (RFC 5545, 3.6.5).
        let shown = moment.addingTimeInterval(Double(before)).utc.dropLast()
        return [
            ContentLine("BEGIN", name), ContentLine("DTSTART", String(shown)),
            ContentLine("TZOFFSETFROM", Self.offset(before)),
            ContentLine("TZOFFSETTO", Self.offset(zone.secondsFromGMT(for: moment))), ContentLine("END", name),
        ]
    }

    /// `+HHMM`, with seconds if there are any (RFC 5545, 3.3.14).
    private static func offset(_ seconds: Int) -> String {
        let size = abs(seconds)
        let parts = [size / 3600, size / 60 % 60] + (size % 60 == 0 ? [] : [size % 60])
        return (seconds < 0 ? "-" : "+") + parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined()
    }
}
