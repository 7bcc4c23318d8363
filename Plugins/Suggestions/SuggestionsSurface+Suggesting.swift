internal import Atrium
internal import AtriumCourses
internal import AtriumSurfaces

/// What is said with a suggestion: why, and when it is due.
protocol SuggestionAct: Act where Provider == Suggestions {
    var note: String? { get }
    var due: Day? { get }
    var days: Int? { get }
}

extension SuggestionAct {
    fileprivate static var noteField: Field<Self, String?> {
        Field("note", { $0.note }, .optional(.lines), "Note", help: "Why this course.")
    }
    fileprivate static var dueField: Field<Self, Day?> {
        Field("due", { $0.due }, .optional(.day), "Due", help: "The same day for everybody.")
    }
    fileprivate static var daysField: Field<Self, Int?> {
        Field(
            "days", { $0.days }, .optional(.integer(0...3650)), "Or days after joining",
            help: "Counted for each person, also for those who join later.")
    }

    fileprivate func wantedDue() throws(InvalidFields) -> Due? {
        switch (due, days) {
        case (nil, nil): nil
        case (let day?, nil): .on(day)
        case (nil, let days?): .afterJoining(days: days)
        case (_?, _?): throw InvalidFields(["days": "cannot be given together with a day"])
        }
    }
}

/// Suggests a course.
protocol CourseSuggestionAct: SuggestionAct {
    var course: CourseID? { get }
}

extension CourseSuggestionAct {
    fileprivate static var courseField: Field<Self, CourseID?> {
        Field("course", { $0.course }, .required(.course), "Course")
    }

    fileprivate func suggest(
        to audience: Audience, in service: SuggestionService, as principal: Principal
    ) async throws {
        guard let course else { throw InvalidFields.missing("course") }
        try await service.suggest(course, to: audience, note: note ?? "", due: wantedDue(), as: principal)
    }
}

/// Suggests a course to an audience.
protocol SuggestAct: CourseSuggestionAct {
    var audience: Audience { get }
}

extension SuggestAct {
    static var repetition: Repetition { .harmless }

    func perform(in service: SuggestionService, for caller: Caller) async throws -> Outcome {
        try await suggest(to: audience, in: service, as: caller.principal)
        return Outcome("The course is suggested.", next: SuggestionsTable())
    }
}

/// Suggests a course to one member.
struct SuggestToMember: SuggestAct {
    let member: MemberID
    let course: CourseID?
    let note: String?
    let due: Day?
    let days: Int?

    var audience: Audience { .member(member) }

    static let name: SurfaceName = "suggest-to-member"
    static let title: Words = "Suggest a course"
    static let needs = Need<Self>(.suggestToPeople) { .member($0.member) }
    static let places: [Place<Self>] = [
        .row(of: MembersTable.self) { $0.member.state == .active ? Self(to: $0.id) : nil }, .member { Self(to: $0) },
    ]
    static let form = Form(
        Self.init(member:course:note:due:days:), Field("member", \.member, .member, "Member"), courseField, noteField,
        dueField, daysField)
}

extension SuggestToMember {
    private init(to member: MemberID) { self.init(member: member, course: nil, note: nil, due: nil, days: nil) }
}

/// Suggests a course to the members who were ticked, or to all who match, each by themselves.
struct SuggestToMembers: CourseSuggestionAct, BulkMemberAct {
    let members: Selection<MembersTable>
    let course: CourseID?
    let note: String?
    let due: Day?
    let days: Int?

    static let name: SurfaceName = "suggest-to-members"
    static let title: Words = "Suggest a course"
    static let help: Words = "It is suggested to each of these members, and not to those who join later."
    static let needs = Need<Self>(.suggestToPeople, .viewMembers, in: .anyTeam)
    static let effect: Words = "gets the suggestion"
    static let places: [Place<Self>] = [
        .selection(of: MembersTable.self) { Self(members: $0, course: nil, note: nil, due: nil, days: nil) },
        .selection(of: FollowUpTable.self) {
            Selection($0).map { Self(members: $0, course: nil, note: nil, due: nil, days: nil) }
        },
    ]
    static let form = Form(
        Self.init, Field("members", \.members, .selection(of: MembersTable.self), "Members"), courseField, noteField,
        dueField, daysField)
    var next: any Surface { SuggestionsTable() }

