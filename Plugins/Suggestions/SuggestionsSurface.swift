internal import Atrium
internal import AtriumCourses
public import AtriumSurfaces

extension Suggestions: SurfaceProvider {
    public static let surfaces: [any Surface.Type] = [
        MySuggestionsTable.self, AcceptSuggestion.self, DeclineSuggestion.self, MyGoalsTable.self,
        MemberSuggestionsTable.self, SuggestToMember.self, SuggestToTeam.self, SuggestToEverybody.self,
        SuggestionsTable.self, WithdrawSuggestion.self, GoalsTable.self, MemberGoalsTable.self, SetCourseGoal.self,
        SetMinutesGoal.self, WithdrawGoal.self, MakeCalendar.self, EndCalendar.self,
    ]
}

// MARK: - A member's own

/// A table of the courses that are suggested to one member.
protocol SuggestedCoursesTable: Table where Provider == Suggestions, Row == SuggestedCourse {}

extension SuggestedCoursesTable {
    static func id(of row: SuggestedCourse) -> String { row.course.id.description }
    static var columns: [Column<SuggestedCourse>] {
        [
            Column("title", "Course", \.course.title),
            Column("state", "State", { StateValue($0.state.words, $0.state.tone) }),
            Column("due", "Due", \.due),
            Column("sources", "Why", { $0.sources.map(\.description) }),
            Column("notes", "Note", { $0.sources.map(\.note).filter { !$0.isEmpty } }),
        ]
    }
}

/// What is suggested to the reader.
struct MySuggestionsTable: SuggestedCoursesTable {
    static let name: SurfaceName = "mine"
    static let title: Words = "Suggested to me"
    static let needs = Need<Self>(.viewSuggestions, in: .anywhere)
    static let places: [Place<Self>] = [.area(.home)]
    static let form = Form<Self>(Self.init)

    func page(
        _ request: PageRequest, in service: SuggestionService, for caller: Caller
    ) async throws -> Page<SuggestedCourse> {
        guard let member = caller.principal.member else { throw MemberError.unknown }
        return Page(try await service.suggestions(of: member, as: caller.principal))
    }
}

/// What is suggested to a member.
struct MemberSuggestionsTable: SuggestedCoursesTable {
    let member: MemberID

    static let name: SurfaceName = "of-member"
    static let title: Words = "Suggested courses"
    static let needs = Need<Self>(.viewSuggestions) { .member($0.member) }
    static let places: [Place<Self>] = [.member { Self(member: $0) }]
    static let form = Form(Self.init, Field("member", \.member, .member, "Member"))

    func page(
        _ request: PageRequest, in service: SuggestionService, for caller: Caller
    ) async throws -> Page<SuggestedCourse> {
        Page(try await service.suggestions(of: member, as: caller.principal))
    }
}

/// Accepts a suggested course.
struct AcceptSuggestion: Act {
    let course: CourseID

    typealias Provider = Suggestions
    static let name: SurfaceName = "accept"
    static let title: Words = "I will do it"
    static let needs = Need<Self>(.answerSuggestions, in: .anywhere)
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [
        .row(of: MySuggestionsTable.self) { $0.state.isUnanswered ? Self(course: $0.course.id) : nil }
    ]
    static let form = Form(Self.init, Field("course", \.course, .course, "Course"))

    func perform(in service: SuggestionService, for caller: Caller) async throws -> Outcome {
        guard let member = caller.principal.member else { throw MemberError.unknown }
        try await service.accept(course, of: member, as: caller.principal)
        return Outcome("You have accepted it.", next: MySuggestionsTable())
    }
}

/// Declines a suggested course.
struct DeclineSuggestion: Act {
    let course: CourseID

    typealias Provider = Suggestions
    static let name: SurfaceName = "decline"
    static let title: Words = "Not now"
    static let needs = Need<Self>(.answerSuggestions, in: .anywhere)
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [
        .row(of: MySuggestionsTable.self) { $0.state.isUnanswered ? Self(course: $0.course.id) : nil }
    ]
    static let form = Form(Self.init, Field("course", \.course, .course, "Course"))

    func perform(in service: SuggestionService, for caller: Caller) async throws -> Outcome {
        guard let member = caller.principal.member else { throw MemberError.unknown }
        try await service.decline(course, of: member, as: caller.principal)
        return Outcome("You have declined it. Reminders leave it out.", next: MySuggestionsTable())
    }
}

