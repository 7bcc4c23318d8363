internal import Atrium
internal import AtriumCourses
internal import AtriumMarkup
public import AtriumSurfaces

extension TeamPages: SurfaceProvider {
    public static let surfaces: [any Surface.Type] = [
        HomeSheet.self, TeamPageSheet.self, SavePageDraft.self, DiscardPageDraft.self, PublishPage.self,
        PageHistoryTable.self, SendToEverybody.self, SendToTeam.self, SendToMembers.self, MessagesTable.self,
        RecipientsTable.self,
    ]
}

/// The home of a member: the pages of their teams.
struct HomeSheet: Sheet {
    typealias Provider = TeamPages
    static let name: SurfaceName = "home"
    static let title: Words = "Home"
    static let needs = Need<Self>(.viewHome)
    static let places: [Place<Self>] = [.area(.home)]
    static let form = Form<Self>(Self.init)

    func blocks(in service: TeamPageService, for caller: Caller) async throws -> [Block] {
        let home = try await service.home(as: caller.principal)
        if home.sections.isEmpty { return [.text("Your teams have written nothing yet.")] }
        return home.sections.flatMap { section -> [Block] in
            let courses = section.courses.map { Term(Words(verbatim: $0.title), Words(verbatim: $0.note)) }
            return [.facts([Fact("Team", section.name)]), .markup(section.message)]
                + (courses.isEmpty ? [] : [.text("Suggested to the team:"), .terms(courses)])
        }
    }
}

// MARK: - Pages

/// The page of a team, as its editors see it.
struct TeamPageSheet: Sheet {
    let team: TeamID

    typealias Provider = TeamPages
    static let name: SurfaceName = "page"
    static let title: Words = "Team page"
    static let help: Words = "What the members of the team see on their home. Nobody else sees a draft."
    static let needs = Need<Self>(.editPage) { .team($0.team) }
    static let places: [Place<Self>] = [.team { Self(team: $0) }]
    static let form = Form(Self.init, Field("team", \.team, .team, "Team"))

    func blocks(in service: TeamPageService, for caller: Caller) async throws -> [Block] {
        let page = try await service.page(of: team, as: caller.principal)
        var blocks: [Block] = []
        if let published = page.published {
            blocks += [.facts([Fact("Visible since", published.visibleFrom)]), .markup(published.message)]
        } else {
            blocks.append(.text("Nothing is published yet."))
        }
        if let draft = page.draft {
            blocks += [.facts([Fact("Draft of", draft.editedAt)]), .markup(draft.message)]
            blocks += [
                .act(PublishPage(team: team, revision: page.revision)),
                .act(DiscardPageDraft(team: team, revision: page.revision)),
            ]
        }
        return blocks + [
            .act(SavePageDraft(team: team, revision: page.revision, message: page.draft?.message)),
            .link(PageHistoryTable(team: team)),
        ]
    }
}

/// Saves the text that will be published next.
struct SavePageDraft: Act {
    let team: TeamID
    let revision: Int
    let message: String?

    typealias Provider = TeamPages
    static let name: SurfaceName = "save-draft"
    static let title: Words = "Edit the draft"
    static let help: Words = "Markdown: **strong**, *emphasis*, lists, headings and links."
    static let needs = Need<Self>(.editPage) { .team($0.team) }
    static let repetition = Repetition.harmless
    static let form = Form(
        Self.init, Field("team", \.team, .team, "Team"),
        Field("revision", \.revision, .integer(0...Int.max), "Revision", help: "Of the page that was read before."),
        Field("message", \.message, .required(.lines), "Text"))

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
struct DiscardPageDraft: Act {
    let team: TeamID
    let revision: Int

    typealias Provider = TeamPages
    static let name: SurfaceName = "discard-draft"
    static let title: Words = "Delete the draft"
    static let needs = Need<Self>(.editPage) { .team($0.team) }
    static let repetition = Repetition.harmless
    static let form = Form(
        Self.init, Field("team", \.team, .team, "Team"),
        Field("revision", \.revision, .integer(0...Int.max), "Revision", help: "Of the page that was read before."))
    var question: Words { "The text of the draft is lost." }

    func perform(in service: TeamPageService, for caller: Caller) async throws -> Outcome {
        _ = try await service.discardDraft(of: team, basedOn: revision, as: caller.principal)
        return Outcome("The draft is deleted.", next: TeamPageSheet(team: team))
    }
}

/// Shows the draft to the members of the team.
struct PublishPage: Act {
    let team: TeamID
    let revision: Int

    typealias Provider = TeamPages
    static let name: SurfaceName = "publish"
    static let title: Words = "Publish the draft"
    static let needs = Need<Self>(.editPage) { .team($0.team) }
    static let repetition = Repetition.harmless
    static let form = Form(
        Self.init, Field("team", \.team, .team, "Team"),
        Field("revision", \.revision, .integer(0...Int.max), "Revision", help: "Of the page that was read before."))

    func perform(in service: TeamPageService, for caller: Caller) async throws -> Outcome {
        _ = try await service.publish(of: team, basedOn: revision, as: caller.principal)
        return Outcome("The page is published.", next: TeamPageSheet(team: team))
    }
}

/// The versions of a page that members saw.
struct PageHistoryTable: Table {
    let team: TeamID

    typealias Provider = TeamPages
    static let name: SurfaceName = "history"
    static let title: Words = "Former versions"
    static let needs = Need<Self>(.editPage) { .team($0.team) }
    static let form = Form(Self.init, Field("team", \.team, .team, "Team"))
    static func id(of row: PageVersion) -> Int { row.number }
    static let columns: [Column<PageVersion>] = [
        Column("number", "Version", \.number), Column("from", "Visible from", \.visibleFrom),
        Column("message", "Text", \.message),
    ]

    func page(_ request: PageRequest, in service: TeamPageService, for caller: Caller) async throws -> Page<PageVersion>
    {
        let page = try await service.history(
            of: team, from: request.cursor.map { try .init($0) }, as: caller.principal)
        return Page(page.versions, next: page.next?.description)
    }
}

extension Block {
    /// A message in the subset of Markdown.
    fileprivate static func markup(_ message: String) -> Block {
        let markup = Markup(message)
        return .html(markup.html, plainText: markup.plainText)
    }
}
