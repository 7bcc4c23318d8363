internal import Atrium
internal import AtriumCourses
public import AtriumSurfaces

extension Analytics: SurfaceProvider {
    public static let surfaces: [any Surface.Type] = [
        OverviewSheet.self, FunnelTable.self, FunnelPeopleTable.self, TeamFigures.self, ComparisonTable.self,
        SetTeamCriterion.self, CourseFigures.self, MemberFigures.self, FigureDefinitions.self,
        SetSmallGroup.self, WatchListTable.self, WatchFigure.self, UnwatchFigure.self, ScheduleReview.self,
        MakeReviewCalendar.self, EndReviewCalendar.self,
    ]
}

/// The organization or a team at a glance.
struct OverviewSheet: Sheet {
    let period: FigurePeriod
    let team: TeamID?

    init(from: Day? = nil, until: Day? = nil, team: TeamID? = nil) {
        (period, self.team) = (FigurePeriod(from: from, until: until, each: nil), team)
    }

    typealias Provider = Analytics
    static let name: SurfaceName = "overview"
    static let title: Words = "Overview"
    static let help: Words =
        "The figures of the last twelve months, or of the days that you choose, with their definitions."
    static let needs = Need<Self>(.viewFigures) { $0.team.map(Scope.team) ?? .organization }
    static let places: [Place<Self>] = [.area(.analytics), .team { Self(team: $0) }]
    static let form = Form(
        Self.init,
        Field("from", \.period.from, .optional(.day), "From"),
        Field("until", \.period.until, .optional(.day), "Until, without this day"),
        Field("team", \.team, .optional(.team), "Team"))

    func blocks(in service: AnalyticsService, for caller: Caller) async throws -> [Block] {
        let days = period.days(until: caller.today)
        var query = FigureQuery(.organization, days: days)
        query.team = team
        let whole = try await service.table(query, as: caller.principal)
        let overview = Overview(whole: whole)
        var blocks: [Block] = [.text(whole.note(about: days))]
        if let team, let criterion = try await service.criteria(as: caller.principal)[team] {
            blocks.append(.facts([Fact("Criterion", criterion.words)]))
        }
        blocks += try await watched(in: service, for: caller)
        blocks += overview.groups + overview.funnel
        guard let each = Overview.period(for: days) else { return blocks }
        (query.each, query.figures) = (each, [.active, .peopleCompleted])
        return blocks + [Overview.chart(of: try await service.table(query, as: caller.principal), by: each)]
    }

    /// What the reader watches comes first: each figure with its target and the verdict of the present period.
    private func watched(in service: AnalyticsService, for caller: Caller) async throws -> [Block] {
        let list: [WatchedFigureReading]
        do { list = try await service.watchList(as: caller.principal) } catch is AccessError { return [] }
        let shown = list.filter { team == nil || $0.watched.team == team }
        let figures = shown.map(Figure.init)
        return figures.isEmpty ? [] : [.heading("Watched"), .figures(figures)]
    }
}

/// What the figures mean.
struct FigureDefinitions: Sheet {
    typealias Provider = Analytics
    static let name: SurfaceName = "definitions"
    static let title: Words = "What the figures mean"
    static let help: Words = "How each figure is counted. The same rule holds on every page and in every file."
    static let needs = Need<Self>(.viewFigures, in: .anywhere)
    static let places: [Place<Self>] = [
        .area(.analytics, after: MemberFigures.self, offeredTo: Need(.viewFigures, in: .anyTeam))
    ]
    static let form = Form<Self>(Self.init)

    func blocks(in service: AnalyticsService, for caller: Caller) async throws -> [Block] {
        let limit = try await service.smallGroup(as: caller.principal)
        let rule = limit.map { Term("Hidden", "A number that comes from fewer than \($0) people is not shown.") }
        return [.terms(KeyFigure.all.map { Term($0.name, $0.definition) } + [rule].compactMap(\.self))]
    }
}

/// Sets how many people a number must come from to be shown.
struct SetSmallGroup: Act {
    let people: Int?

    typealias Provider = Analytics
    static let name: SurfaceName = "small-group"
    static let title: Words = "Hide small groups"
    static let help: Words =
        "A number that comes from fewer people is not shown to anybody but themselves. Empty shows all."
    static let needs = Need<Self>(.setSmallGroup, .viewFigures)
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [.beside(FigureDefinitions.self)]
    static let form = Form(Self.init, Field("people", \.people, .optional(.integer(2...1000)), "Fewest people"))

    static func initial(_: Self?, in service: AnalyticsService, for caller: Caller) async throws -> Self? {
        Self(people: try await service.smallGroup(as: caller.principal))
    }

    func perform(in service: AnalyticsService, for caller: Caller) async throws -> Outcome {
        try await service.setSmallGroup(people, as: caller.principal)
        return Outcome("The limit is changed.", next: FigureDefinitions())
    }
}
