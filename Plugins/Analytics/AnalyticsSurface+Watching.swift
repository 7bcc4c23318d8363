internal import Atrium
internal import AtriumSurfaces

/// The figures that the reader watches, each with the verdicts of this year.
struct WatchListTable: Table {
    typealias Provider = Analytics
    static let name: SurfaceName = "watch-list"
    static let title: Words = "Watched figures"
    static let help: Words = "What you decided to watch this year, with a target for each period."
    static let needs = Need<Self>(.watchFigures, in: .anyTeam)
    static let places: [Place<Self>] = [.area(.analytics, after: OverviewSheet.self)]
    static let form = Form<Self>(Self.init)
    static func id(of row: WatchedFigureReading) -> WatchedFigureID { row.id }
    static let columns: [Column<WatchedFigureReading>] = [
        Column("figure", "Figure", { $0.watched.figure.name }),
        Column("of", "Of", \.name),
        Column("each", "Each", { $0.watched.each.words }),
        Column("target", "Target", { $0.watched.target.words(for: $0.watched.figure) }),
        Column(name: "value", label: "Now", kind: .list, cell: { .list([$0.periods.last?.cell ?? .none]) }),
        Column(
            name: "verdict", label: "Verdict", kind: .state,
            cell: { $0.periods.last?.verdict.map(\.value.cell) ?? .none }),
        Column(
            "alert", "Last two periods", \.isAlert, StateValue("\(context: "target")missed", .bad),
            else: StateValue("in order", .good)),
    ]

    func page(
        _ request: PageRequest, in service: AnalyticsService, for caller: Caller
    ) async throws -> Page<WatchedFigureReading> {
        try page(of: await service.watchList(as: caller.principal), request)
    }
}

/// Adds a figure to the reader's list.
struct WatchFigure: Act {
    let figure: Watchable
    let team: TeamID?
    let each: WatchedFigure.Span
    let direction: Direction
    let target: Int

    /// The figures that can be watched, by their ids.
    struct Watchable: Sendable {
        let figure: KeyFigure
    }

    /// From which side the value should keep to the target.
    enum Direction: String, CaseIterable {
        case least, most
    }

    typealias Provider = Analytics
    static let name: SurfaceName = "watch"
    static let title: Words = "Watch a figure"
    static let help: Words = "The target counts from the period in which it is set. The target of a rate is in percent."
    static let needs = Need<Self>(.watchFigures) { $0.team.map(Scope.team) ?? .organization }
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [.beside(WatchListTable.self)]
    static let form = Form(
        Self.init,
        Field("figure", \.figure, .figure, "Figure"),
        Field("team", \.team, .optional(.team), "Team", help: "Empty for the organization."),
        Field("each", \.each, .cases(\.words), "Each", default: .month),
        Field(
            "direction", \.direction, .cases { $0 == .least ? "at least" : "at most" }, "It should be", default: .least),
        Field("target", \.target, .integer(0...1_000_000_000), "Target"))

    func perform(in service: AnalyticsService, for caller: Caller) async throws -> Outcome {
        let limit = figure.figure.unit == .rate ? Double(target) / 100 : Double(target)
        try await service.watch(
            WatchedFigure(
                figure.figure, of: team, each: each, target: direction == .least ? .atLeast(limit) : .atMost(limit)),
            as: caller.principal)
        return Outcome("The figure is watched.", next: WatchListTable())
    }
}

extension FieldKind where Value == WatchFigure.Watchable {
    fileprivate static let figure = FieldKind(
        .choice(KeyFigure.all.map { Choice($0.id, $0.name) }),
        parse: { (text: String) throws(InvalidField) in
            guard let figure = KeyFigure.all.first(where: { $0.id == text }) else {
                throw InvalidField("is none of the choices")
            }
            return WatchFigure.Watchable(figure: figure)
        }, text: { $0.figure.id })
}

/// Takes a figure from the reader's list.
struct UnwatchFigure: Act {
    let watched: WatchedFigureID

    typealias Provider = Analytics
    static let name: SurfaceName = "unwatch"
    static let title: Words = "Watch no longer"
    static let needs = Need<Self>(.watchFigures, in: .anyTeam)
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [.row(of: WatchListTable.self) { Self(watched: $0.id) }]
    static let form = Form(Self.init, Field("watched", \.watched, .watchedFigure, "Watched figure"))

