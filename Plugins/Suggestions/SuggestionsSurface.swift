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
    static func id(of row: Row) -> ID<Suggestion> { row.suggestion.id }
    static let columns: [Column<Row>] = [
        Column("course", "Course", \.title),
        Column(name: "audience", label: "To", kind: .list, cell: { .list([$0.audience]) }),
        Column("note", "Note", \.suggestion.note),
        Column("due", "Due", { $0.suggestion.due?.words }),
        Column("made", "Made", \.suggestion.suggestedAt),
        Column("suggester", "By", \.suggester),
        Column("withdrawn", "Withdrawn", \.suggestion.withdrawnAt),
    ]
    static let fileColumns: [Column<Row>] = [Column("course-id", "Id of the course", \.suggestion.course)]

    func page(
        _ request: PageRequest, in service: SuggestionService, for caller: Caller
    ) async throws -> Page<Row> {
        var query = SuggestionQuery()
        (query.course, query.includesWithdrawn) = (course, showsWithdrawn)
        (query.cursor, query.limit) = (try request.cursor.map { try .init($0) }, request.limit)
        let page = try await service.list(query, as: caller.principal)
        return Page(page.suggestions.map { Row($0, on: page) }, next: page.next?.description)
    }
}

extension SuggestionsTable {
    /// A suggestion with the names that it refers to.
    struct Row: Sendable {
        let suggestion: Suggestion
        let title: String
        let audience: Cell
        let suggester: MemberValue

        init(_ suggestion: Suggestion, on page: SuggestionPage) {
            self.suggestion = suggestion
            title = page.titles[suggestion.course] ?? suggestion.course.description
            audience =
                switch suggestion.audience {
                case .organization: .words("everybody")
                case .team(let id): .team(id)
                case .member(let id): .member(id, name: page.names[id] ?? "")
                }
            suggester = MemberValue(suggestion.suggestedBy, name: page.names[suggestion.suggestedBy] ?? "")
        }
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
        .row(of: SuggestionsTable.self) {
            $0.suggestion.withdrawnAt == nil ? Self(suggestion: $0.suggestion.id) : nil
        }
    ]
    static let form = Form(Self.init, Field("suggestion", \.suggestion, .id("suggestion"), "Suggestion"))

    func perform(in service: SuggestionService, for caller: Caller) async throws -> Outcome {
        try await service.withdraw(suggestion, as: caller.principal)
        return Outcome("The suggestion is withdrawn.", next: SuggestionsTable())
    }
}

// MARK: - In words

extension Due {
    fileprivate var words: Words {
        switch self {
        case .on(let day): "\(day)"
        case .afterJoining(let days): "\(days, "day", "days") after joining"
        }
    }
}
