public import Atrium
public import AtriumCourses
internal import AtriumMail

/// The suggestions and goals of one organization.
///
/// The methods for suggesting are here. The member's side, goals, reminders and the calendar are in extensions.
public struct SuggestionService: Sendable {
    let tenant: TenantContext
    let courses: CourseService
    let mail: MailService
    /// The settings of the module.
    let reminderDays: [Int]
    let reminderHour: Int
    let calendarLink: @Sendable (String) -> String
    let limit: Int
    let pageSize: Int

    var store: Store { tenant.store }

    /// Suggests a course to an audience and returns the suggestion's id. If the principal already suggests the course to that
    /// audience, the note and due date change instead. If they are the same, nothing changes. The suggestions of other members
    /// stay unchanged.
    ///
    /// Administrators suggest to everybody, supervisors to their teams and the people in them, managers to single people.
    /// Throws `CourseError.unknown`, `TeamError`, `MemberError` or ``SuggestionError``.
    @discardableResult
    public func suggest(
        _ course: CourseID, to audience: Audience, note: String = "", due: Due? = nil, as principal: Principal
    ) async throws -> ID<Suggestion> {
        try await store.write(as: principal, audience.permission, in: audience.scope) { work in
            try put(known: course, audience, note, due, in: work)
        }
    }

    /// Changes the note and due date of the principal's own suggestion. Throws ``SuggestionError/notOwn`` for a suggestion of
    /// another member.
    public func change(
        _ id: ID<Suggestion>, note: String, due: Due?, as principal: Principal
    ) async throws {
        try await store.write(as: principal, .suggestToPeople, in: .anywhere) { work in
            let suggestion = try requireNotWithdrawn(id, in: work)
            guard suggestion.suggestedBy == principal.member else { throw SuggestionError.notOwn }
            _ = try put(suggestion.course, suggestion.audience, note, due, in: work)
        }
    }

    /// Withdraws the principal's own suggestion. A principal who may suggest to everybody may withdraw every suggestion. What
    /// members learned through it stays in their record.
    public func withdraw(_ id: ID<Suggestion>, as principal: Principal) async throws {
        try await store.write(as: principal, .suggestToPeople, in: .anywhere) { work in
            let suggestion = try requireNotWithdrawn(id, in: work)
            guard
                try suggestion.suggestedBy == principal.member || work.reach(of: .suggestToOrganization).everyone
            else { throw SuggestionError.notOwn }
            try end("id = \(suggestion.id)", in: work)
            try work.setSubject("suggestion", id)
        }
    }

    /// One page of the suggestions in the principal's reach, the newest first: all suggestions, or those to the principal's
    /// teams and the people in them.
    public func list(
        _ query: SuggestionQuery = SuggestionQuery(), as principal: Principal
    ) async throws -> SuggestionPage {
        try await store.read(as: principal, .suggestToPeople, in: .anywhere) { work in
            let page = try query.page(in: work, reach: work.reach(of: .suggestToPeople), stride: pageSize)
            let titles = try Set(page.suggestions.map(\.course)).map { ($0, try courses.course($0, in: work)?.title) }
            let people = page.suggestions.flatMap { [$0.suggestedBy, $0.audience.person].compactMap(\.self) }
            return SuggestionPage(
                suggestions: page.suggestions,
                titles: Dictionary(uniqueKeysWithValues: titles).compactMapValues(\.self),
                names: try work.names(of: people), withdrawsAll: try work.reach(of: .suggestToOrganization).everyone,
                next: page.next)
        }
    }

    /// One suggestion in the principal's reach that is not withdrawn.
    public func suggestion(_ id: ID<Suggestion>, as principal: Principal) async throws -> Suggestion {
        try await store.read(as: principal, .suggestToPeople, in: .anywhere) { try requireNotWithdrawn(id, in: $0) }
    }

    // MARK: - Inside another module's unit

    /// Suggests a course in the name of a member, in a unit of another module that does what the member approved before. If the
    /// member already suggests the course to that audience, the suggestion stays as it is, with its note and its due date. The
    /// member needs the permission at this moment. Throws like ``suggest(_:to:note:due:as:)``.
    @discardableResult
    public func suggest(
        _ course: CourseID, to audience: Audience, note: String = "", by member: MemberID, in work: UnitOfWork
    ) throws -> ID<Suggestion> {
        try store.within(work) { own in
            try own.require(audience.permission, in: audience.scope, by: .member(member))
            let standing = try own.first(
                """
                SELECT id FROM suggestions_suggestion WHERE withdrawn_at IS NULL
                    AND (audience, course_id, suggested_by) = (\(audience), \(course), \(member))
                """, as: ID<Suggestion>.self)
            if let standing { return standing }
            return try put(known: course, audience, note, nil, by: member, in: own)
        }
    }

    /// The suggestions to a team that are not withdrawn, the newest first, without retired courses. There are up to 200. A
    /// consequence of the caller's act: it checks no permission.
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

    /// A suggestion that is not withdrawn and is in the principal's reach. For the principal's own suggestion, the principal
    /// must still be allowed to make it. A suggestion out of reach gets the same error as an unknown one.
    private func requireNotWithdrawn(_ id: ID<Suggestion>, in work: UnitOfWork) throws -> Suggestion {
        let suggestion = try work.first(
            "SELECT \(Suggestion.columns) FROM suggestions_suggestion s WHERE s.id = \(id) AND s.withdrawn_at IS NULL",
            make: Suggestion.init)
        guard let suggestion, try work.reach(of: .suggestToPeople).contains(suggestion.audience, in: work) else {
            throw SuggestionError.unknown
        }
        if suggestion.suggestedBy == work.principal.member {
            try work.require(suggestion.audience.permission, in: suggestion.audience.scope)
        }
        return suggestion
    }

    /// Makes a suggestion, if the course and the audience exist.
    private func put(
        known course: CourseID, _ audience: Audience, _ note: String, _ due: Due?, by member: MemberID? = nil,
        in work: UnitOfWork
    ) throws -> ID<Suggestion> {
        try audience.require(in: work)
        guard let known = try courses.course(course, in: work) else { throw CourseError.unknown }
        guard known.retiredAt == nil else { throw SuggestionError.courseRetired }
        return try put(course, audience, note, due, by: member, in: work)
    }

    private func put(
        _ course: CourseID, _ audience: Audience, _ note: String, _ due: Due?, by member: MemberID? = nil,
        in work: UnitOfWork
    ) throws -> ID<Suggestion> {
        try Note.check(note)
        guard due?.isValid ?? true else { throw SuggestionError.invalidDue }
        let capacity = try ActingRole(of: member, for: audience.permission, towards: audience, in: work)
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
        try work.setSubject("suggestion", standing)
        try wakeNextMorning(in: work)
        return standing
    }

    /// Withdraws the suggestions that match a condition and are not withdrawn yet.
    func end(_ condition: SQL, in work: UnitOfWork) throws {
        try work.run(
            """
            UPDATE suggestions_suggestion
            SET withdrawn_at = \(work.now), changed_at = max(changed_at + 1000, \(work.now))
            WHERE withdrawn_at IS NULL AND \(condition)
            """)
    }
}
