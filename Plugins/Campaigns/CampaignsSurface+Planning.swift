internal import Atrium
internal import AtriumCourses
internal import AtriumSurfaces

/// Begins a plan of the year with drafts from the template.
struct BeginPlan: Act {
    let month: Day?

    typealias Provider = Campaigns
    static let name: SurfaceName = "begin-plan"
    static let title: Words = "Begin the plan of the year"
    static let help: Words =
        "You get drafts for twelve months in the organization's language: a message, a banner, a suggestion and a review each month."
    static let needs = Need<Self>(.planYear)
    static let repetition = Repetition.byRequest
    static let places: [Place<Self>] = [.beside(PlanTable.self)]
    static let form = Form(
        Self.init, Field("month", \.month, .required(.day), "First month", help: "Any day of the month."))

    /// The next month.
    static func initial(_ offered: Self?, in service: CampaignService, for caller: Caller) async throws -> Self? {
        let (year, month) = caller.today.yearAndMonth
        return Self(month: offered?.month ?? Day(year: year, month: month + 1))
    }

    func perform(in service: CampaignService, for caller: Caller) async throws -> Outcome {
        guard let month else { throw InvalidFields.missing("month") }
        try await service.begin(caller.identity(), from: month, as: caller.principal)
        return Outcome("The drafts of twelve months are ready. Change them, and approve them.", next: PlanTable())
    }
}

/// What is said about an entry.
protocol PlanContentAct: Act where Provider == Campaigns {
    var day: Day? { get }
    var team: TeamID? { get }
    var subject: String? { get }
    var text: String? { get }
    var course: CourseID? { get }
}

extension PlanContentAct {
    static var needs: Need<Self> { Need(.planYear) }

    fileprivate static var dayField: Field<Self, Day?> { Field("day", { $0.day }, .required(.day), "Day") }
    fileprivate static var teamField: Field<Self, TeamID?> {
        Field("team", { $0.team }, .optional(.team), "Team", help: "Empty for everybody.")
    }
    fileprivate static var subjectField: Field<Self, String?> {
        Field("subject", { $0.subject }, .optional(.line), "Subject", help: "Of a message.")
    }
    fileprivate static var textField: Field<Self, String?> {
        Field(
            "text", { $0.text }, .optional(.lines), "Text", help: "Markdown: **strong**, *emphasis*, lists and links.")
    }
    fileprivate static var courseField: Field<Self, CourseID?> {
        Field("course", { $0.course }, .optional(.course), "Course", help: "Of a suggestion.")
    }

    fileprivate func content(_ kind: PlanEntry.Kind) throws(InvalidFields) -> PlanEntry.Content {
        guard let day else { throw InvalidFields.missing("day") }
        return PlanEntry.Content(kind, on: day, for: team, subject: subject ?? "", text: text ?? "", course: course)
    }
}

/// Adds a draft to the plan.
struct AddPlanEntry: PlanContentAct {
    let kind: PlanEntry.Kind
    let day: Day?
    let team: TeamID?
    let subject: String?
    let text: String?
    let course: CourseID?

    static let name: SurfaceName = "add-entry"
    static let title: Words = "Add an entry"
    static let repetition = Repetition.byRequest
    static let places: [Place<Self>] = [.beside(PlanTable.self)]
    static let form = Form(
        Self.init, Field("kind", \.kind, .cases(\.words), "\(context: "plan entry")What"), dayField, teamField,
        subjectField, textField, courseField)

    func perform(in service: CampaignService, for caller: Caller) async throws -> Outcome {
        let id: ID<PlanEntry> = caller.identity()
        try await service.add(id, content(kind), as: caller.principal)
        return Outcome("The draft is added.", next: PlanEntrySheet(entry: id))
    }
}

/// Changes an entry. It is a draft again.
struct ChangePlanEntry: PlanContentAct {
    let entry: ID<PlanEntry>
    let revision: Int
    let day: Day?
    let team: TeamID?
    let subject: String?
    let text: String?
    let course: CourseID?

    static let name: SurfaceName = "change-entry"
    static let title: Words = "Change"
    static let help: Words = "An approval ends. Approve the entry again after the change."
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [
        .row(of: PlanTable.self) { $0.state == .done ? nil : Self($0.id, $0.revision) }
    ]
    static let form = Form(
        Self.init(entry:revision:day:team:subject:text:course:),
        Field("entry", \.entry, .planEntry, "\(context: "plan entry")Entry"),
        Field("revision", \.revision, .revision, "Revision"), dayField, teamField, subjectField, textField,
        courseField)

    /// The entry as it is now.
    static func initial(_ offered: Self?, in service: CampaignService, for caller: Caller) async throws -> Self? {
        guard let offered, offered.day == nil else { return offered }
        let present = try await service.entry(offered.entry, as: caller.principal)
        let content = present.content
        return Self(
            entry: present.id, revision: present.revision, day: content.day, team: content.team,
            subject: content.subject, text: content.text, course: content.course)
    }

    func perform(in service: CampaignService, for caller: Caller) async throws -> Outcome {
        let kind = try await service.entry(entry, as: caller.principal).content.kind
        try await service.change(entry, to: content(kind), basedOn: revision, as: caller.principal)
        return Outcome("The entry is changed, and a draft again.", next: PlanEntrySheet(entry: entry))
    }
}

extension ChangePlanEntry {
    /// The change of an entry whose content is filled in later.
    init(_ entry: ID<PlanEntry>, _ revision: Int) {
        self.init(entry: entry, revision: revision, day: nil, team: nil, subject: nil, text: nil, course: nil)
    }
}
