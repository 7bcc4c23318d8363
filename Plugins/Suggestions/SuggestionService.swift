public import Atrium
public import AtriumCourses
internal import AtriumMail

/// The suggestions and goals of one organization.
///
/// Suggesting here; a member's side, goals, reminders and the calendar in extensions.
public struct SuggestionService: Sendable {
    let tenant: TenantContext
    let courses: CourseService
    let mail: MailService
    /// What the module was configured with.
    let reminderDays: [Int]
    let reminderHour: Int
    let limit: Int
    let pageSize: Int

    var store: Store { tenant.store }

    /// Suggests a course to an audience and returns the suggestion's id. Where the principal suggests it to that audience
    /// already, note and due date change instead; with nothing new, nothing does. What others suggest stands beside it.
    ///
    /// Administrators suggest to everybody, supervisors to their teams and the people in them, managers to single people.
    /// Throws `CourseError.unknown`, `TeamError`, `MemberError` or ``SuggestionError``.
    @discardableResult
    public func suggest(
        _ course: CourseID, to audience: Audience, note: String = "", due: Due? = nil, as principal: Principal
    ) async throws -> ID<Suggestion> {
        try await store.write(as: principal, audience.permission, in: audience.scope) { work in
            try audience.require(in: work)
            guard let known = try courses.course(course, in: work) else { throw CourseError.unknown }
            guard known.retiredAt == nil else { throw SuggestionError.courseRetired }
            return try put(course, audience, note, due, in: work)
        }
    }

    /// Changes note and due date of one's own suggestion. That of somebody else stands as they said it, and throws
    /// ``SuggestionError/notOwn``.
    public func change(
        _ id: ID<Suggestion>, note: String, due: Due?, as principal: Principal
    ) async throws {
        try await store.write(as: principal, .suggestToPeople, in: .anywhere) { work in
            let suggestion = try requireStanding(id, in: work)
            guard suggestion.suggestedBy == principal.member else { throw SuggestionError.notOwn }
            _ = try put(suggestion.course, suggestion.audience, note, due, in: work)
        }
    }

    /// Withdraws one's own suggestion, or anybody's for who may suggest to everybody. What members did by it stays in their
    /// record.
    public func withdraw(_ id: ID<Suggestion>, as principal: Principal) async throws {
        try await store.write(as: principal, .suggestToPeople, in: .anywhere) { work in
            let suggestion = try requireStanding(id, in: work)
            if suggestion.suggestedBy != principal.member { try work.require(.suggestToOrganization) }
            try end("id = \(suggestion.id)", in: work)
            try work.about("suggestion", id)
        }
    }

    /// A page of what was suggested in the principal's reach, the newest first: everything, or what went to one's teams and
    /// the people in them.
    public func list(
        _ query: SuggestionQuery = SuggestionQuery(), as principal: Principal
    ) async throws -> SuggestionPage {
        try await store.read(as: principal, .suggestToPeople, in: .anywhere) { work in
            try query.page(in: work, reach: work.reach(of: .suggestToPeople), stride: pageSize)
        }
    }

    // MARK: - Inside another module's unit

    /// What is suggested to a team and not withdrawn, the newest first, without retired courses; 200 at most. A
    /// consequence: it asks for no permission.
    public func suggestions(to team: TeamID, in work: UnitOfWork) throws -> [Suggestion] {
        try store.within(work) { own in
            try own.rows(
                """
                SELECT \(Suggestion.columns) FROM suggestions_suggestion s
                WHERE s.audience = \(Audience.team(team)) AND s.withdrawn_at IS NULL ORDER BY s.id DESC
                """, make: Suggestion.init
            ).filter { try courses.course($0.course, in: own)?.retiredAt == nil }
        }
    }

    // MARK: - Steps

    /// One that stands, is in the principal's reach, and that they may change. One out of reach is as unknown as any.
    private func requireStanding(_ id: ID<Suggestion>, in work: UnitOfWork) throws -> Suggestion {
        let suggestion = try work.first(
            "SELECT \(Suggestion.columns) FROM suggestions_suggestion s WHERE s.id = \(id) AND s.withdrawn_at IS NULL",
            make: Suggestion.init)
        guard let suggestion, try work.reach(of: .suggestToPeople).contains(suggestion.audience, in: work) else {
            throw SuggestionError.unknown
        }
        try work.require(suggestion.audience.permission, in: suggestion.audience.scope)
        return suggestion
    }

    private func put(
        _ course: CourseID, _ audience: Audience, _ note: String, _ due: Due?, in work: UnitOfWork
    ) throws -> ID<Suggestion> {
        try Note.check(note)
        guard due?.isValid ?? true else { throw SuggestionError.invalidDue }
        let capacity = try ActingRole(for: audience.permission, towards: audience, in: work)
        let (id, now): (ID<Suggestion>, _) = (try work.newID(), work.now)
        try work.run(
            """
            INSERT INTO suggestions_suggestion AS s VALUES (\(id), \(course), \(audience), \(note), \(due?.day),
                \(due?.daysAfterJoining), \(now), \(capacity.member), \(capacity.role), \(now), \(now), NULL)
            ON CONFLICT (audience, course_id, suggested_by) DO UPDATE SET
                id = iif(s.withdrawn_at IS NULL, s.id, excluded.id),
                suggested_at = iif(s.withdrawn_at IS NULL, s.suggested_at, excluded.suggested_at),
                due_since = iif(s.withdrawn_at IS NULL AND (s.due_day, s.due_after) IS (excluded.due_day, excluded.due_after),
                    s.due_since, excluded.due_since),
                note = excluded.note, due_day = excluded.due_day, due_after = excluded.due_after,
                suggested_as = excluded.suggested_as, withdrawn_at = NULL,
                changed_at = max(s.changed_at + 1000, excluded.changed_at)
            WHERE s.withdrawn_at IS NOT NULL
                OR (s.note, s.due_day, s.due_after) IS NOT (excluded.note, excluded.due_day, excluded.due_after)
            """)
        let count = try work.one(
            "SELECT count(*) FROM suggestions_suggestion WHERE audience = \(audience) AND withdrawn_at IS NULL",
            as: Int.self)
        guard count <= limit else { throw SuggestionError.tooMany }
        let standing = try work.one(
            """
            SELECT id FROM suggestions_suggestion
            WHERE (audience, course_id, suggested_by) = (\(audience), \(course), \(capacity.member))
            """, as: ID<Suggestion>.self)
        try work.about("suggestion", standing)
        try wakeNextMorning(in: work)
        return standing
    }

    /// Withdraws what a condition names and stands.
    func end(_ condition: SQL, in work: UnitOfWork) throws {
        try work.run(
            """
            UPDATE suggestions_suggestion
            SET withdrawn_at = \(work.now), changed_at = max(changed_at + 1000, \(work.now))
            WHERE withdrawn_at IS NULL AND \(condition)
            """)
    }
}
