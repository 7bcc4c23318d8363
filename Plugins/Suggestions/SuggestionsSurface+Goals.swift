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
            Column(name: "percent", label: "Progress", kind: .rate, cell: { .rate(part: $0.percent, of: 100) }),
            Column("state", "State", { StateValue($0.state.words, $0.state.tone) }),
            Column("day", "By", \.goal.day),
            Column("note", "Note", \.goal.note),
            Column("setter", "Set by", \.setter.name),
        ]
    }
}

/// The reader's own goals.
struct MyGoalsTable: GoalProgressTable {
    static let name: SurfaceName = "my-goals"
    static let title: Words = "My goals"
    static let whenEmpty: Words = "You have no goal yet."
    static let needs = Need<Self>(.viewSuggestions, in: .anywhere)
    static let places: [Place<Self>] = [.area(.home, after: MySuggestionsTable.self)]
    static let form = Form<Self>(Self.init)

    func page(
        _ request: PageRequest, in service: SuggestionService, for caller: Caller
    ) async throws -> Page<GoalProgress> {
        let member = try caller.member
        return try Page(of: await service.goals(of: member, as: caller.principal), request)
    }
}

/// The goals of a member.
struct MemberGoalsTable: GoalProgressTable {
    let member: MemberID

    static let name: SurfaceName = "goals-of-member"
    static let title: Words = "Goals"
    static let needs = Need<Self>(.viewSuggestions) { .member($0.member) }
    static let places: [Place<Self>] = [.member { Self(member: $0) }]
    static let form = Form(Self.init, Field("member", \.member, .member, "Member"))

    func page(
        _ request: PageRequest, in service: SuggestionService, for caller: Caller
    ) async throws -> Page<GoalProgress> {
        try Page(of: await service.goals(of: member, as: caller.principal), request)
    }
}

/// The goals that were set.
struct GoalsTable: GoalProgressTable {
    let showsWithdrawn: Bool

    init(showsWithdrawn: Bool = false) { self.showsWithdrawn = showsWithdrawn }

    static let name: SurfaceName = "goals"
    static let title: Words = "Goals"
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

/// Sets the goal to complete a course.
struct SetCourseGoal: Act {
    let member: MemberID
    let course: CourseID?
    let day: Day?
    let note: String?

    typealias Provider = Suggestions
    static let name: SurfaceName = "set-course-goal"
    static let title: Words = "Set a goal: a course"
    static let needs = Need<Self>(.setGoals) { .member($0.member) }
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [.member { Self(member: $0, course: nil, day: nil, note: nil) }]
    static let form = Form(
        Self.init,
        Field("member", \.member, .member, "Member"), Field("course", \.course, .required(.course), "Course"),
        Field("day", \.day, .required(.day), "Last day"), Field("note", \.note, .optional(.lines), "Note"))

    func perform(in service: SuggestionService, for caller: Caller) async throws -> Outcome {
        guard let course else { throw InvalidFields.missing("course") }
        guard let day else { throw InvalidFields.missing("day") }
        _ = try await service.setGoal(.complete(course), for: member, by: day, note: note ?? "", as: caller.principal)
        return Outcome("The goal is set.", next: MemberGoalsTable(member: member))
    }
}

/// Sets the goal to learn for some time.
struct SetMinutesGoal: Act {
    let member: MemberID
    let minutes: Int?
    let day: Day?
    let note: String?

    typealias Provider = Suggestions
    static let name: SurfaceName = "set-minutes-goal"
    static let title: Words = "Set a goal: minutes"
    static let needs = Need<Self>(.setGoals) { .member($0.member) }
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [.member { Self(member: $0, minutes: nil, day: nil, note: nil) }]
    static let form = Form(
        Self.init,
        Field("member", \.member, .member, "Member"),
        Field("minutes", \.minutes, .required(.integer(1...1_000_000)), "Minutes"),
        Field("day", \.day, .required(.day), "Last day"), Field("note", \.note, .optional(.lines), "Note"))

    func perform(in service: SuggestionService, for caller: Caller) async throws -> Outcome {
        guard let minutes else { throw InvalidFields.missing("minutes") }
        guard let day else { throw InvalidFields.missing("day") }
        _ = try await service.setGoal(
            .learn(minutes: minutes), for: member, by: day, note: note ?? "", as: caller.principal)
        return Outcome("The goal is set.", next: MemberGoalsTable(member: member))
    }
}

/// Takes a goal back.
struct WithdrawGoal: Act {
    let goal: ID<Goal>

    typealias Provider = Suggestions
    static let name: SurfaceName = "withdraw-goal"
    static let title: Words = "Withdraw"
    static let needs = Need<Self>(.setGoals, in: .anyTeam)
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [
        .row(of: GoalsTable.self) { $0.state == .withdrawn ? nil : Self(goal: $0.goal.id) }
    ]
    static let form = Form(Self.init, Field("goal", \.goal, .id("goal"), "Goal"))

    func perform(in service: SuggestionService, for caller: Caller) async throws -> Outcome {
        try await service.withdrawGoal(goal, as: caller.principal)
        return Outcome("The goal is withdrawn.", next: GoalsTable())
    }
}

// MARK: - In words

extension GoalProgress.State {
    fileprivate var words: Words {
        switch self {
        case .open: "open"
        case .reached: "reached"
        case .missed: "missed"
        case .withdrawn: "withdrawn"
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
