public import Atrium
public import AtriumCourses

/// The member's side: what is suggested to a member, and how they answer.
extension SuggestionService {
    /// The courses that are suggested to a member now, each once, sorted by due day. The member may read them, and so may
    /// leaders with the member in their reach. A supervisor does not see what is suggested to other teams. Reading marks
    /// nothing as seen.
    public func suggestions(of member: MemberID, as principal: Principal) async throws -> [SuggestedCourse] {
        try await store.read(as: principal, .viewSuggestions, in: .member(member)) { work in
            let suggestions = try suggestions(of: member, in: work)
            let reach = try work.reach(of: .viewSuggestions)
            return try suggestions.items(
                of: suggestions.merged { audience in
                    guard case .team(let team) = audience else { return true }
                    return reach.everyone || reach.oneself == member || reach.teams.contains(team)
                })
        }
    }

    /// Records that the member saw suggested courses, up to 1,000. It skips courses that are not, or no longer, suggested to
    /// the member.
    public func markSeen(_ courses: [CourseID], of member: MemberID, as principal: Principal) async throws {
        try await store.write(as: principal, .answerSuggestions, in: .member(member)) { work in
            guard courses.count <= 1000 else { throw SuggestionError.tooManyCourses }
            let wanted = Set(courses)
            let merged = try suggestions(of: member, in: work).merged()
            for suggestion in merged where wanted.contains(suggestion.course) && !suggestion.isWithdrawn {
                try put(.seen, to: suggestion, of: member, in: work)
            }
        }
    }

    /// Accepts a suggested course, even after the member declined it. Throws ``SuggestionError/unknown`` if the course is not
    /// suggested to the member.
    public func accept(_ course: CourseID, of member: MemberID, as principal: Principal) async throws {
        try await answer(.accepted, course, of: member, as: principal)
    }

    /// Declines a suggested course. Reminders leave it out until all present suggestions of it are withdrawn. Throws
    /// ``SuggestionError/unknown`` if the course is not suggested to the member.
    public func decline(_ course: CourseID, of member: MemberID, as principal: Principal) async throws {
        try await answer(.declined, course, of: member, as: principal)
    }

    // MARK: - Steps

    private func answer(
        _ answer: Answer, _ course: CourseID, of member: MemberID, as principal: Principal
    ) async throws {
        try await store.write(as: principal, .answerSuggestions, in: .member(member)) { work in
            let suggestion = try suggestions(of: member, in: work).merged().first {
                $0.course == course && !$0.isWithdrawn
            }
            guard let suggestion else { throw SuggestionError.unknown }
            try put(answer, to: suggestion, of: member, in: work)
        }
    }

    /// Stores an answer with the time when it was first given. `seen` does not replace another answer.
    private func put(
        _ answer: Answer, to suggestion: MemberSuggestions.MergedSuggestion, of member: MemberID, in work: UnitOfWork
    )
        throws
    {
        try work.run(
            """
            INSERT INTO suggestions_answer AS a VALUES (\(member), \(suggestion.course), \(answer), \(max(work.now, suggestion.since)))
            ON CONFLICT DO UPDATE SET answer = excluded.answer, answered_at = excluded.answered_at
            WHERE a.answered_at < \(suggestion.since) OR (excluded.answer <> 'seen' AND excluded.answer <> a.answer)
            """)
    }

    func suggestions(of member: MemberID, in work: UnitOfWork) throws -> MemberSuggestions {
        guard let stored = try work.member(member) else { throw MemberError.unknown }
        return try MemberSuggestions(of: stored, courses, zone: work.organization().timeZone, in: work)
    }
}