    func perform(in service: AnalyticsService, for caller: Caller) async throws -> Outcome {
        try await service.unwatch(watched, as: caller.principal)
        return Outcome("The figure is no longer watched.", next: WatchListTable())
    }
}

/// Says when the reader gets a mail about the list.
struct ScheduleReview: Act {
    let cycle: Review.Cycle?
    let first: Day?

    typealias Provider = Analytics
    static let name: SurfaceName = "review"
    static let title: Words = "Remind me to review"
    static let help: Words =
        "A mail with your watched figures comes on each of these days. Without a cycle, no mail comes."
    static let needs = Need<Self>(.watchFigures, in: .anyTeam)
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [.beside(WatchListTable.self)]
    static let form = Form(
        Self.init, Field("cycle", \.cycle, .optional(.cases(\.words)), "Cycle"),
        Field("first", \.first, .optional(.day), "First day"))

    static func initial(
        _: Self?, in service: AnalyticsService, for caller: Caller
    ) async throws -> Self? {
        let review = try await service.review(as: caller.principal)
        return Self(cycle: review?.cycle, first: review?.first)
    }

    func perform(in service: AnalyticsService, for caller: Caller) async throws -> Outcome {
        let review = cycle.map { Review($0, from: first ?? caller.today) }
        try await service.scheduleReview(review, as: caller.principal)
        return Outcome(review == nil ? "No mail comes." : "The mail comes in this cycle.", next: WatchListTable())
    }
}

/// Makes the secret address of the calendar of reviews.
struct MakeReviewCalendar: Act {
    typealias Provider = Analytics
    static let name: SurfaceName = "make-calendar"
    static let title: Words = "Make a calendar address"
    static let help: Words =
        "A calendar program that has the address shows the days of your reviews, and no figure. A new address ends the old one."
    static let needs = Need<Self>(.watchFigures, in: .anyTeam)
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [.beside(WatchListTable.self)]
    static let form = Form<Self>(Self.init)

    func perform(in service: AnalyticsService, for caller: Caller) async throws -> Outcome {
        let token = try await service.makeCalendarToken(as: caller.principal)
        return Outcome(
            "Give this address to your calendar program. It is secret, and it is not shown again.",
            next: WatchListTable(),
            secret: service.calendarLink(token))
    }
}

/// Ends the secret address of the calendar of reviews.
struct EndReviewCalendar: Act {
    typealias Provider = Analytics
    static let name: SurfaceName = "end-calendar"
    static let title: Words = "End the calendar address"
    static let isDestructive = true
    static let needs = Need<Self>(.watchFigures, in: .anyTeam)
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [.beside(WatchListTable.self)]
    static let form = Form<Self>(Self.init)

    func perform(in service: AnalyticsService, for caller: Caller) async throws -> Outcome {
        try await service.revokeCalendarToken(as: caller.principal)
        return Outcome("The address no longer works.", next: WatchListTable())
    }
}

// MARK: - In words

extension PeriodReading {
    var cell: Cell {
        switch value {
        case .count(let count): .number(count)
        case .rate(let part, let total): .rate(part: part, of: total)
        case .none: .none
        case .hidden: .hidden("–", why: "It comes from too few people.")
        }
    }
}

extension WatchedFigure.Span {
    var words: Words {
        switch self {
        case .month: "month"
        case .quarter: "quarter"
        case .year: "year"
        }
    }
}

extension WatchedFigure.Verdict {
    var figureVerdict: Figure.Verdict {
        switch self {
        case .met: Figure.Verdict("\(context: "target")reached", .good)
        case .missed: Figure.Verdict("\(context: "target")missed", .bad)
        case .open: Figure.Verdict("\(context: "target")open", .neutral)
        case .hidden: Figure.Verdict("hidden", .neutral)
        }
    }

    fileprivate var value: StateValue { StateValue(figureVerdict.words, figureVerdict.tone) }
}

extension Review.Cycle {
    var words: Words {
        switch self {
        case .weekly: "every week"
        case .monthly: "every month"
        case .quarterly: "every three months"
        }
    }
}

extension FieldKind where Value == WatchedFigureID {
    /// A figure of the caller's watch list.
    fileprivate static let watchedFigure = FieldKind.id(
        "watched-figure",
        naming: .of(Analytics.self) { text, service, caller in
            let list = try await service.watchList(as: caller.principal)
            return list.first { $0.id.description == text }.map { "\($0.watched.figure.name), \($0.name)" }
        })
}
