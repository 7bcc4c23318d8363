internal import Atrium
internal import AtriumCourses
internal import AtriumSurfaces

/// How many people took each step from the invitation to the certificate.
struct FunnelTable: Table {
    let period: FigurePeriod
    let team: TeamID?

    init(from: Day?, until: Day?, team: TeamID?) {
        (period, self.team) = (FigurePeriod(from: from, until: until, each: nil), team)
    }

    /// A step with its number, the one before it, and what it leads to.
    struct Row: Sendable {
        let step: FunnelStep
        let people: Cell
        let share: Cell
        let list: FunnelPeopleTable?
    }

    typealias Provider = Analytics
    static let name: SurfaceName = "funnel"
    static let title: Words = "From the invitation to the certificate"
    static let help: Words =
        "How many people took each step in the period. A step leads to the list of these people, for those who may see what they learn."
    static let needs = Need<Self>(.viewFigures) { $0.team.map(Scope.team) ?? .organization }
    static let places: [Place<Self>] = [
        .area(.analytics, after: OverviewSheet.self), .team { Self(from: nil, until: nil, team: $0) },
    ]
    static let form = Form(
        Self.init,
        Field("from", \.period.from, .optional(.day), "From"),
        Field("until", \.period.until, .optional(.day), "Until, without this day"),
        Field("team", \.team, .optional(.team), "Team"))
    static func id(of row: Row) -> String { row.step.rawValue }
    static let columns: [Column<Row>] = [
        Column("step", "Step", { $0.step.words }, link: { $0.list }),
        Column(name: "people", label: "People", kind: .number, cell: \.people),
        Column(name: "share", label: "Of the step before", kind: .rate, cell: \.share),
        Column("definition", "Definition", { $0.step.definition }),
    ]

    func page(_ request: PageRequest, in service: AnalyticsService, for caller: Caller) async throws -> Page<Row> {
        let days = period.days(until: caller.today)
        let funnel = try await service.funnel(of: team, days: days, as: caller.principal)
        var before: Int?
        let rows = funnel.counts.map { count in
            let list = FunnelPeopleTable(step: count.step, from: period.from, until: period.until, team: team)
            let number: Int? = if case .count(let value) = count.people { value } else { nil }
            var share = Cell.none
            // More people may take a step than the one before it, which others took earlier. Then there is no share.
            if let number, let before, before > 0, number <= before { share = .rate(part: number, of: before) }
            before = number
            return Row(
                step: count.step, people: count.people.cell(smallGroup: funnel.smallGroup), share: share,
                list: funnel.listsPeople && count.step != .invited ? list : nil)
        }
        return try page(of: rows, request, note: days.words)
    }
}

/// The people who took a step.
struct FunnelPeopleTable: Table {
    let step: FunnelStep
    let period: FigurePeriod
    let team: TeamID?

    init(step: FunnelStep, from: Day?, until: Day?, team: TeamID?) {
        (self.step, period, self.team) = (step, FigurePeriod(from: from, until: until, each: nil), team)
    }

    typealias Provider = Analytics
    static let name: SurfaceName = "funnel-people"
    static let title: Words = "People who took the step"
    static let help: Words = "The day is the first one in the period on which the person took the step."
    static let whenEmpty: Words = "Nobody took this step in the period."
    static let needs = Need<Self>(.viewFigures, .viewLearning) { $0.team.map(Scope.team) ?? .organization }
    static let form = Form(
        Self.init,
        Field("step", \.step, .cases(\.words), "Step"),
        Field("from", \.period.from, .optional(.day), "From"),
        Field("until", \.period.until, .optional(.day), "Until, without this day"),
        Field("team", \.team, .optional(.team), "Team"))
    static func id(of row: FunnelPerson) -> MemberID { row.member }
    static let columns: [Column<FunnelPerson>] = [
        Column(
            "person", "Person", { person in person.name.map { MemberValue(person.member, name: $0) } },
            link: { $0.name == nil ? nil : MemberSheet(member: $0.member) }),
        Column("day", "Day", \.day),
    ]

    func page(
        _ request: PageRequest, in service: AnalyticsService, for caller: Caller
    ) async throws -> Page<FunnelPerson> {
        let days = period.days(until: caller.today)
        let page = try await service.people(
            at: step, of: team, days: days, after: request.cursor.map { try .init($0) }, limit: request.limit,
            as: caller.principal)
        return Page(page.people, next: page.next?.description, note: "\(step.words). \(days.words)")
    }
}
