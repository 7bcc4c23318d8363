import Atrium

/// Members have a coach, and meet. An author from outside could have written this module: nothing else names it.
struct Coaching: Module {
    static let id: ModuleID = "coaching"
    static let dependencies: [any Module.Type] = []
    static let permissions = [Permission.viewCoachings, .assignCoaches, .recordMeetings]
    static let schema = CoachingSchema.all

    func start(in tenant: TenantContext) -> CoachingService { CoachingService(store: tenant.store) }
}

extension Permission {
    /// See who is coached by whom.
    static let viewCoachings = Permission(
        "coaching.view coachings", grantedTo: .administrator, .manager, .supervisor, .oneself)
    /// Choose the coach of a member, and end a coaching.
    static let assignCoaches = Permission("coaching.assign coaches", grantedTo: .administrator, .supervisor)
    /// Record meetings with a coach.
    static let recordMeetings = Permission("coaching.record meetings", grantedTo: .administrator, .oneself)
}

/// Why something about a coaching is refused.
enum CoachingError: String, ExplainedError {
    case oneself = "nobody is their own coach; choose another member"
    case none = "this member has no coach now; choose one first"
}
