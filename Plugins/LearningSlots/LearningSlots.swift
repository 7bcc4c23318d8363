public import Atrium
internal import AtriumCourses
internal import AtriumFeeds
internal import AtriumMail
internal import AtriumSuggestions

/// A fixed time for learning in the week of a team. Its members get it as a calendar invitation by mail, and leaders see how
/// much was learned in it.
public struct LearningSlots: Module {
    public static let id: ModuleID = "learningslots"
    public static let title: Words = "Learning slots"
    public static let dependencies: [any Module.Type] = [Courses.self, Mail.self, Suggestions.self]
    public static let permissions = [Permission.setSlots, .viewSlots]
    public static let phrases = [Phrases.arabic, .french, .german]
    public static let schema = LearningSlotsSchema.all
    public static let personalData = LearningSlotsSchema.personalData

    static let inviting: StaticString = "invite"

    /// The number of members in a commit. Tests make it small, so that few members need several commits.
    package var pageSize = 200

    /// Makes the module.
    public init() {}

    public func start(in tenant: TenantContext) throws -> LearningSlotService {
        let service = LearningSlotService(
            tenant: tenant, courses: try tenant.service(of: Courses.self), mail: try tenant.service(of: Mail.self),
            pageSize: pageSize)
        try tenant.on(TeamJoined.self) { try service.inform([$0.member], in: $0.team, work: $1) }
        try tenant.onBatch(of: TeamLeft.self) { try service.inform($0, in: $1) }
        try tenant.on(TeamArchived.self) { try service.end(of: $0.team, in: $1) }
        try tenant.on(TeamRenamed.self) { try service.rename($0.team, in: $1) }
        try tenant.on(MemberReactivated.self) { event, work in
            for team in try work.teams(of: event.member) {
                try service.inform([event.member], in: team.id, work: work)
            }
        }
        try tenant.contribute(MailOccasion("learningslots:slot:", "calendar invitation"), to: .mailOccasions)
        try tenant.contribute(
            MailCheck("learningslots:slot:") { try service.checkLetter($0, in: $1) }, to: .mailChecks)
        try tenant.contribute(FeedSource { try service.events(of: $0, in: $1) }, to: .feedSources)
        try tenant.catchUp { try service.catchUp(in: $0) }
        // Each change of a slot wakes this work. Each page of members wakes it again for the next page.
        try tenant.every(.seconds(3600), Self.inviting) { try await service.inviteWaiting() }
        return service
    }
}

extension Permission {
    /// Set, change and end the learning slot of a team.
    public static let setSlots = Permission(
        "learningslots.set slots", grantedTo: .administrator, .supervisor, adjustable: [.supervisor])
    /// See the learning slots of the organization, of one's teams, or of the teams that one is in.
    public static let viewSlots = Permission(
        "learningslots.view slots", grantedTo: .administrator, .manager, .supervisor, .oneself)
}