/// Makes the secret address of the caller's calendar.
struct MakeCalendar: Act {
    typealias Provider = Suggestions
    static let name: SurfaceName = "make-calendar"
    static let title: Words = "Make a calendar address"
    static let help: Words =
        "A calendar program that has the address shows what is due. A new address ends the old one."
    static let needs = Need<Self>(.answerSuggestions, in: .anywhere)
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [.beside(MySuggestionsTable.self)]
    static let form = Form<Self>(Self.init)

    func perform(in service: SuggestionService, for caller: Caller) async throws -> Outcome {
        guard let member = caller.principal.member else { throw MemberError.unknown }
        let token = try await service.makeCalendarToken(of: member, as: caller.principal)
        return Outcome("The address is made. Its secret is shown only now: \(token)", next: MySuggestionsTable())
    }
}

/// Ends the secret address of the caller's calendar.
struct EndCalendar: Act {
    typealias Provider = Suggestions
    static let name: SurfaceName = "end-calendar"
    static let title: Words = "End the calendar address"
    static let needs = Need<Self>(.answerSuggestions, in: .anywhere)
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [.beside(MySuggestionsTable.self)]
    static let form = Form<Self>(Self.init)

    func perform(in service: SuggestionService, for caller: Caller) async throws -> Outcome {
        guard let member = caller.principal.member else { throw MemberError.unknown }
        try await service.revokeCalendarToken(of: member, as: caller.principal)
        return Outcome("The address no longer works.", next: MySuggestionsTable())
    }
}

// MARK: - Suggesting

/// Suggests a course to an audience.
protocol SuggestAct: Act where Provider == Suggestions {
    var audience: Audience { get }
    var course: CourseID? { get }
    var note: String? { get }
    var due: Day? { get }
}

extension SuggestAct {
    static var repetition: Repetition { .harmless }

    func perform(in service: SuggestionService, for caller: Caller) async throws -> Outcome {
        guard let course else { throw InvalidFields.missing("course") }
        _ = try await service.suggest(
            course, to: audience, note: note ?? "", due: due.map(Due.on), as: caller.principal)
        return Outcome("The course is suggested.", next: SuggestionsTable())
    }
}

/// Suggests a course to one member.
struct SuggestToMember: SuggestAct {
    let member: MemberID
    let course: CourseID?
    let note: String?
    let due: Day?

    var audience: Audience { .member(member) }

    static let name: SurfaceName = "suggest-to-member"
    static let title: Words = "Suggest a course"
    static let needs = Need<Self>(.suggestToPeople) { .member($0.member) }
    static let places: [Place<Self>] = [
        .row(of: MembersTable.self) {
            $0.member.state == .active ? Self(member: $0.id, course: nil, note: nil, due: nil) : nil
        },
        .member { Self(member: $0, course: nil, note: nil, due: nil) },
    ]
    static let form = Form(
        Self.init,
        Field("member", \.member, .member, "Member"), Field("course", \.course, .required(.course), "Course"),
        Field("note", \.note, .optional(.lines), "Note", help: "Why this course."),
        Field("due", \.due, .optional(.day), "Due"))
}

/// Suggests a course to a team, also to those who join later.
struct SuggestToTeam: SuggestAct {
    let team: TeamID
    let course: CourseID?
    let note: String?
    let due: Day?

    var audience: Audience { .team(team) }

    static let name: SurfaceName = "suggest-to-team"
    static let title: Words = "Suggest a course"
    static let help: Words = "It is suggested to everybody who is in the team now or joins later."
    static let needs = Need<Self>(.suggestToTeams) { .team($0.team) }
    static let places: [Place<Self>] = [
        .row(of: TeamsTable.self) {
            $0.archivedAt == nil ? Self(team: $0.id, course: nil, note: nil, due: nil) : nil
        },
        .team { Self(team: $0, course: nil, note: nil, due: nil) },
    ]
    static let form = Form(
        Self.init,
        Field("team", \.team, .team, "Team"), Field("course", \.course, .required(.course), "Course"),
        Field("note", \.note, .optional(.lines), "Note", help: "Why this course."),
        Field("due", \.due, .optional(.day), "Due"))
}

/// Suggests a course to everybody.
struct SuggestToEverybody: SuggestAct {
    let course: CourseID?
    let note: String?
    let due: Day?

