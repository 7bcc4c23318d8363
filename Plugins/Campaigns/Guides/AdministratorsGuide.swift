internal import Atrium
internal import AtriumSurfaces

/// The chapters for administrators.
struct AdministratorsGuide: Sheet {
    typealias Provider = Campaigns
    static let name: SurfaceName = "guide"
    static let title: Words = "Guide for administrators"
    static let help: Words = "What to think about before the launch, and all year."
    static let needs = Need<Self>(.readGuide, .viewTeams, .viewMembers)
    static let places: [Place<Self>] = [.area(.administration, in: .organization, after: PlanTable.self)]
    static let form = Form<Self>(Self.init)

    func blocks(in service: CampaignService, for caller: Caller) async throws -> [Block] {
        try await service.open(.administrators, as: caller.principal)
        return Guide.administrators.chapters.map { .link($0.init()) }
    }
}

struct TeamsChapter: GuideChapter {
    static let guide = Guide.administrators
    static let name: SurfaceName = "guide-teams"
    static let title: Words = "Prepare your teams"
    static let paragraphs: [Words] = [
        "Think first about how people belong together: by department, place, interest, seniority or project. A member can be in several teams.",
        "A team has a page. Its message and its suggested courses stand on the home of its members. Its figures are shown apart, and can be compared with those of other teams.",
        "Give each team a supervisor. Supervisors look after the members and the page of their team without your help.",
    ]
    static let phase: LaunchStep.Phase? = .prepare
}

struct PeopleChapter: GuideChapter {
    static let guide = Guide.administrators
    static let name: SurfaceName = "guide-people"
    static let title: Words = "Bring people in"
    static let paragraphs: [Words] = [
        "Paste people's addresses into the invitation, and choose a role and teams for all of them. Each person gets a mail, signs in or creates an account, and has premium from then on.",
        "Administrators manage members, roles, invitations and teams. Managers see the figures of the organization and of all teams, and suggest courses to single people.",
        "Supervisors look after the members, the page and the figures of their teams. Nobody is an administrator and a supervisor at the same time.",
        "Every member learns, and downloads their own certificates. Members do not see what others do.",
    ]
    static let phase: LaunchStep.Phase? = .invite
    static let links: [any Surface] = [MembersTable(), RolesTable()]
}

struct TellingChapter: GuideChapter {
    static let guide = Guide.administrators
    static let name: SurfaceName = "guide-telling"
    static let title: Words = "Tell everybody"
    static let paragraphs: [Words] = [
        "Write to your colleagues when you invite them. Say who invites, why, and from which address the mail comes. Otherwise some people take the invitation for spam.",
        "Not everybody reads mail. Posters, flyers and a banner on your own site tell the others.",
    ]
    static let phase: LaunchStep.Phase? = .tell
}

struct InvolvingChapter: GuideChapter {
    static let guide = Guide.administrators
    static let name: SurfaceName = "guide-involving"
    static let title: Words = "Involve managers"
    static let paragraphs: [Words] = [
        "Show managers the platform and the catalogue first. They decide whether learning finds its time.",
        "Managers can set aside time for learning in their team meetings, suggest courses to each person, and set goals.",
        "Offer them the role of supervisor. Then they write the page of their team and suggest courses to it by themselves.",
    ]
    static let links: [any Surface] = [MembersTable(role: .manager), ManagersGuide()]
}

struct YearChapter: GuideChapter {
    static let guide = Guide.administrators
    static let name: SurfaceName = "guide-year"
    static let title: Words = "Keep it up all year"
    static let paragraphs: [Words] = [
        "Curiosity makes learning a habit. Give people something new each month. The plan of the year has drafts for it, which you change and approve.",
        "Decide which key figures you follow all year. Give each a target, and look at them at a fixed time.",
    ]
    static let phase: LaunchStep.Phase? = .follow
    static let links: [any Surface] = [PlanTable()]
}
