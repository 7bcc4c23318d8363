public import Atrium
internal import AtriumCourses
internal import AtriumMail
internal import AtriumSuggestions
internal import AtriumSurfaces

/// The pages of teams, a home for each member with the pages of their teams, and messages to members, teams and the
/// organization.
public struct TeamPages: Module {
    public static let id: ModuleID = "teampages"
    public static let title: Words = "Team pages"
    public static let dependencies: [any Module.Type] = [Courses.self, Suggestions.self, Mail.self]
    public static let permissions = [Permission.editPage, .viewHome, .sendMessages]
    public static let phrases = [Phrases.arabic, .french, .german]
    public static let schema = TeamPagesSchema.all
    public static let personalData = TeamPagesSchema.personalData

    static let sending: StaticString = "send messages"

    /// The maximum number of messages that one member may send within 24 hours.
    public var messagesPerDay: Int
    /// The number of published versions of each page that are kept.
    package var historyLength = 100
    /// The number of entries in a page. Tests make it small, so that few people and versions need several pages.
    package var pageSize = 500

    /// The module with the maximum number of messages that one member may send within 24 hours.
    public init(messagesPerDay: Int = 50) { self.messagesPerDay = messagesPerDay }

    public func start(in tenant: TenantContext) throws -> TeamPageService {
        let service = TeamPageService(
            tenant: tenant, courses: try tenant.service(of: Courses.self),
            suggestions: try tenant.service(of: Suggestions.self), mail: try tenant.service(of: Mail.self),
            limits: self)
        try tenant.contribute(MailOccasion("teampages:message-", "message that a person wrote"), to: .mailOccasions)
        try tenant.onBatch(of: MailWithdrawn.self) { try service.noteMissed($0, in: $1) }
        // Each message wakes this work. Each page of recipients wakes it again for the next page.
        try tenant.every(.seconds(600), Self.sending) { try await service.sendWaitingMessages() }
        for step in Self.launchSteps { try tenant.contribute(step, to: .launchSteps) }
        return service
    }
}

extension Permission {
    /// See, write and publish the page of a team.
    public static let editPage = Permission(
        "teampages.edit page", grantedTo: .administrator, .supervisor, adjustable: [.supervisor])
    /// See one's home with the pages of one's teams.
    public static let viewHome = Permission("teampages.view home", grantedTo: .everyMember)
    /// Send messages to everybody, or to a team and the people in it, and see the messages that were sent there.
    public static let sendMessages = Permission(
        "teampages.send messages", grantedTo: .administrator, .supervisor, adjustable: [.supervisor])
}
