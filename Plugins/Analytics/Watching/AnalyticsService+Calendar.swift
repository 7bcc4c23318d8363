public import Atrium
internal import AtriumCalendar
internal import AtriumFeeds

/// The days of a member's reviews as a calendar feed.
extension AnalyticsService {
    /// Makes the secret token for the address of the principal's calendar of reviews. An older token ends. A person with the
    /// token sees when the reviews are, but no figure. The address ends with the review, and with the roles that let the member
    /// watch figures.
    public func makeCalendarToken(as principal: Principal) async throws -> String {
        try await store.write(as: principal, .watchFigures, in: .anywhere) { work in
            let member = try requireMember(in: work)
            guard try review(of: member, in: work) != nil else { throw WatchError.noReview }
            return try calendars.make(for: member, in: work)
        }
    }

    /// Ends the address of the principal's calendar, if there is one.
    public func revokeCalendarToken(as principal: Principal) async throws {
        try await store.write(as: principal, .watchFigures, in: .anywhere) { work in
            try calendars.end(of: requireMember(in: work), in: work)
        }
    }

    /// The calendar for a token, as `text/calendar` with one recurring event. Throws ``WatchError/invalidCalendar`` for every
    /// token that cannot be used.
    public func calendar(_ token: String, as principal: Principal) async throws -> String {
        try await store.read(as: principal, .viewReviewCalendar) { work in
            guard let person = try calendars.member(ofToken: token, in: work),
                let (review, changedAt) = try review(of: person.id, in: work)
            else { throw WatchError.invalidCalendar }
            let member = person.id
            do {
                try work.require(.watchFigures, in: .anywhere, by: .member(member))
            } catch is AccessError {
                throw WatchError.invalidCalendar
            }
            let language = try work.language(of: member)
            let name = language.text("\(try work.organization().name): review of key figures")
            var event = ICalendarEvent(
                uid: "review-\(member)@\(tenant.organization)", summary: name,
                description: language.text(
                    "Look at your watch list. Which figures missed their targets, and what will you do about it?"),
                day: review.first, madeAt: member.madeAt, lastModified: changedAt)
            event.recurrence = review.cycle.recurrence
            return ICalendar(name: name, events: [event]).text
        }
    }

    var calendars: CalendarAddresses { CalendarAddresses(in: "analytics_calendar", of: tenant) }
}

extension Review.Cycle {
    fileprivate var recurrence: ICalendarEvent.Recurrence {
        switch self {
        case .weekly: ICalendarEvent.Recurrence(.weekly)
        case .monthly: ICalendarEvent.Recurrence(.monthly)
        case .quarterly: ICalendarEvent.Recurrence(.monthly, every: 3)
        }
    }
}
