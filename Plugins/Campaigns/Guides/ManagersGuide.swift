internal import Atrium
internal import AtriumSuggestions
internal import AtriumSurfaces

/// The chapters for managers and supervisors.
struct ManagersGuide: Sheet {
    typealias Provider = Campaigns
    static let name: SurfaceName = "managers-guide"
    static let title: Words = "Guide for managers"
    static let help: Words = "How to make time for learning in a team."
    static let needs = Need<Self>(.readManagersGuide, .viewTeams, .viewMembers, in: .anyTeam)
    static let places: [Place<Self>] = [.area(.analytics)]
    static let form = Form<Self>(Self.init)

    func blocks(in service: CampaignService, for caller: Caller) async throws -> [Block] {
        try await service.open(.managers, as: caller.principal)
        return Guide.managers.chapters.map { .link($0.init()) }
    }
}

struct PlatformChapter: GuideChapter {
    static let guide = Guide.managers
    static let name: SurfaceName = "managers-platform"
    static let title: Words = "Get to know the platform"
    static let paragraphs: [Words] = [
        "Look through the catalogue as a learner, and complete a short course yourself. Then you know what you suggest to others."
    ]
}

struct MeetingsChapter: GuideChapter {
    static let guide = Guide.managers
    static let name: SurfaceName = "managers-meetings"
    static let title: Words = "Bring learning into team meetings"
    static let paragraphs: [Words] = [
        "Set aside a fixed part of your team meetings for learning. A quarter of an hour every two weeks is a good beginning.",
        "Before the meeting, see who is stuck, whose courses are overdue, and who has finished. Ask, help, and congratulate.",
    ]
    static let links: [any Surface] = [FollowUpSheet()]
}

struct GoalsChapter: GuideChapter {
    static let guide = Guide.managers
    static let name: SurfaceName = "managers-goals"
    static let title: Words = "Suggest courses and set goals"
    static let paragraphs: [Words] = [
        "Suggest a course to each person, and say why. People finish courses that help them with their next task.",
        "Agree on a goal with a last day: a course, or a number of minutes. The member sees how far they are, and so do you.",
    ]
    static let links: [any Surface] = [MembersTable()]
}

struct FiguresChapter: GuideChapter {
    static let guide = Guide.managers
    static let name: SurfaceName = "managers-figures"
    static let title: Words = "Follow your figures"
    static let paragraphs: [Words] = [
        "What do you want to know all year? Choose a few key figures, and give each a target.",
        "Look at them on a fixed day. Compare teams by rates and not by numbers of people.",
    ]
    static let phase: LaunchStep.Phase? = .follow
}

struct LeadingChapter: GuideChapter {
    static let guide = Guide.managers
    static let name: SurfaceName = "managers-leading"
    static let title: Words = "Look after a team"
    static let paragraphs: [Words] = [
        "Supervisors write the page of their team, suggest courses to all its members, and add members to it. Ask an administrator for this role if you want to do so.",
        "A page that changes is read. Write a new message at least once a month.",
    ]
    static let links: [any Surface] = [TeamsTable()]
}
