import AtriumCalendar
import AtriumValues
import Foundation
import Testing

struct ICalendarMessageTests {
    private let moment = Date(timeIntervalSince1970: 1_767_603_605)

    private func event(
        in zone: String = "Europe/Paris", until: Day? = Day(year: 2026, month: 4, day: 28)
    ) throws -> ICalendarEvent {
        var event = ICalendarEvent(
            uid: "one", summary: "Learning", day: Day(year: 2026, month: 1, day: 6), madeAt: moment,
            lastModified: moment.addingTimeInterval(5))
        event.time = ICalendarEvent.Time(
            hour: 23, minute: 30, minutes: 60, zone: try #require(TimeZone(identifier: zone)))
        event.recurrence = ICalendarEvent.Recurrence(.weekly, until: until)
        return event
    }

    private func lines(_ text: String) -> [String] {
        text.replacing("\r\n ", with: "").components(separatedBy: "\r\n")
    }

    @Test func `an invitation is written line by line as RFC 5545 and RFC 5546 say`() throws {
        let message = try ICalendarMessage(
            .request, event(), from: .init("Acme \"North\"", EmailAddress("no-reply@acme.example")),
            to: .init("Ada; Lovelace", EmailAddress("ada@acme.example")))
        #expect(
            lines(message.text) == [
                "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Atrium//Atrium//EN", "CALSCALE:GREGORIAN",
                "METHOD:REQUEST", "BEGIN:VTIMEZONE", "TZID:Europe/Paris", "BEGIN:STANDARD", "DTSTART:20260105T000000",
                "TZOFFSETFROM:+0100", "TZOFFSETTO:+0100", "END:STANDARD", "BEGIN:DAYLIGHT", "DTSTART:20260329T020000",
                "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "END:DAYLIGHT", "END:VTIMEZONE", "BEGIN:VEVENT", "UID:one",
                "DTSTAMP:20260105T090010Z", "LAST-MODIFIED:20260105T090010Z", "SEQUENCE:5",
                "DTSTART;TZID=Europe/Paris:20260106T233000", "DTEND;TZID=Europe/Paris:20260107T003000",
                "RRULE:FREQ=WEEKLY;INTERVAL=1;UNTIL=20260428T213000Z",
                "ORGANIZER;CN=\"Acme North\":mailto:no-reply@acme.example",
                "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE;CN=\"Ada; Lovelace\":mailto:ada@acme.example",
                "SUMMARY:Learning", "STATUS:CONFIRMED", "TRANSP:OPAQUE", "END:VEVENT", "END:VCALENDAR", "",
            ])
    }

    @Test func `a cancellation has its method and its status, whatever the event says`() throws {
        let person = ICalendarMessage.Participant("A", try EmailAddress("a@acme.example"))
        let text = try lines(ICalendarMessage(.cancel, event(), from: person, to: person).text)
        #expect(text.contains("METHOD:CANCEL") && text.contains("STATUS:CANCELLED"))
    }

    @Test(arguments: [
        ("Europe/Paris", 10), ("America/New_York", 10), ("Asia/Tokyo", 0), ("Asia/Kathmandu", 0), ("GMT", 0),
        ("Australia/Lord_Howe", 10),
    ])
    func `a feed has each change of the clock in five years, if the event repeats for ever`(
        zone: String, changes: Int
    ) throws {
        let calendar = ICalendar(name: "A", events: [try event(in: zone, until: nil), try event(in: zone)])
        let text = lines(calendar.text)
        #expect(text.count { $0 == "BEGIN:VTIMEZONE" } == 1)
        let parts = text.count { $0 == "BEGIN:STANDARD" || $0 == "BEGIN:DAYLIGHT" }
        #expect(parts == changes + 1)
        #expect(!text.contains { $0.hasPrefix("METHOD") })
    }

    @Test func `a name cannot add a property`() throws {
        let hostile = ICalendarMessage.Participant(
            "A\r\nATTENDEE:mailto:x@evil.example\u{7F}\"", try EmailAddress("a@acme.example"))
        let text = try lines(ICalendarMessage(.request, event(), from: hostile, to: hostile).text)
        #expect(!text.contains { $0.hasPrefix("ATTENDEE:mailto:x") })
        #expect(text.count { $0.hasPrefix("ATTENDEE") } == 1)
    }
}
