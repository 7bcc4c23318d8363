internal import Atrium
internal import AtriumCourses
public import AtriumSurfaces

extension Suggestions: SurfaceProvider {
    public static let surfaces: [any Surface.Type] = [
        MySuggestionsTable.self, AcceptSuggestion.self, DeclineSuggestion.self, MyGoalsTable.self,
        MemberSuggestionsTable.self, SuggestToMember.self, SuggestToMembers.self, SuggestToTeam.self,
        SuggestToEverybody.self, SuggestionsTable.self, ChangeSuggestion.self, WithdrawSuggestion.self, GoalsTable.self,
        MemberGoalsTable.self, SetCourseGoal.self, SetMinutesGoal.self, SetCourseGoals.self, SetMinutesGoals.self,
        ChangeGoal.self, WithdrawGoal.self, FollowUpSheet.self, FollowUpTable.self, MakeCalendar.self, EndCalendar.self,
    ]
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
    static let help: Words = "Which course is suggested to whom, by whom, and until when."
    static let needs = Need<Self>(.suggestToPeople, in: .anyTeam)
    static let places: [Place<Self>] = [.area(.administration, after: CatalogueTable.self)]
    static let form = Form(
        Self.init,
        Field("course", \.course, .optional(.course), "Course"),
        Field("withdrawn", \.showsWithdrawn, .flag, "Show withdrawn ones"))
    static func id(of row: Row) -> ID<Suggestion> { row.suggestion.id }
    static let columns: [Column<Row>] = [
        Column("course", "Course", \.title),
        Column(name: "audience", label: "\(context: "audience")To", kind: .list, cell: { .list([$0.audience]) }),
        Column("note", "Note", \.suggestion.note),
        Column("due", "Due", { $0.suggestion.due?.words }),
        Column("made", "Made", \.suggestion.suggestedAt),
        Column("suggester", "By", \.suggester),
        Column("withdrawn", "\(context: "date")Withdrawn", \.suggestion.withdrawnAt),
    ]
    static let fileColumns: [Column<Row>] = [Column("course-id", "Id of the course", \.suggestion.course)]

    func page(
        _ request: PageRequest, in service: SuggestionService, for caller: Caller
    ) async throws -> Page<Row> {
        var query = SuggestionQuery()
        (query.course, query.includesWithdrawn) = (course, showsWithdrawn)
        (query.cursor, query.limit) = (try request.cursor.map { try .init($0) }, request.limit)
        let page = try await service.list(query, as: caller.principal)
        let reader = caller.principal.member
        return Page(page.suggestions.map { Row($0, on: page, for: reader) }, next: page.next?.description)
    }
}

extension SuggestionsTable {
    /// A suggestion with the names that it refers to.
    struct Row: Sendable {
        let suggestion: Suggestion
        let title: String
        let audience: Cell
        let suggester: MemberValue
        /// Whether the reader made it.
        let isOwn: Bool
        /// Whether the reader may withdraw it, unless it is withdrawn already.
        let mayWithdraw: Bool

        init(_ suggestion: Suggestion, on page: SuggestionPage, for reader: MemberID?) {
            (self.suggestion, isOwn) = (suggestion, suggestion.suggestedBy == reader)
            mayWithdraw = isOwn || page.withdrawsAll
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

// MARK: - In words

extension Due {
    fileprivate var words: Words {
        switch self {
        case .on(let day): "\(day)"
        case .afterJoining(let days): "\(days, "day", "days") after joining"
        }
    }
}

extension FieldKind where Value == ID<Suggestion> {
    /// A suggestion, named by its course.
    static let suggestion = FieldKind.id(
        "suggestion",
        naming: .of(Suggestions.self) { text, service, caller in
            guard let id = ID<Suggestion>(text) else { return nil }
            let course = try await service.suggestion(id, as: caller.principal).course
            return Words(verbatim: try await service.courses.course(course, as: caller.principal).title)
        })
}

extension FieldKind where Value == ID<Goal> {
    /// A goal, named by its target.
    static let goal = FieldKind.id(
        "goal",
        naming: .of(Suggestions.self) { text, service, caller in
            guard let id = ID<Goal>(text) else { return nil }
            switch try await service.goal(id, as: caller.principal).target {
            case .complete(let course):
                return Words(verbatim: try await service.courses.course(course, as: caller.principal).title)
            case .learn(let minutes): return "\(minutes, "minute", "minutes")"
            }
        })
}
