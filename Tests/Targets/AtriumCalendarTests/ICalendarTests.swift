import AtriumCalendar
import AtriumValues
import Foundation
import Testing

struct ICalendarTests {
    private let moment = Date(timeIntervalSince1970: 1_767_603_605)

    private func event(_ summary: String = "Swift", _ description: String = "", on day: Day? = nil) -> ICalendarEvent {
        ICalendarEvent(
            uid: "one", summary: summary, description: description, day: day ?? Day(year: 2026, month: 2, day: 28),
            lastModified: moment)
    }

    private func lines(_ events: ICalendarEvent..., named name: String = "Courses") -> [String] {
        ICalendar(name: name, events: events).text.components(separatedBy: "\r\n")
    }

    /// The value of a property after its lines are unfolded.
    private func value(_ name: String, _ event: ICalendarEvent) -> String? {
        ICalendar(name: "Courses", events: [event]).text.replacingOccurrences(of: "\r\n ", with: "", options: .literal)
            .components(separatedBy: "\r\n")
            .first { $0.hasPrefix("\(name):") }.map { String($0.dropFirst(name.count + 1)) }
    }

    @Test func `a calendar with one day is written line by line as RFC 5545 says`() {
        #expect(
            lines(event("Swift", "From the start")) == [
                "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Atrium//Atrium//EN", "CALSCALE:GREGORIAN", "NAME:Courses",
                "X-WR-CALNAME:Courses", "REFRESH-INTERVAL;VALUE=DURATION:PT12H", "BEGIN:VEVENT", "UID:one",
                "DTSTAMP:20260105T090005Z", "LAST-MODIFIED:20260105T090005Z", "SEQUENCE:189766805",
                "DTSTART;VALUE=DATE:20260228", "DTEND;VALUE=DATE:20260301", "SUMMARY:Swift",
                "DESCRIPTION:From the start", "STATUS:CONFIRMED", "TRANSP:TRANSPARENT", "END:VEVENT", "END:VCALENDAR",
                "",
            ])
    }

    @Test func `a calendar without events is valid, and equal calendars have the same text`() {
        #expect(lines().count == 9 && lines().last == "")
        #expect(ICalendar(name: "A", events: [event()]).text == ICalendar(name: "A", events: [event()]).text)
    }

    @Test func `an event can recur, and it can be cancelled`() {
        var event = event()
        event.recurrence = ICalendarEvent.Recurrence(.monthly, every: 3)
        #expect(value("RRULE", event) == "FREQ=MONTHLY;INTERVAL=3")
        event.recurrence = ICalendarEvent.Recurrence(.weekly, every: 0)
        #expect(value("RRULE", event) == "FREQ=WEEKLY;INTERVAL=1")
        event.isCancelled = true
        #expect(value("STATUS", event) == "CANCELLED")
    }

    @Test(arguments: [
        ("a, b; c\\d", "a\\, b\\; c\\\\d"), ("one\ntwo\r\nthree\rfour\u{2028}five", "one\\ntwo\\nthree\\nfour\\nfive"),
        ("bell\u{7}nul\0del\u{7F}c1\u{9B}!", "bellnuldelc1!"), ("tab\tstays", "tab\tstays"),
        (",\u{301};", "\\,\u{301}\\;"),
        ("x\r\nEND:VEVENT", "x\\nEND:VEVENT"), ("\n\r\n", "\\n\\n"),
    ])
    func `a text is escaped, whatever it contains`(_ text: String, _ expected: String) {
        #expect(value("SUMMARY", event(text)) == expected)
    }

    @Test(arguments: [
        String(repeating: "a", count: 500), String(repeating: "é", count: 200), String(repeating: "学", count: 200),
        String(repeating: "👩‍👩‍👧‍👦", count: 50), String(repeating: "aé学👍", count: 40), String(repeating: ",", count: 200),
    ])
    func `lines have at most 75 octets, are never cut inside a character, and unfold to the original text`(
        _ text: String
    ) {
        let bytes = Array(ICalendar(name: "Courses", events: [event(text)]).text.utf8)
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            #expect(line.last == UInt8(ascii: "\r") && line.count <= 76)
            #expect(String(validating: line, as: UTF8.self) != nil)
        }
        #expect(value("SUMMARY", event(text)) == text.replacing(",", with: "\\,"))
    }

    @Test func `lines of every length around the limit are folded correctly`() {
        for length in 60...160 {
            let text = String(repeating: "x", count: length)
            #expect(value("SUMMARY", event(text)) == text)
            for line in lines(event(text)) { #expect(line.utf8.count <= 75 && line != " ") }
        }
    }

    @Test(arguments: [
        (Day(number: .max), "99991230", "99991231"), (Day(number: .min), "15830101", "15830102"),
        (Day(year: 2024, month: 2, day: 28), "20240228", "20240229"),
        (Day(year: 2026, month: 12, day: 31), "20261231", "20270101"),
    ])
    func `days at the end of a month, a year or the calendar are whole days`(_ day: Day, _ start: String, _ end: String)
    {
        #expect(value("DTSTART;VALUE=DATE", event(on: day)) == start)
        #expect(value("DTEND;VALUE=DATE", event(on: day)) == end)
    }

    @Test
    func `a moment outside every calendar is written as the nearest one, and sequence numbers never fall with time`() {
        var event = event()
        for (date, text) in [
            (Date.distantPast, "19700101T000000Z"), (Date(timeIntervalSince1970: 1e300), "99991231T235959Z"),
        ] {
            event.lastModified = date
            #expect(value("DTSTAMP", event) == text)
        }
        let dates = [Date.distantPast, moment, moment.addingTimeInterval(1), .distantFuture]
        let numbers = dates.compactMap { date in
            event.lastModified = date
            return value("SEQUENCE", event).flatMap(Int.init)
        }
        #expect(numbers.count == 4 && numbers == numbers.sorted() && numbers[1] < numbers[2])
    }
}

