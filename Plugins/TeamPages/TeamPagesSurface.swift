public import Atrium
internal import AtriumCourses
internal import AtriumMarkup
public import AtriumSurfaces

extension TeamPages: SurfaceProvider {
    public static let surfaces: [any Surface.Type] = [
        HomeSheet.self, TeamPageSheet.self, SavePageDraft.self, DiscardPageDraft.self, PublishPage.self,
        SchedulePage.self, UnschedulePage.self, PageHistoryTable.self, RestorePageVersion.self, SendToEverybody.self,
        SendToTeam.self, SendToMember.self, SendToMembers.self, MessagesTable.self, RecipientsTable.self,
    ]
}

/// The home of a member: the pages of their teams.
public struct HomeSheet: Sheet {
    /// The home of the caller.
    public init() {}

    public typealias Provider = TeamPages
    public static let name: SurfaceName = "home"
    public static let title: Words = "Home"
    public static let help: Words = "What your teams tell you, and the courses that are suggested to them."
    public static let needs = Need<Self>(.viewHome)
    public static let places: [Place<Self>] = [.area(.home)]
    public static let form = Form<Self>(Self.init)

    public func blocks(in service: TeamPageService, for caller: Caller) async throws -> [Block] {
        let home = try await service.home(as: caller.principal)
        if home.sections.isEmpty { return [.text("Your teams have written nothing yet.")] }
        return home.sections.flatMap { section -> [Block] in
            let courses = section.courses.map { Term(Words(verbatim: $0.title), Words(verbatim: $0.note)) }
            return [.heading(Words(verbatim: section.name)), .markup(section.message)]
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
                .act(SchedulePage(team: team, revision: page.revision, day: nil)),
                .act(DiscardPageDraft(team: team, revision: page.revision)),
            ]
        }
        for version in page.scheduled {
            blocks += [
                .facts([Fact("Visible from", version.visibleFrom)]), .markup(version.message),
                .act(UnschedulePage(team: team, revision: page.revision, version: version.number)),
            ]
        }
        return blocks + [
            .act(SavePageDraft(team: team, revision: page.revision, message: page.draft?.message)),
            .link(PageHistoryTable(team: team)),
        ]
    }
}

extension Block {
    /// A message in the subset of Markdown.
    fileprivate static func markup(_ message: String) -> Block {
        let markup = Markup(message)
        return .html(markup.html, plainText: markup.plainText)
    }
}
