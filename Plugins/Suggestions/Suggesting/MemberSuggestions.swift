internal import Atrium
internal import AtriumCourses

internal import struct Foundation.Date
internal import struct Foundation.TimeZone

/// What is suggested to one member now: to the member, to a team that they are in, or to everybody.
///
/// It is computed when it is read. A member who joins a team therefore has its suggestions immediately, and a member who leaves
/// does not keep them.
struct MemberSuggestions {
    /// How long a withdrawn suggestion or goal is still shown, in seconds.
    static let withdrawnRetention = 30.0 * 86_400

    let work: UnitOfWork
    let member: StoredMember
    let zone: TimeZone
    let courses: CourseService
    /// The teams that the member is in now, with the time of joining.
    private let joined: [TeamID: Date]
    /// All teams that the member ever was in, with the last time when they joined or left.
    private let lastMoves: [TeamID: Date]

    init(of member: StoredMember, _ courses: CourseService, zone: TimeZone, in work: UnitOfWork) throws {
        (self.work, self.member, self.courses, self.zone) = (work, member, courses, zone)
        let periods = try work.teamPeriods(of: member.id)
        joined = Dictionary(periods.filter { $0.until == nil }.map { ($0.team, $0.from) }, uniquingKeysWith: max)
        lastMoves = Dictionary(periods.map { ($0.team, $0.until ?? $0.from) }, uniquingKeysWith: max)
    }

    /// All suggestions of one course to the member.
    struct MergedSuggestion {
        let course: CourseID
        /// The suggestions that are not withdrawn; if there are none, the ones that were withdrawn recently. The oldest comes
        /// first.
        let suggestions: [Suggestion]
        let due: Day?
        let changedAt: Date

        var isWithdrawn: Bool { suggestions.allSatisfy { $0.withdrawnAt != nil } }
        /// The time of the oldest suggestion. An answer counts only if it was given then or later.
        var since: Date { suggestions.map(\.suggestedAt).min() ?? .distantPast }
    }

    /// The suggestions merged by course, for all courses or for the wanted ones. Suggestions to audiences that the reader may
    /// not see are left out.
    func merged(
        of wanted: [CourseID]? = nil, visible isVisible: (Audience) -> Bool = { _ in true }
    ) throws -> [MergedSuggestion] {
        let audiences = [.organization, .member(member.id)] + lastMoves.keys.map(Audience.team)
        let rows = try work.rows(
            """
            SELECT \(Suggestion.columns) FROM suggestions_suggestion s
            WHERE s.audience IN (SELECT value FROM json_each(\(json: audiences.filter(isVisible))))
                AND (\(wanted == nil) OR s.course_id IN (SELECT value FROM json_each(\(json: wanted ?? []))))
            ORDER BY s.id
            """, make: Suggestion.init)
        return Dictionary(grouping: rows, by: \.course).compactMap { course, rows in
            let addressed = rows.filter { joinDate(of: $0.audience) != nil }
            let current = addressed.filter { $0.withdrawnAt == nil }
            let shown = current.isEmpty ? addressed.filter(isRecentlyWithdrawn) : current
            guard !shown.isEmpty else { return nil }
            let changes = rows.map(\.changedAt) + rows.compactMap { lastMove($0.audience) } + [member.joinedAt]
            return MergedSuggestion(
                course: course, suggestions: shown, due: shown.compactMap(day).min(),
                changedAt: changes.max() ?? member.joinedAt)
        }
    }

    /// The merged suggestions as the member sees them, sorted by due day and then by age, the oldest first. Suggestions without
    /// a due day come last.
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
            // Nobody can enrol in a retired course any longer. It stays for members who are enrolled in it or have completed
            // it.
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

    /// When the member joined an audience; `nil` if the member is not in it.
    private func joinDate(of audience: Audience) -> Date? {
        if case .team(let id) = audience { joined[id] } else { member.joinedAt }
    }

    /// When the member last joined or left a team.
    private func lastMove(_ audience: Audience) -> Date? {
        if case .team(let id) = audience { lastMoves[id] } else { nil }
    }

    private func isRecentlyWithdrawn(_ suggestion: Suggestion) -> Bool {
        guard let end = suggestion.withdrawnAt, let joined = joinDate(of: suggestion.audience) else { return false }
        return end > work.now.addingTimeInterval(-Self.withdrawnRetention) && end > joined
    }

    private func day(of suggestion: Suggestion) -> Day? {
        switch suggestion.due {
        case .on(let day): day
        case .afterJoining(let days):
            Day(max(joinDate(of: suggestion.audience) ?? member.joinedAt, suggestion.dueSince), in: zone)
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
        return Dictionary(
            rows.map { course, answer, answeredAt in (course, (answer: answer, at: answeredAt)) },
            uniquingKeysWith: { first, _ in first })
    }

    private func state(
        _ suggestion: MergedSuggestion, _ answer: (answer: Answer, at: Date)?, _ participation: Participation?
    ) -> SuggestedCourse.State {
        if suggestion.isWithdrawn { return .withdrawn }
        // If the completion is newer than the suggestion, a failed retake keeps it done. A retake in progress opens it again.
        let isDone = participation?.completedAt ?? .distantPast >= suggestion.since && participation?.state != .enrolled
        if isDone || participation?.state == .completed { return .done }
        let isOpen = participation?.state == .enrolled || participation?.state == .notEnrolled
        let lastActiveAt = isOpen ? participation?.lastActiveAt : nil
        guard let answer, answer.at >= suggestion.since else { return lastActiveAt == nil ? .suggested : .started }
        if let lastActiveAt, answer.answer != .declined || lastActiveAt > answer.at { return .started }
        return answer.answer.state
    }
}
