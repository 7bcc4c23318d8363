internal import Atrium
internal import AtriumCourses
internal import AtriumMarkup
public import AtriumSurfaces

extension Campaigns: SurfaceProvider {
    public static let surfaces: [any Surface.Type] =
        [
            NewsSheet.self, ChooseNote.self, EndNote.self, PlanTable.self, PlanEntrySheet.self, BeginPlan.self,
            AddPlanEntry.self, ApprovePlanEntry.self, ApprovePlanEntries.self, ChangePlanEntry.self, SkipPlanEntry.self,
            SkipPlanEntries.self, TakeDownBanner.self, SetNoteDay.self, AdministratorsGuide.self, ManagersGuide.self,
        ] + Guide.administrators.chapters + Guide.managers.chapters
}

/// The plan of the year, by day.
struct PlanTable: Table {
    let state: PlanEntry.State?

    init(state: PlanEntry.State? = nil) { self.state = state }

    typealias Provider = Campaigns
    static let name: SurfaceName = "plan"
    static let title: Words = "Plan of the year"
    static let help: Words =
        "Messages, banners, suggestions and reviews. Nothing takes place before somebody has approved it."
    static let whenEmpty: Words = "Begin the plan: you get drafts for twelve months, and change them as you like."
    static let needs = Need<Self>(.planYear)
    static let places: [Place<Self>] = [.area(.administration, in: .organization, after: LaunchTable.self)]
    static let form = Form(Self.init, Field("state", \.state, .optional(.cases(\.words)), "State"))
    static func id(of row: PlanEntry) -> ID<PlanEntry> { row.id }
    static let columns: [Column<PlanEntry>] = [
        Column("day", "Day", \.content.day, link: { PlanEntrySheet(entry: $0.id) }),
        Column("kind", "\(context: "plan entry")What", \.content.kind.words),
        Column(
            name: "audience", label: "\(context: "audience")To", kind: .list, cell: { .list([$0.content.audience]) }),
        Column("text", "Text", \.content.summary),
        Column("state", "State", \.state, words: \.words, tone: \.tone),
        Column("problem", "Why", { $0.problem?.words }),
    ]
    static let fileColumns: [Column<PlanEntry>] = [
        Column("id", "Id of the entry", { "\($0.id)" }), Column("course", "Course", { $0.content.course?.description }),
    ]

    func page(_ request: PageRequest, in service: CampaignService, for caller: Caller) async throws -> Page<PlanEntry> {
        try page(of: await service.entries(state, as: caller.principal), request)
    }
}

/// One entry of the plan, as people will read it.
struct PlanEntrySheet: Sheet {
    let entry: ID<PlanEntry>

    typealias Provider = Campaigns
    static let name: SurfaceName = "entry"
    static let title: Words = "Entry of the plan"
    static let help: Words = "What people read or get on this day. It takes place only after somebody has approved it."
    static let needs = Need<Self>(.planYear)
    static let form = Form(Self.init, Field("entry", \.entry, .planEntry, "\(context: "plan entry")Entry"))

    func blocks(in service: CampaignService, for caller: Caller) async throws -> [Block] {
        let entry = try await service.entry(entry, as: caller.principal)
        let content = entry.content
        var facts = [
            Fact("\(context: "plan entry")What", content.kind.words), Fact("Day", content.day),
            content.team.map { Fact("\(context: "audience")To", $0) }
                ?? Fact("\(context: "audience")To", "everybody" as Words),
            Fact("State", StateValue(entry.state.words, entry.state.tone)),
        ]
        if let problem = entry.problem { facts.append(Fact("Why", problem.words)) }
        if let course = content.course {
            facts.append(Fact("Course", try await service.courses.course(course, as: caller.principal).title))
        }
        if let approver = entry.approvedBy {
            let name = try await service.name(of: approver, as: caller.principal)
            facts.append(Fact("\(context: "plan entry")Approved by", name.map { MemberValue(approver, name: $0) }))
        }
        if let carriedOutAt = entry.carriedOutAt {
            facts.append(Fact("\(context: "plan entry")Carried out", carriedOutAt))
        }
        if let takenDownAt = entry.takenDownAt { facts.append(Fact("Taken down", takenDownAt)) }
        var blocks: [Block] = [.facts(facts)]
        if !content.subject.isEmpty { blocks.append(.heading(Words(verbatim: content.subject))) }
        blocks.append(content.shownText)
        if entry.state != .done {
            blocks.append(.act(ChangePlanEntry(entry.id, entry.revision)))
            if entry.state.needsDecision {
                blocks.append(.act(ApprovePlanEntry(entry: entry.id, revision: entry.revision)))
            }
        }
        if entry.isShownBanner { blocks.append(.act(TakeDownBanner(entry: entry.id))) }
        return blocks
    }
}

// MARK: - In words

extension FieldKind where Value == ID<PlanEntry> {
    /// An entry of the plan, named by what it does and its day.
    static let planEntry = FieldKind.id(
        "plan-entry",
        naming: .of(Campaigns.self) { text, service, caller in
            guard let id = ID<PlanEntry>(text) else { return nil }
            let content = try await service.entry(id, as: caller.principal).content
            return "\(content.kind.words), \(content.day)"
        })
}

extension PlanEntry.Content {
    fileprivate var audience: Cell { team.map(Cell.team) ?? .words("everybody") }

    /// What stands in a list: the subject, or the beginning of the text.
    var summary: String {
        subject.isEmpty ? String((Markup(text).plainText.split(separator: "\n").first ?? "").prefix(100)) : subject
    }

    /// The text as people will read it.
    var shownText: Block {
        if kind == .suggestion { return .text(Words(verbatim: text)) }
        let markup = Markup(text)
        return .html(markup.html, plainText: markup.plainText)
    }
}

extension PlanEntry.Kind {
    var words: Words {
        switch self {
        case .message: "message"
        case .banner: "banner"
        case .suggestion: "suggestion of a course"
        case .review: "review"
        }
    }
}

extension PlanEntry.State {
    var words: Words {
        switch self {
        case .draft: "\(context: "plan entry")draft"
        case .approved: "\(context: "plan entry")approved"
        case .needsApproval: "\(context: "plan entry")needs approval"
        case .done: "\(context: "plan entry")carried out"
        case .skipped: "\(context: "plan entry")skipped"
        case .missed: "\(context: "plan entry")missed"
        }
    }

    var tone: Tone {
        switch self {
        case .draft, .skipped: .neutral
        case .approved, .done: .good
        case .needsApproval, .missed: .warning
        }
    }
}

extension PlanEntry.Problem {
    var words: Words {
        switch self {
        case .approver: "The member who approved it may no longer do this. Somebody else has to approve it."
        case .team: "Its team is archived. Choose another team, and approve it again."
        case .course: "Its course is not in the catalogue any more. Choose another course, and approve it again."
        case .rule: "It was refused on its day, for example because too many messages were sent. Approve it again."
        }
    }
}
