internal import Atrium
internal import AtriumCourses

internal import struct Foundation.Date
internal import struct Foundation.TimeZone

/// What is suggested to one member at this moment: what is addressed to them, to a team of theirs, or to everybody.
///
/// It is computed on reading, so that whoever joins has it at once and whoever leaves does not keep it.
struct Inbox {
    /// How long what was withdrawn is still shown as such.
    static let farewell = 30.0 * 86_400

    let work: UnitOfWork
    let member: StoredMember
    let zone: TimeZone
    let courses: CourseService
    /// The teams of today, with the time of joining.
    private let joined: [TeamID: Date]
    /// All teams that the member ever was in, with the last time that they joined or left.
    private let moved: [TeamID: Date]

    init(of member: StoredMember, _ courses: CourseService, zone: TimeZone, in work: UnitOfWork) throws {
        (self.work, self.member, self.courses, self.zone) = (work, member, courses, zone)
        let periods = try work.teamPeriods(of: member.id)
        joined = Dictionary(periods.filter { $0.until == nil }.map { ($0.team, $0.from) }, uniquingKeysWith: max)
        moved = Dictionary(periods.map { ($0.team, $0.until ?? $0.from) }, uniquingKeysWith: max)
    }

    /// The suggestions of one course that lead to it or did.
    struct MergedSuggestion {
        let course: CourseID
        /// What stands, or was withdrawn of late if nothing does; the oldest first.
        let suggestions: [Suggestion]
        let due: Day?
        let changedAt: Date

        var isWithdrawn: Bool { suggestions.allSatisfy { $0.withdrawnAt != nil } }
        /// An answer holds as long as a suggestion stands that it answered.
        var since: Date { suggestions.map(\.suggestedAt).min() ?? .distantPast }
    }

    /// What is suggested, by course (of all, unless some are named), as far as its reader may see the audiences.
    func merged(
        of wanted: [CourseID]? = nil, visible isVisible: (Audience) -> Bool = { _ in true }
    ) throws -> [MergedSuggestion] {
        let audiences = [.organization, .member(member.id)] + moved.keys.map(Audience.team)
        let rows = try work.rows(
            """
            SELECT \(Suggestion.columns) FROM suggestions_suggestion s
            WHERE s.audience IN (SELECT value FROM json_each(\(json: audiences.filter(isVisible))))
                AND (\(wanted == nil) OR s.course_id IN (SELECT value FROM json_each(\(json: wanted ?? []))))
            ORDER BY s.id
            """, make: Suggestion.init)
        return Dictionary(grouping: rows, by: \.course).compactMap { course, rows in
            let addressed = rows.filter { beginning(of: $0.audience) != nil }
            let standing = addressed.filter { $0.withdrawnAt == nil }
            let shown = standing.isEmpty ? addressed.filter(isOfLate) : standing
            guard !shown.isEmpty else { return nil }
            let changes = rows.map(\.changedAt) + rows.compactMap { moved($0.audience) } + [member.joinedAt]
            return MergedSuggestion(
                course: course, suggestions: shown, due: shown.compactMap(day).min(),
                changedAt: changes.max() ?? member.joinedAt)
        }
    }

    /// What strands are for the member: those with a due day first, then the rest, the oldest first.
    func items(of merged: [MergedSuggestion]) throws -> [SuggestedCourse] {
        guard !merged.isEmpty else { return [] }
        let answers = try answers()
        let participations = Dictionary(
            try courses.participations(of: member.id, in: work).map { ($0.course, $0) },
            uniquingKeysWith: { first, _ in first })
        let sorted = merged.sorted { left, right in
            (left.due?.number ?? .max, left.since, left.course) < (right.due?.number ?? .max, right.since, right.course)
        }
        return try sorted.compactMap { suggestion in
            let participation = participations[suggestion.course]
            guard let course = try courses.course(suggestion.course, in: work) else { return nil }
            // Nobody new is enrolled in a retired course: it stays for who is, and for who is done.
            if course.retiredAt != nil, participation?.state != .enrolled, participation?.completedAt == nil {
                return nil
            }
            return SuggestedCourse(
                course: course, state: state(suggestion, answers[suggestion.course], participation),
                due: suggestion.due,
                sources: try suggestion.suggestions.map(source), changedAt: suggestion.changedAt)
        }
    }

    // MARK: - Steps

    /// When the member became one of an audience; `nil` for who is none of it.
    private func beginning(of audience: Audience) -> Date? {
        if case .team(let id) = audience { joined[id] } else { member.joinedAt }
    }

    private func moved(_ audience: Audience) -> Date? { if case .team(let id) = audience { moved[id] } else { nil } }

    private func isOfLate(_ suggestion: Suggestion) -> Bool {
        guard let end = suggestion.withdrawnAt, let beginning = beginning(of: suggestion.audience) else { return false }
        return end > work.now.addingTimeInterval(-Self.farewell) && end > beginning
    }

    private func day(of suggestion: Suggestion) -> Day? {
        switch suggestion.due {
        case .on(let day): day
        case .afterJoining(let days):
            Day(max(beginning(of: suggestion.audience) ?? member.joinedAt, suggestion.dueSince), in: zone)
                .advanced(by: days)
        case nil: nil
        }
    }

    private func source(_ suggestion: Suggestion) throws -> SuggestedCourse.Source {
        var team: String?
        if case .team(let id) = suggestion.audience { team = try work.team(id)?.name }
        return SuggestedCourse.Source(
            audience: suggestion.audience, team: team, note: suggestion.note, due: day(of: suggestion),
            suggester: try Suggester(suggestion.suggestedBy, as: suggestion.role, in: work))
    }

    private func answers() throws -> [CourseID: (answer: Answer, at: Date)] {
        let rows = try work.rows(
            "SELECT course_id, answer, answered_at FROM suggestions_answer WHERE member_id = \(member.id)",
            as: CourseID.self, Answer.self, Date.self)
        return Dictionary(rows.map { ($0.0, (answer: $0.1, at: $0.2)) }, uniquingKeysWith: { first, _ in first })
    }

    private func state(
        _ suggestion: MergedSuggestion, _ answer: (answer: Answer, at: Date)?, _ participation: Participation?
    ) -> SuggestedCourse.State {
        if suggestion.isWithdrawn { return .withdrawn }
        // A retake that failed leaves done what was suggested before the completion; one that lasts begins it again.
        let isDone = participation?.completedAt ?? .distantPast >= suggestion.since && participation?.state != .enrolled
        if isDone || participation?.state == .completed { return .done }
        let isOpen = participation?.state == .enrolled || participation?.state == .notEnrolled
        let lastActiveAt = isOpen ? participation?.lastActiveAt : nil
        guard let answer, answer.at >= suggestion.since else { return lastActiveAt == nil ? .suggested : .started }
        if let lastActiveAt, answer.answer != .declined || lastActiveAt > answer.at { return .started }
        return answer.answer.state
    }
}
