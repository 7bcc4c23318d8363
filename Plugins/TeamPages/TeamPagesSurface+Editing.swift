internal import Atrium
internal import AtriumSurfaces

/// A change of a team's page, based on the revision that was read before.
protocol PageAct: Act where Provider == TeamPages {
    var team: TeamID { get }
    var revision: Int { get }
}

extension PageAct {
    static var needs: Need<Self> { Need(.editPage) { .team($0.team) } }
    static var repetition: Repetition { .harmless }

    fileprivate static var teamField: Field<Self, TeamID> { Field("team", { $0.team }, .team, "Team") }
    fileprivate static var revisionField: Field<Self, Int> {
        Field("revision", { $0.revision }, .revision, "Revision", help: "Of the page that was read before.")
    }
}

/// Saves the text that will be published next.
struct SavePageDraft: PageAct {
    let team: TeamID
    let revision: Int
    let message: String?

    static let name: SurfaceName = "save-draft"
    static let title: Words = "Edit the draft"
    static let help: Words = "Markdown: **strong**, *emphasis*, lists, headings and links."
    static let form = Form(
        Self.init, teamField, revisionField, Field("message", \.message, .required(.lines), "Text"))

    /// The text of the draft, or of what members see.
    static func initial(
        _ offered: Self?, in service: TeamPageService, for caller: Caller
    ) async throws -> Self? {
        guard let offered, offered.message == nil else { return offered }
        let page = try await service.page(of: offered.team, as: caller.principal)
        return Self(
            team: offered.team, revision: page.revision, message: page.draft?.message ?? page.published?.message)
    }

    func perform(in service: TeamPageService, for caller: Caller) async throws -> Outcome {
        guard let message else { throw InvalidFields.missing("message") }
        _ = try await service.saveDraft(message, of: team, basedOn: revision, as: caller.principal)
        return Outcome("The draft is saved.", next: TeamPageSheet(team: team))
    }
}

/// Deletes the draft.
struct DiscardPageDraft: PageAct {
    let team: TeamID
    let revision: Int

    static let name: SurfaceName = "discard-draft"
    static let title: Words = "Delete the draft"
    static let isDestructive = true
    static let form = Form(Self.init, teamField, revisionField)
    var question: Words { "The text of the draft is lost." }

    func perform(in service: TeamPageService, for caller: Caller) async throws -> Outcome {
        _ = try await service.discardDraft(of: team, basedOn: revision, as: caller.principal)
        return Outcome("The draft is deleted.", next: TeamPageSheet(team: team))
    }
}

/// Shows the draft to the members of the team.
struct PublishPage: PageAct {
    let team: TeamID
    let revision: Int

    static let name: SurfaceName = "publish"
    static let title: Words = "Publish the draft"
    static let form = Form(Self.init, teamField, revisionField)

    func perform(in service: TeamPageService, for caller: Caller) async throws -> Outcome {
        _ = try await service.publish(of: team, basedOn: revision, as: caller.principal)
        return Outcome("The page is published.", next: TeamPageSheet(team: team))
    }
}

/// Shows the draft to the members of the team from a day on.
struct SchedulePage: PageAct {
    let team: TeamID
    let revision: Int
    let day: Day?

    static let name: SurfaceName = "schedule"
    static let title: Words = "Publish the draft later"
    static let help: Words = "Members see it from the beginning of the day. Until then it can be taken back."
    static let form = Form(Self.init, teamField, revisionField, Field("day", \.day, .required(.day), "Day"))

    func perform(in service: TeamPageService, for caller: Caller) async throws -> Outcome {
        guard let day else { throw InvalidFields.missing("day") }
        let moment = day.start(in: caller.timeZone)
        _ = try await service.publish(of: team, at: moment, basedOn: revision, as: caller.principal)
        return Outcome("Members see it from \(day).", next: TeamPageSheet(team: team))
    }
}

/// Makes a version that members do not see yet the draft again.
struct UnschedulePage: PageAct {
    let team: TeamID
    let revision: Int
    let version: Int

    static let name: SurfaceName = "unschedule"
    static let title: Words = "Take back"
    static let help: Words = "It becomes the draft. Publish or delete the present draft first."
    static let form = Form(
        Self.init, teamField, revisionField, Field("version", \.version, .integer(0...Int.max), "Version"))

    func perform(in service: TeamPageService, for caller: Caller) async throws -> Outcome {
        _ = try await service.unschedule(version, of: team, basedOn: revision, as: caller.principal)
        return Outcome("The version is the draft now.", next: TeamPageSheet(team: team))
    }
}

/// Makes a former version the draft.
struct RestorePageVersion: PageAct {
    let team: TeamID
    let revision: Int
    let version: Int

    static let name: SurfaceName = "restore-version"
    static let title: Words = "Use it again"
    static let help: Words = "It becomes the draft, to be looked at and published."
    static let places: [Place<Self>] = [
        .row(of: PageHistoryTable.self) { Self(team: $0.team, revision: $0.revision, version: $0.version.number) }
    ]
    static let form = Form(
        Self.init, teamField, revisionField, Field("version", \.version, .integer(0...Int.max), "Version"))

    func perform(in service: TeamPageService, for caller: Caller) async throws -> Outcome {
        _ = try await service.restore(version, of: team, basedOn: revision, as: caller.principal)
        return Outcome("The version is the draft now.", next: TeamPageSheet(team: team))
    }
}

/// The versions of a page that members saw.
struct PageHistoryTable: Table {
    let team: TeamID

    /// A version, and the revision of the page on which a change would be based.
    struct Row: Sendable {
        let team: TeamID
        let revision: Int
        let version: PageVersion
    }

    typealias Provider = TeamPages
    static let name: SurfaceName = "history"
    static let title: Words = "Former versions"
    static let help: Words = "What members saw before. A former version can become the draft again."
    static let needs = Need<Self>(.editPage) { .team($0.team) }
    static let form = Form(Self.init, Field("team", \.team, .team, "Team"))
    static func id(of row: Row) -> Int { row.version.number }
    static let columns: [Column<Row>] = [
        Column("number", "Version", \.version.number), Column("from", "Visible from", \.version.visibleFrom),
        Column("message", "Text", \.version.message),
    ]

    func page(_ request: PageRequest, in service: TeamPageService, for caller: Caller) async throws -> Page<Row> {
        let revision = try await service.page(of: team, as: caller.principal).revision
        let page = try await service.history(
            of: team, from: request.cursor.map { try .init($0) }, limit: request.limit, as: caller.principal)
        let rows = page.versions.map { Row(team: team, revision: revision, version: $0) }
        return Page(rows, next: page.next?.description)
    }
}
