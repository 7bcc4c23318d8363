public import Atrium
internal import AtriumAnalytics
internal import AtriumCourses
internal import AtriumMail
internal import AtriumSuggestions
internal import AtriumSurfaces
internal import AtriumTeamPages

/// The plan of the year, with which an organization keeps up learning after its launch: messages, banners, suggestions and
/// reviews, none of which takes place before somebody approved it. Besides, a weekly note for members who choose it, and guides
/// for administrators and managers.
public struct Campaigns: Module {
    public static let id: ModuleID = "campaigns"
    public static let title: Words = "Campaigns"
    public static let dependencies: [any Module.Type] = [
        Courses.self, Mail.self, Suggestions.self, TeamPages.self, Analytics.self,
    ]
    public static let permissions = [
        Permission.planYear, .approvePlan, .viewBanners, .chooseNote, .readGuide, .readManagersGuide,
    ]
    public static let phrases = [
        Phrases.arabic, .french, .german, .arabicTemplate, .frenchTemplate, .germanTemplate, .arabicGuides,
        .frenchGuides,
        .germanGuides,
    ]
    public static let schema = CampaignsSchema.all
    public static let personalData = CampaignsSchema.personalData

    static let carryingOut: StaticString = "carry out the plan"
    static let writingNotes: StaticString = "write weekly notes"

    /// The hour of the day, 0 to 23, from which entries are carried out and weekly notes are written, in the organization's time
    /// zone.
    public var hour: Int
    /// How many days after its day an approved entry is still carried out. After that it is missed.
    public var lateDays: Int
    /// How many days a banner is shown.
    public var bannerDays: Int
    /// The smallest number of colleagues of whom the weekly note tells, if the organization has no higher limit for small
    /// groups.
    public var fewestColleagues: Int
    /// The number of members in a page of notes. Tests make it small, so that few members need several pages.
    package var pageSize = 100

    /// Makes the module. By default entries are carried out from eight o'clock, up to three days late; a banner is shown for 30
    /// days; and notes tell of courses that at least five colleagues began.
    public init(hour: Int = 8, lateDays: Int = 3, bannerDays: Int = 30, fewestColleagues: Int = 5) {
        (self.hour, self.lateDays) = (hour, lateDays)
        (self.bannerDays, self.fewestColleagues) = (bannerDays, fewestColleagues)
    }

    public func start(in tenant: TenantContext) async throws -> CampaignService {
        let service = CampaignService(
            tenant: tenant, courses: try tenant.service(of: Courses.self), mail: try tenant.service(of: Mail.self),
            suggestions: try tenant.service(of: Suggestions.self), pages: try tenant.service(of: TeamPages.self),
            analytics: try tenant.service(of: Analytics.self), settings: self)
        try tenant.on(MemberRemoved.self) { try service.endNote(of: $0.member, in: $1) }
        try tenant.on(MailChoiceChanged.self) { choice, work in
            if choice.kind == .notes, choice.isOptedOut { try service.endNote(of: choice.member, in: work) }
        }
        try tenant.contribute(MailOccasion("campaigns:review:", "review in the plan of the year"), to: .mailOccasions)
        try tenant.contribute(MailOccasion("campaigns:note:", "weekly note"), to: .mailOccasions)
        try tenant.contribute(MailCheck("campaigns:note:") { try service.checkNote($0, in: $1) }, to: .mailChecks)
        // An approval wakes this work for the day of the entry. The interval finds days that have passed.
        try tenant.every(.seconds(86_400), Self.carryingOut) { try await service.carryOut() }
        // Each round wakes this work for the next week.
        try tenant.every(.seconds(86_400), Self.writingNotes) { try await service.writeNotes() }
        try tenant.catchUp { try service.endFormerNotes(in: $0) }
        for step in Self.launchSteps { try tenant.contribute(step, to: .launchSteps) }
        return service
    }
}

extension Permission {
    /// See and change the plan of the year, and choose the day of the weekly note.
    public static let planYear = Permission("campaigns.plan year", grantedTo: .administrator)
    /// Approve entries of the plan. What an entry does is done in the name of the member who approved it.
    public static let approvePlan = Permission("campaigns.approve plan", grantedTo: .administrator)
    /// See the banners of the organization and of one's teams.
    public static let viewBanners = Permission("campaigns.view banners", grantedTo: .everyMember)
    /// Choose whether one gets the weekly note.
    public static let chooseNote = Permission("campaigns.choose note", grantedTo: .oneself)
    /// Read the guide for administrators.
    public static let readGuide = Permission("campaigns.read guide", grantedTo: .administrator)
    /// Read the guide for managers.
    public static let readManagersGuide = Permission(
        "campaigns.read guide for managers", grantedTo: .administrator, .manager, .supervisor)
}
