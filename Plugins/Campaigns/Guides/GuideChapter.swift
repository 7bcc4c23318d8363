internal import Atrium
internal import AtriumSurfaces

/// A chapter of a guide: advice, the state of the launch's steps that it is about, and links to where they are done.
///
/// The texts of a chapter stand in the article "The guides" of the documentation, too. A test compares both.
protocol GuideChapter: Sheet where Provider == Campaigns {
    /// The guide that it belongs to.
    static var guide: Guide { get }
    /// What it says.
    static var paragraphs: [Words] { get }
    /// The steps of the launch that it is about; `nil` if there are none.
    static var phase: LaunchStep.Phase? { get }
    /// Where to go from here.
    static var links: [any Surface] { get }

    init()
}

extension GuideChapter {
    static var needs: Need<Self> {
        guide == .administrators
            ? Need(.readGuide, .viewTeams, .viewMembers)
            : Need(.readManagersGuide, .viewTeams, .viewMembers, in: .anyTeam)
    }
    static var form: Form<Self> { Form(Self.init) }
    static var phase: LaunchStep.Phase? { nil }
    static var links: [any Surface] { [] }

    func blocks(in service: CampaignService, for caller: Caller) async throws -> [Block] {
        try await service.open(Self.guide, as: caller.principal)
        return Self.paragraphs.map(Block.text) + (Self.phase.map { [.table(LaunchTable(phase: $0))] } ?? [])
            + Self.links.map(Block.link)
    }
}

/// For whom a guide is.
enum Guide {
    case administrators, managers

    /// The chapters, in the order in which they are read.
    var chapters: [any GuideChapter.Type] {
        switch self {
        case .administrators:
            [TeamsChapter.self, PeopleChapter.self, TellingChapter.self, InvolvingChapter.self, YearChapter.self]
        case .managers:
            [PlatformChapter.self, MeetingsChapter.self, GoalsChapter.self, FiguresChapter.self, LeadingChapter.self]
        }
    }
}

extension CampaignService {
    /// Throws `AccessError` unless the principal may read a guide, and see the launch whose steps its chapters show.
    func open(_ guide: Guide, as principal: Principal) async throws {
        let (permission, scope): (Permission, Scope) =
            guide == .administrators ? (.readGuide, .organization) : (.readManagersGuide, .anyTeam)
        try await store.read(as: principal, permission, in: scope) { work in
            try work.require(.viewTeams, in: scope)
            try work.require(.viewMembers, in: scope)
        }
    }
}