    func act(on member: MemberID, in service: SuggestionService, for caller: Caller) async throws {
        try await suggest(to: .member(member), in: service, as: caller.principal)
    }
}

/// Suggests a course to a team, also to those who join later.
struct SuggestToTeam: SuggestAct {
    let team: TeamID
    let course: CourseID?
    let note: String?
    let due: Day?
    let days: Int?

    var audience: Audience { .team(team) }

    static let name: SurfaceName = "suggest-to-team"
    static let title: Words = "Suggest a course"
    static let help: Words = "It is suggested to everybody who is in the team now or joins later."
    static let needs = Need<Self>(.suggestToTeams) { .team($0.team) }
    static let places: [Place<Self>] = [
        .row(of: TeamsTable.self) { $0.archivedAt == nil ? Self(to: $0.id) : nil }, .team { Self(to: $0) },
    ]
    static let form = Form(
        Self.init(team:course:note:due:days:), Field("team", \.team, .team, "Team"), courseField, noteField, dueField,
        daysField)
}

extension SuggestToTeam {
    private init(to team: TeamID) { self.init(team: team, course: nil, note: nil, due: nil, days: nil) }
}

/// Suggests a course to everybody.
struct SuggestToEverybody: SuggestAct {
    let course: CourseID?
    let note: String?
    let due: Day?
    let days: Int?

    var audience: Audience { .organization }

    static let name: SurfaceName = "suggest-to-everybody"
    static let title: Words = "Suggest a course to everybody"
    static let needs = Need<Self>(.suggestToOrganization)
    static let places: [Place<Self>] = [
        .beside(SuggestionsTable.self),
        .row(of: CatalogueTable.self) {
            $0.retiredAt == nil ? Self(course: $0.id, note: nil, due: nil, days: nil) : nil
        },
    ]
    static let form = Form(Self.init, courseField, noteField, dueField, daysField)
}

/// Changes the note and the due date of one's own suggestion.
struct ChangeSuggestion: SuggestionAct {
    let suggestion: ID<Suggestion>
    let note: String?
    let due: Day?
    let days: Int?

    static let name: SurfaceName = "change"
    static let title: Words = "Change"
    static let needs = Need<Self>(.suggestToPeople, in: .anyTeam)
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [
        .row(of: SuggestionsTable.self) { row in
            row.isOwn && row.suggestion.withdrawnAt == nil
                ? Self(suggestion: row.suggestion.id, note: nil, due: nil, days: nil) : nil
        }
    ]
    static let form = Form(
        Self.init, Field("suggestion", \.suggestion, .suggestion, "Suggestion"), noteField, dueField, daysField)

    /// What the suggestion says now.
    static func initial(
        _ offered: Self?, in service: SuggestionService, for caller: Caller
    ) async throws -> Self? {
        guard let offered else { return nil }
        let present = try await service.suggestion(offered.suggestion, as: caller.principal)
        return Self(
            suggestion: present.id, note: present.note, due: present.due?.day, days: present.due?.daysAfterJoining)
    }

    func perform(in service: SuggestionService, for caller: Caller) async throws -> Outcome {
        try await service.change(suggestion, note: note ?? "", due: wantedDue(), as: caller.principal)
        return Outcome("The suggestion is changed.", next: SuggestionsTable())
    }
}

/// Takes a suggestion back.
struct WithdrawSuggestion: Act {
    let suggestion: ID<Suggestion>

    typealias Provider = Suggestions
    static let name: SurfaceName = "withdraw"
    static let title: Words = "Withdraw"
    static let isDestructive = true
    static let help: Words = "One's own suggestions, and for administrators those of everybody."
    static let needs = Need<Self>(.suggestToPeople, in: .anyTeam)
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [
        .row(of: SuggestionsTable.self) {
            $0.mayWithdraw && $0.suggestion.withdrawnAt == nil ? Self(suggestion: $0.suggestion.id) : nil
        }
    ]
    static let form = Form(Self.init, Field("suggestion", \.suggestion, .suggestion, "Suggestion"))

    func perform(in service: SuggestionService, for caller: Caller) async throws -> Outcome {
        try await service.withdraw(suggestion, as: caller.principal)
        return Outcome("The suggestion is withdrawn.", next: SuggestionsTable())
    }
}
