public import Atrium
internal import AtriumCalendar
internal import AtriumCourses
internal import AtriumFeeds

/// A member's calendar of what is due, for the member and for every person with its secret address.
///
/// It has the suggested courses with a due day that are neither done nor declined, and each goal in the member's list that is
/// not reached, and what other modules contribute (`FeedSource`). A withdrawn suggestion or goal is shown as
/// cancelled for 30 days. Everything else that ends is removed.
///
/// An event always keeps its UID. LAST-MODIFIED and SEQUENCE increase with each change of the event's suggestions or goal, and
/// when the member joins or leaves a team to which the course is suggested. An event shows the present names of courses, teams
/// and people, but a new name does not increase LAST-MODIFIED and SEQUENCE. A reader that depends on them may show the old name
/// until the next change.
extension SuggestionService {
    /// Makes the secret token of a calendar's address, `<organization id>.<secret>`, and ends the one before. It is shown only
    /// once, because only its digest is stored.
    public func makeCalendarToken(of member: MemberID, as principal: Principal) async throws -> String {
        try await store.write(as: principal, .answerSuggestions, in: .member(member)) { work in
            try calendars.make(for: member, in: work)
        }
    }

    /// Ends the calendar's address, if there is one.
    public func revokeCalendarToken(of member: MemberID, as principal: Principal) async throws {
        try await store.write(as: principal, .answerSuggestions, in: .member(member)) { work in
            try calendars.end(of: member, in: work)
        }
    }

    /// A member's calendar as `text/calendar`, for the member.
    public func calendar(of member: MemberID, as principal: Principal) async throws -> String {
        try await store.read(as: principal, .answerSuggestions, in: .member(member)) { work in
            guard let member = try work.member(member) else { throw MemberError.unknown }
            return try calendar(of: member, in: work)
        }
    }

    /// The calendar for a token, as `text/calendar`. Throws ``SuggestionError/invalidCalendar`` for every token that cannot be
    /// used.
    public func calendar(_ token: String, as principal: Principal) async throws -> String {
        try await store.read(as: principal, .viewCalendar) { work in
            guard let member = try calendars.member(ofToken: token, in: work) else {
                throw SuggestionError.invalidCalendar
            }
            return try calendar(of: member, in: work)
        }
    }

    // MARK: - Steps

    var calendars: CalendarAddresses { CalendarAddresses(in: "suggestions_calendar", of: tenant) }

    private func calendar(of member: StoredMember, in work: UnitOfWork) throws -> String {
        let organization = try work.organization()
        let suggestions = try MemberSuggestions(of: member, courses, zone: organization.timeZone, in: work)
        let items = try suggestions.items(of: suggestions.merged().filter { $0.due != nil })
        let goals = try progress(of: goals(of: member.id, in: work), in: work)
        let language = try work.language(of: member.id)
        let others = try tenant.contributions(to: .feedSources).flatMap { try $0.events(member.id, work) }
        return ICalendar(
            name: organization.name,
            events: items.compactMap { ICalendarEvent($0, of: member.id, in: language) }
                + goals.compactMap { ICalendarEvent($0, in: language) } + others
        ).text
    }
}

extension ICalendarEvent {
    /// The event of a course with a due day; `nil` if the course is done or declined.
    fileprivate init?(_ item: SuggestedCourse, of member: MemberID, in language: Language) {
        guard let day = item.due, item.state != .done, item.state != .declined else { return nil }
        let lines = item.sources.flatMap { [language.text($0.words), $0.note] } + [item.course.link ?? ""]
        self.init(
            uid: "\(member)/\(item.course.id)", summary: item.course.title,
            description: lines.filter { !$0.isEmpty }.joined(separator: "\n"), day: day, madeAt: member.madeAt,
            lastModified: item.changedAt)
        isCancelled = item.state == .withdrawn
    }

    /// The event of a goal; `nil` if the goal is reached.
    fileprivate init?(_ progress: GoalProgress, in language: Language) {
        guard progress.state != .reached else { return nil }
        let lines = [language.text("set by \(progress.setter.name)"), progress.goal.note]
        self.init(
            uid: "\(progress.goal.id)", summary: language.text("Goal: \(progress.aim)"),
            description: lines.filter { !$0.isEmpty }.joined(separator: "\n"), day: progress.goal.day,
            madeAt: progress.goal.id.madeAt, lastModified: progress.goal.changedAt)
        isCancelled = progress.state == .withdrawn
    }
}
