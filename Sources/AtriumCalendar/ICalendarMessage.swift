public import AtriumValues

/// A message about one event to one person (RFC 5546): an invitation, a change of it, or its end. A mail carries it as
/// `text/calendar` with the same method (RFC 6047).
///
/// It names nobody but the person to whom it goes.
public struct ICalendarMessage: Sendable, Equatable {
    /// What the message asks of the calendar program.
    public enum Method: String, Sendable {
        /// Put the event into the calendar, or change it there.
        case request = "REQUEST"
        /// Take the event away.
        case cancel = "CANCEL"
    }

    /// Somebody with an address.
    public struct Participant: Sendable, Equatable {
        /// The name that calendar programs show.
        public let name: String
        /// The address of mail.
        public let address: EmailAddress

        /// Makes a participant.
        public init(_ name: String, _ address: EmailAddress) { (self.name, self.address) = (name, address) }

        /// A property whose value is the address. A name in quotes can hold neither quotes nor control characters.
        func line(_ property: String) -> ContentLine {
            let shown = String(
                String.UnicodeScalarView(name.unicodeScalars.filter { $0 != "\"" && TextRule.canStandInLine($0) }))
            return ContentLine("\(property);CN=\"\(shown)\"", "mailto:\(address)")
        }
    }

    /// What the message asks.
    public let method: Method
    /// The event. Each message about it has a later `lastModified`, and so a higher SEQUENCE.
    public let event: ICalendarEvent
    /// Who invites. Calendar programs send answers there.
    public let organizer: Participant
    /// The person to whom the message goes.
    public let attendee: Participant

    /// Makes a message.
    public init(_ method: Method, _ event: ICalendarEvent, from organizer: Participant, to attendee: Participant) {
        (self.method, self.event, self.organizer, self.attendee) = (method, event, organizer, attendee)
    }

    /// The message as `text/calendar` in UTF-8, with CRLF line ends and lines of 75 octets at most.
    public var text: String {
        var event = event
        event.isCancelled = method == .cancel
        let participants = [
            organizer.line("ORGANIZER"),
            attendee.line("ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE"),
        ]
        return ICalendar.text(
            properties: [ContentLine("METHOD", method.rawValue)], [event], event.lines(with: participants))
    }
}