    var audience: Audience { .organization }

    static let name: SurfaceName = "suggest-to-everybody"
    static let title: Words = "Suggest a course to everybody"
    static let needs = Need<Self>(.suggestToOrganization)
    static let places: [Place<Self>] = [
        .beside(SuggestionsTable.self),
        .row(of: CatalogueTable.self) { $0.retiredAt == nil ? Self(course: $0.id, note: nil, due: nil) : nil },
    ]
    static let form = Form(
        Self.init,
        Field("course", \.course, .required(.course), "Course"),
        Field("note", \.note, .optional(.lines), "Note", help: "Why this course."),
        Field("due", \.due, .optional(.day), "Due"))
}

/// The suggestions that were made, to whom, and by whom.
struct SuggestionsTable: Table {
    let course: CourseID?
    let showsWithdrawn: Bool

    init(course: CourseID? = nil, showsWithdrawn: Bool = false) {
        (self.course, self.showsWithdrawn) = (course, showsWithdrawn)
    }

    typealias Provider = Suggestions
    static let name: SurfaceName = "suggestions"
    static let title: Words = "Suggestions"
    static let needs = Need<Self>(.suggestToPeople, in: .anyTeam)
    static let places: [Place<Self>] = [.area(.administration, after: CatalogueTable.self)]
    static let form = Form(
        Self.init,
        Field("course", \.course, .optional(.course), "Course"),
        Field("withdrawn", \.showsWithdrawn, .flag, "Show withdrawn ones"))
    static func id(of row: Suggestion) -> ID<Suggestion> { row.id }
    static let columns: [Column<Suggestion>] = [
        Column("course", "Course", \.course),
        Column(name: "audience", label: "To", kind: .team, cell: { $0.audience.cell }),
        Column("note", "Note", \.note),
        Column("due", "Due", { $0.due?.words }),
        Column("made", "Made", \.suggestedAt),
        Column("role", "By a", \.role),
        Column("withdrawn", "Withdrawn", \.withdrawnAt),
    ]

    func page(
        _ request: PageRequest, in service: SuggestionService, for caller: Caller
    ) async throws -> Page<Suggestion> {
        var query = SuggestionQuery()
        (query.course, query.includesWithdrawn) = (course, showsWithdrawn)
        (query.cursor, query.limit) = (try request.cursor.map { try .init($0) }, request.limit)
        let page = try await service.list(query, as: caller.principal)
        return Page(page.suggestions, next: page.next?.description)
    }
}

/// Takes a suggestion back.
struct WithdrawSuggestion: Act {
    let suggestion: ID<Suggestion>

    typealias Provider = Suggestions
    static let name: SurfaceName = "withdraw"
    static let title: Words = "Withdraw"
    static let help: Words = "One's own suggestions, and for administrators those of everybody."
    static let needs = Need<Self>(.suggestToPeople, in: .anyTeam)
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [
        .row(of: SuggestionsTable.self) { $0.withdrawnAt == nil ? Self(suggestion: $0.id) : nil }
    ]
    static let form = Form(Self.init, Field("suggestion", \.suggestion, .id("suggestion"), "Suggestion"))

    func perform(in service: SuggestionService, for caller: Caller) async throws -> Outcome {
        try await service.withdraw(suggestion, as: caller.principal)
        return Outcome("The suggestion is withdrawn.", next: SuggestionsTable())
    }
}

// MARK: - In words

extension SuggestedCourse.State {
    fileprivate var words: Words {
        switch self {
        case .suggested: "new"
        case .seen: "not answered"
        case .accepted: "accepted"
        case .declined: "declined"
        case .started: "started"
        case .done: "done"
        case .withdrawn: "withdrawn"
        }
    }

    fileprivate var tone: Tone {
        switch self {
        case .suggested, .seen: .warning
        case .accepted, .declined, .withdrawn: .neutral
        case .started, .done: .good
        }
    }

    fileprivate var isUnanswered: Bool { self == .suggested || self == .seen }
}

extension Audience {
    fileprivate var cell: Cell {
        switch self {
        case .organization: .words("everybody")
        case .team(let id): .team(id)
        case .member: .words("one person")
        }
    }
}

extension Due {
    fileprivate var words: Words {
        switch self {
        case .on(let day): "\(day)"
        case .afterJoining(let days): "\(days, "day", "days") after joining"
        }
    }
}
