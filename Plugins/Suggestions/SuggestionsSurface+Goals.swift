internal import Atrium
internal import AtriumCourses
internal import AtriumSurfaces

/// A table of goals with their progress.
protocol GoalProgressTable: Table where Provider == Suggestions, Row == GoalProgress {}

extension GoalProgressTable {
    static func id(of row: GoalProgress) -> ID<Goal> { row.goal.id }
    static var columns: [Column<GoalProgress>] { progressColumns }

    fileprivate static var progressColumns: [Column<GoalProgress>] {
        [
            Column("aim", "Goal", \.aim),
            Column("percent", "Percent", \.percent),
            Column("state", "State", \.state, words: \.words, tone: \.tone),
            Column("day", "\(context: "date")By", \.goal.day),
            Column("note", "Note", \.goal.note),
            Column("setter", "Set by", \.setter.name),
        ]
    }
}

/// The reader's own goals.
struct MyGoalsTable: GoalProgressTable {
    static let name: SurfaceName = "my-goals"
    static let title: Words = "My goals"
    static let help: Words = "What you want to reach, until when, and how far you are."
    static let whenEmpty: Words = "You have no goal yet."
    static let needs = Need<Self>(.viewSuggestions, in: .anywhere)
    static let places: [Place<Self>] = [.area(.home, after: MySuggestionsTable.self)]
    static let form = Form<Self>(Self.init)

    func page(
        _ request: PageRequest, in service: SuggestionService, for caller: Caller
    ) async throws -> Page<GoalProgress> {
        let member = try caller.member
        return try page(of: await service.goals(of: member, as: caller.principal), request)
    }
}

/// The goals of a member.
struct MemberGoalsTable: GoalProgressTable {
    let member: MemberID

    static let name: SurfaceName = "goals-of-member"
    static let title: Words = "Goals"
    static let help: Words = "What the person wants to reach, until when, and how far the person is."
    static let needs = Need<Self>(.viewSuggestions) { .member($0.member) }
    static let places: [Place<Self>] = [.member { Self(member: $0) }]
    static let form = Form(Self.init, Field("member", \.member, .member, "Member"))

    func page(
        _ request: PageRequest, in service: SuggestionService, for caller: Caller
    ) async throws -> Page<GoalProgress> {
        try page(of: await service.goals(of: member, as: caller.principal), request)
    }
}

/// The goals that were set.
struct GoalsTable: GoalProgressTable {
    let showsWithdrawn: Bool

    init(showsWithdrawn: Bool = false) { self.showsWithdrawn = showsWithdrawn }

    static let name: SurfaceName = "goals"
    static let title: Words = "Goals"
    static let help: Words = "The goals that were set, and how far each person is."
    static let needs = Need<Self>(.setGoals, in: .anyTeam)
    static let places: [Place<Self>] = [.area(.administration, after: SuggestionsTable.self)]
    static let form = Form(Self.init, Field("withdrawn", \.showsWithdrawn, .flag, "Show withdrawn ones"))
    static var columns: [Column<GoalProgress>] {
        [
            Column(
                "person", "Person", { MemberValue($0.goal.member, name: $0.name) },
                link: { MemberSheet(member: $0.goal.member) })
        ] + progressColumns
    }

    func page(
        _ request: PageRequest, in service: SuggestionService, for caller: Caller
    ) async throws -> Page<GoalProgress> {
        var query = GoalQuery()
        query.includesWithdrawn = showsWithdrawn
        (query.cursor, query.limit) = (try request.cursor.map { try .init($0) }, min(request.limit, 200))
        let page = try await service.goals(query, as: caller.principal)
        return Page(page.goals, next: page.next?.description)
    }
}

// MARK: - In words

extension GoalProgress.State {
    fileprivate var words: Words {
        switch self {
        case .open: "\(context: "goal")open"
        case .reached: "\(context: "goal")reached"
        case .missed: "\(context: "goal")missed"
        case .withdrawn: "\(context: "goal")withdrawn"
        }
    }

    fileprivate var tone: Tone {
        switch self {
        case .open, .withdrawn: .neutral
        case .reached: .good
        case .missed: .bad
        }
    }
}
