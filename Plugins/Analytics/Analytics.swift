public import Atrium
internal import AtriumCourses
internal import AtriumInvitations
internal import AtriumMail
internal import AtriumSeats
internal import AtriumSurfaces

/// Key figures of an organization, its teams, courses and members, and the lists of figures that members watch. The figures
/// are updated in the commit of the rows that they count.
public struct Analytics: Module {
    public static let id: ModuleID = "analytics"
    public static let title: Words = "Analytics"
    public static let dependencies: [any Module.Type] = [Courses.self, Invitations.self, Mail.self, Seats.self]
    public static let permissions = [
        Permission.viewFigures, .setSmallGroup, .setCriterion, .watchFigures, .viewReviewCalendar,
    ]
    public static let phrases = [Phrases.arabic, .french, .german]
    public static let schema = AnalyticsSchema.all
    public static let personalData = AnalyticsSchema.personalData

    static let reviews: StaticString = "mail reviews"

    /// Makes the address of a member's calendar of reviews from its secret token. By default it is the token alone.
    public var calendarLink: @Sendable (_ token: String) -> String
    /// The number of entries in a batch of a rebuild. Tests make it small, so that few entries need several batches.
    package var batchSize = 10_000

    /// Makes the module. `calendarLink` makes the address of a calendar from its token. It leads to the integrator's answer with
    /// ``AnalyticsService/calendar(_:as:)``.
    public init(calendarLink: @escaping @Sendable (_ token: String) -> String = { $0 }) {
        self.calendarLink = calendarLink
    }

    public func start(in tenant: TenantContext) async throws -> AnalyticsService {
        let service = AnalyticsService(
            tenant: tenant, courses: try tenant.service(of: Courses.self),
            invitations: try tenant.service(of: Invitations.self), mail: try tenant.service(of: Mail.self),
            seats: try tenant.service(of: Seats.self), calendarLink: calendarLink, batchSize: batchSize)
        try tenant.on(OrganizationCreated.self) { try service.rebuild(in: $1) }
        try tenant.on(SettingsChanged.self) { try service.update($0.settings, in: $1) }
        try tenant.onBatch(of: InvitationSent.self) { try service.count($0, in: $1) }
        try tenant.onBatch(of: InvitationAccepted.self) { try service.count($0, in: $1) }
        try tenant.onBatch(of: LearningRecorded.self) { try service.count($0.map(\.entry), in: $1) }
        try tenant.onBatch(of: LearningVoided.self) { try service.discount($0.map(\.entry), in: $1) }
        try tenant.on(TeamJoined.self) { try service.update($0.member, in: $1) }
        // This includes memberships that end because a member is removed or a team is archived.
        try tenant.onBatch(of: TeamLeft.self) { try service.update($0, in: $1) }
        try tenant.on(MemberRemoved.self) { try service.forgetWatches(of: $0.member, in: $1) }
        try tenant.contribute(MailOccasion("analytics:review:", "review of watched figures"), to: .mailOccasions)
        try tenant.contribute(
            MailCheck("analytics:review:") { try service.checkReview($0, in: $1) }, to: .mailChecks)
        // Each review wakes this work. The interval covers a change of the time zone.
        try tenant.every(.seconds(86_400), Self.reviews) { try await service.mailReviews() }
        for step in Self.launchSteps { try tenant.contribute(step, to: .launchSteps) }
        try tenant.catchUp { try service.rebuild(in: $0) }
        return service
    }
}

extension Permission {
    /// See figures of the organization, of one's teams or of oneself.
    public static let viewFigures = Permission(
        "analytics.view figures", grantedTo: .administrator, .manager, .supervisor, .oneself)
    /// Watch figures of the organization or of one's teams, and get reminders.
    public static let watchFigures = Permission(
        "analytics.watch figures", grantedTo: .administrator, .manager, .supervisor)
    /// Read a calendar of reviews. Everybody has this permission; the token decides.
    public static let viewReviewCalendar = Permission("analytics.view review calendar", grantedTo: .anyone)
    /// Set how many people a number must come from to be shown.
    public static let setSmallGroup = Permission("analytics.set small group", grantedTo: .administrator)
    /// Say what the members of a team have in common, so that teams can be compared.
    public static let setCriterion = Permission("analytics.set criterion", grantedTo: .administrator)
}
