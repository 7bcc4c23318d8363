internal import Atrium
internal import AtriumSurfaces

/// Teams of the same criterion side by side.
struct ComparisonTable: Table {
    let criterion: TeamCriterion?
    let period: FigurePeriod

    init(criterion: TeamCriterion? = nil, from: Day? = nil, until: Day? = nil) {
        (self.criterion, period) = (criterion, FigurePeriod(from: from, until: until, each: nil))
    }

    /// A team with the limit for small groups.
    struct Row: Sendable {
        let team: TeamComparison.Row
        let smallGroup: Int?
        let period: FigurePeriod
    }

    typealias Provider = Analytics
    static let name: SurfaceName = "compare"
    static let title: Words = "Compare teams"
    static let help: Words =
        "Teams with the same criterion side by side. Each rate is the part of the team's active members who did it in the period, while they were in the team."
    static let whenEmpty: Words = "No team has a criterion yet. An administrator sets it on the page of a team."
    static let needs = Need<Self>(.viewFigures, in: .anyTeam)
    static let places: [Place<Self>] = [.area(.analytics, after: TeamFigures.self)]
    static let form = Form(
        Self.init,
        Field("criterion", \.criterion, .optional(.criterion), "Criterion"),
        Field("from", \.period.from, .optional(.day), "From"),
        Field("until", \.period.until, .optional(.day), "Until, without this day"))
    static func id(of row: Row) -> TeamID { row.team.team }
    static let columns: [Column<Row>] =
        [
            Column("criterion", "Criterion", { $0.team.criterion.words }),
            Column(
                "team", "Team", \.team.name,
                link: { OverviewSheet(from: $0.period.from, until: $0.period.until, team: $0.team.team) }),
            Column(
                name: "members", label: "Members", kind: .number,
                cell: { $0.team.members.cell(smallGroup: $0.smallGroup) }),
        ]
        + ComparedRate.allCases.map { rate in
            Column(
                name: rate.rawValue, label: rate.words, kind: .rate,
                cell: { ($0.team.rates[rate] ?? .none).cell(smallGroup: $0.smallGroup) })
        }

    func page(_ request: PageRequest, in service: AnalyticsService, for caller: Caller) async throws -> Page<Row> {
        let days = period.days(until: caller.today)
        let comparison = try await service.comparison(of: criterion, days: days, as: caller.principal)
        let rows = comparison.rows.map { Row(team: $0, smallGroup: comparison.smallGroup, period: period) }
        return try page(of: rows, request, note: days.words)
    }
}

/// Says what the members of a team have in common.
struct SetTeamCriterion: Act {
    let team: TeamID
    let common: Common?
    let text: String?

    /// The criteria that have a name in every language.
    struct Common: Sendable {
        let criterion: TeamCriterion
    }

    typealias Provider = Analytics
    static let name: SurfaceName = "set-criterion"
    static let title: Words = "Set the criterion"
    static let help: Words =
        "What the members of the team have in common. Teams with the same criterion can be compared. Empty takes it away."
    static let needs = Need<Self>(.setCriterion, .viewFigures) { .team($0.team) }
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [
        .team { Self(team: $0, common: nil, text: nil) },
        .row(of: TeamsTable.self) { $0.archivedAt == nil ? Self(team: $0.id, common: nil, text: nil) : nil },
    ]
    static let form = Form(
        Self.init, Field("team", \.team, .team, "Team"),
        Field("criterion", \.common, .optional(.commonCriterion), "Criterion"),
        Field("text", \.text, .optional(.line), "Or in your own words"))

    static func initial(_ offered: Self?, in service: AnalyticsService, for caller: Caller) async throws -> Self? {
        guard let offered else { return nil }
        return switch try await service.criteria(as: caller.principal)[offered.team] {
        case .other(let text): Self(team: offered.team, common: nil, text: text)
        case let common: Self(team: offered.team, common: common.map(Common.init), text: nil)
        }
    }

    func perform(in service: AnalyticsService, for caller: Caller) async throws -> Outcome {
        if common != nil, text != nil { throw InvalidFields(["text": "cannot be given together with a criterion"]) }
        let criterion = common?.criterion ?? text.map(TeamCriterion.other)
        try await service.setCriterion(criterion, of: team, as: caller.principal)
        return Outcome("The criterion is changed.", next: ComparisonTable())
    }
}

extension FieldKind where Value == SetTeamCriterion.Common {
    fileprivate static let commonCriterion = FieldKind(
        .choice(TeamCriterion.common.map { Choice($0.description, $0.words) }),
        parse: { (text: String) throws(InvalidField) in
            guard let criterion = TeamCriterion.common.first(where: { $0.description == text }) else {
                throw InvalidField("is none of the choices")
            }
            return SetTeamCriterion.Common(criterion: criterion)
        }, text: { $0.criterion.description })
}

extension FieldKind where Value == TeamCriterion {
    /// A criterion that a team has.
    fileprivate static let criterion = FieldKind(
        .reference("criterion"),
        choices: .of(Analytics.self) { service, caller in
            let used = Set(try await service.criteria(as: caller.principal).values)
            return used.sorted { $0.description < $1.description }.map { Choice($0.description, $0.words) }
        },
        parse: { (text: String) throws(InvalidField) in
            guard let criterion = TeamCriterion(text) else { throw InvalidField("names nothing here; choose it again") }
            return criterion
        }, text: \.description)
}
