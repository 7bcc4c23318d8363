public import Atrium
public import AtriumCalendar

/// The events that a module has for a member's own calendar. The module that keeps the address of the calendar asks for them
/// when it writes the calendar, in a unit that reads.
public struct FeedSource: Sendable {
    /// The events of a member. It checks no permission: the address of the calendar was checked.
    public let events: @Sendable (MemberID, UnitOfWork) throws -> [ICalendarEvent]

    /// Makes a source. A module contributes it to `ExtensionPoint.feedSources`.
    public init(_ events: @escaping @Sendable (MemberID, UnitOfWork) throws -> [ICalendarEvent]) {
        self.events = events
    }
}

extension ExtensionPoint where Value == FeedSource {
    /// The sources of all modules, besides what the module with the address has itself.
    public static var feedSources: ExtensionPoint<FeedSource> { ExtensionPoint("feeds.sources") }
}
