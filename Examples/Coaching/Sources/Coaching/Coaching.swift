public import Atrium
internal import AtriumCourses
internal import AtriumMail

/// Coaches meet the members of the teams that they look after. A completed course proposes a session, and a mail reminds the
/// member the day before one.
///
/// Publishes ``SessionHeld``. It was written outside of Atrium: nothing there names it.
public struct Coaching: Module {
    public static let id: ModuleID = "coaching"
    public static let title: Words = "Coaching"
    public static let dependencies: [any Module.Type] = [Courses.self, Mail.self]
    public static let permissions = [Permission.viewSessions, .planSessions, .recordSessions]
    public static let schema = CoachingSchema.all
    public static let personalData = CoachingSchema.personalData

    static let reminding: StaticString = "send reminders"

    /// Makes the module.
    public init() {}

    public func start(in tenant: TenantContext) throws -> CoachingService {
        let service = CoachingService(
            store: tenant.store, courses: try tenant.service(of: Courses.self),
            mail: try tenant.service(of: Mail.self))
        try tenant.contribute(Coach(), to: .roles)
        // In the commit of the act: nobody ever sees an open session of people who no longer meet.
        try tenant.on(RoleGranted.self) { try service.begin($0.assignment, of: $0.member, in: $1) }
        try tenant.on(RoleRevoked.self) { try service.end($0.assignment, of: $0.member, in: $1) }
        try tenant.on(TeamLeft.self) { try service.end(of: $0.member, in: $0.team, work: $1) }
        try tenant.on(MemberDeactivated.self) { try service.end(of: $0.member, in: $1) }
        // After the commit: a completion does not fail because nobody can be proposed.
        try tenant.after(CompletionChanged.self) { try service.followUp($0.member, $0.course, in: $1) }
        try tenant.contribute(MailOccasion("coaching:reminder:", "coaching session"), to: .mailOccasions)
        try tenant.contribute(
            MailCheck("coaching:reminder:") { try service.checkReminder($0, in: $1) }, to: .mailChecks)
        let (reminder, sweep) = (tenant.system("send reminders"), tenant.system("drop old proposals"))
        try tenant.every(.seconds(3600), Self.reminding) { try await service.sendReminders(as: reminder) }
        try tenant.every(.seconds(86_400), "drop old proposals") { try await service.dropOldProposals(as: sweep) }
        try tenant.catchUp { try service.catchUp(in: $0) }
        return service
    }
}

extension Permission {
    /// See who meets whom, and when.
    public static let viewSessions = Permission(
        "coaching.view sessions", grantedTo: .administrator, .manager, .supervisor, .role(Coach.id), .oneself)
    /// Plan sessions, choose another day for them, and cancel them.
    public static let planSessions = Permission(
        "coaching.plan sessions", grantedTo: .administrator, .supervisor, .role(Coach.id))
    /// Record that a session was held, and how it went.
    public static let recordSessions = Permission(
        "coaching.record sessions", grantedTo: .administrator, .role(Coach.id))
}
