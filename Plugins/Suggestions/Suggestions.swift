public import Atrium
internal import AtriumCourses
internal import AtriumMail
internal import AtriumSurfaces

/// Suggestions of courses to members, teams and the organization, goals for single members, reminders of both, and a calendar
/// of them for each member.
public struct Suggestions: Module {
    public static let id: ModuleID = "suggestions"
    public static let title: Words = "Suggestions"
    public static let dependencies: [any Module.Type] = [Courses.self, Mail.self]
    public static let permissions = [
        Permission.suggestToOrganization, .suggestToTeams, .suggestToPeople, .setGoals, .viewSuggestions,
        .answerSuggestions, .viewCalendar,
    ]
    public static let phrases = [Phrases.arabic, .french, .german]
    public static let schema = SuggestionsSchema.all
    public static let personalData = SuggestionsSchema.personalData

    static let reminding: StaticString = "remind"

    /// The numbers of days before a due day on which reminders are sent. If it is empty, there are no reminders.
    public var reminderDays: [Int]
    /// The hour of the day, 0 to 23, from which reminders are sent, in the organization's time zone.
    public var reminderHour: Int
    /// Makes the address of a member's calendar from its secret token. By default it is the token alone.
    public var calendarLink: @Sendable (_ token: String) -> String
    /// The maximum number of suggestions to one audience that are not withdrawn, and of running goals of one person.
    package var limit = 200
    /// The number of rows or people in a page. Tests make it small, so that few of them need several pages.
    package var pageSize = 200

    /// The module with its reminders. By default they are sent a week and a day ahead, from seven o'clock. `calendarLink` makes
    /// the address of a calendar from its token. It leads to the integrator's answer with ``SuggestionService/calendar(_:as:)``.
    public init(
        reminderDays: [Int] = [7, 1], reminderHour: Int = 7,
        calendarLink: @escaping @Sendable (_ token: String) -> String = { $0 }
    ) { (self.reminderDays, self.reminderHour, self.calendarLink) = (reminderDays, reminderHour, calendarLink) }

    public func start(in tenant: TenantContext) async throws -> SuggestionService {
        let service = SuggestionService(
            tenant: tenant, courses: try tenant.service(of: Courses.self), mail: try tenant.service(of: Mail.self),
            reminderDays: reminderDays, reminderHour: reminderHour, calendarLink: calendarLink, limit: limit,
            pageSize: pageSize)
        try tenant.on(MemberRemoved.self) { try service.forget($0.member, in: $1) }
        try tenant.on(TeamArchived.self) { try service.forget($0.team, in: $1) }
        try tenant.contribute(MailOccasion("suggestions:due:", "reminder of what is due"), to: .mailOccasions)
        try tenant.contribute(
            MailCheck("suggestions:due:") { try service.checkReminder($0, in: $1) }, to: .mailChecks)
        // Each round wakes this work for the next morning. The interval covers a day whose round failed.
        try tenant.every(.seconds(24 * 3600), Self.reminding) { try await service.remind() }
        try tenant.catchUp { try service.catchUp(in: $0) }
        for step in Self.launchSteps { try tenant.contribute(step, to: .launchSteps) }
        return service
    }
}

extension Permission {
    /// Suggest courses to everybody.
    public static let suggestToOrganization = Permission(
        "suggestions.suggest to organization", grantedTo: .administrator, adjustable: [.manager])
    /// Suggest courses to a team.
    public static let suggestToTeams = Permission(
        "suggestions.suggest to teams", grantedTo: .administrator, .supervisor, adjustable: [.manager, .supervisor])
    /// Suggest courses to a single person, and see what was suggested. Every role that may suggest to teams or the organization
    /// needs this permission too.
    public static let suggestToPeople = Permission(
        "suggestions.suggest to people", grantedTo: .administrator, .manager, .supervisor)
    /// Set goals for a single person, and see the goals that were set.
    public static let setGoals = Permission(
        "suggestions.set goals", grantedTo: .administrator, .manager, .supervisor, adjustable: [.supervisor])
    /// See a person's suggestions and goals, and the person's progress.
    public static let viewSuggestions = Permission(
        "suggestions.view suggestions", grantedTo: .administrator, .manager, .supervisor, .oneself)
    /// Answer suggestions, and make a calendar of one's own.
    public static let answerSuggestions = Permission("suggestions.answer suggestions", grantedTo: .oneself)
    /// Read a member's calendar. Everybody has this permission; the token decides.
    public static let viewCalendar = Permission("suggestions.view calendar", grantedTo: .anyone)
}