/// The input of a calendar has no bounds, but its output has.
struct ICalendarExtremeTests {
    private func text(_ text: String = "", madeAt: Date = Date(timeIntervalSince1970: 0), changedAt moment: Double = 0)
        -> String
    {
        var event = ICalendarEvent(
            uid: "one", summary: text, description: text, day: Day(number: .max), madeAt: madeAt,
            lastModified: Date(timeIntervalSince1970: moment))
        event.recurrence = ICalendarEvent.Recurrence(.weekly, every: .max)
        return ICalendar(name: text, events: [event]).text
    }

    private func sequence(_ moment: Double, madeAt: Date = Date(timeIntervalSince1970: 0)) -> Int {
        let line = text(madeAt: madeAt, changedAt: moment).components(separatedBy: "\r\n").first {
            $0.hasPrefix("SEQUENCE:")
        }
        return line.flatMap { Int($0.dropFirst(9)) } ?? -1
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity, 1e300, -1e300, 253_402_300_800])
    func `a moment that a calendar cannot contain becomes the nearest one that it can`(_ moment: Double) {
        let isLate = moment > 0
        #expect(text(changedAt: moment).contains(isLate ? "DTSTAMP:99991231T235959Z" : "DTSTAMP:19700101T000000Z"))
        #expect((0..<Int(Int32.max)).contains(sequence(moment)))
        #expect(sequence(0, madeAt: Date(timeIntervalSince1970: moment)) == 0)
    }

    @Test func `a sequence number rises with each change for 63 years, and after that never falls or ends`() {
        let made = Date(timeIntervalSince1970: 1_900_000_000)
        #expect(sequence(1_900_000_000, madeAt: made) == 0 && sequence(1_900_000_001, madeAt: made) == 1)
        // 2088-02-01 and a second later; 63 years after the event was made; and all centuries until the calendar ends.
        #expect(sequence(3_726_691_200, madeAt: made) + 1 == sequence(3_726_691_201, madeAt: made))
        #expect(sequence(3_900_000_000, madeAt: made) < sequence(3_900_001_800, madeAt: made))
        let numbers = (0...84).map { sequence(1_900_000_000 + 3_000_000_000 * Double($0), madeAt: made) }
        #expect(zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 })
        #expect(sequence(.infinity) < Int(Int32.max))
    }

    @Test(arguments: ["\u{301}", "\r\n", ",;", "👩\u{200D}"])
    func `a text of a megabyte is folded, and unfolds to the original text`(_ piece: String) {
        let count = 1_000_000 / piece.utf8.count
        let event = ICalendarEvent(
            uid: "one", summary: String(repeating: piece, count: count), day: Day(number: 0), lastModified: .distantPast
        )
        let bytes = Array(ICalendar(name: "", events: [event]).text.utf8)
        let lines = bytes.split(separator: UInt8(ascii: "\n")).filter { $0.first == UInt8(ascii: " ") }
        #expect(lines.allSatisfy { $0.last == UInt8(ascii: "\r") && $0.count <= 76 })
        let escaped = piece == "\r\n" ? "\\n" : piece == ",;" ? "\\,\\;" : piece
        // The first line is not among them. It has 75 octets with its name.
        let rest = lines.reduce(0) { $0 + $1.count - 2 }
        #expect((escaped.utf8.count * count - 67 - rest).magnitude <= 3)
    }
}
