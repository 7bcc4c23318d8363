public import Atrium
internal import AtriumCourses
internal import AtriumMail

/// Courses suggested to members, teams and the organization, goals set for single people, reminders of both, and a calendar
/// of them for each member.
public struct Suggestions: Module {
    public static let id: ModuleID = "suggestions"
    public static let dependencies: [any Module.Type] = [Courses.self, Mail.self]
    public static let permissions = [
        Permission.suggestToOrganization, .suggestToTeams, .suggestToPeople, .setGoals, .viewSuggestions,
        .answerSuggestions, .openCalendar,
    ]
    public static let schema = SuggestionsSchema.all

    static let reminding: StaticString = "remind"

    /// How many days before something is due its reminders go out; none at all if empty.
    public var reminderDays: [Int]
    /// From which hour of the day on, in the organization's time zone.
    public var reminderHour: Int
    /// How many suggestions stand at the same time for one audience, and how many goals for one person.
    package var limit = 200
    /// Small in tests, so that few rows and people need several pages.
    package var pageSize = 200

    public init(reminderDays: [Int] = [7, 1], reminderHour: Int = 7) {
        (self.reminderDays, self.reminderHour) = (reminderDays, reminderHour)
    }

    public func start(in tenant: TenantContext) async throws -> SuggestionService {
        let service = SuggestionService(
            tenant: tenant, courses: try tenant.service(of: Courses.self), mail: try tenant.service(of: Mail.self),
            reminderDays: reminderDays, reminderHour: reminderHour, limit: limit, pageSize: pageSize)
        try tenant.on(MemberRemoved.self) { try service.forget($0.member, in: $1) }
        try tenant.on(TeamArchived.self) { try service.forget($0.team, in: $1) }
        try tenant.contribute(
            MailCheck("suggestions:due:") { try service.reminderNow($0, in: $1) }, to: .mailChecks)
        // Each round says when the next morning is; the interval is for a day whose round failed.
        try tenant.every(.seconds(24 * 3600), Self.reminding) { try await service.remind() }
        if tenant.needsRebuild { try await service.catchUp() }
        return service
    }
}

extension Permission {
    /// Suggest courses to everybody.
    public static let suggestToOrganization = Permission(
        "suggestions.suggest to organization", grantedTo: .administrator)
    /// Suggest courses to a team.
    public static let suggestToTeams = Permission(
        "suggestions.suggest to teams", grantedTo: .administrator, .supervisor)
    /// Suggest courses to a single person, and see what was suggested. A role that suggests to anybody holds this one too.
    public static let suggestToPeople = Permission(
        "suggestions.suggest to people", grantedTo: .administrator, .manager, .supervisor)
    /// Set goals for a single person, and see those that were set.
    public static let setGoals = Permission(
        "suggestions.set goals", grantedTo: .administrator, .manager, .supervisor)
    /// See a person's suggestions and goals, and how far they are with them.
    public static let viewSuggestions = Permission(
        "suggestions.view suggestions", grantedTo: .administrator, .manager, .supervisor, .oneself)
    /// Say what one does with a suggestion, and keep a calendar of one's own.
    public static let answerSuggestions = Permission("suggestions.answer", grantedTo: .oneself)
    /// Read a member's calendar: whoever holds its address.
    public static let openCalendar = Permission("suggestions.open calendar", grantedTo: .anyone)
}
